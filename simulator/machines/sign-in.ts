// Signing in, and asking once more before a protected action: prove everything the route asks for, then it is granted.
import { notBegun } from "./ceremony-context.ts";
import { ceremonySetup } from "./ceremony.ts";

export const signInMachine = ceremonySetup.createMachine({
  id: "sign-in",
  context: ({ input }) => notBegun(input),
  initial: "notBegun",
  on: {
    REFUSES: { actions: "noteRefusals" },
    START: { target: ".proving", actions: "start", reenter: true },
  },
  states: {
    notBegun: {
      on: {
        ASK: { actions: "sayTurnedAway" },
        OFFER: { actions: "sayTurnedAway" },
        TRY_CODES: { actions: "sayTurnedAway" },
      },
    },
    proving: {
      always: { guard: "isComplete", target: "granted" },
      on: {
        ASK: { actions: "answer" },
        OFFER: { actions: "answer" },
        TRY_CODES: { actions: "answer" },
        PROVEN: { actions: ["tickOff", "answer"] },
        REFUSED: { actions: "answer" },
      },
    },
    granted: {
      entry: "grant",
      on: {
        ASK: { actions: "sayNotAsked" },
        OFFER: { actions: "sayNotAsked" },
        TRY_CODES: { actions: "sayNotAsked" },
      },
    },
  },
});
