// Each scenario, in each variant and under each policy of the carrier: what is played is what analysis assumes.
import { describe, expect, test } from "vitest";
import {
  holdingParts,
  parseScenarioRef,
  scenarioById,
  scenarios,
  variantOf,
  verdicts,
} from "../../simulator/index.ts";
import type { Carrier, Holding, ScenarioId, ScenarioRef, Setup } from "../../simulator/index.ts";
import type { Knowledge } from "../../simulator/machines/knowledge.ts";
import { initialWorld } from "../../simulator/machines/world.ts";
import type { World } from "../../simulator/machines/world.ts";
import { conditionsOf, isCondition, ownerHoldings } from "../../simulator/model/holdings.ts";
import { openScenario } from "../../simulator/scenarios/index.ts";
import { pegsOf, sceneOf } from "../../simulator/scene.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { contextOf, goOn, setupOf, told } from "./playing.ts";

const refs = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

const simChanges: readonly Carrier["simChange"][] = [
  "nothing",
  "personal-data",
  "account-pin",
  "photo-id-in-person",
];
/** A carrier that gives in to everybody. */
const lenient: Carrier = {
  simChange: "nothing",
  numberLock: false,
  ss7Filtering: false,
  portOut: "letter",
  rerouting: "letter",
  forwarding: "personal-data",
};
/** One that asks for more, each thing by itself. */
const stricter: readonly Carrier[] = [
  { ...lenient, portOut: "account-pin" },
  { ...lenient, rerouting: "confirmed" },
  { ...lenient, forwarding: "account-pin" },
];
const policies = simChanges.flatMap((simChange) =>
  [true, false].flatMap((numberLock) =>
    [true, false].map((ss7Filtering): Carrier => ({ ...lenient, simChange, numberLock, ss7Filtering })),
  ),
);

/** A household with everything that a scenario can strike. */
function household(carrier: Carrier): Setup {
  return setupOf({
    numbers: [
      { id: "hall", line: "landline", carrier },
      { id: "mobile", carrier },
      { id: "work", carrier },
    ],
    devices: [
      { id: "tablet", kind: "tablet" },
      { id: "phone", kind: "smartphone", sims: ["mobile"] },
      { id: "work-phone", kind: "feature-phone", sims: ["work"] },
    ],
    things: [
      { id: "key", kind: "security-key", keptWith: "phone" },
      { id: "sheet", kind: "paper" },
    ],
    accounts: [
      {
        id: "bank",
        kind: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile", sender: "long-number" },
        ],
        signIn: [{ with: ["password", "text"] }],
      },
      {
        id: "club",
        authenticators: [
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "work-text", kind: "sms-code", number: "work" },
        ],
        signIn: [{ with: ["text"] }, { with: ["work-text"] }],
      },
    ],
  });
}

/** Knowing how to pass a lock or what a PIN is: in people's heads, and in no picture. */
const isKnown = (holding: Holding) => ["unlock", "activation"].includes(holdingParts(holding).kind);

const knownToAttacker = (world: World): readonly Holding[] =>
  (contextOf(world, "attacker") as Knowledge).holds.filter((holding): holding is Holding =>
    isKnown(holding as Holding),
  );

/** Holdings that an actor is seen to have. */
const isSeen = (holding: Holding) =>
  !isCondition(holding) && !isKnown(holding) && !advantages.includes(holdingParts(holding).kind);
const advantages = ["interception", "calls", "voicemail", "watch", "pass", "coax"];

/** What the statecharts say about who holds what, and about lines and devices. */
function seenIn(world: World) {
  const { pegs, lines, handsets } = sceneOf(world, new Map());
  const by = (person: "owner" | "attacker") =>
    pegs.filter(({ holders }) => holders.includes(person)).map(({ holding }) => holding);
  return {
    owner: by("owner").filter(isSeen),
    attacker: by("attacker").filter(isSeen),
    reach: [
      ...lines.flatMap(({ number, intercepted }) => (intercepted ? [`interception:${number}`] : [])),
      ...lines.flatMap(({ number, callsTaken }) => (callsTaken ? [`calls:${number}`] : [])),
      ...lines.flatMap(({ number, voicemailOpened }) => (voicemailOpened ? [`voicemail:${number}`] : [])),
      ...handsets.flatMap(({ device, watched }) => (watched ? [`watch:${device}`] : [])),
    ],
    undelivered: lines.flatMap(({ number, undelivered }) =>
      undelivered.map((account) => `delivery:${number}/${account}`),
    ),
  };
}

/** Plays the opening and its closing, and holds what they claim against what the statecharts then say. */
function expectClaimsToAgree(setup: Setup, ref: ScenarioRef): void {
  const opening = openScenario(setup, ref);
  const first = initialWorld(setup, { attackerHolds: opening.knows });
  const opened = goOn(first, opening.moves);
  const [before, during, after] = [first, opened, goOn(opened, opening.closing)].map(seenIn);
  if (before === undefined || during === undefined || after === undefined)
    throw new Error("nothing was played");
  const ofKinds = (...kinds: readonly string[]) =>
    opening.gains.filter((holding) => kinds.includes(holdingParts(holding).kind));

  expect(during.reach.toSorted()).toEqual(ofKinds("interception", "calls", "voicemail", "watch").toSorted());
  // Whose texts are read on their way is shown to have the number, for as long as they are.
  const read = ofKinds("interception").map((holding): Holding => `number:${holdingParts(holding).id}`);
  const shown = new Set(pegsOf(setup));
  const gained = [...new Set([...opening.gains, ...read])].filter(
    (holding) => isSeen(holding) && shown.has(holding),
  );
  expect(during.attacker.toSorted()).toEqual(gained.toSorted());
  expect(knownToAttacker(opened).toSorted()).toEqual(opening.gains.filter(isKnown).toSorted());

  const lost = before.owner.filter((holding) => !after.owner.includes(holding));
  expect(lost.toSorted()).toEqual(opening.losses.filter(isSeen).toSorted());
  expect(after.undelivered.toSorted()).toEqual(
    opening.losses.filter((holding) => holding.startsWith("delivery:")).toSorted(),
  );

  const there = new Set<string>([...ownerHoldings(setup), ...conditionsOf(setup)]);
  for (const holding of opening.losses) expect(there).toContain(holding);
}

/** Whether it makes a difference to this scenario how the carrier goes about things. */
const dependsOnCarrier = ({ id, variant }: (typeof refs)[number]) =>
  openScenario(household(lenient), { id, variant }).moves.some((move) => "number" in move);

describe.each(refs.filter(dependsOnCarrier))("$id/$variant", (ref) => {
  test.each([...policies, ...stricter])(
    "claims what is played where the carrier's policy is %j",
    (carrier) => {
      expectClaimsToAgree(household(carrier), ref);
    },
  );
});

describe.each(refs)("$id/$variant", (ref) => {
  test.each(exampleSetupIds)("claims what is played in %s", (id) => {
    expectClaimsToAgree(exampleSetup(id), ref);
  });

  test("tells what happens, from the first move that is not a wait", () => {
    const setup = household(lenient);
    const moves = openScenario(setup, ref).moves.filter((move) => move.do !== "wait");
    const world = goOn(initialWorld(setup), moves);
    expect(told(world).length > 0).toBe(moves.length > 0);
  });
});

const named = refs.flatMap((ref) => {
  const { kind, strikes } = scenarioById(ref.id);
  if (kind === "failure" && ref.id !== "lost-phone" && ref.id !== "carrier-block") return [];
  if (strikes === "number") return [{ ...ref, target: "work" }];
  return strikes === "device" ? [{ ...ref, target: "work-phone" }] : [];
});

test.each(named)("$id/$variant can strike the other one: $target", (ref) => {
  const setup = household(lenient);
  expectClaimsToAgree(setup, ref);
  expect(openScenario(setup, ref).target).toBe(ref.target);
  expect(openScenario(setup, ref).attacked).toBe(scenarioById(ref.id).kind === "attack");
});

describe("what is struck when nothing is named", () => {
  const target = (id: ScenarioId, input: Parameters<typeof setupOf>[0], named?: string) =>
    openScenario(setupOf(input), { id, ...(named === undefined ? {} : { target: named }) }).target;
  const numbers = [{ id: "hall", line: "landline" }, { id: "first" }, { id: "second" }] as const;
  const devices = [
    { id: "tablet", kind: "tablet" },
    { id: "old-phone", kind: "feature-phone" },
    { id: "phone", kind: "smartphone" },
  ] as const;
  const onNumbers = ["sim-swap", "ss7-interception", "carrier-block"] as const;

  test.each(onNumbers)("%s takes the first mobile number", (id) => {
    expect(target(id, { numbers: [...numbers] })).toBe("first");
  });

  test.each(onNumbers)("%s takes the number that is named", (id) => {
    expect(target(id, { numbers: [...numbers] }, "second")).toBe("second");
  });

  test("the first phone is lost, and no tablet", () => {
    expect(target("lost-phone", { devices: [...devices] })).toBe("old-phone");
  });

  test("a tablet can be lost when it is named", () => {
    expect(target("lost-phone", { devices: [...devices] }, "tablet")).toBe("tablet");
  });

  const nothingToStrike: readonly (readonly [ScenarioId, string, Parameters<typeof setupOf>[0]])[] = [
    ...onNumbers.map((id) => [id, "there is no number", { devices: [...devices] }] as const),
    ...onNumbers.map(
      (id) => [id, "there is a landline only", { numbers: [{ id: "hall", line: "landline" }] }] as const,
    ),
    [
      "lost-phone",
      "there is no phone",
      { numbers: [...numbers], devices: [{ id: "tablet", kind: "tablet" }] },
    ],
  ];

  test.each(nothingToStrike)("%s does nothing where %s", (id, _, input) => {
    const opening = openScenario(setupOf(input), { id });
    expect(opening).toMatchObject({ moves: [], closing: [], losses: [] });
    expect(opening.gains).toEqual(opening.knows);
    expect(opening.target).toBeUndefined();
  });

  test.each(scenarios.map(({ id }) => id))("%s does nothing where the named target does not exist", (id) => {
    const opening = openScenario(household(lenient), {
      id,
      target: "nowhere",
    });
    expect(opening).toMatchObject({ moves: [], losses: [] });
    expect(opening.gains).toEqual(opening.knows);
  });

  test("a number whose SIM is in no device can be swapped and filtered all the same", () => {
    const setup = setupOf({
      numbers: [{ id: "mobile" }],
      accounts: [
        {
          id: "club",
          authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
          signIn: [{ with: ["text"] }],
        },
      ],
    });
    for (const ref of refs) expectClaimsToAgree(setup, ref);
    expect(verdicts(setup, { id: "sim-swap" })[0]?.attacker).toBe("taken-over");
  });
});

describe("a carrier block", () => {
  const setup = household(lenient);
  const losses = (variant: string) => openScenario(setup, { id: "carrier-block", variant }).losses;

  test("of short codes stops those who text from one", () => {
    expect(losses("short-codes")).toEqual(["delivery:mobile/club"]);
  });

  test("of banks stops the banks, whatever they text from", () => {
    expect(losses("banks")).toEqual(["delivery:mobile/bank"]);
  });

  test("of all services stops them all, on this number only", () => {
    expect(losses("all-services")).toEqual(["delivery:mobile/bank", "delivery:mobile/club"]);
  });
});

describe("attackers", () => {
  const setup = household(lenient);

  const knowsPassword = (ref: ScenarioRef) => openScenario(setup, ref).knows.includes("secret:bank/password");

  test.each(refs.filter(({ variant }) => variant === "with-passwords"))(
    "$id/$variant starts with the passwords that the owner remembers",
    (ref) => {
      expect(knowsPassword(ref)).toBe(true);
    },
  );

  test.each(refs.filter(({ variant }) => variant === "without-passwords"))(
    "$id/$variant starts with no password",
    (ref) => {
      expect(knowsPassword(ref)).toBe(false);
    },
  );

  test("only attacks against a number or a desk start with data about the owner", () => {
    const informed = refs.filter((ref) => openScenario(setup, ref).knows.includes("personal-data:owner"));
    expect([...new Set(informed.map(({ id }) => id))].toSorted()).toEqual([
      "call-forwarding",
      "code-call",
      "factor-removal-by-text",
      "port-out",
      "reset-chain",
      "reset-skips-second-factor",
      "sim-swap",
      "support-desk-talked-round",
      "text-rerouting",
      "two-factor-switched-off",
    ]);
  });

  test("attacks have an attacker of a kind, and failures have none", () => {
    for (const { kind, attacker } of scenarios) expect(attacker !== undefined).toBe(kind === "attack");
  });
});

describe("references to scenarios", () => {
  test.each([
    ["sim-swap", { id: "sim-swap" }],
    ["sim-swap/insider", { id: "sim-swap", variant: "insider" }],
    ["carrier-block/banks", { id: "carrier-block", variant: "banks" }],
  ])("%s is read", (text, ref) => {
    expect(parseScenarioRef(text)).toEqual(ref);
  });

  test.each([
    "",
    "/",
    "sim-swap/",
    "sim-swap/nobody",
    "sim-swap/insider/more",
    "SIM-SWAP",
    "constructor",
    "lost-phone/insider",
  ])("%j is no scenario", (text) => {
    expect(parseScenarioRef(text)).toBeUndefined();
  });

  test("without a variant the first is meant", () => {
    for (const { id, variants } of scenarios) expect(variantOf({ id })).toBe(variants[0]?.id);
  });
});
