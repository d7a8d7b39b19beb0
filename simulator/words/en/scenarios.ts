// English words of the scenarios: what happens, what it needs, what can be noticed, what to do.
import type { ScenarioId } from "../../scenarios/index.ts";
import { carrierBlockWords } from "./scenarios/carrier-block.ts";
import { lostPhoneWords } from "./scenarios/lost-phone.ts";
import { simSwapWords } from "./scenarios/sim-swap.ts";
import { ss7InterceptionWords } from "./scenarios/ss7-interception.ts";
import type { ScenarioWords } from "./scenarios/scenario-words.ts";

export type { ScenarioWords } from "./scenarios/scenario-words.ts";

/** The words of every scenario, by its id. */
export const scenarioWords: Readonly<Record<ScenarioId, ScenarioWords>> = {
  "sim-swap": simSwapWords,
  "ss7-interception": ss7InterceptionWords,
  "lost-phone": lostPhoneWords,
  "carrier-block": carrierBlockWords,
};
