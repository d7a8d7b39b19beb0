// Analysis proves and statecharts play: here they are held to one another.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { closure } from "../../simulator/analysis/closure.ts";
import type { RuleFilter } from "../../simulator/analysis/closure.ts";
import { accessGraph } from "../../simulator/analysis/graph.ts";
import type { Fact } from "../../simulator/analysis/graph.ts";
import { positions } from "../../simulator/analysis/positions.ts";
import { explore } from "../../simulator/machines/explore.ts";
import { initialWorld, worldsOf } from "../../simulator/machines/world.ts";
import type { World } from "../../simulator/machines/world.ts";
import { ownerHoldings } from "../../simulator/model/holdings.ts";
import type { Holding } from "../../simulator/model/holdings.ts";
import type { Setup } from "../../simulator/model/setup.ts";
import type { Person } from "../../simulator/model/trail.ts";
import { answersTo } from "../../simulator/opening.ts";
import { openScenario, scenarioById, scenarios } from "../../simulator/scenarios/index.ts";
import type { ScenarioRef } from "../../simulator/scenarios/index.ts";
import { anySmallSetup, anyTinySetup } from "../helpers/any-small-setup.ts";
import { expectPlayedAsClaimed } from "./played-as-claimed.ts";

// Exploring takes seconds, and many times that on a machine that does other things too.
vi.setConfig({ testTimeout: 300_000 });

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);
const anyRef = fc.constantFrom(...refs);

test("every verdict of a random small setup ends as claimed when it is played", () => {
  fc.assert(
    fc.property(anySmallSetup, anyRef, fc.nat(), (setup, ref, which) => {
      expectPlayedAsClaimed(setup, ref);
      const answers = answersTo(setup, ref);
      const answer = answers[which % Math.max(1, answers.length)];
      if (answer !== undefined) expectPlayedAsClaimed(setup, { ...ref, response: answer.response });
    }),
    { numRuns: 500 },
  );
});

test("the statecharts let an attacker reach exactly what the closure says, whatever the attacker starts with", () => {
  fc.assert(
    fc.property(anyTinySetup, anyAttack, anyLoot, (setup, ref, loot) => {
      const { world, held } = attacked(setup, ref, loot);
      expectSameReach(world, "attacker", setup, held);
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test("the statecharts leave the owner exactly what the closure says, whatever has happened", () => {
  fc.assert(
    fc.property(anyTinySetup, anyRef, (setup, ref) => {
      const opening = openScenario(setup, ref);
      const first = initialWorld(setup, { attackerHolds: opening.knows });
      const world = worldsOf(first, [...opening.moves, ...opening.closing]).at(-1) as World;
      const { owner } = positions(setup, { ...opening, attacked: false });
      expectSameReach(world, "owner", setup, { facts: owner.held, counts: owner.countsBefore });
    }),
    { numRuns: 200 },
  );
});

test("searching in depth and in breadth finds the same states", () => {
  fc.assert(
    fc.property(anyTinySetup, anyAttack, anyLoot, (setup, ref, loot) => {
      const { world } = attacked(setup, ref, loot);
      const limit = 150;
      const deep = explore(world, "attacker", { order: "depth-first", limit });
      const broad = explore(world, "attacker", { order: "breadth-first", limit });
      fc.pre(deep.complete);
      expect(broad).toEqual(deep);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

// A code that was seen being typed is stale a moment later: what can be done with it is played, not explored.
const anyAttack = fc.constantFrom(
  ...refs.filter(({ id }) => scenarioById(id).kind === "attack" && id !== "code-replay"),
);

/** What an attacker may have got hold of beside what the scenario gives. */
const anyLoot = fc.subarray<string>([
  "secret:bank/password",
  "secret:mail/password",
  "thing:key",
  "thing:sheet",
  "activation:thing/key",
  "activation:device/phone",
  "unlock:phone",
  "account:outside",
  "personal-data:owner",
]);

/** Something that is held to one another: what a person has, and which rules count for them. */
interface Held {
  readonly facts: readonly Fact[];
  readonly counts: RuleFilter;
}

/** The world after an attack has opened, and what analysis says that the attacker has in it. */
function attacked(
  setup: Setup,
  ref: ScenarioRef,
  loot: readonly string[],
): { readonly world: World; readonly held: Held } {
  const exists = new Set<string>(ownerHoldings(setup));
  const found = loot.filter((holding) => exists.has(holding)) as Holding[];
  // Exploring has no owner who objects, and an attacker who makes use of everything.
  const { uses: _, ...opening } = openScenario(setup, ref);
  const knows = [...opening.knows, ...found];
  const { attacker } = positions(withoutNotices(setup), {
    ...opening,
    knows,
    gains: [...opening.gains, ...found],
  });
  const world = worldsOf(initialWorld(setup, { attackerHolds: knows }), opening.moves).at(-1) as World;
  return { world, held: { facts: attacker.held, counts: attacker.counts } };
}

function withoutNotices(setup: Setup): Setup {
  return { ...setup, accounts: setup.accounts.map((account) => ({ ...account, notifies: [] })) };
}

function expectSameReach(world: World, person: Person, setup: Setup, held: Held): void {
  // Setups with more states say nothing here either way; how many may be left out is bounded by fast-check. The owner
  // holds everything and can go to many more places, so that large ones are given up sooner.
  const found = explore(world, person, { limit: person === "owner" ? 150 : 400 });
  fc.pre(found.complete);
  const proved = closure(accessGraph(setup, person), held.facts, held.counts);
  const accounts = setup.accounts.filter(({ id }) => proved.has(`account:${id}`)).map(({ id }) => id);
  const actions = setup.accounts.flatMap(({ id, protectedActions }) =>
    protectedActions
      .filter((action) => proved.has(`action:${id}/${action.id}`))
      .map((action) => `${id}/${action.id}`),
  );
  expect([...found.entered].toSorted()).toEqual(accounts.toSorted());
  expect([...found.acted].toSorted()).toEqual(actions.toSorted());
}
