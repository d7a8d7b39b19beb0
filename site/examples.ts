// The example setups, read at build time from the files that the command reads too.
import { readSetup } from "../simulator/index.ts";
import type { Example } from "./player/controls.tsx";

const files: Readonly<Record<string, string>> = import.meta.glob("../simulator/setups/*.setup.yaml", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The setup that pages begin with. */
const first = "one-phone-for-everything";

/** All example setups: the one that pages begin with, then by title, as they stand in a list. A setup that cannot be read stops the build. */
export const examples: readonly Example[] = Object.entries(files)
  .map(([path, text]): Example => {
    const id = path.replace(/^.*\//u, "").replace(/\.setup\.yaml$/u, "");
    const read = readSetup(text, `${id}.setup.yaml`);
    if (!read.ok) throw new Error(`the example setup "${id}" is not valid`);
    return { id, setup: read.setup };
  })
  .toSorted(
    (a, b) =>
      Number(b.id === first) - Number(a.id === first) || a.setup.title.localeCompare(b.setup.title, "en"),
  );

/** The example with that id; an unknown id in a lesson stops the build and says which there are. */
export function exampleById(id: string): Example {
  const found = examples.find((example) => example.id === id);
  if (found === undefined)
    throw new Error(
      `no example setup "${id}"; there are ${examples.map((example) => example.id).join(", ")}`,
    );
  return found;
}
