// Plays that between them bring about nearly everything that can be told.
import { scenarios, story } from "../../simulator/index.ts";
import type { Move, ScenarioRef, Setup, TrailEntry } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { oddNumberPlays } from "./odd-numbers.ts";
import { oddPeoplePlays } from "./odd-people-plays.ts";
import { movesOf, onePhone, play, setupOf, wait } from "./playing.ts";

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

/** The trails of every example setup under every variant of every scenario. */
export const exampleTrails: readonly { readonly name: string; readonly trail: readonly TrailEntry[] }[] =
  exampleSetupIds.flatMap((id) =>
    refs.map((ref) => ({
      name: `${id} × ${ref.id}/${ref.variant}`,
      trail: story(exampleSetup(id), ref).end.trail,
    })),
  );

/** The club of the odd cases: everything that can go wrong at one account. */
const club: Setup = setupOf({
  ...onePhone,
  numbers: [{ id: "mobile" }, { id: "hall", line: "landline" }, { id: "pocket" }],
  things: [{ id: "sheet", kind: "paper" }],
  accounts: [
    {
      id: "club",
      title: "The Rowing Club",
      authenticators: [
        { id: "password", kind: "password" },
        { id: "text", kind: "sms-code", number: "mobile" },
        { id: "to-pocket", kind: "sms-code", number: "pocket" },
        { id: "to-hall", kind: "sms-code", number: "hall" },
        { id: "app", kind: "totp", devices: ["phone"] },
        { id: "codes", kind: "recovery-codes", sheet: "sheet" },
      ],
      signIn: [
        { with: ["text", "password"] },
        { with: ["password"] },
        { with: [] },
        { with: ["to-pocket"] },
        { with: ["app"] },
        { with: ["to-hall"] },
      ],
      recovery: [
        { with: ["text"], gives: "new-password" },
        { with: [], gives: "session" },
        { with: ["codes"], gives: "factor-removal", removes: ["app"], after: "24h" },
      ],
      protectedActions: [
        { id: "pay", title: "Pay", with: ["app"] },
        { id: "read", title: "Read", with: [] },
        { id: "settings", title: "Change the settings", with: ["app"], covers: "security-settings" },
      ],
      controls: { attempts: 2, codeLifetime: "1m", resetKeepsSecondFactor: false },
    },
  ],
});

const owner = movesOf("owner", "club");
const attacker = movesOf("attacker", "club");
const block: Move = { actor: "carrier", do: "block-texts", number: "mobile", senders: "all-services" };
const swap = (number: string): Move => ({
  actor: "attacker",
  do: "swap-sim",
  number,
  approach: "phone-call",
});
const take: Move = { actor: "attacker", do: "take-device", device: "phone" };
const lose: Move = { actor: "chance", do: "lose-device", device: "phone" };
const asked = [owner.begin(), owner.ask("text")];

/** Setups that differ from the club in one thing. */
const withNumber = (carrier: NonNullable<Setup["numbers"][number]["carrier"]>): Setup => ({
  ...club,
  numbers: club.numbers.map((number) => ({ ...number, carrier })),
});
const policy = {
  simChange: "nothing",
  numberLock: false,
  ss7Filtering: false,
  portOut: "letter",
  rerouting: "letter",
  forwarding: "personal-data",
} as const;
const hidden: Setup = { ...club, devices: club.devices.map((device) => ({ ...device, previews: false })) };
const unguarded: Setup = {
  ...club,
  accounts: club.accounts.map((account) => ({ ...account, protectedActions: [] })),
};

const oddPlays: readonly (readonly [name: string, setup: Setup, moves: readonly Move[]])[] = [
  ["a landline", club, [swap("hall"), owner.begin("sign-in", 5), owner.ask("to-hall")]],
  ["a number lock", withNumber({ ...policy, numberLock: true }), [swap("mobile")]],
  ["a PIN", withNumber({ ...policy, simChange: "account-pin" }), [swap("mobile")]],
  ["a shop", withNumber({ ...policy, simChange: "photo-id-in-person" }), [swap("mobile")]],
  [
    "signalling is filtered",
    withNumber({ ...policy, ss7Filtering: true }),
    [{ actor: "attacker", do: "redirect-texts", number: "mobile" }],
  ],
  ["a stolen phone", club, [take, attacker.begin(), attacker.ask("text")]],
  ["a stolen phone without previews", hidden, [take, attacker.begin(), attacker.ask("text")]],
  ["a lost phone", club, [lose, ...asked]],
  ["a number in no device", club, [owner.begin("sign-in", 3), owner.ask("to-pocket")]],
  [
    "wrong codes",
    club,
    [...asked, block, owner.ask("text"), owner.present("text"), owner.present("text"), owner.ask("text")],
  ],
  ["an old code", club, [...asked, owner.present("text", 60_000)]],
  ["a used code", club, [...asked, owner.present("text"), owner.present("text")]],
  ["a code for something else", club, [...asked, owner.begin("recovery"), owner.present("text")]],
  ["nothing begun", club, [owner.present("password")]],
  ["not asked", club, [owner.begin("sign-in", 1), owner.present("app")]],
  ["nothing to give", club, [attacker.begin(), attacker.present("password")]],
  ["not inside", club, [attacker.look()]],
  ["a route that asks for nothing", club, [attacker.begin("sign-in", 2), attacker.begin("action", 1)]],
  [
    "a way back that asks for nothing",
    club,
    [attacker.begin("recovery", 1), attacker.replace(), attacker.look()],
  ],
  ["an action", club, [owner.begin("sign-in", 2), owner.begin("action"), owner.present("app")]],
  ["a removal", club, [owner.begin("recovery", 2), owner.present("codes"), wait(24 * 60 * 60 * 1_000)]],
  ["a reset that forgets", club, [owner.begin("recovery"), owner.ask("text"), owner.present("text")]],
  [
    "everything replaced",
    unguarded,
    [attacker.begin("sign-in", 2), attacker.replace(), ...asked, owner.present("password")],
  ],
  ...oddNumberPlays,
  ...oddPeoplePlays,
];

/** The trails of the odd cases. */
export const oddTrails: readonly { readonly name: string; readonly trail: readonly TrailEntry[] }[] =
  oddPlays.map(([name, setup, moves]) => ({ name, trail: play(setup, moves).trail }));
