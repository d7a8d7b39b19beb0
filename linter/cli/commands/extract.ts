// `onefactor extract`: writes down the setup that code stands for, so that it can be played and changed.
import type { Extracted } from "../../extracted.ts";
import type { Flow } from "../../flow.ts";
import { scan } from "../../lint.ts";
import { skipLog } from "../../skipped.ts";
import { visible } from "../../report/escape.ts";
import { setupYaml } from "../../report/setup-yaml.ts";
import { counted } from "../../report/words.ts";
import type { Arguments, Command } from "../command.ts";
import { diskTree } from "../disk.ts";
import type { Io } from "../io.ts";
import { pathsAsNamed, scopeOf } from "../starting-points.ts";

const formats = ["yaml", "json"] as const;

export const extractCommand: Command = {
  name: "extract",
  summary: "Writes down the setup that code stands for, to be played and changed.",
  operands: "[paths…]",
  options: {
    format: {
      value: formats.join("|"),
      oneOf: formats,
      help: "yaml if not given; json has no comments, so the evidence stands in yaml only",
    },
  },
  more: [
    "All ways into accounts that are read become one setup: one account for each",
    "store of passwords where they can be told apart, else one. Beside each part",
    "stands the file and line where it was read; what is assumed or not known says",
    "so. Ways that are unsure or no way in are listed at the end.",
    "",
    "Without a path, the current folder is read. Nothing of it is executed.",
    "",
    "Exit codes: 0 written, 2 wrong use, 3 nothing to read or no way in recognised.",
    "",
    "Examples:",
    "  onefactor extract src > app.setup.yaml",
    "  onefactor simulate app.setup.yaml",
  ],
  run,
};

async function run({ positionals, options }: Arguments, io: Io): Promise<number> {
  const paths = positionals.length === 0 ? ["."] : positionals;
  const scope = scopeOf(io.cwd, paths);
  const { files, setups, reading } = await scan(
    { tree: diskTree(scope.root), starts: scope.starts, beforeParsing: io.beforeParsing },
    skipLog(),
  );
  if (files.length === 0) {
    io.stderr.write(
      `onefactor: nothing to extract from: found no TypeScript or JavaScript file${setups.length === 0 ? "" : ", only setups that are written already"}.\n` +
        "  Name a folder with code: onefactor extract path/to/code\n",
    );
    return 3;
  }
  // The simulator is loaded only where there is something to read as a setup.
  const extracted =
    reading.flows.length === 0
      ? undefined
      : (await import("../../infer-project.ts")).inferProject(reading.flows);
  const shownPath = pathsAsNamed(io.cwd, paths, scope.root);
  if (extracted === undefined) {
    io.stderr.write(nothingExtracted(files.length, reading.flows, shownPath));
    return 3;
  }
  io.stdout.write(
    options.get("format") === "json" ? jsonSetup(extracted) : setupYaml(extracted, { shownPath }),
  );
  return 0;
}

/** Why there is no setup, and where to look at what was read instead. */
function nothingExtracted(
  files: number,
  flows: readonly Flow[],
  shownPath: (file: string) => string,
): string {
  const said = `onefactor: nothing to extract: no sure way into an account was recognised in ${counted(files, "file")}.\n`;
  const [first] = flows;
  if (first === undefined)
    return `${said}  What was read of a place: onefactor lint --explain-flow FILE:LINE\n`;
  const { file, line } = first.entry.place;
  const others =
    flows.length === 1 ? "" : `, the first of ${counted(flows.length, "way")} that are not sure enough`;
  return `${said}  What was read: onefactor lint --explain-flow ${visible(shownPath(file))}:${line}${others}\n`;
}

function jsonSetup({ setup }: Extracted): string {
  return `${JSON.stringify(setup, null, 2)}\n`;
}
