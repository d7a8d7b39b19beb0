// The attacker: acts like everybody else, first outside of everything, then inside of something.
import { knowledgeAtFirst, personReactions, personSetup } from "./person.ts";

export const attackerMachine = personSetup.createMachine({
  id: "attacker",
  context: ({ input }) => knowledgeAtFirst("attacker", input),
  initial: "outside",
  on: personReactions,
  states: {
    outside: { on: { ENTERED: "inside" } },
    inside: {},
  },
});
