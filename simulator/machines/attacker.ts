// The attacker: acts like everybody else, first outside of everything, then inside of something.
import { knowledgeAtFirst } from "./knowledge.ts";
import { personReactions, personSetup } from "./person.ts";

export const attackerMachine = personSetup.createMachine({
  id: "attacker",
  context: ({ input }) => knowledgeAtFirst("attacker", input),
  initial: "outside",
  on: {
    ...personReactions,
    DECEIVES: { actions: ["learn", "act"] },
    STARTS_GUESSING: { actions: ["learn", "act"] },
    COPIES: { actions: ["learn", "act"] },
    SEEDS_READ: { actions: "learn" },
    TALKED_ROUND: { actions: "learn" },
    OVERSEEN: { actions: "learn" },
    PROMPT_DENIED: { actions: "act" },
    HANDED_OVER: { actions: "act" },
    KEPT_BACK: { actions: "act" },
  },
  states: {
    outside: { on: { ENTERED: "inside" } },
    inside: {},
  },
});
