// Reads user pools of Amplify's first generation as its CLI wrote them before it had `cli-inputs.json`: a template in
// `amplify/backend/auth/<name>/`, and what is put into it in `parameters.json` beside it.
// aws-amplify/amplify-cli was read in its code of 2018 to 2021: the template sets no AccountRecoverySetting, and before it
// set EnabledMfas, a function in it switched second factors on, for which `mfaTypes` says which.
import type { ConfiguredAuth } from "../../configured.ts";
import { dirname } from "../paths.ts";
import type { Value } from "../values.ts";
import { factorsOfCli, isAllOfCli } from "./amplify-cli.ts";
import type { ReadFile } from "./files.ts";
import { authOfPool } from "./pool.ts";
import { poolsInTemplate } from "./template.ts";
import { textAt, textsAt, type Written } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/** Whether a file is such a template by its name. */
export function isAmplifyTemplate(file: string): boolean {
  return /(?:^|\/)auth\/([^/]+)\/\1-cloudformation-template\.(?:ya?ml|json)$/.test(file);
}

/** What the template and its parameters come to; undefined where they cannot be parsed. */
export function configuredInAmplifyTemplate(
  file: string,
  text: string,
  readFile: ReadFile,
): readonly ConfiguredAuth[] | undefined {
  const folder = dirname(file);
  // What the CLI was told since then, it keeps there, and makes another template of it.
  if (readFile(`${folder}/cli-inputs.json`) !== undefined) return [];
  const parameterFile = `${folder}/parameters.json`;
  const written = readFile(parameterFile);
  const parameters = written === undefined ? undefined : readYaml(parameterFile, written);
  const pools = poolsInTemplate(file, text, (name) => valueOf(parameters, name));
  const name = textAt(parameters, "userPoolName");
  return pools?.flatMap((pool) => {
    const { identity, factors, complete } = pool;
    return (
      authOfPool({
        ...pool,
        identity: {
          ...identity,
          product: "amplify",
          title: "Amplify",
          subject: name === undefined ? identity.subject : `the user pool "${name}"`,
        },
        factors: factors ?? (parameters === undefined ? undefined : factorsOfCli(parameters)),
        complete: complete && parameters !== undefined && isAllOfCli(parameters),
      }) ?? []
    );
  });
}

function valueOf(parameters: Written | undefined, name: string): Value | undefined {
  const text = textAt(parameters, name);
  if (text !== undefined) return { k: "const", v: text };
  const items = textsAt(parameters, name)?.map((v): Value => ({ k: "const", v }));
  return items === undefined ? undefined : { k: "array", items };
}
