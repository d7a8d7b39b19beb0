// The owner: acts like everybody else, may or may not have noticed that something is wrong, and may believe an attacker.
import { knowledgeAtFirst } from "./knowledge.ts";
import { personReactions, personSetup } from "./person.ts";

export const ownerMachine = personSetup.createMachine({
  id: "owner",
  context: ({ input }) => knowledgeAtFirst("owner", input),
  initial: "unaware",
  on: {
    ...personReactions,
    CODE_READ: [
      { guard: "isNoticeInHand", target: ".alarmed", actions: "readCode" },
      { actions: "readCode" },
    ],
    LOSES: { target: ".alarmed", actions: "lose" },
    MAIL_NOTICED: { actions: "seeMail" },
    WATCHED: { actions: ["learn", "act"] },
    FALLS_FOR: { target: ".deceived", actions: "learn" },
  },
  states: {
    unaware: { on: { NOTICED: "alarmed" } },
    /** Believes that the attacker is the service, and hands over what the attacker asks for. */
    deceived: { on: { COAX: { actions: "act" }, LOSES: { actions: "lose" }, NOTICED: {} } },
    alarmed: { on: { COAX: { actions: "act" } } },
  },
});
