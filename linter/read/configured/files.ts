// Readers of files that hold settings and nothing else, and which of them reads which file.
import type { ConfiguredAuth } from "../../configured.ts";
import { configuredInAmplifyCli } from "./amplify-cli.ts";
import { configuredInAuth0 } from "./auth0.ts";
import { configuredInKratos } from "./kratos.ts";
import { configuredInSupabase } from "./supabase.ts";
import { configuredInTemplate } from "./template.ts";
import { readYaml } from "./yaml-file.ts";

/** The text of a file of the scanned tree, or undefined if there is none. */
export type ReadFile = (file: string) => string | undefined;

/** What one file of settings tells. A file that turns out to be something else tells nothing. */
export async function configuredInFile(file: string, readFile: ReadFile): Promise<readonly ConfiguredAuth[]> {
  const text = readFile(file) ?? "";
  const isForKratos = /\bselfservice\b/.test(text);
  if (file.toLowerCase().endsWith(".toml")) {
    // Its parser is needed for nothing else.
    const { readToml } = await import("./toml.ts");
    const root = readToml(file, text);
    return isForKratos ? configuredInKratos(file, root, readFile) : configuredInSupabase(file, root);
  }
  if (isForKratos) return configuredInKratos(file, readYaml(file, text), readFile);
  if (text.includes("AWS::Cognito::UserPool")) return configuredInTemplate(file, text);
  if (text.includes("cognitoConfig")) return configuredInAmplifyCli(file, text, readFile);
  return configuredInAuth0(file, text, readFile);
}
