// What a scenario could strike in a setup, asked of the scenario itself.
import { scenarioById, type ScenarioRef, type Setup, variantOf } from "../../simulator/index.ts";

/** Something that can be named as the target. */
export interface Target {
  readonly id: string;
  readonly title?: string | undefined;
}

export interface Targets {
  readonly choices: readonly Target[];
  /** What is struck where nothing is named; undefined where that is more than one thing, or nothing. */
  readonly first: string | undefined;
}

/** The numbers, devices, things or accounts with which the scenario opens; others it cannot strike. */
export function targetsOf(setup: Setup, scenario: ScenarioRef): Targets {
  const { strikes, open } = scenarioById(scenario.id);
  const variant = variantOf(scenario);
  const named: Readonly<Record<typeof strikes, readonly Target[]>> = {
    number: setup.numbers,
    device: setup.devices,
    thing: setup.things,
    account: setup.accounts,
    everything: setup.accounts.filter(({ modelled }) => modelled),
  };
  const choices = named[strikes].filter(({ id }) => open(setup, variant, id).target === id);
  const unnamed = open(setup, variant);
  const { target } = unnamed;
  // Some scenarios strike everything unless they are told what, and name the first of it.
  const isAlone =
    choices.some(({ id }) => id === target) &&
    JSON.stringify(open(setup, variant, target)) === JSON.stringify(unnamed);
  return { choices, first: isAlone ? target : undefined };
}
