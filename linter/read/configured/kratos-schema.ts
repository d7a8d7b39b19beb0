// Reads the identity schemas of Ory Kratos: by which way a code goes to each address of a person.
import { dirname } from "../paths.ts";
import type { ReadFile } from "./files.ts";
import { itemsAt, switchAt, textAt, type Written, writtenAt } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/** The ways (`sms`, `email`) of the codes that sign in, and of those that recover. */
export interface Addresses {
  /** Whether all schemas were found and read. */
  readonly known: boolean;
  readonly signIn: ReadonlySet<string>;
  readonly recovery: ReadonlySet<string>;
}

/** What the schemas say that a configuration names. Kratos runs in a container, so only the end of a path can be found. */
export function addressesIn(file: string, config: Written | undefined, readFile: ReadFile): Addresses {
  const urls = itemsAt(config, "identity", "schemas").map((schema) => textAt(schema, "url"));
  const schemas = urls.map((url) => (url === undefined ? undefined : schemaAt(url, dirname(file), readFile)));
  const signIn = new Set<string>();
  const recovery = new Set<string>();
  for (const schema of schemas) collect(schema, signIn, recovery);
  return { known: schemas.length > 0 && !schemas.includes(undefined), signIn, recovery };
}

function schemaAt(url: string, folder: string, readFile: ReadFile): Written | undefined {
  if (!url.startsWith("file://")) return undefined;
  const parts = url.slice("file://".length).split("/");
  if (parts.includes("..")) return undefined;
  const named = parts.filter((part) => part !== "" && part !== ".");
  for (let from = 0; from < named.length; from++)
    for (const around of [folder, dirname(folder)]) {
      const path = named.slice(from).join("/");
      const text = readFile(around === "." ? path : `${around}/${path}`);
      if (text !== undefined) return readYaml(url, text);
    }
  return undefined;
}

/** Walks a schema of whatever depth; what Kratos reads stands beside the type of each trait. */
function collect(node: Written | undefined, signIn: Set<string>, recovery: Set<string>): void {
  const waiting = [node];
  for (let next = waiting.pop(); waiting.length > 0 || next !== undefined; next = waiting.pop()) {
    if (next?.is === "list") waiting.push(...next.items);
    if (next?.is !== "table") continue;
    const told = writtenAt(next, "ory.sh/kratos");
    const via = textAt(told, "credentials", "code", "via");
    if (via !== undefined && switchAt(told, "credentials", "code", "identifier") === true) signIn.add(via);
    const back = textAt(told, "recovery", "via");
    if (back !== undefined) recovery.add(back);
    waiting.push(...next.entries.values());
  }
}
