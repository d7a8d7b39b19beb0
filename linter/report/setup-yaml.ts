// Writes an extracted setup as YAML, with what speaks for each part as comments beside it.
import { Document, isCollection, isMap, isNode, isScalar, isSeq } from "yaml";
import type { Extracted, PartPath, Remark } from "../extracted.ts";
import { visible } from "./escape.ts";
import { withCommas } from "./words.ts";

export interface SetupYamlOptions {
  /** A file of the project as the reader can open it from where they are. */
  readonly shownPath: (file: string) => string;
}

/** So many remarks stand beside one part; a route with forty places is no clearer for the last thirty. */
const mostRemarks = 8;

/** So many flows that are no part of the setup are listed. */
const mostAside = 40;

/** The setup as YAML with comments, ending in a line feed. */
export function setupYaml({ setup, remarks, aside }: Extracted, options: SetupYamlOptions): string {
  const document = new Document(setup, {
    version: "1.2",
    schema: "core",
    aliasDuplicateObjects: false,
  });
  for (const path of shortParts(setup)) setFlow(document, path);
  for (const { path, remarks: own } of remarks)
    if (own.length > 0) comment(document, path, remarkLines(own, mostRemarks, options));
  document.commentBefore = lines([
    "What onefactor extract read in this code, as a setup. Change what you know better, then play it:",
    "  npx onefactor simulate <this file>",
    "Beside each part stands where it was read. What no code says is assumed, or not known and left at its default.",
  ]);
  if (aside.length > 0)
    document.comment = lines(["Read, and no part of the setup:", ...remarkLines(aside, mostAside, options)]);
  return document.toString({ lineWidth: 100 });
}

/** Parts that read better on one line. */
function shortParts({
  numbers = [],
  devices = [],
  things = [],
  accounts = [],
}: Extracted["setup"]): PartPath[] {
  const all = (list: string, of: readonly unknown[]): PartPath[] => of.map((_, index) => [list, index]);
  return [
    ...all("numbers", numbers),
    ...all("devices", devices),
    ...all("things", things),
    ...accounts.flatMap((account, index) =>
      (["authenticators", "signIn", "recovery", "protectedActions"] as const).flatMap((list) =>
        (account[list] ?? []).map((_, at): PartPath => ["accounts", index, list, at]),
      ),
    ),
  ];
}

function setFlow(document: Document, path: PartPath): void {
  const node = document.getIn(path, true);
  if (isCollection(node)) node.flow = true;
}

function comment(document: Document, path: PartPath, text: readonly string[]): void {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  // A comment above a value of a mapping belongs to its key, or it would stand between the two.
  const node = isMap(parent)
    ? parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key
    : isSeq(parent)
      ? parent.items[Number(key)]
      : undefined;
  if (isNode(node)) node.commentBefore = lines(text);
}

function remarkLines(remarks: readonly Remark[], most: number, { shownPath }: SetupYamlOptions): string[] {
  const told = remarks.slice(0, most).map(({ at, text }) => {
    const place = at === undefined ? "" : `${visible(shownPath(at.file))}:${at.line} `;
    return `${place}${visible(text)}`;
  });
  return remarks.length > most ? [...told, `and ${withCommas(remarks.length - most)} more`] : told;
}

/** Lines as the writer of YAML wants them; a break inside one would end the comment, so every text came through `visible`. */
function lines(texts: readonly string[]): string {
  return texts.map((text) => (text === "" ? "" : ` ${text}`)).join("\n");
}
