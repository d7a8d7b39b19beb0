// The world is a value: a step changes nothing in place, and the same moves always lead to the same place.
import { describe, expect, test, vi } from "vitest";
import type { Knowledge } from "../../../simulator/machines/knowledge.ts";
import { initialWorld, step, worldsOf } from "../../../simulator/machines/world.ts";
import { stateKey } from "../../../simulator/machines/explore.ts";
import type { World } from "../../../simulator/machines/world.ts";
import type { Move } from "../../../simulator/model/move.ts";
import { story } from "../../../simulator/story.ts";
import { exampleSetup } from "../example-setups.ts";
import { contextOf, goOn, movesOf, onePhone, play, setupOf, stateOf, told, wait } from "../playing.ts";

const setup = exampleSetup("one-phone-for-everything");
const swapped = story(setup, { id: "sim-swap" });

/** Everything about a world that a play can show: states and contexts, the clock, the timers and the trail. */
function everythingOf(world: World) {
  return {
    now: world.now,
    actors: Object.entries(world.actors).map(([id, { value, context }]) => ({ id, value, context })),
    timers: world.timers,
    trail: world.trail,
  };
}

/** Freezes plain objects and lists all the way down; XState's own classes are shared by all worlds and left alone. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

describe("a step", () => {
  test("leaves the world that it starts from as it was", () => {
    let world = deepFreeze(initialWorld(setup, { attackerHolds: ["personal-data:owner"] }));
    for (const move of swapped.moves) {
      const before = JSON.stringify(everythingOf(world));
      const next = deepFreeze(step(world, move));
      expect(JSON.stringify(everythingOf(world))).toBe(before);
      world = next;
    }
    expect(everythingOf(world)).toEqual(everythingOf(swapped.end));
  });

  test("can be taken twice from the same world, with the same result", () => {
    const world = play(setup, swapped.moves.slice(0, 4));
    const move = swapped.moves[4];
    if (move === undefined) throw new Error("the play is shorter than expected");
    expect(everythingOf(step(world, move))).toEqual(everythingOf(step(world, move)));
  });

  test("other moves from the same world do not disturb each other", () => {
    const start = play(setup, swapped.moves.slice(0, 2));
    const here = goOn(start, swapped.moves.slice(2));
    goOn(start, [wait(1_000_000), { actor: "chance", do: "lose-device", device: "phone" }]);
    expect(everythingOf(goOn(start, swapped.moves.slice(2)))).toEqual(everythingOf(here));
  });

  test("adds to the trail and never changes what it says", () => {
    const worlds = worldsOf(initialWorld(setup), swapped.moves);
    worlds.slice(1).forEach((world, at) => {
      const before = worlds[at]?.trail ?? [];
      expect(world.trail.slice(0, before.length)).toEqual(before);
    });
  });
});

describe("a play", () => {
  test("played again gives the same trail, codes and all", () => {
    expect(play(setup, swapped.moves).trail).toEqual(swapped.end.trail);
  });

  test("is undone by playing all moves but the last", () => {
    const worlds = worldsOf(initialWorld(setup), swapped.moves);
    const undone = play(setup, swapped.moves.slice(0, -1));
    expect(everythingOf(undone)).toEqual(everythingOf(worlds.at(-2) as World));
  });

  test("with another seed has other codes and the same story", () => {
    const code = (world: World) =>
      world.trail.find(({ what }) => "code" in what.params && what.id !== "code-texted")?.what.params["code"];
    const again = play(setup, swapped.moves, { seed: 2 });
    expect(code(again)).not.toBe(code(swapped.end));
    expect(told(again)).toEqual(told(swapped.end));
  });

  test("needs neither the clock of the machine nor chance", () => {
    const forbidden = () => {
      throw new Error("a play must not depend on this");
    };
    const spies = [
      vi.spyOn(Math, "random").mockImplementation(forbidden),
      // otplib reads the clock for a default that is then not used: any time at all must do.
      vi.spyOn(Date, "now").mockReturnValue(0),
      vi.spyOn(performance, "now").mockImplementation(forbidden),
      vi.spyOn(globalThis.crypto, "getRandomValues").mockImplementation(forbidden),
    ];
    try {
      expect(story(setup, { id: "sim-swap" }).end.trail).toEqual(swapped.end.trail);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });

  test("numbers its entries from 1 and dates them in order", () => {
    const { trail } = swapped.end;
    expect(trail.map(({ n }) => n)).toEqual(trail.map((_, at) => at + 1));
    expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted((a, b) => a - b));
  });
});

describe("time", () => {
  const slow = setupOf({
    ...onePhone,
    accounts: [
      {
        id: "club",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
        controls: { codeLifetime: "5m" },
      },
      { id: "one", recovery: [{ with: [], gives: "session", after: "11m" }] },
      { id: "two", recovery: [{ with: [], gives: "session", after: "2m" }] },
      { id: "three", recovery: [{ with: [], gives: "session", after: "2m" }] },
    ],
  });
  const club = movesOf("owner", "club");
  const begun = play(slow, [
    club.begin(),
    club.ask("text"),
    ...["one", "two", "three"].map((id) => movesOf("owner", id).begin("recovery")),
  ]);
  const entered = (world: World) =>
    world.trail.filter(({ what }) => what.id === "enters").map(({ account, at }) => [account, at]);

  test("waiting 700 seconds at once is waiting a second 700 times", () => {
    const atOnce = goOn(begun, [wait(700_000)]);
    const bySeconds = goOn(
      begun,
      Array.from({ length: 700 }, () => wait(1_000)),
    );
    expect(everythingOf(bySeconds)).toEqual(everythingOf(atOnce));
    for (const person of ["owner", "attacker"] as const)
      expect(stateKey(bySeconds, person)).toBe(stateKey(atOnce, person));
  });

  test("what falls due in one long wait happens in order, each at its own time", () => {
    const minute = 60_000;
    expect(entered(goOn(begun, [wait(60 * minute)]))).toEqual([
      ["two", 2 * minute],
      ["three", 2 * minute],
      ["one", 11 * minute],
    ]);
  });

  test("the time before a move passes before the move", () => {
    const late = goOn(begun, [{ ...movesOf("owner", "one").look(), after: 11 * 60_000 }]);
    expect(late.trail.at(-1)?.what.id).toBe("looks-inside");
  });

  test("timers stand in the order in which they are due", () => {
    expect(begun.timers.map(({ at }) => at)).toEqual([120_000, 120_000, 300_000, 660_000]);
  });

  test("beginning anew takes the old timer away", () => {
    const again = goOn(begun, [wait(60_000), movesOf("owner", "two").begin("recovery")]);
    expect(again.timers.filter(({ actor }) => actor === "recovery:two/owner").map(({ at }) => at)).toEqual([
      180_000,
    ]);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("cannot pass by %d milliseconds", (after) => {
    expect(() => step(begun, { actor: "chance", do: "wait", after })).toThrow(/milliseconds/);
  });

  test("no time at all may pass", () => {
    expect(everythingOf(goOn(begun, [wait(0)]))).toEqual(everythingOf(begun));
  });
});

describe("moves that cannot be", () => {
  const doing = movesOf("owner", "nowhere");
  const bank = movesOf("owner", "bank");
  const cases: readonly (readonly [string, Move, RegExp])[] = [
    [
      "a number",
      { actor: "attacker", do: "redirect-texts", number: "nowhere" },
      /"line:nowhere".* does not exist/,
    ],
    [
      "a device",
      { actor: "attacker", do: "take-device", device: "nowhere" },
      /"handset:nowhere".* does not exist/,
    ],
    ["an account to sign in to", doing.begin(), /"account:nowhere".* does not exist/],
    ["an account to look into", doing.look(), /"session:nowhere\/owner".* does not exist/],
    ["an account to offer something", doing.present("password"), /no account with the id "nowhere"/],
    ["a sign-in route", bank.begin("sign-in", 7), /account "bank" has no sign-in route number 7; it has 1/],
    [
      "a recovery route",
      bank.begin("recovery", 7),
      /account "bank" has no recovery route number 7; it has 1/,
    ],
  ];

  test.each(cases)("%s that does not exist is named in the error", (_, move, message) => {
    expect(() => step(initialWorld(setup), move)).toThrow(message);
  });

  test("an authenticator that does not exist is named in the error", () => {
    const world = play(setup, [bank.begin()]);
    expect(() => step(world, bank.present("nowhere"))).toThrow(
      /no authenticator of bank with the id "nowhere"/,
    );
  });

  test("an account may be called like something that every object has", () => {
    const odd = setupOf({
      accounts: [
        {
          id: "constructor",
          authenticators: [{ id: "tostring", kind: "password" }],
          signIn: [{ with: ["tostring"] }],
        },
      ],
    });
    const owner = movesOf("owner", "constructor");
    const attacker = movesOf("attacker", "constructor");
    expect(told(play(odd, [owner.present("tostring")]))).toEqual(["nothing-begun"]);
    expect(told(play(odd, [attacker.ask("tostring")]))).toEqual(["nothing-begun"]);
    expect(told(play(odd, [owner.begin(), owner.present("tostring")])).at(-1)).toBe("enters");
  });
});

describe("who acts in a world", () => {
  test("every number, device, account and authenticator has a chart, and each person one for codes sent to them", () => {
    const { accounts, numbers, devices } = setup;
    const authenticators = accounts.flatMap((account) => account.authenticators);
    const sent = authenticators.filter(({ kind }) => kind === "sms-code" || kind === "email-code").length;
    // For each account: itself, and for each of two people a session and three ceremonies.
    const expected =
      2 + numbers.length + devices.length + accounts.length * (1 + 2 * 4) + authenticators.length + sent;
    expect(Object.keys(initialWorld(setup).actors).length).toBe(expected);
  });

  test("a world begins without a trail, a timer or a second gone by", () => {
    const { now, timers, trail } = initialWorld(setup, { attackerHolds: ["account:mail"] });
    expect({ now, timers, trail }).toEqual({ now: 0, timers: [], trail: [] });
  });

  test("an attacker can be given things and knowledge to begin with", () => {
    const world = initialWorld(setup, { attackerHolds: ["secret:shop/password", "account:mail"] });
    expect(stateOf(world, "session:mail/attacker")).toBe("open");
    expect((contextOf(world, "attacker") as Knowledge).holds).toEqual(["secret:shop/password"]);
  });
});
