import { expect, test } from "vitest";
import { scenarios } from "../../simulator/index.ts";
import { scenarioChoices } from "../../site/scenario-choices.ts";
import { scenarioGroups } from "../../site/scenario-groups.ts";

test("every scenario can be chosen, once, with words for each of its variants", () => {
  const choices = scenarioChoices();
  expect(choices.map(({ id }) => id).toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted());
  for (const { id, title, summary, strikes, variants } of choices) {
    expect([id, title, summary, strikes]).not.toContain("");
    const known = scenarios.find((scenario) => scenario.id === id)?.variants.map((variant) => variant.id);
    expect([id, ...Object.keys(variants).toSorted()]).toEqual([id, ...(known ?? []).toSorted()]);
  }
});

test("what strikes the same stands together, and no two titles are alike", () => {
  const choices = scenarioChoices();
  const order = choices.map(({ group }) => scenarioGroups.indexOf(group));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(choices.map(({ title }) => title)).size).toBe(choices.length);
});

test("a lesson carries the words of its own scenario alone", () => {
  expect(scenarioChoices(["lost-phone"]).map(({ id }) => id)).toEqual(["lost-phone"]);
});
