// What the two engines cost on the largest example: reading a setup, proving a verdict, playing a scenario to its end.
import { test } from "vitest";
import { attackSets, readSetup, story, verdicts } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupText } from "./example-setups.ts";

const id = "five-banks-and-a-charity";
const text = exampleSetupText(id);
const original = exampleSetup(id);
// What is found for a setup is remembered for it, so every run gets a copy that nobody has looked at.
const fresh = () => structuredClone(original);
const swap = { id: "sim-swap" } as const;

test(id, async ({ bench }) => {
  await bench.compare(
    bench("read the setup", () => {
      readSetup(text, id);
    }),
    bench("prove the verdicts", () => {
      verdicts(fresh(), swap);
    }),
    bench("find the attack sets of every account", () => {
      const setup = fresh();
      for (const account of setup.accounts) attackSets(setup, account.id);
    }),
    bench("play the scenario", () => {
      story(fresh(), swap);
    }),
  );
});
