// Compares the program with the cells that were reasoned by hand, and sees that the cells cover the field.
import { describe, expect, test } from "vitest";
import { factors } from "../../simulator/factors/index.ts";
import { parseScenarioRef, scenarios, verdicts } from "../../simulator/index.ts";
import type { Verdict } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { reasonedCells } from "./reasoned-cells/index.ts";
import type { ReasonedCell } from "./reasoned-cells/index.ts";

const all = Object.entries(reasonedCells).flatMap(([setup, cells]) =>
  cells.map((cell) => ({ setup: exampleSetup(setup), setupId: setup, cell })),
);

describe.each(Object.entries(reasonedCells))("%s", (id, cells) => {
  const setup = exampleSetup(id);

  test.each(cells.map((cell): [string, ReasonedCell] => [titleOf(cell), cell]))("%s", (_title, cell) => {
    const said = verdictOf(setup, cell);
    expect({
      attacker: said.attacker,
      owner: said.owner,
      ...(cell.obtained === undefined ? {} : { obtained: said.obtained }),
      ...(cell.blocked === undefined ? {} : { blocked: said.blocked }),
    }).toEqual({
      attacker: cell.attacker,
      owner: cell.owner,
      ...(cell.obtained === undefined ? {} : { obtained: cell.obtained }),
      ...(cell.blocked === undefined ? {} : { blocked: cell.blocked }),
    });
  });
});

test("there are cells for every setup, and far more than two hundred", () => {
  expect(Object.keys(reasonedCells).toSorted()).toEqual(exampleSetupIds);
  expect(all.length).toBeGreaterThanOrEqual(260);
});

test("no cell stands there twice", () => {
  const places = all.map(({ setupId, cell }) =>
    [setupId, cell.scenario, cell.target ?? "", cell.account].join(" "),
  );
  expect(new Set(places).size).toBe(places.length);
});

test("every cell names an account, actions and a target that its setup has, and says why", () => {
  for (const { setup, cell } of all) {
    const account = setup.accounts.find(({ id }) => id === cell.account);
    expect(account).toBeDefined();
    const actions = account?.protectedActions.map(({ id }) => id) ?? [];
    expect(actions).toEqual(expect.arrayContaining([...(cell.obtained ?? []), ...(cell.blocked ?? [])]));
    const targets = [...setup.numbers, ...setup.devices, ...setup.things, ...setup.accounts];
    expect([undefined, ...targets.map(({ id }) => id)]).toContain(cell.target);
    expect(cell.because).toMatch(/^[A-Z].{8,}[.]$/su);
  }
});

test.each(scenarios.flatMap(({ id, variants }) => variants.map((variant) => `${id}/${variant.id}`)))(
  "%s has at least two cells",
  (scenario) => {
    expect(all.filter(({ cell }) => cell.scenario === scenario).length).toBeGreaterThanOrEqual(2);
  },
);

test.each(Object.keys(factors))("accounts with %s are in cells that come out differently", (kind) => {
  const cells = all
    .filter(({ setup, cell }) =>
      setup.accounts
        .find(({ id }) => id === cell.account)
        ?.authenticators.some((authenticator) => authenticator.kind === kind),
    )
    .map(({ cell }) => cell);
  expect(cells.length).toBeGreaterThanOrEqual(2);
  const outcomes = new Set(cells.map(({ attacker, owner }) => `${attacker} ${owner}`));
  expect(outcomes.size).toBeGreaterThanOrEqual(2);
});

test("protected actions are among them, obtained and out of reach, blocked and free", () => {
  const cells = all.map(({ cell }) => cell);
  for (const key of ["obtained", "blocked"] as const) {
    expect(cells.some((cell) => cell[key]?.length === 0)).toBe(true);
    expect(cells.filter((cell) => (cell[key]?.length ?? 0) > 0).length).toBeGreaterThanOrEqual(10);
  }
});

function titleOf({ scenario, target, account, because }: ReasonedCell): string {
  return `under ${scenario}${target === undefined ? "" : ` on ${target}`}, ${account}: ${because}`;
}

function verdictOf(
  setup: ReturnType<typeof exampleSetup>,
  { scenario, target, account }: ReasonedCell,
): Verdict {
  const ref = parseScenarioRef(scenario);
  if (ref === undefined) throw new Error(`there is no scenario "${scenario}"`);
  const said = verdicts(setup, target === undefined ? ref : { ...ref, target });
  const verdict = said.find((each) => each.account === account);
  if (verdict === undefined) throw new Error(`no verdict for ${account}`);
  return verdict;
}
