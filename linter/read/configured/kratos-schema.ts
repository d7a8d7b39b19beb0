// Reads the identity schemas of Ory Kratos: by which way a code goes to each address of a person.
// ory/kratos and its chart in ory/k8s were read as of July 2026: a schema is a file, or stands in its own address.
import { dirname } from "../paths.ts";
import type { ReadFile } from "./files.ts";
import { itemsAt, switchAt, tablesIn, textAt, type Written, writtenAt } from "./written.ts";
import { readYaml } from "./yaml-file.ts";

/** The ways (`sms`, `email`) of the codes that sign in, and of those that recover. */
export interface Addresses {
  /** Whether all schemas were found and read. */
  readonly known: boolean;
  readonly signIn: ReadonlySet<string>;
  readonly recovery: ReadonlySet<string>;
}

/**
 * What the schemas say that a configuration names. `around` are the tables that it stands in, the nearest first: a
 * ConfigMap and the values of a chart hold the files that are laid beside it.
 */
export function addressesIn(
  file: string,
  config: Written | undefined,
  around: readonly Written[],
  readFile: ReadFile,
): Addresses {
  const urls = itemsAt(config, "identity", "schemas").map((schema) => textAt(schema, "url"));
  const schemas = urls.map((url) => {
    const schema = url === undefined ? undefined : schemaAt(url, dirname(file), around, readFile);
    // What a template puts in, and what is no schema, says nothing of addresses.
    return writtenAt(schema, "properties")?.is === "table" ? schema : undefined;
  });
  const signIn = new Set<string>();
  const recovery = new Set<string>();
  for (const schema of schemas) collect(schema, signIn, recovery);
  return { known: schemas.length > 0 && !schemas.includes(undefined), signIn, recovery };
}

const inline = "base64://";

function schemaAt(
  url: string,
  folder: string,
  around: readonly Written[],
  readFile: ReadFile,
): Written | undefined {
  if (url.startsWith(inline))
    return readYaml(url, Buffer.from(url.slice(inline.length), "base64").toString());
  if (!url.startsWith("file://")) return undefined;
  const parts = url.slice("file://".length).split("/");
  if (parts.includes("..")) return undefined;
  const named = parts.filter((part) => part !== "" && part !== ".");
  const beside = textBeside(named.at(-1) ?? "", around);
  if (beside !== undefined) return beside === null ? undefined : readYaml(url, beside);
  // Kratos runs in a container, so only the end of a path can be found.
  for (let from = 0; from < named.length; from++)
    for (const near of [folder, dirname(folder)]) {
      const path = named.slice(from).join("/");
      const text = readFile(near === "." ? path : `${near}/${path}`);
      if (text !== undefined) return readYaml(url, text);
    }
  return undefined;
}

/** The text with a file's name for its key, in the nearest table that has one; null where it has several. */
function textBeside(name: string, around: readonly Written[]): string | null | undefined {
  for (const table of around) {
    const texts = new Set([...tablesIn(table)].flatMap((one) => textAt(one, name) ?? []));
    const [only, ...others] = texts;
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return undefined;
}

function collect(schema: Written | undefined, signIn: Set<string>, recovery: Set<string>): void {
  for (const table of tablesIn(schema)) {
    // What Kratos reads stands beside the type of each trait.
    const told = writtenAt(table, "ory.sh/kratos");
    const via = textAt(told, "credentials", "code", "via");
    if (via !== undefined && switchAt(told, "credentials", "code", "identifier") === true) signIn.add(via);
    const back = textAt(told, "recovery", "via");
    if (back !== undefined) recovery.add(back);
  }
}
