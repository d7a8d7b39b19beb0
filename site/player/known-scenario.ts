// Whether the play that a link names exists. Apart from the reading of links, which is loaded when it is needed:
// what this asks the simulator is in the player's own script anyway.
import {
  answersTo,
  type LinkedScenario,
  type ScenarioRef,
  scenarios,
  type Setup,
} from "../../simulator/index.ts";

/** The scenario that a link means; undefined where there is no such scenario, variant or target. */
export function knownScenario(linked: LinkedScenario, setup: Setup): ScenarioRef | undefined {
  const { id, variant, target, response } = linked;
  const scenario = scenarios.find((each) => each.id === id);
  if (scenario === undefined) return undefined;
  if (variant !== undefined && !scenario.variants.some((each) => each.id === variant)) return undefined;
  const targets = [...setup.numbers, ...setup.devices, ...setup.things, ...setup.accounts].map(
    (each) => each.id,
  );
  if (target !== undefined && !targets.includes(target)) return undefined;
  const ref: ScenarioRef = {
    id: scenario.id,
    ...(variant === undefined ? {} : { variant }),
    ...(target === undefined ? {} : { target }),
  };
  // Without its answer the play is still the one that was linked to; what is no answer here is left out.
  const isAnswer = response !== undefined && answersTo(setup, ref).some((each) => each.response === response);
  return isAnswer ? { ...ref, response } : ref;
}
