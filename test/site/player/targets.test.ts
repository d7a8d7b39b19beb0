import { expect, test } from "vitest";
import { scenarios } from "../../../simulator/index.ts";
import { targetsOf } from "../../../site/player/targets.ts";
import { exampleIds, exampleSetup } from "../examples.ts";

test("a SIM swap can strike mobile numbers, and a phone that is lost is a phone", () => {
  const setup = exampleSetup("one-phone-for-everything");
  const mobile = setup.numbers.filter(({ line }) => line === "mobile").map(({ id }) => id);
  expect(targetsOf(setup, { id: "sim-swap" }).choices.map(({ id }) => id)).toEqual(mobile);
  const phones = targetsOf(setup, { id: "lost-phone" }).choices.map(({ id }) => id);
  expect(setup.devices.filter(({ kind }) => kind.endsWith("phone")).map(({ id }) => id)).toEqual(
    expect.arrayContaining(phones),
  );
  expect(phones).not.toEqual([]);
});

test("what is struck first can be chosen", () => {
  const missing = exampleIds.flatMap((example) =>
    scenarios.flatMap(({ id }) => {
      const { choices, first } = targetsOf(exampleSetup(example), { id });
      const isThere = first === undefined || choices.some((choice) => choice.id === first);
      return isThere ? [] : [`${example}, ${id}: ${first}`];
    }),
  );
  expect(missing).toEqual([]);
});

test("what strikes everything unless it is told what says so", () => {
  const { choices, first } = targetsOf(exampleSetup("five-banks-and-a-charity"), { id: "provider-outage" });
  expect(choices.length).toBeGreaterThan(1);
  expect(first).toBeUndefined();
});
