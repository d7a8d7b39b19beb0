// Draws every statechart from its own definition into simulator/machines/README.md. To be run after a change there:
// npx node .scripts/draw-statecharts.ts
import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import type { AnyStateMachine } from "xstate";
import { drawing } from "./statecharts/drawing.ts";

const folder = new URL("../simulator/machines/", import.meta.url);
const place = fileURLToPath(new URL("README.md", folder));
const begin =
  "<!-- Drawn by `npx node .scripts/draw-statecharts.ts` from the definitions; not to be edited. -->";
const end = "<!-- End of what is drawn. -->";

/** A statechart of the folder: the name of its export, its file, and the sentence that the file begins with. */
export interface Chart {
  readonly name: string;
  readonly file: string;
  readonly sentence: string;
  readonly machine: AnyStateMachine;
}

/** Every export of the folder whose name ends in `Machine`, in the order of files and names. */
export async function charts(): Promise<readonly Chart[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .toSorted();
  const found: Chart[] = [];
  for (const file of files) {
    const address = new URL(file, folder);
    const exported = (await import(pathToFileURL(fileURLToPath(address)).href)) as Record<string, unknown>;
    const sentence = firstComment(readFileSync(address, "utf8"));
    for (const name of Object.keys(exported).toSorted())
      if (name.endsWith("Machine"))
        found.push({ name, file, sentence, machine: exported[name] as AnyStateMachine });
  }
  return found;
}

/** The README with the drawings of today in the place of the old ones. */
export async function readmeWithDrawings(readme: string): Promise<string> {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`simulator/machines/README.md lacks the lines\n${begin}\n${end}`);
  const sections = (await charts()).map(
    ({ name, file, sentence, machine }) =>
      `### ${titled(name)}\n\n[\`${file}\`](${file}): ${sentence}\n\n${drawing(machine)}`,
  );
  const text = `${readme.slice(0, from)}${begin}\n\n${sections.join("\n\n")}\n\n${readme.slice(to)}`;
  return format(text, { ...(await resolveConfig(place)), filepath: place });
}

/** `phoneLineMachine` as a heading: `Phone line`. */
function titled(name: string): string {
  const words = name.replace(/Machine$/u, "").replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The comment at the top of a file, without its slashes. */
function firstComment(text: string): string {
  const lines = text.split("\n");
  const count = lines.findIndex((line) => !line.startsWith("// "));
  return lines
    .slice(0, count)
    .map((line) => line.slice(3))
    .join(" ");
}

if (import.meta.main) await writeFile(place, await readmeWithDrawings(readFileSync(place, "utf8")));
