// Links from the reference into the player: which example setup shows a scenario, and the address that plays it.
import {
  answersTo,
  encodeLink,
  type ResponseId,
  type ScenarioId,
  type ScenarioRef,
  type Setup,
  scenarioById,
  verdicts,
} from "../../simulator/index.ts";
import type { Example } from "../player/controls.tsx";
import { examples } from "../examples.ts";
import { path } from "../paths.ts";

/** The address that plays a scenario on a setup; without a scenario, the setup with the one that the page begins with. */
export async function playLink(setup: Setup, scenario?: ScenarioRef): Promise<string> {
  const link = scenario === undefined ? { setup } : { setup, scenario, step: 0 };
  return `${path("/play/")}#${await encodeLink(link)}`;
}

/** A scenario on an example setup. */
export interface Shown {
  readonly example: Example;
  readonly scenario: ScenarioRef;
}

/** How many accounts it concerns: somebody gets in, or the owner is not simply signed in. */
function concerned(setup: Setup, scenario: ScenarioRef): number {
  return verdicts(setup, scenario).filter(
    ({ attacker, owner }) => attacker !== "safe" || owner !== "signed-in",
  ).length;
}

/** The examples in which a variant of a scenario concerns accounts, those with the most of them first. */
export function examplesOf(id: ScenarioId, variant: string): readonly Example[] {
  return examples
    .map((example) => ({ example, count: concerned(example.setup, { id, variant }) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ example }) => example);
}

/** Where a variant is best seen: an example in which it concerns accounts, otherwise the one that pages begin with. */
export function shownBy(id: ScenarioId, variant: string): Shown {
  const [first] = examples;
  if (first === undefined) throw new Error("there is no example setup");
  return { example: examplesOf(id, variant)[0] ?? first, scenario: { id, variant } };
}

/** Everything that is an answer to a scenario in some example, each with a play of it in which it changes a verdict if there is one. */
export function answersShown(id: ScenarioId): ReadonlyMap<ResponseId, Shown> {
  const shown = new Map<ResponseId, Shown & { readonly changed: number }>();
  for (const variant of scenarioById(id).variants)
    for (const example of examples) {
      const scenario = { id, variant: variant.id };
      const answers = answersTo(example.setup, scenario);
      if (answers.length === 0) continue;
      const before = verdicts(example.setup, scenario);
      for (const { response, verdicts: after } of answers) {
        const changed = after.filter(
          ({ attacker, owner }, index) =>
            attacker !== before[index]?.attacker || owner !== before[index].owner,
        ).length;
        if (changed > (shown.get(response)?.changed ?? -1))
          shown.set(response, { example, scenario: { ...scenario, response }, changed });
      }
    }
  return shown;
}
