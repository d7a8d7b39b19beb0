// Analysis proves and statecharts play: here they are held to one another.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { closure } from "../../simulator/analysis/closure.ts";
import { accessGraph } from "../../simulator/analysis/graph.ts";
import { explore } from "../../simulator/machines/explore.ts";
import { initialWorld, worldsOf } from "../../simulator/machines/world.ts";
import type { World } from "../../simulator/machines/world.ts";
import { redirectSucceeds, simSwapSucceeds } from "../../simulator/model/carrier-policy.ts";
import { accountById } from "../../simulator/model/find.ts";
import { ownerHoldings } from "../../simulator/model/holdings.ts";
import type { Holding } from "../../simulator/model/holdings.ts";
import type { Move } from "../../simulator/model/move.ts";
import type { Account, Setup } from "../../simulator/model/setup.ts";
import type { Person } from "../../simulator/model/trail.ts";
import { openScenario, scenarios } from "../../simulator/scenarios/index.ts";
import { story } from "../../simulator/story.ts";
import type { Story } from "../../simulator/story.ts";
import { anySmallSetup, anyTinySetup } from "../helpers/any-small-setup.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";

// Exploring takes seconds, and many times that on a machine that does other things too.
vi.setConfig({ testTimeout: 300_000 });

const cells = exampleSetupIds.flatMap((id) =>
  scenarios.flatMap((scenario) =>
    scenario.variants.map((variant) => ({
      name: `${id} × ${scenario.id}/${variant.id}`,
      setup: exampleSetup(id),
      ref: { id: scenario.id, variant: variant.id },
    })),
  ),
);

describe("every verdict of the example setups ends as claimed when it is played", () => {
  test.each(cells)("$name", ({ setup, ref }) => {
    expectPlayedAsClaimed(setup, ref);
  });
});

test("every verdict of a random small setup ends as claimed when it is played", () => {
  const anyRef = fc.constantFrom(
    ...scenarios.flatMap(({ id, variants }) => variants.map((variant) => ({ id, variant: variant.id }))),
  );
  fc.assert(
    fc.property(anySmallSetup, anyRef, (setup, ref) => {
      expectPlayedAsClaimed(setup, ref);
    }),
    { numRuns: 150 },
  );
});

test("the statecharts let an attacker reach exactly what the closure says, whatever the attacker starts with", () => {
  fc.assert(
    fc.property(anyTinySetup, anyGrip, (setup, grip) => {
      const { world, held } = gripped(setup, grip);
      expectSameReach(world, "attacker", setup, held);
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

test("the statecharts leave the owner exactly what the closure says, whatever has happened", () => {
  fc.assert(
    fc.property(anyTinySetup, fc.subarray([...scenarios]), (setup, happened) => {
      const openings = happened.map(({ id }) => openScenario(setup, { id }));
      const moves = openings.flatMap((opening) => [...opening.moves, ...opening.closing]);
      const lost = new Set(openings.flatMap(({ losses }) => losses));
      const world = worldsOf(initialWorld(setup), moves).at(-1) as World;
      expectSameReach(
        world,
        "owner",
        setup,
        ownerHoldings(setup).filter((holding) => !lost.has(holding)),
      );
    }),
    { numRuns: 150 },
  );
});

test("searching in depth and in breadth finds the same states", () => {
  fc.assert(
    fc.property(anyTinySetup, anyGrip, (setup, grip) => {
      const { world } = gripped(setup, grip);
      const limit = 150;
      const deep = explore(world, "attacker", { order: "depth-first", limit });
      const broad = explore(world, "attacker", { order: "breadth-first", limit });
      fc.pre(deep.complete);
      expect(broad).toEqual(deep);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** What an attacker may have done or got hold of before trying the accounts. */
const anyGrip = fc.record({
  swapsSim: fc.boolean(),
  redirectsTexts: fc.boolean(),
  takesPhone: fc.boolean(),
  holds: fc.subarray<string>([
    "secret:bank/password",
    "secret:mail/password",
    "thing:key",
    "thing:sheet",
    "activation:thing/key",
    "activation:device/phone",
    "unlock:phone",
    "account:outside",
    "device:laptop",
    "unlock:laptop",
    "activation:device/laptop",
  ]),
});

function gripped(
  setup: Setup,
  grip: typeof anyGrip extends fc.Arbitrary<infer Grip> ? Grip : never,
): { readonly world: World; readonly held: readonly Holding[] } {
  const number = setup.numbers[0];
  const phone = setup.devices[0];
  if (number === undefined || phone === undefined) throw new Error("a small setup has a number and a phone");
  const moves: Move[] = [];
  const exists = new Set<string>(ownerHoldings(setup));
  const laptop = grip.holds.includes("device:laptop");
  const held = new Set(
    grip.holds.filter((holding) => exists.has(holding) && holding !== "device:laptop") as Holding[],
  );
  for (const holding of ownerHoldings(setup)) if (holding.startsWith("delivery:")) held.add(holding);
  if (grip.swapsSim && simSwapSucceeds(number, "phone-call")) held.add("number:mobile");
  if (grip.swapsSim)
    moves.push({ actor: "attacker", do: "swap-sim", number: "mobile", approach: "phone-call" });
  if (grip.redirectsTexts) moves.push({ actor: "attacker", do: "redirect-texts", number: "mobile" });
  if (grip.redirectsTexts && redirectSucceeds(number)) held.add("interception:mobile");
  if (laptop) {
    moves.push({ actor: "attacker", do: "take-device", device: "laptop" });
    held.add("device:laptop");
  }
  if (grip.takesPhone) {
    moves.push({ actor: "attacker", do: "take-device", device: "phone" });
    held.add("device:phone");
    for (const { id, keptWith } of setup.things) if (keptWith === "phone") held.add(`thing:${id}`);
  }
  const world = worldsOf(
    initialWorld(setup, {
      attackerHolds: grip.holds.filter((holding) => exists.has(holding) && holding !== "device:laptop"),
    }),
    moves,
  );
  return { world: world.at(-1) as World, held: [...held] };
}

function expectSameReach(world: World, person: Person, setup: Setup, held: readonly Holding[]): void {
  // Setups with more states say nothing here either way; how many may be left out is bounded by fast-check. The owner
  // holds everything and can go to many more places, so that large ones are given up sooner.
  const found = explore(world, person, { limit: person === "owner" ? 150 : 400 });
  fc.pre(found.complete);
  const proved = closure(accessGraph(setup, person), held);
  const accounts = setup.accounts.filter(({ id }) => proved.has(`account:${id}`)).map(({ id }) => id);
  const actions = setup.accounts.flatMap(({ id, protectedActions }) =>
    protectedActions
      .filter((action) => proved.has(`action:${id}/${action.id}`))
      .map((action) => `${id}/${action.id}`),
  );
  expect([...found.entered].toSorted()).toEqual(accounts.toSorted());
  expect([...found.acted].toSorted()).toEqual(actions.toSorted());
}

function expectPlayedAsClaimed(setup: Setup, ref: Parameters<typeof story>[1]): void {
  const told = story(setup, ref);
  for (const verdict of told.verdicts) {
    const single = story(setup, ref, { account: verdict.account });
    for (const played of [told, single]) {
      const { end, steps } = played;
      const inside = (person: Person) => end.actors[`session:${verdict.account}/${person}`]?.value === "open";
      const done = steps
        .map(({ entry }) => entry)
        .filter(
          ({ what, to, account }) =>
            what.id === "action-done" && to === "attacker" && account === verdict.account,
        );
      expect({
        account: verdict.account,
        attacker: inside("attacker"),
        owner: inside("owner"),
        done: done.length,
      }).toEqual({
        account: verdict.account,
        attacker: verdict.attacker === "taken-over",
        owner: verdict.owner !== "locked-out",
        done: verdict.obtained.length,
      });
      if (verdict.owner === "locked-out") expectEveryRouteTried(accountById(setup, verdict.account), played);
    }
  }
}

function expectEveryRouteTried({ id, signIn, recovery }: Account, { moves }: Story): void {
  const tried = new Set(
    moves.flatMap((move) =>
      move.do === "begin" && move.actor === "owner" && move.account === id
        ? [`${move.ceremony} ${move.route}`]
        : [],
    ),
  );
  expect(tried).toEqual(
    new Set([
      ...signIn.map((_, route) => `sign-in ${route}`),
      ...recovery.map((_, route) => `recovery ${route}`),
    ]),
  );
}
