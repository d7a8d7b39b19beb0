// What the two engines cost on the largest example: reading a setup, proving a verdict, playing a scenario to its end.
import { test } from "vitest";
import { attackSets, readSetup, story, verdicts } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupText } from "./example-setups.ts";

const id = "five-banks-and-a-charity";
const text = exampleSetupText(id);
const setup = exampleSetup(id);
const swap = { id: "sim-swap" } as const;

test(id, async ({ bench }) => {
  await bench.compare(
    bench("read the setup", () => {
      readSetup(text, id);
    }),
    bench("prove the verdicts", () => {
      verdicts(setup, swap);
    }),
    bench("find the attack sets of every account", () => {
      for (const account of setup.accounts) attackSets(setup, account.id);
    }),
    bench("play the scenario", () => {
      story(setup, swap);
    }),
  );
});
