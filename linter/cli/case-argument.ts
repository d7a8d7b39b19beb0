// Reads which case is meant, and gives what it replays.
import {
  caseById,
  type CaseId,
  cases,
  readSetup,
  type ScenarioRef,
  type Setup,
} from "../../simulator/index.ts";
import { nearest } from "../../simulator/model/nearest.ts";
import { visible } from "../report/escape.ts";
import { type Command, usageError } from "./command.ts";

/** The case of that id; throws a `UserError` that says which there are. */
export function caseArgument(command: Command, text: string): CaseId {
  const ids = cases.map(({ id }) => id);
  const found = ids.find((id) => id === text);
  if (found !== undefined) return found;
  const meant = nearest(text, ids);
  throw usageError(
    command,
    `There is no case "${visible(text)}".`,
    ...(meant === undefined ? [] : [`Did you mean --case ${meant}?`]),
  );
}

/** The setup of a case, as it would be read from a file, and what happens to it. */
export function setupAndScenarioOf(id: CaseId): { readonly setup: Setup; readonly scenario: ScenarioRef } {
  const { setup, scenario } = caseById(id);
  const reading = readSetup(JSON.stringify(setup), id);
  if (!reading.ok) throw new Error(`the setup of the case ${id} cannot be read`);
  return { setup: reading.setup, scenario };
}
