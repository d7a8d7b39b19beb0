// The phone line: who holds the number, where its texts and calls are routed, and what of them still arrives.
import { and, or, stateIn } from "xstate";
import { quiet } from "./line-context.ts";
import { change, possession } from "./line-possession.ts";
import { calls, delivery, routing, voicemail } from "./line-routing.ts";
import { lineSetup } from "./line-setup.ts";
import { carrierTells } from "./line-tellings.ts";
import { nothingUnusual } from "./sayings.ts";

/** Where a text goes once nothing holds it up any more. */
const arrivals = [
  {
    guard: stateIn({ possession: "attacker" }),
    actions: { type: "giveToAttacker", params: { how: "text-reaches-attacker" } },
  },
  { guard: "isForLandline", actions: { type: "drop", params: { how: "text-reaches-landline" } } },
  { guard: "isInHand", actions: { type: "giveToOwner", params: { how: "text-on-new-phone" } } },
  { guard: "hasNoHandset", actions: { type: "drop", params: { how: "text-reaches-nobody" } } },
  { actions: "deliver" },
] as const;

export const phoneLineMachine = lineSetup.createMachine({
  id: "phone-line",
  context: ({ input }) => quiet(input),
  type: "parallel",
  states: { possession, change, routing, calls, voicemail, delivery },
  on: {
    RECEPTION: { actions: ["setReception", "tellReception"] },
    DELAY: {
      actions: [
        "setDelay",
        carrierTells("texts-held-up", "none", { sees: nothingUnusual, sources: ["wired-twitter-2022"] }),
      ],
    },
    SIM_ENTERS: { actions: "simEnters" },
    SIM_LEAVES: { actions: "simLeaves" },
    SIM_IN_HAND: { actions: "simInHand" },
    TEXT: [
      {
        guard: and(["checksChange", stateIn({ change: "recent" })]),
        actions: { type: "drop", params: { how: "text-withheld-after-change" } },
      },
      {
        guard: or([stateIn({ routing: "intercepted" }), stateIn({ routing: "rerouted" })]),
        actions: { type: "giveToAttacker", params: { how: "text-intercepted" } },
      },
      { guard: "isFiltered", actions: { type: "drop", params: { how: "text-blocked" } } },
      { guard: "findsNoNetwork", actions: { type: "drop", params: { how: "text-finds-no-network" } } },
      { guard: "isDelayed", actions: "holdUp" },
      ...arrivals,
    ],
    TEXT_DUE: arrivals,
    CALL: [
      {
        guard: and(["checksChange", stateIn({ change: "recent" })]),
        actions: { type: "drop", params: { how: "call-withheld-after-change" } },
      },
      {
        guard: stateIn({ routing: "intercepted" }),
        actions: { type: "giveToAttacker", params: { how: "call-intercepted" } },
      },
      {
        guard: stateIn({ calls: "forwarded" }),
        actions: { type: "giveToAttacker", params: { how: "call-forwarded" } },
      },
      {
        guard: stateIn({ possession: "attacker" }),
        actions: { type: "giveToAttacker", params: { how: "call-reaches-attacker" } },
      },
      {
        guard: stateIn({ possession: "nobody" }),
        actions: { type: "drop", params: { how: "call-finds-nobody" } },
      },
      // Whoever has voicemail in hand calls when the phone is off or the owner asleep.
      {
        guard: and(["canBeRecorded", stateIn({ voicemail: "opened" }), "isForAttacker"]),
        actions: { type: "giveToAttacker", params: { how: "call-to-voicemail" } },
      },
      { guard: "findsNoNetwork", actions: "leaveUnanswered" },
      { guard: "isInHand", actions: { type: "giveToOwner", params: { how: "call-on-new-phone" } } },
      { guard: "hasNoHandset", actions: "leaveUnanswered" },
      { actions: "ring" },
    ],
    UNANSWERED: [
      {
        guard: and(["canBeRecorded", stateIn({ voicemail: "opened" })]),
        actions: { type: "giveToAttacker", params: { how: "call-to-voicemail" } },
      },
      { guard: "canBeRecorded", actions: { type: "drop", params: { how: "call-recorded" } } },
    ],
  },
});
