// The example setups, for tests of the site.
import { readdirSync, readFileSync } from "node:fs";
import { readSetup, type Setup } from "../../simulator/index.ts";

export function exampleSetup(id: string): Setup {
  const file = new URL(`../../simulator/setups/${id}.setup.yaml`, import.meta.url);
  const read = readSetup(readFileSync(file, "utf8"), `${id}.setup.yaml`);
  if (!read.ok) throw new Error(`the example setup "${id}" is not valid`);
  return read.setup;
}

/** The ids of all of them. */
export const exampleIds: readonly string[] = readdirSync(new URL("../../simulator/setups/", import.meta.url))
  .filter((name) => name.endsWith(".setup.yaml"))
  .map((name) => name.replace(".setup.yaml", ""));
