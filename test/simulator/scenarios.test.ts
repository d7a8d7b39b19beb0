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
import { initialWorld } from "../../simulator/machines/world.ts";
import type { World } from "../../simulator/machines/world.ts";
import { ownerHoldings } from "../../simulator/model/holdings.ts";
import { openScenario } from "../../simulator/scenarios/index.ts";
import { sceneOf } from "../../simulator/scene.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { goOn, setupOf, told } from "./playing.ts";

const refs = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

const simChanges: readonly Carrier["simChange"][] = [
  "nothing",
  "personal-data",
  "account-pin",
  "photo-id-in-person",
];
const policies = simChanges.flatMap((simChange) =>
  [true, false].flatMap((numberLock) =>
    [true, false].map((ss7Filtering): Carrier => ({ simChange, numberLock, ss7Filtering })),
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

/** What the statecharts say about one person's holdings, and which texts are still delivered. */
function heldIn(world: World) {
  const { pegs, lines } = sceneOf(world, new Map());
  const by = (person: "owner" | "attacker") =>
    pegs.filter(({ holders }) => holders.includes(person)).map(({ holding }) => holding);
  return {
    owner: new Set<Holding>(by("owner")),
    attacker: new Set<Holding>(by("attacker")),
    intercepted: lines.filter(({ intercepted }) => intercepted).map(({ number }) => number),
    stopped: new Set(
      lines.flatMap(({ number, blocked }) => blocked.map((account) => `delivery:${number}/${account}`)),
    ),
  };
}

/** Plays the opening and its closing, and holds what they claim against what the statecharts then say. */
function expectClaimsToAgree(setup: Setup, ref: ScenarioRef): void {
  const opening = openScenario(setup, ref);
  const first = initialWorld(setup, { attackerHolds: opening.knows });
  const opened = goOn(first, opening.moves);
  const closed = goOn(opened, opening.closing);
  const [before, during, after] = [heldIn(first), heldIn(opened), heldIn(closed)];

  const gained = opening.gains.filter((holding) => holdingParts(holding).kind !== "interception");
  const intercepted = opening.gains.filter((holding) => holdingParts(holding).kind === "interception");
  expect(during.intercepted.map((number) => `interception:${number}`)).toEqual(intercepted);
  expect(after.intercepted).toEqual([]);
  // An intercepted number counts as held only for as long as it is intercepted.
  expect([...after.attacker].toSorted()).toEqual([...new Set(gained)].toSorted());

  const lost = [...before.owner].filter((holding) => !after.owner.has(holding));
  const isDelivery = (holding: string) => holding.startsWith("delivery:");
  expect(lost.toSorted()).toEqual(opening.losses.filter((holding) => !isDelivery(holding)).toSorted());
  expect([...after.stopped].toSorted()).toEqual(opening.losses.filter(isDelivery).toSorted());

  const owned = new Set(ownerHoldings(setup));
  for (const holding of opening.losses) expect(owned).toContain(holding);
}

describe.each(refs)("$id/$variant", (ref) => {
  test.each(policies)("claims what is played where the carrier's policy is %j", (carrier) => {
    expectClaimsToAgree(household(carrier), ref);
  });

  test.each(exampleSetupIds)("claims what is played in %s", (id) => {
    expectClaimsToAgree(exampleSetup(id), ref);
  });

  test("can strike the other number or phone", () => {
    const { kind } = scenarioById(ref.id);
    const target = ref.id === "lost-phone" ? "work-phone" : "work";
    const struck = { ...ref, target };
    const setup = household({ simChange: "nothing", numberLock: false, ss7Filtering: false });
    expectClaimsToAgree(setup, struck);
    expect(openScenario(setup, struck).target).toBe(target);
    expect(openScenario(setup, struck).attacked).toBe(kind === "attack");
  });

  test("begins with a move whose id is in the trail", () => {
    const setup = household({ simChange: "nothing", numberLock: false, ss7Filtering: false });
    const opening = openScenario(setup, ref);
    const world = goOn(initialWorld(setup), opening.moves);
    expect(told(world).length).toBeGreaterThan(0);
  });
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
    expect(opening).toMatchObject({ moves: [], closing: [], gains: [], losses: [] });
    expect(opening.target).toBeUndefined();
  });

  test.each(scenarios.map(({ id }) => id))("%s does nothing where the named target does not exist", (id) => {
    const opening = openScenario(
      household({ simChange: "nothing", numberLock: false, ss7Filtering: false }),
      {
        id,
        target: "nowhere",
      },
    );
    expect(opening).toMatchObject({ moves: [], gains: [], losses: [] });
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
  const setup = household({ simChange: "nothing", numberLock: false, ss7Filtering: false });
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
  const setup = household({ simChange: "nothing", numberLock: false, ss7Filtering: false });

  test.each(refs.filter(({ variant }) => variant === "with-passwords"))(
    "$id/$variant starts with the passwords that the owner remembers",
    (ref) => {
      expect(openScenario(setup, ref).knows).toEqual(["secret:bank/password"]);
    },
  );

  test.each(refs.filter(({ variant }) => variant !== "with-passwords"))(
    "$id/$variant starts with no password",
    (ref) => {
      expect(openScenario(setup, ref).knows).toEqual([]);
    },
  );

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
