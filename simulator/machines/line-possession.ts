// Who has a number: how it leaves the owner's SIM, what the carrier says to that, and how it comes back.
import { lineSetup } from "./line-setup.ts";
import { attackerTells, carrierTells } from "./line-tellings.ts";

const givenUp = { id: "number-given-up", params: {} } as const;

const toldOfAsking = attackerTells("port-asked", "web", { sources: ["nanog", "fcc-23-95"] });

export const possession = lineSetup.createStateConfig({
  initial: "owner",
  on: {
    NUMBER_RETURNED: {
      target: ".owner",
      actions: [
        carrierTells("number-returned", "signalling", { to: "owner" }),
        "endInHandsets",
        "findHandset",
      ],
    },
  },
  states: {
    owner: {
      on: {
        SIM_CHANGE_ASKED: [
          {
            guard: "carrierGivesIn",
            target: "attacker",
            actions: [
              "tellAsked",
              carrierTells("sim-moved", "signalling", { to: "attacker" }),
              "takeFromHandsets",
            ],
          },
          { actions: ["tellAsked", "tellSimRefused"] },
        ],
        PORT_ASKED: [
          {
            guard: "canBePorted",
            target: "attacker",
            actions: [
              toldOfAsking,
              carrierTells("number-ported", "signalling", { to: "attacker", sources: ["fcc-23-95"] }),
              "takeFromHandsets",
            ],
          },
          { actions: [toldOfAsking, "tellPortRefused"] },
        ],
        NUMBER_ENDED: [
          {
            guard: "isRecycled",
            target: "attacker",
            actions: [
              carrierTells("number-recycled", "none", { sees: givenUp, sources: ["recycled-2021"] }),
              "endInHandsets",
            ],
          },
          {
            target: "nobody",
            actions: [carrierTells("number-ended", "none", { sees: givenUp }), "endInHandsets"],
          },
        ],
        SIM_STOLEN: [
          { guard: "hasSimPin", actions: attackerTells("sim-pin-asked", "hand") },
          { target: "attacker", actions: ["simLeaves", "tellSimStolen"] },
        ],
      },
    },
    attacker: {},
    nobody: {},
  },
});

/** Whether the number has been moved, for services that ask the carrier. */
export const change = lineSetup.createStateConfig({
  initial: "none",
  states: {
    none: {
      on: {
        SIM_CHANGE_ASKED: { guard: "carrierGivesIn", target: "recent" },
        PORT_ASKED: { guard: "canBePorted", target: "recent" },
        NUMBER_ENDED: { guard: "isRecycled", target: "recent" },
      },
    },
    recent: {},
  },
});
