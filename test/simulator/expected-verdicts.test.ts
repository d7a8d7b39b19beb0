// Compares what the program says about the five first setups with what was reasoned beforehand.
import { describe, expect, test } from "vitest";
import { effectiveFactors, scenarios, verdicts } from "../../simulator/index.ts";
import { expectedVerdicts, foundingScenarios } from "./expected-verdicts.ts";
import { exampleSetup, foundingSetupIds } from "./example-setups.ts";

test("the five first setups have their full table, for each of the four first scenarios", () => {
  expect(Object.keys(expectedVerdicts).toSorted()).toEqual(foundingSetupIds);
  for (const { scenarios: rows } of Object.values(expectedVerdicts))
    expect(Object.keys(rows).toSorted()).toEqual(foundingScenarios.toSorted());
});

describe.each(Object.entries(expectedVerdicts))("%s", (id, expected) => {
  const setup = exampleSetup(id);
  const accounts = setup.accounts.map((account) => account.id);

  test("no account is forgotten in the table", () => {
    expect(Object.keys(expected.effectiveFactors)).toEqual(accounts);
    for (const rows of Object.values(expected.scenarios)) expect(Object.keys(rows)).toEqual(accounts);
  });

  test.each(Object.entries(expected.effectiveFactors))(
    "%s has effective factors: %j",
    (account, [factors]) => {
      expect(effectiveFactors(setup, account)).toBe(factors);
    },
  );

  const cases = Object.entries(expected.scenarios).flatMap(([scenario, rows]) =>
    Object.entries(rows).map(([account, row]) => ({ scenario, account, row, because: row.because })),
  );
  test.each(cases)("under $scenario, $account: $because", ({ scenario, account, row }) => {
    const { because: _because, ...outcome } = row;
    const factors = expected.effectiveFactors[account]?.[0];
    const reference = scenarios.find((known) => known.id === scenario);
    expect(reference).toBeDefined();
    const said = verdicts(setup, { id: reference!.id }).find((verdict) => verdict.account === account);
    expect(said).toEqual({ account, ...outcome, effectiveFactors: factors });
  });
});
