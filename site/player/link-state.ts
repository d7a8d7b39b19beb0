// The link of a play: what stands in the address, and what a visitor's link brings.
import {
  answersTo,
  decodeLink,
  encodeLink,
  type LinkedScenario,
  sayProblem,
  type ScenarioRef,
  scenarios,
  type Setup,
} from "../../simulator/index.ts";

/** A play at a step, as a link carries it. */
export interface LinkedPlay {
  readonly setup: Setup;
  readonly scenario: ScenarioRef;
  readonly step: number;
}

export type Opened =
  | { readonly kind: "nothing" }
  | { readonly kind: "play"; readonly play: LinkedPlay }
  | { readonly kind: "broken"; readonly reasons: readonly string[] };

/** Opens the hash of an address. Hostile, damaged and outdated hashes come back as reasons in words. */
export async function openHash(hash: string, fallback: ScenarioRef): Promise<Opened> {
  if (hash === "" || hash === "#") return { kind: "nothing" };
  const reading = await decodeLink(hash);
  if (!reading.ok) return { kind: "broken", reasons: reading.problems.slice(0, 3).map(sayProblem) };
  const { setup, scenario, step = 0 } = reading.link;
  const ref = scenario === undefined ? fallback : knownScenario(scenario, setup);
  if (ref === undefined)
    return {
      kind: "broken",
      reasons: [
        sayProblem({
          id: "link-incomplete",
          severity: "error",
          path: "",
          line: 1,
          column: 1,
          params: { path: "scenario" },
        }),
      ],
    };
  return { kind: "play", play: { setup, scenario: ref, step } };
}

/** The address of a play: the page with the play in its hash. Undefined where the setup is too large for a link. */
export async function addressOf(play: LinkedPlay, page: string): Promise<string | undefined> {
  try {
    return `${page}#${await encodeLink(play)}`;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function knownScenario(linked: LinkedScenario, setup: Setup): ScenarioRef | undefined {
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
