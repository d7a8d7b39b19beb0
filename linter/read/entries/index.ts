// Finds where requests come in, framework by framework.
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import type { EntriesIn, Entry } from "./entry.ts";
import { readMounts } from "./mounts.ts";
import { nestIn } from "./nest.ts";
import { nextIn } from "./next.ts";
import { routesIn } from "./routes.ts";

export type { Entry } from "./entry.ts";
export { unreachedEntries } from "./unreached.ts";

/** Every framework that is known; a file is shown to each of them. */
const frameworks: readonly EntriesIn[] = [routesIn, nextIn, nestIn];

/** All entry points of the parsed files, in the order of files and lines. */
export function entriesOf(files: readonly FileFacts[], run: Run): Entry[] {
  readMounts(files, run);
  return files
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .flatMap((facts) => frameworks.flatMap((entriesIn) => entriesIn(facts, run)));
}
