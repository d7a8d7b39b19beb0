// Writes a setup as YAML, in a stable order and with everything left out that goes without saying.
import { Document } from "yaml";
import { withoutDefaults } from "./defaults.ts";
import type { Setup } from "./setup.ts";

/** A setup as YAML. Reading it again gives the same setup. */
export function writeSetup(setup: Setup): string {
  const document = new Document(withoutDefaults(setup), {
    version: "1.2",
    schema: "core",
    aliasDuplicateObjects: false,
  });
  return document.toString({ lineWidth: 100 });
}
