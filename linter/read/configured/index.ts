// All readers of settings, and what they find in the parsed files of a project. A product is found here and nowhere else.
import type { ConfiguredAuth } from "../../configured.ts";
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import { amplify } from "./amplify.ts";
import { authy } from "./authy.ts";
import { betterAuth } from "./better-auth.ts";
import { cdkCognito } from "./cdk-cognito.ts";
import { cfnUserPool } from "./cfn-user-pool.ts";
import { clerk } from "./clerk.ts";
import { feathers } from "./feathers.ts";
import { firebaseUi } from "./firebase-ui.ts";
import { mfaPreference } from "./mfa-preference.ts";
import { overridesIn } from "./overrides.ts";
import { parseServer } from "./parse-server.ts";
import type { Reader } from "./reader.ts";
import { supertokens } from "./supertokens.ts";

const readers: readonly Reader[] = [
  cdkCognito,
  cfnUserPool,
  amplify,
  mfaPreference,
  betterAuth,
  supertokens,
  clerk,
  feathers,
  firebaseUi,
  parseServer,
  authy,
];

/** What the files tell the products that are known, by file and line. */
export function configuredIn(run: Run, files: readonly FileFacts[]): readonly ConfiguredAuth[] {
  const telling = files.filter(({ configures }) => configures);
  const project = { overrides: overridesIn(run, telling), files: telling };
  return telling
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .flatMap((facts) => readers.flatMap((read) => read(run, facts, project)))
    .toSorted(byPlace);
}

function byPlace({ place: a }: ConfiguredAuth, { place: b }: ConfiguredAuth): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
