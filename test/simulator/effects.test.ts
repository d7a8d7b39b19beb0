// Nothing is there for show: every kind of authenticator, scenario, control, response and case changes a verdict somewhere,
// and leaves one alone elsewhere.
import { describe, expect, test } from "vitest";
import { cases } from "../../simulator/cases/index.ts";
import { answersTo, scenarios, verdicts } from "../../simulator/index.ts";
import type { FactorId, ScenarioRef, Setup, Verdict } from "../../simulator/index.ts";
import { factors } from "../../simulator/factors/index.ts";
import { verdictsOf } from "../../simulator/analysis/verdicts.ts";
import { controls } from "../../simulator/model/controls.ts";
import { nothingHappens } from "../../simulator/model/scenario.ts";
import { responses } from "../../simulator/responses/index.ts";
import { otherSettings } from "../helpers/other-settings.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { setupOf } from "./playing.ts";

const setups = exampleSetupIds.map(exampleSetup);
const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

/** What a verdict says, without the number of factors, which belongs to the setup and not to what happens. */
function outcome({ effectiveFactors: _factors, ...said }: Verdict): string {
  return JSON.stringify(said);
}

function outcomes(said: readonly Verdict[]): string {
  return said.map(outcome).join("\n");
}

/** Looks through the setups until one differs and one does not. */
function effectIn(differs: (setup: Setup) => boolean | undefined) {
  const seen = { changes: false, leaves: false };
  for (const setup of setups) {
    const different = differs(setup);
    if (different === true) seen.changes = true;
    if (different === false) seen.leaves = true;
    if (seen.changes && seen.leaves) break;
  }
  return seen;
}

const both = { changes: true, leaves: true };

describe("scenarios", () => {
  test.each(refs)("$id/$variant changes a verdict of some example setup, and none of another", (ref) => {
    expect(
      effectIn(
        (setup) => outcomes(verdicts(setup, ref)) !== outcomes(verdictsOf(setup, nothingHappens(false))),
      ),
    ).toEqual(both);
  });
});

describe("kinds of authenticator", () => {
  /** The setup in which no service accepts this kind any more. */
  const without = (setup: Setup, kind: FactorId): Setup => ({
    ...setup,
    accounts: setup.accounts.map((account) => {
      const gone = new Set(
        account.authenticators.filter((authenticator) => authenticator.kind === kind).map(({ id }) => id),
      );
      const open = <Route extends { readonly with: readonly string[] }>(routes: readonly Route[]) =>
        routes.filter((route) => !route.with.some((id) => gone.has(id)));
      return { ...account, signIn: open(account.signIn), recovery: open(account.recovery) };
    }),
  });
  const uses = (setup: Setup, kind: FactorId): boolean =>
    setup.accounts.some(({ authenticators }) => authenticators.some((each) => each.kind === kind));

  test.each(Object.keys(factors) as FactorId[])(
    "a verdict depends on whether there is a way with: %s, and another one does not",
    (kind) => {
      const seen = { changes: false, leaves: false };
      for (const setup of setups.filter((candidate) => uses(candidate, kind)))
        for (const ref of refs) {
          const bare = new Map(
            verdicts(without(setup, kind), ref).map((each) => [each.account, outcome(each)]),
          );
          for (const each of verdicts(setup, ref)) {
            if (bare.get(each.account) === outcome(each)) seen.leaves = true;
            else seen.changes = true;
          }
          if (seen.changes && seen.leaves) break;
        }
      expect(seen).toEqual(both);
    },
  );
});

describe("controls", () => {
  test.each(Object.entries(otherSettings))(
    "%s decides a verdict of some example setup, and none of another",
    (_, others) => {
      const told = (setup: Setup, ref: ScenarioRef): string =>
        outcomes([...verdicts(setup, ref), ...answersTo(setup, ref).flatMap((answer) => answer.verdicts)]);
      const seen = { changes: false, leaves: false };
      for (const setup of setups)
        for (const other of others(setup)) {
          if (seen.changes && seen.leaves) break;
          if (refs.some((ref) => told(setup, ref) !== told(other, ref))) seen.changes = true;
          else seen.leaves = true;
        }
      expect(seen).toEqual(both);
    },
  );

  test("none is missing here", () => {
    expect(Object.keys(otherSettings).toSorted()).toEqual(Object.keys(controls).toSorted());
  });
});

describe("responses", () => {
  test.each(responses.map(({ id }) => id))(
    "%s helps against some scenario, and against another it does not",
    (id) => {
      const seen = { changes: false, leaves: false };
      for (const setup of setups)
        for (const ref of refs) {
          const answer = answersTo(setup, ref).find(({ response }) => response === id);
          if (answer !== undefined && outcomes(answer.verdicts) !== outcomes(verdicts(setup, ref)))
            seen.changes = true;
          else seen.leaves = true;
        }
      expect(seen).toEqual(both);
    },
  );
});

describe("cases", () => {
  test.each(cases.map((each) => [each.id, each] as const))(
    "%s: what happened changes a verdict of its setup or of an example, and none of another",
    (_, { setup: input, scenario }) => {
      const setup = setupOf(input);
      const { target: _target, ...anywhere } = scenario;
      const changes = (struck: Setup, ref: ScenarioRef): boolean =>
        outcomes(verdicts(struck, ref)) !== outcomes(verdictsOf(struck, nothingHappens(false)));
      const seen = [changes(setup, scenario), ...setups.map((other) => changes(other, anywhere))];
      expect({ changes: seen.includes(true), leaves: seen.includes(false) }).toEqual(both);
    },
  );
});
