// Plays in which people revoke, object, pester and are turned away: what happens in them happens in no example setup.
import type { Move } from "../../simulator/model/move.ts";
import type { Setup } from "../../simulator/model/setup.ts";
import { movesOf, onePhone, setupOf, wait } from "./playing.ts";

const owner = movesOf("owner", "bank");
const attacker = movesOf("attacker", "bank");
const hour = 60 * 60 * 1_000;

const bank = setupOf({
  ...onePhone,
  devices: [{ ...onePhone.devices[0], sims: ["mobile"], lock: "none" }],
  things: [{ id: "passport", kind: "id-document" }],
  accounts: [
    {
      id: "bank",
      authenticators: [
        { id: "password", kind: "password" },
        { id: "app", kind: "totp", devices: ["phone"] },
        { id: "push", kind: "push", devices: ["phone"] },
        { id: "desk", kind: "support-desk", asks: "document", document: "passport" },
      ],
      signIn: [{ with: ["password"] }, { with: ["app"] }, { with: ["push"] }, { with: [] }],
      recovery: [
        { with: [], gives: "session", after: "24h" },
        { with: [], gives: "new-password" },
        { with: ["desk"], gives: "session" },
      ],
      protectedActions: [{ id: "pay", with: [] }],
      notifies: [{ mailbox: "mail" }],
      controls: { holdAfterChange: "24h", pushLimit: 1 },
    },
    { id: "mail", signIn: [{ with: [] }] },
  ],
});
const twoScreens = setupOf({
  ...onePhone,
  devices: [
    { ...onePhone.devices[0], sims: ["mobile"], lock: "none" },
    { id: "tablet", kind: "tablet" },
  ],
  accounts: [
    {
      id: "bank",
      authenticators: [{ id: "push", kind: "push", devices: ["phone", "tablet"] }],
      signIn: [{ with: ["push"] }],
    },
  ],
});
const take: Move = { actor: "attacker", do: "take-device", device: "phone" };
const lose: Move = { actor: "chance", do: "lose-device", device: "phone" };
const objects = (after: number): Move => ({ actor: "owner", do: "object", account: "bank", after });
const deceives = (lure: "false-site" | "prompts"): Move => ({
  actor: "attacker",
  do: "deceive-owner",
  account: "bank",
  lure,
});
const ownerInside = [owner.begin(), owner.present("password")];

/** Each with a name that finishes "there is …". */
export const oddPeoplePlays: readonly (readonly [name: string, setup: Setup, moves: readonly Move[]])[] = [
  [
    "a device taken off the list",
    bank,
    [
      ...ownerInside,
      { actor: "owner", do: "revoke-device", account: "bank", device: "phone" },
      take,
      attacker.begin("sign-in", 1),
      attacker.present("app"),
    ],
  ],
  ["a changed password", bank, [...ownerInside, { actor: "owner", do: "change-password", account: "bank" }]],
  [
    "a password changed by the attacker",
    bank,
    [attacker.begin("sign-in", 3), { actor: "attacker", do: "change-password", account: "bank" }],
  ],
  ["an objection that comes too late", bank, [attacker.begin("recovery"), objects(48 * hour)]],
  [
    "a device on which nothing is open",
    bank,
    [{ actor: "owner", do: "use-device", account: "bank", device: "phone" }],
  ],
  [
    "an outage of a service that sends nothing, and its end",
    bank,
    [
      { actor: "service", do: "stop-sending", account: "mail" },
      { actor: "service", do: "resume-sending", account: "mail" },
    ],
  ],
  ["an objection to nothing", bank, [objects(hour)]],
  [
    "an objection to what is held back",
    bank,
    [
      attacker.begin("recovery", 1),
      objects(hour),
      wait(24 * hour),
      attacker.begin("sign-in", 3),
      attacker.begin("action"),
    ],
  ],
  ["a deleted notice", bank, [movesOf("attacker", "mail").begin(), attacker.begin("recovery", 1)]],
  [
    "a limit to prompts",
    bank,
    [deceives("prompts"), attacker.begin("sign-in", 2), attacker.ask("push"), attacker.present("push")],
  ],
  [
    "an approval that comes before the denial",
    twoScreens,
    [take, attacker.begin(), attacker.ask("push"), attacker.present("push")],
  ],
  [
    "a desk that wants to see a document",
    bank,
    [
      { actor: "attacker", do: "talk-round", account: "bank", authenticator: "desk" },
      attacker.begin("recovery", 2),
      attacker.ask("desk"),
      attacker.present("desk"),
    ],
  ],
  [
    "nothing left to hand over",
    bank,
    [lose, deceives("false-site"), attacker.begin("sign-in", 1), attacker.present("app")],
  ],
];
