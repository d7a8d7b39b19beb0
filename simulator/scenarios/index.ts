// All scenarios. Each is a file of its own; a test holds this list and the folder together.
import type { Opening, Scenario } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { carrierBlock } from "./carrier-block.ts";
import { lostPhone } from "./lost-phone.ts";
import { simSwap } from "./sim-swap.ts";
import { ss7Interception } from "./ss7-interception.ts";

const all = [simSwap, ss7Interception, lostPhone, carrierBlock] as const;

/** The id of a scenario. */
export type ScenarioId = (typeof all)[number]["id"];

/** All scenarios, the ones the project is named for first. */
export const scenarios: readonly Scenario<ScenarioId>[] = all as unknown as readonly Scenario<ScenarioId>[];

/** Which scenario is meant: its variant (the first if none is named) and what it strikes. */
export interface ScenarioRef {
  readonly id: ScenarioId;
  readonly variant?: string;
  readonly target?: string;
}

export function scenarioById(id: ScenarioId): Scenario<ScenarioId> {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario with the id "${id}"`);
  return found;
}

/** Reads `sim-swap` or `sim-swap/insider`; undefined if there is no such scenario or variant. */
export function parseScenarioRef(text: string): ScenarioRef | undefined {
  const [id, variant, ...rest] = text.split("/");
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined || rest.length > 0) return undefined;
  if (variant === undefined) return { id: scenario.id };
  return scenario.variants.some((known) => known.id === variant) ? { id: scenario.id, variant } : undefined;
}

/** The variant that a reference means. */
export function variantOf(ref: ScenarioRef): string {
  return ref.variant ?? scenarioById(ref.id).variants[0]?.id ?? "";
}

/** A scenario applied to a setup. */
export function openScenario(setup: Setup, ref: ScenarioRef): Opening {
  return scenarioById(ref.id).open(setup, variantOf(ref), ref.target);
}
