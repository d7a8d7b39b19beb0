// Odd plays of lines, handsets and senders, for what no scenario brings about in an example setup.
import type { Move, Setup } from "../../simulator/index.ts";
import { movesOf, onePhone, setupOf } from "./playing.ts";

const choir: Setup = setupOf({
  ...onePhone,
  numbers: [
    { id: "mobile", voicemail: "open" },
    { id: "hall", line: "landline" },
  ],
  things: [{ id: "sheet", kind: "paper" }],
  accounts: [
    {
      id: "choir",
      title: "The Choir",
      authenticators: [
        { id: "text", kind: "sms-code", number: "mobile" },
        { id: "call", kind: "voice-code", number: "mobile" },
        { id: "asking", kind: "voice-code", number: "mobile", pin: true },
        { id: "codes", kind: "recovery-codes", sheet: "sheet" },
      ],
      signIn: [{ with: ["text"] }, { with: ["call"] }, { with: ["asking"] }],
      recovery: [
        { with: ["codes"], gives: "new-number" },
        { with: ["codes"], gives: "new-password", after: "24h" },
      ],
      notifies: [{ number: "mobile" }],
    },
  ],
});

const withCarrier = (carrier: Partial<Setup["numbers"][number]["carrier"]>): Setup => ({
  ...choir,
  numbers: choir.numbers.map((number) => ({ ...number, carrier: { ...number.carrier, ...carrier } })),
});
const asking: Setup = {
  ...choir,
  accounts: choir.accounts.map((account) => ({
    ...account,
    controls: { ...account.controls, carrierChangeCheck: true },
  })),
};

const owner = movesOf("owner", "choir");
const attacker = movesOf("attacker", "choir");
const portOut = (number: string): Move => ({ actor: "attacker", do: "port-out", number });
const giveBack: Move = { actor: "carrier", do: "return-number", number: "mobile" };
const take: Move = { actor: "attacker", do: "take-device", device: "phone" };
const lose: Move = { actor: "chance", do: "lose-device", device: "phone" };
const takeSheet: Move = { actor: "attacker", do: "take-thing", thing: "sheet" };
const swap: Move = { actor: "attacker", do: "swap-sim", number: "mobile", approach: "insider" };
const asksForCall = (doing: typeof owner) => [doing.begin("sign-in", 1), doing.ask("call")];
const renumbers = (doing: typeof owner) => [
  doing.begin("recovery"),
  doing.present("codes"),
  doing.begin(),
  doing.ask("text"),
  ...asksForCall(doing),
];
const waitsForPassword = (doing: typeof owner) => [doing.begin("recovery", 1), doing.present("codes")];

/** Each with the setup in which it is played. */
export const oddNumberPlays: readonly (readonly [name: string, setup: Setup, moves: readonly Move[]])[] = [
  ["porting a landline", choir, [portOut("hall")]],
  ["porting against a PIN", withCarrier({ portOut: "account-pin" }), [portOut("mobile")]],
  ["porting against a lock", withCarrier({ numberLock: true }), [portOut("mobile")]],
  ["a number given back", choir, [swap, giveBack]],
  [
    "a number given back without a phone",
    choir,
    [take, giveBack, owner.begin(), owner.ask("text"), ...asksForCall(owner), ...waitsForPassword(owner)],
  ],
  [
    "a filter that goes away",
    choir,
    [
      { actor: "carrier", do: "block-texts", number: "mobile", senders: "all-services" },
      { actor: "carrier", do: "unblock-texts", number: "mobile" },
    ],
  ],
  [
    "a phone erased and cut off",
    choir,
    [
      { actor: "chance", do: "wipe-device", device: "phone" },
      { actor: "chance", do: "cut-internet", device: "phone" },
      { actor: "chance", do: "restore-internet", device: "phone" },
    ],
  ],
  ["a new number of the attacker's", choir, [takeSheet, ...renumbers(attacker)]],
  ["a new number of the owner's", choir, renumbers(owner)],
  [
    "guessing in vain",
    choir,
    [
      { actor: "attacker", do: "start-guessing", account: "choir" },
      attacker.begin(),
      attacker.present("text"),
    ],
  ],
  ["a call to a number just moved", asking, [swap, ...asksForCall(owner)]],
  ["a notice on the phone", choir, waitsForPassword(owner)],
  ["a notice on a stolen phone", choir, [take, ...waitsForPassword(owner)]],
  [
    "a notice on a watched phone",
    choir,
    [{ actor: "attacker", do: "infect-device", device: "phone", reads: "texts" }, ...waitsForPassword(owner)],
  ],
  ["a notice on a number taken over", choir, [swap, ...waitsForPassword(owner)]],
  ["a call that asks for a PIN", choir, [owner.begin("sign-in", 2), owner.ask("asking")]],
  ["such a call to a thief", choir, [take, attacker.begin("sign-in", 2), attacker.ask("asking")]],
  ["a call that is recorded", choir, [lose, ...asksForCall(owner)]],
];
