// Getting back in: prove everything the route asks for, wait as long as the service wants, then it is granted.
import { notBegun } from "./ceremony-context.ts";
import { ceremonySetup } from "./ceremony.ts";

export const recoveryMachine = ceremonySetup.createMachine({
  id: "recovery",
  context: ({ input }) => notBegun(input),
  initial: "notBegun",
  on: {
    REFUSES: { actions: "noteRefusals" },
    START: { target: ".requested", actions: "start", reenter: true },
  },
  states: {
    notBegun: {
      on: {
        ASK: { actions: "sayTurnedAway" },
        OFFER: { actions: "sayTurnedAway" },
        TRY_CODES: { actions: "sayTurnedAway" },
      },
    },
    requested: {
      always: [
        { guard: "isCompleteAndWaits", target: "coolingOff" },
        { guard: "isComplete", target: "granted" },
      ],
      on: {
        ASK: { actions: "answer" },
        OFFER: { actions: "answer" },
        TRY_CODES: { actions: "answer" },
        PROVEN: { actions: ["tickOff", "answer"] },
        REFUSED: { actions: "answer" },
      },
    },
    coolingOff: {
      entry: "tellWaiting",
      after: { coolingOff: "granted" },
      on: {
        ASK: { actions: "sayNotAsked" },
        OFFER: { actions: "sayNotAsked" },
        TRY_CODES: { actions: "sayNotAsked" },
        CANCEL: { target: "notBegun", actions: "tellCancelled" },
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
