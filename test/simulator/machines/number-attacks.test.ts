// What befalls a number beside SIM swaps: ported, rerouted, forwarded, recorded, held up, given up and given back.
import { describe, expect, test } from "vitest";
import type { World } from "../../../simulator/machines/world.ts";
import type { Move, Reception } from "../../../simulator/model/move.ts";
import type { SetupInput } from "../../../simulator/model/setup.ts";
import { sceneOf } from "../../../simulator/scene.ts";
import type { LineScene } from "../../../simulator/scene.ts";
import { goOn, isInside, lastOf, movesOf, play, setupOf, told, wait } from "../playing.ts";

type NumberInput = Partial<NonNullable<SetupInput["numbers"]>[number]>;
type Authenticators = NonNullable<NonNullable<SetupInput["accounts"]>[number]["authenticators"]>;
type Controls = NonNullable<NonNullable<SetupInput["accounts"]>[number]["controls"]>;

const minute = 60_000;

function club(number: NumberInput = {}, controls: Controls = {}, call: object = {}) {
  const authenticators: Authenticators = [
    { id: "text", kind: "sms-code", number: "mobile" },
    { id: "long", kind: "sms-code", number: "mobile", sender: "long-number" },
    { id: "call", kind: "voice-code", number: "mobile", ...call },
  ];
  return setupOf({
    numbers: [{ id: "mobile", ...number }],
    devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"] }],
    accounts: [
      { id: "club", authenticators, signIn: authenticators.map(({ id }) => ({ with: [id] })), controls },
    ],
  });
}

const routes = ["text", "long", "call"] as const;
const by = <What extends string>(what: What) => ({ actor: "attacker", do: what, number: "mobile" }) as const;
const swap = (approach: "phone-call" | "insider" | "bribed-store"): Move => ({ ...by("swap-sim"), approach });
const reception = (what: Reception): Move => ({
  actor: "carrier",
  do: "set-reception",
  number: "mobile",
  reception: what,
});
const end = (recycled: boolean): Move => ({ actor: "carrier", do: "end-number", number: "mobile", recycled });
const giveBack: Move = { actor: "carrier", do: "return-number", number: "mobile" };
const lose: Move = { actor: "chance", do: "lose-device", device: "phone" };

function waysIn(person: "owner" | "attacker", world: World): readonly string[] {
  const doing = movesOf(person, "club");
  return routes.filter((id) =>
    isInside(
      goOn(world, [doing.begin("sign-in", routes.indexOf(id)), doing.ask(id), doing.present(id)]),
      person,
      "club",
    ),
  );
}

function lineOf(world: World): LineScene {
  const [line] = sceneOf(world, new Map()).lines;
  if (line === undefined) throw new Error("there is a line for each number");
  return line;
}

describe("a number ported to another carrier", () => {
  test("is the attacker's with all its texts and calls, and the phone has no network", () => {
    const world = play(club(), [by("port-out")]);
    expect(told(world)).toEqual(["port-asked", "number-ported", "service-lost"]);
    expect(lastOf(world).sees?.id).toBe("no-service");
    expect(waysIn("attacker", world)).toEqual(routes);
    expect(waysIn("owner", world)).toEqual([]);
    expect(lineOf(world)).toMatchObject({ holder: "attacker", liveIn: [] });
  });

  test.each([
    ["port-refused-number-lock", { carrier: { numberLock: true } }],
    ["port-refused-account-pin", { carrier: { portOut: "account-pin" } }],
    ["port-refused-landline", { line: "landline" }],
  ] as const)("%s: it stays", (why, number) => {
    const world = play(club(number), [by("port-out")]);
    expect(told(world)).toEqual(["port-asked", why]);
    expect(waysIn("attacker", world)).toEqual([]);
  });
});

test("a bribed store moves a number whatever the carrier asks for", () => {
  const strict = club({ carrier: { simChange: "photo-id-in-person", numberLock: true } });
  expect(waysIn("attacker", play(strict, [swap("bribed-store")]))).toEqual(routes);
  expect(waysIn("attacker", play(strict, [swap("phone-call")]))).toEqual([]);
});

describe("texts rerouted by a letter", () => {
  test("go to the attacker, while calls stay and the phone looks as always", () => {
    const world = play(club(), [by("reroute-texts")]);
    expect(lastOf(world).sees?.id).toBe("nothing-unusual");
    expect(waysIn("attacker", world)).toEqual(["text", "long"]);
    expect(waysIn("owner", world)).toEqual(["call"]);
    expect(lineOf(world)).toMatchObject({ holder: "owner", intercepted: true, undelivered: ["club"] });
  });

  test("stay where the number itself has to confirm", () => {
    const world = play(club({ carrier: { rerouting: "confirmed" } }), [by("reroute-texts")]);
    expect(told(world)).toEqual(["rerouting-refused"]);
    expect(waysIn("owner", world)).toEqual(routes);
  });
});

test("a redirect from inside the network takes calls as well as texts, and lets go of both", () => {
  const during = play(club(), [by("redirect-texts")]);
  expect(waysIn("attacker", during)).toEqual(routes);
  expect(lineOf(during).callsTaken).toBe(true);
  expect(waysIn("attacker", goOn(during, [by("end-redirect")]))).toEqual([]);
});

describe("calls forwarded", () => {
  test("reach the attacker, and texts still the owner", () => {
    const world = play(club(), [by("forward-calls")]);
    expect(waysIn("attacker", world)).toEqual(["call"]);
    expect(waysIn("owner", world)).toEqual(["text", "long"]);
  });

  test("need a PIN where the carrier asks for one", () => {
    const world = play(club({ carrier: { forwarding: "account-pin" } }), [by("forward-calls")]);
    expect(told(world)).toEqual(["forwarding-refused"]);
    expect(waysIn("attacker", world)).toEqual([]);
  });
});

describe("voicemail", () => {
  const hears = (number: NumberInput, call: object = {}) =>
    waysIn("attacker", play(club(number, {}, call), [by("open-voicemail")]));

  test("that is open gives a spoken code to whoever calls in", () => {
    expect(hears({ voicemail: "open" })).toEqual(["call"]);
  });

  test.each(["pin", "none"] as const)("that is %s gives none", (voicemail) => {
    expect(hears({ voicemail })).toEqual([]);
  });

  test("records no code that is spoken only after a key has been pressed", () => {
    expect(hears({ voicemail: "open" }, { keyPress: true })).toEqual([]);
  });

  test("of a call that says a code only after a PIN helps those who know the PIN", () => {
    expect(hears({ voicemail: "open" }, { pin: true })).toEqual([]);
    const world = play(club({ voicemail: "open" }, {}, { pin: true }), [by("open-voicemail")], {
      attackerHolds: ["secret:club/call"],
    });
    expect(waysIn("attacker", world)).toEqual(["call"]);
  });

  test("of a lost phone records what was said, and nobody hears it", () => {
    const owner = movesOf("owner", "club");
    const world = play(club({ voicemail: "none" }), [lose, owner.begin("sign-in", 2), owner.ask("call")]);
    expect(told(world).at(-1)).toBe("call-unanswered");
  });
});

describe("where the phone is", () => {
  test.each([
    ["nothing", []],
    ["calls-only", ["call"]],
    ["no-short-codes", ["long", "call"]],
    ["everything", routes],
  ] as const)("with %s in reach the owner gets in by %j", (what, ways) => {
    expect(waysIn("owner", play(club(), [reception(what)]))).toEqual(ways);
  });

  test("with no network it says so, and with half of one it looks as always", () => {
    expect(lastOf(play(club(), [reception("nothing")])).sees?.id).toBe("no-service");
    expect(lastOf(play(club(), [reception("no-short-codes")])).sees?.id).toBe("nothing-unusual");
  });

  test("coming back brings everything back", () => {
    const world = play(club(), [reception("nothing"), reception("everything")]);
    expect(waysIn("owner", world)).toEqual(routes);
    expect(lineOf(world).undelivered).toEqual([]);
  });
});

describe("texts that are held up", () => {
  const delay = (by: number): Move => ({ actor: "carrier", do: "delay-texts", number: "mobile", by });
  const owner = movesOf("owner", "club");

  test("arrive later, and are still good within the lifetime of the code", () => {
    const asked = play(club(), [delay(9 * minute), owner.begin(), owner.ask("text")]);
    expect(lastOf(asked).what.id).toBe("text-held-up");
    expect(asked.timers.length).toBe(2);
    const arrived = goOn(asked, [wait(9 * minute)]);
    expect(lastOf(arrived)).toMatchObject({ at: 9 * minute, what: { id: "text-arrives" } });
    expect(isInside(goOn(arrived, [owner.present("text")]), "owner", "club")).toBe(true);
  });

  test("arrive too late where the code does not live as long", () => {
    const world = play(club(), [
      delay(15 * minute),
      owner.begin(),
      owner.ask("text"),
      wait(15 * minute),
      owner.present("text"),
    ]);
    expect(lastOf(world).what.id).toBe("refused-expired");
    expect(lineOf(world).undelivered).toEqual(["club"]);
  });

  test("can be several at once, and each arrives in its turn", () => {
    const world = play(club(), [
      delay(5 * minute),
      owner.begin(),
      owner.ask("text"),
      owner.ask("text", minute),
      wait(10 * minute),
    ]);
    const arrivals = world.trail.filter(({ what }) => what.id === "text-arrives").map(({ at }) => at);
    expect(arrivals).toEqual([5 * minute, 6 * minute]);
  });

  test("go to whoever has the number by then", () => {
    const world = play(club(), [
      delay(5 * minute),
      owner.begin(),
      owner.ask("text"),
      swap("insider"),
      wait(5 * minute),
    ]);
    expect(lastOf(world).what.id).toBe("text-reaches-attacker");
  });
});

describe("a number that is given up", () => {
  test("is nobody's, and its texts are read by nobody", () => {
    const world = play(club(), [end(false)]);
    expect([waysIn("owner", world), waysIn("attacker", world)]).toEqual([[], []]);
    expect(lineOf(world)).toMatchObject({ inUse: false, liveIn: [] });
  });

  test("and recycled is a stranger's", () => {
    const world = play(club(), [end(true)]);
    expect([waysIn("owner", world), waysIn("attacker", world)]).toEqual([[], routes]);
  });
});

describe("a number that is given back", () => {
  test.each([
    ["a SIM swap", swap("phone-call")],
    ["porting", by("port-out")],
    ["rerouting", by("reroute-texts")],
    ["a redirect", by("redirect-texts")],
    ["forwarding", by("forward-calls")],
  ] as const)("after %s is all the owner's again", (_, attack) => {
    const world = play(club(), [attack, giveBack]);
    expect(waysIn("owner", world)).toEqual(routes);
    expect(waysIn("attacker", world)).toEqual([]);
    expect(lineOf(world).liveIn).toEqual(["phone"]);
  });

  test("after the phone was stolen is in another phone of the owner's, and the thief's is dead", () => {
    const take: Move = { actor: "attacker", do: "take-device", device: "phone" };
    const world = play(club(), [take, giveBack]);
    expect(waysIn("owner", world)).toEqual(routes);
    expect(waysIn("attacker", world)).toEqual([]);
    expect(lineOf(world).liveIn).toEqual([]);
  });
});

describe("a service that asks the carrier about a change", () => {
  const asking = club({}, { carrierChangeCheck: true });

  test.each([swap("phone-call"), by("port-out"), end(true)])("neither texts nor calls after %j", (move) => {
    const world = play(asking, [move]);
    expect(waysIn("attacker", world)).toEqual([]);
    const attacker = movesOf("attacker", "club");
    const tried = goOn(world, [attacker.begin(), attacker.ask("text")]);
    expect(lastOf(tried).what.id).toBe("text-withheld-after-change");
    const called = goOn(world, [attacker.begin("sign-in", 2), attacker.ask("call")]);
    expect(lastOf(called).what.id).toBe("call-withheld-after-change");
  });

  test("does not help the owner either, once the number is back", () => {
    expect(waysIn("owner", play(asking, [swap("phone-call"), giveBack]))).toEqual([]);
  });

  test("hears nothing of a redirect or of rerouting", () => {
    expect(waysIn("attacker", play(asking, [by("redirect-texts")]))).toEqual(routes);
    expect(waysIn("attacker", play(asking, [by("reroute-texts")]))).toEqual(["text", "long"]);
  });

  test("texts a number whose move was refused", () => {
    const locked = club({ carrier: { numberLock: true } }, { carrierChangeCheck: true });
    expect(waysIn("owner", play(locked, [swap("phone-call"), by("port-out")]))).toEqual(routes);
  });
});

test("a filter that is taken away lets everything through again", () => {
  const world = play(club(), [
    { actor: "carrier", do: "block-texts", number: "mobile", senders: "all-services" },
    { actor: "carrier", do: "unblock-texts", number: "mobile" },
  ]);
  expect(told(world)).toEqual(["texts-blocked", "texts-unblocked"]);
  expect(waysIn("owner", world)).toEqual(routes);
});

describe("what is told of a number names where it was read", () => {
  const delayed: Move = { actor: "carrier", do: "delay-texts", number: "mobile", by: 15 * minute };
  const strict = {
    portOut: "account-pin",
    rerouting: "confirmed",
    forwarding: "account-pin",
    simChange: "nothing",
    numberLock: false,
    ss7Filtering: true,
  } as const;

  test.each<readonly [string, Move, NumberInput]>([
    ["port-asked", by("port-out"), {}],
    ["number-ported", by("port-out"), {}],
    ["port-refused-account-pin", by("port-out"), { carrier: strict }],
    ["texts-rerouted", by("reroute-texts"), {}],
    ["rerouting-refused", by("reroute-texts"), { carrier: strict }],
    ["calls-forwarded", by("forward-calls"), {}],
    ["forwarding-refused", by("forward-calls"), { carrier: strict }],
    ["voicemail-opened", by("open-voicemail"), { voicemail: "open" }],
    ["voicemail-stays-shut", by("open-voicemail"), { voicemail: "pin" }],
    ["texts-held-up", delayed, {}],
    ["reception-nothing", reception("nothing"), {}],
    ["reception-calls-only", reception("calls-only"), {}],
    ["reception-no-short-codes", reception("no-short-codes"), {}],
    ["number-recycled", end(true), {}],
  ])("%s", (id, move, number) => {
    const entry = play(club(number), [move]).trail.find(({ what }) => what.id === id);
    expect(entry?.sources?.length).toBeGreaterThan(0);
  });

  test("that everything arrives again needs no source", () => {
    expect(lastOf(play(club(), [reception("everything")])).sources).toBeUndefined();
  });
});
