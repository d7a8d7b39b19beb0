// The handset: who has it in the hand, whether it works, what its screen shows, and the apps on it.
import type { Custody } from "./handset-arrivals.ts";
import { untouched } from "./handset-context.ts";
import { handsetSetup } from "./handset-setup.ts";

export const handsetMachine = handsetSetup.createMachine({
  id: "handset",
  context: ({ input }) => untouched(input),
  initial: "withOwner",
  on: {
    SIM_DEAD: { actions: "dropSim" },
    SERVICE_LOST: { actions: "dropSim" },
    TAKE_SIM: { actions: "passSimOn" },
    PASSCODE_SEEN: { actions: "seePasscode" },
    LEFT_OPEN: { actions: "leaveOpen" },
    WIPED: { actions: "wipe" },
    CLOCK_SET: { actions: "setClock" },
    INTERNET_CUT: { actions: "setInternet" },
    INTERNET_RESTORED: { actions: "setInternet" },
  },
  states: {
    withOwner: {
      on: {
        ...receivedBy("owner"),
        SERVICE_LOST: { actions: "loseService" },
        TAKE_SIM: [{ guard: "canTakeSim", actions: "takeSim" }, { actions: "passSimOn" }],
        LOST: { target: "withNobody", actions: "goMissing" },
        TAKEN: { target: "withAttacker", actions: "changeHands" },
        BROKEN: { target: "broken", actions: "breakDown" },
        RENEWED: { actions: "renew" },
        INFECTED: { actions: "infect" },
      },
    },
    withAttacker: {
      on: {
        ...receivedBy("attacker"),
        RETURNED: { target: "withOwner", actions: "comeBack" },
        SIMS_MOVED: { actions: "offerSims" },
        INFECTED: { actions: "infect" },
      },
    },
    withNobody: {
      on: { ...receivedBy("nobody"), RENEWED: { target: "withOwner", actions: "renew" } },
    },
    broken: {
      on: {
        CALL_ARRIVES: { actions: "leaveUnanswered" },
        OPEN_APP: { actions: { type: "showApp", params: { custody: "nobody" } } },
        OPEN_DEVICE: { actions: { type: "openSession", params: { custody: "nobody" } } },
        RENEWED: { target: "withOwner", actions: "renew" },
      },
    },
  },
});

/** What a handset reacts to wherever it is, and who comes to know of it. */
function receivedBy(custody: Custody) {
  const receive = { actions: { type: "receive", params: { custody } } } as const;
  return {
    TEXT_ARRIVES: receive,
    TEXT_MIRRORED: receive,
    CALL_ARRIVES: receive,
    APP_MESSAGE: receive,
    PROMPT_ARRIVES: receive,
    OPEN_APP: { actions: { type: "showApp", params: { custody } } },
    OPEN_DEVICE: { actions: { type: "openSession", params: { custody } } },
  } as const;
}
