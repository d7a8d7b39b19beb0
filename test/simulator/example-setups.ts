// The example setups, read as a user's program would read them.
import { readdirSync, readFileSync } from "node:fs";
import { readSetup } from "../../simulator/model/setup-text.ts";
import type { Setup } from "../../simulator/model/setup.ts";
import { sayProblemAt } from "../../simulator/words/en/problems.ts";

const folder = new URL("../../simulator/setups/", import.meta.url);
const ending = ".setup.yaml";

/** The file names of the example setups. */
export const exampleSetupFiles: readonly string[] = readdirSync(folder).toSorted();

/** Their ids: the file names without the ending. */
export const exampleSetupIds: readonly string[] = exampleSetupFiles
  .map((file) => file.replace(ending, ""))
  .toSorted();

/** The setups that everything started with; they have a full table of expected verdicts. */
export const foundingSetupIds: readonly string[] = [
  "app-with-sms-reset",
  "five-banks-and-a-charity",
  "one-phone-for-everything",
  "passkey-and-recovery-codes",
  "traveller",
];

/** The text of an example setup. */
export function exampleSetupText(id: string): string {
  return readFileSync(new URL(`${id}${ending}`, folder), "utf8");
}

/** An example setup; throws what is wrong with it. */
export function exampleSetup(id: string): Setup {
  const read = readSetup(exampleSetupText(id), `${id}${ending}`);
  if (!read.ok) throw new Error(read.problems.map((problem) => sayProblemAt(problem, id)).join("\n"));
  return read.setup;
}
