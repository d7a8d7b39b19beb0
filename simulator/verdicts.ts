// Verdicts without a play: both answers for every account, by analysis alone.
import { verdictsOf } from "./analysis/verdicts.ts";
import type { Setup } from "./model/setup.ts";
import type { Verdict } from "./model/verdict.ts";
import { openingOf } from "./opening.ts";
import type { ScenarioRef } from "./scenarios/index.ts";

/** Both answers of a scenario for every account of the setup that is modelled. */
export function verdicts(setup: Setup, ref: ScenarioRef): readonly Verdict[] {
  return verdictsOf(setup, openingOf(setup, ref));
}
