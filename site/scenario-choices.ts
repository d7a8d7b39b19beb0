// The words by which scenarios and responses are chosen, taken at build time and handed to the player in the page.
// Fifty scenarios in the player's script would cost every visitor of a lesson; a page holds those that it offers.
import {
  type ResponseId,
  responses,
  responseWords,
  scenarios,
  scenarioWords,
  type ScenarioId,
} from "../simulator/index.ts";
import { groupOf, scenarioGroups, type ScenarioGroup } from "./scenario-groups.ts";

/** A scenario as lists show it. */
export interface ScenarioChoice {
  readonly id: ScenarioId;
  readonly group: ScenarioGroup;
  readonly title: string;
  readonly summary: string;
  /** What it strikes, as it is said where a setup has none of it. */
  readonly strikes: string;
  /** A title for each variant. */
  readonly variants: Readonly<Record<string, string>>;
}

/** All scenarios, or those with the given ids, by group and otherwise in the simulator's order. */
export function scenarioChoices(ids?: readonly ScenarioId[]): readonly ScenarioChoice[] {
  const wanted = scenarios.filter(({ id }) => ids === undefined || ids.includes(id));
  const choices = wanted.map(({ id }): ScenarioChoice => {
    const { title, summary, strikes, variants } = scenarioWords[id];
    return { id, group: groupOf(id), title, summary, strikes, variants };
  });
  return scenarioGroups.flatMap((group) => choices.filter((choice) => choice.group === group));
}

/** A response as lists show it. */
export interface ResponseChoice {
  readonly id: ResponseId;
  readonly title: string;
  readonly does: string;
  readonly needs: string;
}

/** All responses, in the simulator's order. */
export function responseChoices(): readonly ResponseChoice[] {
  return responses.map(({ id }) => ({ id, ...responseWords[id] }));
}
