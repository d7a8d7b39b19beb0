// What the two engines cost, side by side in one run: steps, plays and proofs of every scenario, on the largest example.
import { test } from "vitest";
import { attackSets, readSetup, scenarios, story, verdicts } from "../../simulator/index.ts";
import type { ScenarioRef, Setup } from "../../simulator/index.ts";
import { initialWorld, step } from "../../simulator/machines/world.ts";
import { openingOf } from "../../simulator/opening.ts";
import { exampleSetup, exampleSetupIds, exampleSetupText } from "./example-setups.ts";

/** By the number of ways into all accounts together: that is what both engines work through. */
const size = ({ accounts }: Setup) =>
  accounts.reduce((sum, { signIn, recovery }) => sum + signIn.length + recovery.length, 0);

const largest = exampleSetupIds.toSorted((a, b) => size(exampleSetup(b)) - size(exampleSetup(a)))[0] ?? "";
const text = exampleSetupText(largest);
const original = exampleSetup(largest);
// What is found for a setup is remembered for it, so every run gets a copy that nobody has looked at.
const fresh = () => structuredClone(original);

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);
const swap = { id: "sim-swap" } as const;
const all = exampleSetupIds.map(exampleSetup);

/** The world before anything happens, and after the first move of the scenario. */
function firstStep(setup: Setup): void {
  const { moves, knows } = openingOf(setup, swap);
  const world = initialWorld(setup, { attackerHolds: knows });
  const [first] = moves;
  if (first !== undefined) step(world, first);
}

test(`the largest example, ${largest}`, async ({ bench }) => {
  await bench.compare(
    bench("read the setup", () => {
      readSetup(text, largest);
    }),
    bench("prove the verdicts of one scenario", () => {
      verdicts(fresh(), swap);
    }),
    bench("find the attack sets of every account", () => {
      const setup = fresh();
      for (const account of setup.accounts) attackSets(setup, account.id);
    }),
    bench("play the first step of one scenario", () => {
      firstStep(fresh());
    }),
    bench("play one scenario to its end", () => {
      story(fresh(), swap);
    }),
  );
});

test(`all ${refs.length} scenarios with their variants`, async ({ bench }) => {
  await bench.compare(
    bench(`prove the verdicts for ${largest}`, () => {
      const setup = fresh();
      for (const ref of refs) verdicts(setup, ref);
    }),
    bench(`play them to their ends for ${largest}`, () => {
      const setup = fresh();
      for (const ref of refs) story(setup, ref);
    }),
    bench(`prove the verdicts for all ${all.length} examples`, () => {
      for (const setup of structuredClone(all)) for (const ref of refs) verdicts(setup, ref);
    }),
    // Each run of these takes seconds; two of them say enough.
    { iterations: 2, time: 0, warmup: false },
  );
}, 300_000);
