// All readers of settings, and what they find in the parsed files of a project. A product is found here and nowhere else.
import type { ConfiguredAuth } from "../../configured.ts";
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import { amplify } from "./amplify.ts";
import { cdkCognito } from "./cdk-cognito.ts";
import { overridesIn } from "./overrides.ts";
import type { Reader } from "./reader.ts";

const readers: readonly Reader[] = [cdkCognito, amplify];

/** What the files tell the products that are known, by file and line. */
export function configuredIn(run: Run, files: readonly FileFacts[]): readonly ConfiguredAuth[] {
  const project = { overrides: overridesIn(run, files) };
  return files
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .flatMap((facts) => readers.flatMap((read) => read(run, facts, project)))
    .toSorted(byPlace);
}

function byPlace({ place: a }: ConfiguredAuth, { place: b }: ConfiguredAuth): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
