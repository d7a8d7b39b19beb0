// Simulating: both answers for each account, each with the trail that the statecharts executed for it.
import type { Setup } from "./model/setup.ts";
import type { TrailEntry } from "./model/trail.ts";
import type { Verdict } from "./model/verdict.ts";
import type { ScenarioRef } from "./scenarios/index.ts";
import { story } from "./story.ts";

/** A verdict and the play that shows it. */
export interface AccountResult extends Verdict {
  readonly trail: readonly TrailEntry[];
}

/** What a scenario does to a setup. */
export interface Simulation {
  readonly setup: Setup;
  readonly scenario: ScenarioRef;
  readonly accounts: readonly AccountResult[];
}

/** Plays a scenario for each account on its own (or for one), so that each trail tells one account's story whole. */
export function simulate(
  setup: Setup,
  scenario: ScenarioRef,
  options: { readonly account?: string } = {},
): Simulation {
  const accounts = setup.accounts.filter(
    ({ id, modelled }) => modelled && (options.account === undefined || options.account === id),
  );
  return {
    setup,
    scenario,
    accounts: accounts.flatMap(({ id }) => {
      const { verdicts, steps } = story(setup, scenario, { account: id });
      return verdicts.map((verdict) => ({ ...verdict, trail: steps.map(({ entry }) => entry) }));
    }),
  };
}
