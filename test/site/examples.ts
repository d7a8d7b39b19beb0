// The example setups, for tests of the site.
import { readFileSync } from "node:fs";
import { readSetup, type Setup } from "../../simulator/index.ts";

export function exampleSetup(id: string): Setup {
  const file = new URL(`../../simulator/setups/${id}.setup.yaml`, import.meta.url);
  const read = readSetup(readFileSync(file, "utf8"), `${id}.setup.yaml`);
  if (!read.ok) throw new Error(`the example setup "${id}" is not valid`);
  return read.setup;
}

export const exampleIds = [
  "one-phone-for-everything",
  "app-with-sms-reset",
  "passkey-and-recovery-codes",
  "traveller",
  "five-banks-and-a-charity",
] as const;
