// Where a number's texts and calls go though it stays in the owner's phone: taken over, forwarded, recorded or filtered.
import { lineSetup } from "./line-setup.ts";
import { attackerTells, carrierTells } from "./line-tellings.ts";
import { nothingUnusual } from "./sayings.ts";

/** Texts, and with the phone network's own signalling calls too. */
export const routing = lineSetup.createStateConfig({
  initial: "direct",
  on: { NUMBER_RETURNED: ".direct" },
  states: {
    direct: {
      on: {
        REDIRECT: [
          {
            guard: "canBeRedirected",
            target: "intercepted",
            actions: attackerTells("texts-redirected", "signalling", {
              sees: nothingUnusual,
              sources: ["o2-ss7-2017", "fight"],
            }),
          },
          {
            actions: carrierTells("redirect-refused", "signalling", { to: "attacker", sources: ["fight"] }),
          },
        ],
        REROUTE_ASKED: [
          {
            guard: "canBeRerouted",
            target: "rerouted",
            actions: attackerTells("texts-rerouted", "web", {
              sees: nothingUnusual,
              sources: ["sakari-2021"],
            }),
          },
          {
            actions: carrierTells("rerouting-refused", "signalling", {
              to: "attacker",
              sources: ["sakari-2021"],
            }),
          },
        ],
      },
    },
    intercepted: {
      on: { REDIRECT_ENDED: { target: "direct", actions: attackerTells("redirect-ended", "signalling") } },
    },
    rerouted: {},
  },
});

export const calls = lineSetup.createStateConfig({
  initial: "ring",
  on: { NUMBER_RETURNED: ".ring" },
  states: {
    ring: {
      on: {
        FORWARD_ASKED: [
          {
            guard: "canBeForwarded",
            target: "forwarded",
            actions: attackerTells("calls-forwarded", "call", {
              sees: nothingUnusual,
              sources: ["forwarding-2022"],
            }),
          },
          {
            actions: carrierTells("forwarding-refused", "call", {
              to: "attacker",
              sources: ["forwarding-2022"],
            }),
          },
        ],
      },
    },
    forwarded: {},
  },
});

export const voicemail = lineSetup.createStateConfig({
  initial: "closed",
  on: { NUMBER_RETURNED: ".closed" },
  states: {
    closed: {
      on: {
        VOICEMAIL_TRIED: [
          {
            guard: "voicemailIsOpen",
            target: "opened",
            actions: attackerTells("voicemail-opened", "call", {
              sees: nothingUnusual,
              sources: ["voicemail-2018"],
            }),
          },
          {
            actions: carrierTells("voicemail-stays-shut", "call", {
              to: "attacker",
              sources: ["voicemail-2018"],
            }),
          },
        ],
      },
    },
    opened: {},
  },
});

/** The carrier's filter for texts. */
export const delivery = lineSetup.createStateConfig({
  initial: "reachable",
  states: {
    reachable: {},
    filtered: {
      on: {
        UNBLOCK: { target: "reachable", actions: ["unblock", carrierTells("texts-unblocked", "none")] },
      },
    },
  },
  on: {
    BLOCK: {
      target: ".filtered",
      actions: [
        "block",
        carrierTells("texts-blocked", "none", { sees: nothingUnusual, sources: ["tidbits"] }),
      ],
    },
  },
});
