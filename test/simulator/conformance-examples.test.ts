// Every verdict of every example setup is executed on the statecharts, and ends as it was proved.
import { describe, test } from "vitest";
import { answersTo } from "../../simulator/opening.ts";
import { scenarios } from "../../simulator/scenarios/index.ts";
import type { ScenarioRef } from "../../simulator/scenarios/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { expectPlayedAsClaimed } from "./played-as-claimed.ts";

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

describe.each(exampleSetupIds)("%s", (id) => {
  const setup = exampleSetup(id);

  test.each(refs)("under $id/$variant, what is proved is what is played", (ref) => {
    expectPlayedAsClaimed(setup, ref);
  });

  test("and so is every answer of the owner", () => {
    for (const ref of refs)
      for (const { response } of answersTo(setup, ref)) expectPlayedAsClaimed(setup, { ...ref, response });
  });
});
