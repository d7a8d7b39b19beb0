// The owner: acts like everybody else, and may or may not have noticed that something is wrong.
import { knowledgeAtFirst, personReactions, personSetup } from "./person.ts";

export const ownerMachine = personSetup.createMachine({
  id: "owner",
  context: ({ input }) => knowledgeAtFirst("owner", input),
  initial: "unaware",
  on: {
    ...personReactions,
    LOSES: { target: ".alarmed", actions: "lose" },
    MAIL_NOTICED: { actions: "seeMail" },
  },
  states: {
    unaware: { on: { NOTICED: "alarmed" } },
    alarmed: {},
  },
});
