// The answer to --explain-flow where no flow is: what was read of the file, and which flows come nearest.
import type { ExplainedPlace, FileReading } from "../explained.ts";
import type { SkipReason } from "../skipped.ts";
import { visible } from "./escape.ts";
import { askedWords, stepWords } from "./flow-words.ts";
import { hang, wrap } from "./layout.ts";
import { placeText, type TextOptions } from "./text.ts";
import { counted, leftOutWords } from "./words.ts";

/** Reasons that lie in a name or in git, which somebody who names the file overrules. */
const namedAnyway: ReadonlySet<SkipReason> = new Set<SkipReason>([
  "build-output",
  "declarations",
  "dependencies",
  "hidden",
  "ignored-by-git",
  "minified",
  "tests",
  "translations",
]);

/** What was read of the file in which no flow was found. */
export function readingBlocks({ file, line, reading }: ExplainedPlace, options: TextOptions): string[][] {
  const { paint, width, shownPath } = options;
  const name = visible(shownPath(file));
  return [
    wrap(`No flow goes through ${name}:${line}.`, width).map(paint.strong),
    readingWords(reading, name, options).flatMap((text) => wrap(text, width)),
  ];
}

function readingWords(reading: FileReading, name: string, { shownPath }: TextOptions): string[] {
  switch (reading.is) {
    case "left-out": {
      const what =
        reading.path === "" || name.endsWith(reading.path)
          ? "The file was not read"
          : `The file was not read, because of the folder ${visible(shownPath(reading.path))}`;
      const help = namedAnyway.has(reading.reason) ? " Name the file itself as a path to have it read." : "";
      return [`${what}: ${leftOutWords(reading.reason)}.${help}`];
    }
    case "no-code":
      return ["The file is neither TypeScript nor JavaScript, so it was not read."];
    case "setup":
      return [`The file is a setup written by hand. What rules say of it: onefactor lint ${name}`];
    case "settings":
      return [
        `The file holds settings of a sign-in, which are judged as they stand. What rules say of them: onefactor lint ${name}`,
      ];
    case "not-scanned":
      return ["The file lies outside the paths that were scanned."];
    case "no-candidate":
      return [
        "The file was searched and not parsed: it has no word of codes, texts or passwords, and no file that has one needs it.",
      ];
    case "page":
      return [
        "The file was searched and not parsed: it is a page, which runs in a browser and calls no service that signs people in there. What lets them in is decided where its requests go.",
      ];
    case "read":
      return [
        "The file was parsed, and nothing on this line was recognised as part of a way into an account: no code sent or checked here, no password written, no session opened.",
        ...reading.troubles.map(({ reason }) => `The file ${visible(reason)}.`),
      ];
  }
}

/** The flows that come nearest, or that there is none. */
export function nearestBlocks(
  nearest: ExplainedPlace["nearest"],
  flowsInAll: number,
  options: TextOptions,
): string[][] {
  if (nearest.length === 0) return [["No flow was read in all that was scanned."]];
  return [
    [
      options.paint.strong(`The nearest of ${counted(flowsInAll, "flow")}`),
      ...nearest.flatMap(({ flow, at }) => [
        ...hang(
          "  - ",
          `${visible(flow.entry.name)}, which ${stepWords(flow.effect)}, asks for ${askedWords(flow)}`,
          options.width,
        ),
        `    ${placeText(at, options)}`,
      ]),
    ],
  ];
}
