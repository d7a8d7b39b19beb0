// Readers of files that hold settings and nothing else, and which of them reads which file.
import type { ConfiguredAuth } from "../../configured.ts";
import { configuredInAmplifyCli } from "./amplify-cli.ts";
import { configuredInAmplifyTemplate, isAmplifyTemplate } from "./amplify-template.ts";
import { configuredInAuth0 } from "./auth0.ts";
import { configuredInClerk } from "./clerk-config.ts";
import { withoutActions } from "./helm-template.ts";
import { configuredInKratos } from "./kratos.ts";
import { configuredInSupabase } from "./supabase.ts";
import { configuredInTemplate } from "./template.ts";
import { configuredInTerraform } from "./terraform.ts";
import type { Written } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/** The text of a file of the scanned tree, or undefined if there is none. */
export type ReadFile = (file: string) => string | undefined;

/** What one file of settings tells, and whether it could be parsed. A file that turns out to be something else tells nothing. */
export interface SettingsReading {
  readonly told: readonly ConfiguredAuth[];
  readonly isParsed: boolean;
}

/** Reads one file of settings. */
export async function configuredInFile(file: string, readFile: ReadFile): Promise<SettingsReading> {
  const text = readFile(file) ?? "";
  const told = await toldIn(file, text, readFile);
  return { told: told ?? [], isParsed: told !== undefined };
}

async function toldIn(
  file: string,
  text: string,
  readFile: ReadFile,
): Promise<readonly ConfiguredAuth[] | undefined> {
  if (file.endsWith(".tf")) return configuredInTerraform(file, text);
  const isForKratos = /\bselfservice\b/.test(text);
  const isToml = file.toLowerCase().endsWith(".toml");
  // A template is read with its tags, which the others have none of.
  if (!isForKratos && !isToml && text.includes("AWS::Cognito::UserPool"))
    return isAmplifyTemplate(file)
      ? configuredInAmplifyTemplate(file, text, readFile)
      : configuredInTemplate(file, text);
  const isForClerk = /clerk/i.test(file) && text.includes("auth_phone");
  if (!isForKratos && !isToml && !isForClerk && !text.includes("cognitoConfig"))
    return configuredInAuth0(file, text, readFile);
  const root = isToml ? await tomlIn(file, text) : yamlIn(file, text);
  if (root === undefined) return undefined;
  if (isForKratos) return configuredInKratos(file, root, readFile);
  if (isForClerk) return configuredInClerk(file, root);
  return isToml ? configuredInSupabase(file, root) : configuredInAmplifyCli(file, root, readFile);
}

function yamlIn(file: string, text: string): Written | undefined {
  const root = readYaml(file, text);
  return root === undefined && text.includes("{{") ? readYaml(file, withoutActions(text)) : root;
}

async function tomlIn(file: string, text: string): Promise<Written | undefined> {
  // Its parser is needed for nothing else.
  const { readToml } = await import("./toml.ts");
  return readToml(file, text);
}
