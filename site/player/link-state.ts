// The link of a play: what stands in the address, and what a visitor's link brings.
import {
  decodeLink,
  encodeLink,
  type LinkedScenario,
  sayProblem,
  type ScenarioRef,
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

/**
 * Opens the hash of an address. Hostile, damaged and outdated hashes come back as reasons in words. `known` says which
 * play a link means; `fallback` is played where it names none.
 */
export async function openHash(
  hash: string,
  fallback: ScenarioRef,
  known: (linked: LinkedScenario, setup: Setup) => ScenarioRef | undefined,
): Promise<Opened> {
  if (hash === "" || hash === "#") return { kind: "nothing" };
  const reading = await decodeLink(hash);
  if (!reading.ok) return { kind: "broken", reasons: reading.problems.slice(0, 3).map(sayProblem) };
  const { setup, scenario, step = 0 } = reading.link;
  const ref = scenario === undefined ? fallback : known(scenario, setup);
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
