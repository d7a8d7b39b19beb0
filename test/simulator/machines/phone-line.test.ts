// The line and the handset: who gets a text, in every combination of possession, routing, delivery and custody.
import { describe, expect, test } from "vitest";
import type { HandsetContext } from "../../../simulator/machines/handset-context.ts";
import type { Knowledge } from "../../../simulator/machines/knowledge.ts";
import type { World } from "../../../simulator/machines/world.ts";
import type { Move } from "../../../simulator/model/move.ts";
import type { SetupInput } from "../../../simulator/model/setup.ts";
import { contextOf, goOn, lastOf, movesOf, play, setupOf, stateOf, told } from "../playing.ts";

type PhoneInput = Partial<NonNullable<SetupInput["devices"]>[number]>;
type NumberInput = Partial<NonNullable<SetupInput["numbers"]>[number]>;

function club(phone: PhoneInput = {}, number: NumberInput = {}) {
  return setupOf({
    numbers: [{ id: "mobile", ...number }],
    devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"], ...phone }],
    accounts: [
      {
        id: "club",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
      {
        id: "bank",
        kind: "bank",
        authenticators: [{ id: "text", kind: "sms-code", number: "mobile", sender: "long-number" }],
        signIn: [{ with: ["text"] }],
      },
    ],
  });
}

const swap: Move = { actor: "attacker", do: "swap-sim", number: "mobile", approach: "phone-call" };
const redirect: Move = { actor: "attacker", do: "redirect-texts", number: "mobile" };
const endRedirect: Move = { actor: "attacker", do: "end-redirect", number: "mobile" };
const block = (senders: "all-services" | "short-codes" | readonly string[] = "all-services"): Move => ({
  actor: "carrier",
  do: "block-texts",
  number: "mobile",
  senders,
});
const lose: Move = { actor: "chance", do: "lose-device", device: "phone" };
const take: Move = { actor: "attacker", do: "take-device", device: "phone" };

/** Somebody asks the club for a code: who comes to know it? */
function textAskedBy(person: "owner" | "attacker", world: World, account = "club") {
  const doing = movesOf(person, account);
  const after = goOn(world, [doing.begin(), doing.ask("text")]);
  const known = (contextOf(after, person) as Knowledge).codes;
  return { how: told(after).at(-1), known: `${account}/text` in known };
}

describe("where a text goes", () => {
  const possession = { owner: [], attacker: [swap] } as const;
  const routing = { direct: [], intercepted: [redirect] } as const;
  const delivery = { reachable: [], filtered: [block()] } as const;
  const custody = { owner: [], attacker: [take], nobody: [lose] } as const;

  /** Interception takes the text on its way; then the filter stops it; then the SIM decides; then whoever has the phone. */
  function expected(
    holder: keyof typeof possession,
    route: keyof typeof routing,
    filter: keyof typeof delivery,
    hand: keyof typeof custody,
  ) {
    if (route === "intercepted") return { how: "text-intercepted", reader: "attacker" };
    if (filter === "filtered") return { how: "text-blocked", reader: "nobody" };
    if (holder === "attacker") return { how: "text-reaches-attacker", reader: "attacker" };
    if (hand === "attacker") return { how: "text-on-stolen-screen", reader: "attacker" };
    if (hand === "nobody") return { how: "text-on-lost-device", reader: "nobody" };
    return { how: "text-arrives", reader: "owner" };
  }

  const keys = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];
  const cases = keys(possession).flatMap((holder) =>
    keys(routing).flatMap((route) =>
      keys(delivery).flatMap((filter) =>
        keys(custody).map((hand) => ({
          holder,
          route,
          filter,
          hand,
          ...expected(holder, route, filter, hand),
        })),
      ),
    ),
  );

  test.each(cases)(
    "SIM with $holder, $route, $filter, phone with $hand: $how, read by $reader",
    ({ holder, route, filter, hand, how, reader }) => {
      const world = play(club(), [
        ...possession[holder],
        ...routing[route],
        ...delivery[filter],
        ...custody[hand],
      ]);
      for (const person of ["owner", "attacker"] as const)
        expect(textAskedBy(person, world)).toEqual({ how, known: reader === person });
    },
  );

  test("the order in which things happen to the line does not matter", () => {
    const inOrder = play(club(), [swap, redirect, block()]);
    const reversed = play(club(), [block(), redirect, swap]);
    expect(stateOf(inOrder, "line:mobile")).toEqual(stateOf(reversed, "line:mobile"));
  });

  test("without a device that has the SIM a text goes nowhere", () => {
    expect(textAskedBy("owner", play(club({ sims: [] }), []))).toEqual({
      how: "text-reaches-nobody",
      known: false,
    });
  });
});

describe("a SIM swap", () => {
  test("takes the network off the owner's phone, which the owner can see", () => {
    const world = play(club(), [swap]);
    expect(told(world)).toEqual(["sim-change-asked-by-phone-call", "sim-moved", "service-lost"]);
    expect(lastOf(world).sees?.id).toBe("no-service");
    expect(stateOf(world, "owner")).toBe("alarmed");
  });

  test.each([
    ["number-lock", { numberLock: true }],
    ["account-pin", { simChange: "account-pin" }],
    ["photo-id-in-person", { simChange: "photo-id-in-person" }],
  ] as const)("by phone call is refused for %s, and the phone keeps its network", (why, carrier) => {
    const world = play(club({}, { carrier }), [swap]);
    expect(told(world)).toEqual(["sim-change-asked-by-phone-call", `sim-refused-${why}`]);
    expect(textAskedBy("owner", world).known).toBe(true);
  });

  test.each([
    { numberLock: true },
    { simChange: "account-pin" },
    { simChange: "photo-id-in-person" },
  ] as const)("by an insider is stopped by none of it: %j", (carrier) => {
    const world = play(club({}, { carrier }), [{ ...swap, approach: "insider" }]);
    expect(told(world)).toEqual(["sim-change-asked-by-insider", "sim-moved", "service-lost"]);
  });

  test.each(["phone-call", "insider"] as const)("of a landline is not possible, by %s", (approach) => {
    const world = play(club({ sims: [] }, { line: "landline" }), [{ ...swap, approach }]);
    expect(lastOf(world).what.id).toBe("sim-refused-landline");
  });

  test("is not done twice", () => {
    const once = play(club(), [swap]);
    expect(told(goOn(once, [swap]))).toEqual(told(once));
  });

  test("finds no phone to take the network from when the phone is lost, and nobody sees it", () => {
    const world = play(club(), [lose, swap]);
    expect(told(world).slice(-1)).toEqual(["sim-moved"]);
  });
});

describe("a redirect", () => {
  test("is seen by nobody, and ends without a trace", () => {
    const world = play(club(), [redirect, endRedirect]);
    expect(told(world)).toEqual(["texts-redirected", "redirect-ended"]);
    expect(world.trail[0]?.sees?.id).toBe("nothing-unusual");
    expect(stateOf(world, "owner")).toBe("unaware");
    expect(textAskedBy("owner", world)).toEqual({ how: "text-arrives", known: true });
  });

  test("is refused by a carrier that filters signalling", () => {
    const world = play(club({}, { carrier: { ss7Filtering: true } }), [redirect]);
    expect(told(world)).toEqual(["redirect-refused"]);
    expect(textAskedBy("attacker", world).known).toBe(false);
  });

  test("that was never there cannot be ended", () => {
    expect(told(play(club(), [endRedirect]))).toEqual([]);
  });
});

describe("a carrier's filter", () => {
  test("of short codes stops those, and lets long numbers through", () => {
    const world = play(club(), [block("short-codes")]);
    expect(textAskedBy("owner", world, "club").how).toBe("text-blocked");
    expect(textAskedBy("owner", world, "bank").how).toBe("text-arrives");
  });

  test("of single accounts stops only theirs", () => {
    const world = play(club(), [block(["bank"])]);
    expect(textAskedBy("owner", world, "club").how).toBe("text-arrives");
    expect(textAskedBy("owner", world, "bank").how).toBe("text-blocked");
  });

  test("that grows keeps what it stopped before", () => {
    const world = play(club(), [block(["bank"]), block(["club"])]);
    expect(textAskedBy("owner", world, "bank").how).toBe("text-blocked");
    expect(textAskedBy("owner", world, "club").how).toBe("text-blocked");
  });
});

describe("the handset", () => {
  const screen = (world: World) => (contextOf(world, "handset:phone") as HandsetContext).messages;

  test("keeps what arrives on its screen, with the time", () => {
    const doing = movesOf("owner", "club");
    const world = play(club(), [doing.begin(), doing.ask("text", 5_000), doing.ask("text", 5_000)]);
    expect(screen(world)).toMatchObject([
      { at: 5_000, from: "club", text: { id: "code-text" } },
      { at: 10_000, from: "club", text: { id: "code-text" } },
    ]);
  });

  test("that is stolen shows texts to the thief where previews are on", () => {
    expect(textAskedBy("attacker", play(club({ previews: true }), [take]))).toEqual({
      how: "text-on-stolen-screen",
      known: true,
    });
  });

  test("hides them where previews are off", () => {
    expect(textAskedBy("attacker", play(club({ previews: false }), [take]))).toEqual({
      how: "text-behind-lock",
      known: false,
    });
  });

  test("hides nothing without a lock", () => {
    expect(textAskedBy("attacker", play(club({ previews: false, lock: "none" }), [take])).known).toBe(true);
  });

  test("hides nothing from a thief who can pass the lock", () => {
    const world = play(club({ previews: false }), [take], { attackerHolds: ["unlock:phone"] });
    expect(textAskedBy("attacker", world)).toEqual({ how: "text-on-stolen-screen", known: true });
  });

  test("takes along what is kept with it", () => {
    const setup = setupOf({
      devices: [{ id: "phone", kind: "smartphone" }],
      things: [
        { id: "key", kind: "security-key", keptWith: "phone" },
        { id: "sheet", kind: "paper" },
      ],
    });
    const holds = (world: World, person: string) => (contextOf(world, person) as Knowledge).holds;
    const stolen = play(setup, [take]);
    expect(holds(stolen, "attacker").toSorted()).toEqual(["device:phone", "thing:key"]);
    expect(holds(stolen, "owner")).not.toContain("thing:key");
    expect(holds(stolen, "owner")).toContain("thing:sheet");
    expect(holds(play(setup, [lose]), "owner")).not.toContain("thing:key");
  });

  test("that is gone is missed at once, and cannot go a second time", () => {
    const world = play(club(), [lose, take]);
    expect(told(world)).toEqual(["device-lost"]);
    expect(lastOf(world).sees?.id).toBe("device-gone");
    expect(stateOf(world, "owner")).toBe("alarmed");
    expect(stateOf(world, "handset:phone")).toBe("withNobody");
  });
});
