// Reads which scenario is meant, what it strikes, and says what there is where it is none.
import {
  answersTo,
  parseScenarioRef,
  type Scenario,
  type ScenarioId,
  type ScenarioRef,
  scenarioById,
  scenarios,
  type Setup,
  titleOf,
  variantOf,
} from "../../simulator/index.ts";
import { nearest } from "../../simulator/model/nearest.ts";
import { visible } from "../report/escape.ts";
import { type Command, usageError } from "./command.ts";

/** The scenario that a text such as `sim-swap/insider` names; throws a `UserError` that says which there are. */
export function scenarioArgument(command: Command, text: string): ScenarioRef {
  const ref = parseScenarioRef(text);
  if (ref !== undefined) return ref;
  const scenario = scenarioBefore(text);
  if (scenario !== undefined) throw noVariant(command, scenario, text, "--scenario ");
  const meant = nearest(text, scenarios.flatMap(namesOf));
  throw usageError(
    command,
    `There is no scenario "${visible(text)}".`,
    ...(meant === undefined ? similar(text) : [`Did you mean --scenario ${meant}?`]),
  );
}

/** The scenarios that have the text in their id; there are too many to list them all. */
function similar(text: string): string[] {
  const found = scenarios.map(({ id }) => id).filter((id) => id.includes(text.toLowerCase()));
  return text === "" || found.length === 0 || found.length > 8 ? [] : [`Perhaps: ${found.join(", ")}.`];
}

/** The scenario whose id stands before the slash of `sim-swap/nope`, if there is such a one. */
export function scenarioBefore(text: string): Scenario<ScenarioId> | undefined {
  const slash = text.indexOf("/");
  return slash === -1 ? undefined : scenarios.find(({ id }) => id === text.slice(0, slash));
}

/** The error for a variant that a scenario does not have. `before` stands in front of what was meant. */
export function noVariant(command: Command, scenario: Scenario<ScenarioId>, text: string, before: string) {
  const variant = text.slice(scenario.id.length + 1);
  const meant = nearest(
    variant,
    scenario.variants.map(({ id }) => id),
  );
  return usageError(
    command,
    `The scenario ${scenario.id} has no variant "${visible(variant)}".`,
    ...(meant === undefined ? [] : [`Did you mean ${before}${scenario.id}/${meant}?`]),
    `It has: ${variantNames(scenario).join(", ")}.`,
  );
}

function namesOf(scenario: Scenario<ScenarioId>): string[] {
  return [scenario.id, ...variantNames(scenario)];
}

/** For example `sim-swap/insider`. */
function variantNames({ id, variants }: Scenario<ScenarioId>): string[] {
  return variants.map((variant) => `${id}/${variant.id}`);
}

/** The reference with what it strikes; throws a `UserError` that names what it can strike. */
export function withTarget(command: Command, setup: Setup, ref: ScenarioRef, target: string): ScenarioRef {
  const ids = targets(setup, ref).map(({ id }) => id);
  if (ids.includes(target)) return { ...ref, target };
  const meant = nearest(target, ids);
  throw usageError(
    command,
    `${ref.id} cannot strike "${visible(target)}" in this setup.`,
    ...(meant === undefined ? [] : [`Did you mean --target ${meant}?`]),
    ids.length === 0 ? "It can strike nothing in it." : `It can strike: ${ids.join(", ")}.`,
  );
}

/** The title of what a scenario strikes, where the setup holds more than one thing that it could strike. */
export function chosenTarget(setup: Setup, ref: ScenarioRef): string | undefined {
  // What strikes everything names only the first of it.
  if (scenarioById(ref.id).strikes === "everything" && ref.target === undefined) return undefined;
  const all = targets(setup, ref);
  const struck = scenarioById(ref.id).open(setup, variantOf(ref), ref.target).target;
  const found = all.find(({ id }) => id === struck);
  return all.length < 2 || found === undefined ? undefined : titleOf(found);
}

/** What a scenario can strike when it is named: everything of its kind of which its opening says that it strikes it. */
function targets(setup: Setup, ref: ScenarioRef) {
  const scenario = scenarioById(ref.id);
  return struckBy(setup, scenario.strikes).filter(
    ({ id }) => scenario.open(setup, variantOf(ref), id).target === id,
  );
}

function struckBy(setup: Setup, strikes: Scenario["strikes"]) {
  switch (strikes) {
    case "number":
      return setup.numbers;
    case "device":
      return setup.devices;
    case "thing":
      return setup.things;
    case "account":
    case "everything":
      return setup.accounts.filter(({ modelled }) => modelled);
  }
}

/** The reference with what the owner does at once; throws a `UserError` that names what the owner can do. */
export function withResponse(
  command: Command,
  setup: Setup,
  ref: ScenarioRef,
  response: string,
): ScenarioRef {
  const ids: readonly string[] = answersTo(setup, ref).map((answer) => answer.response);
  if (ids.includes(response)) return { ...ref, response };
  const meant = nearest(response, ids);
  throw usageError(
    command,
    `"${visible(response)}" is nothing that the owner can do about ${ref.id} in this setup.`,
    ...(meant === undefined ? [] : [`Did you mean --response ${meant}?`]),
    ids.length === 0 ? "There is nothing to do about it here." : `The owner can: ${ids.join(", ")}.`,
  );
}
