// `onefactor lint`: scans code and setup files, and reports what a phone number alone opens, and careless codes.
import type { SkippedFile } from "../../finding.ts";
import type { Place } from "../../flow.ts";
import type { FileTree } from "../../file-tree.ts";
import { asUtf8 } from "../../collect/encoding.ts";
import { largestFile } from "../../collect/source.ts";
import { confidences, defaultLevels, type Levels, severities } from "../../levels.ts";
import { lint, type LintRequest } from "../../lint.ts";
import { profileById, profileIds, type ProfileId } from "../../profiles.ts";
import { visible } from "../../report/escape.ts";
import { hang, padTo } from "../../report/layout.ts";
import { jsonReport } from "../../report/json.ts";
import type { ReportInput } from "../../report/report.ts";
import { sarifReport } from "../../report/sarif.ts";
import { textReport, type TextOptions } from "../../report/text.ts";
import type { LintResult } from "../../result.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { type Arguments, type Command, usageError } from "../command.ts";
import { diskTree } from "../disk.ts";
import { explainedPlace, placeArgument } from "../explained-place.ts";
import { type Io, paintFor } from "../io.ts";
import { pathsAsNamed, scopeOf } from "../starting-points.ts";

const formats = ["text", "json", "sarif"] as const;
type Format = (typeof formats)[number];

export const lintCommand: Command = {
  name: "lint",
  summary: "Finds ways into accounts that a phone number alone opens, and careless codes.",
  operands: "[paths…]",
  options: {
    format: { value: formats.join("|"), oneOf: formats, help: "how to report; text if not given" },
    "min-severity": {
      value: severities.join("|"),
      oneOf: severities,
      help: `report this and graver findings; ${defaultLevels.severity} if not given`,
    },
    "min-confidence": {
      value: confidences.join("|"),
      oneOf: confidences,
      help: `report this and surer findings; ${defaultLevels.confidence} if not given`,
    },
    profile: {
      value: "PROFILE",
      oneOf: profileIds,
      help: "by which measure to judge, see below; default if not given",
    },
    "explain-flow": {
      value: "FILE:LINE",
      help: "instead of findings, tell how the code at this place was understood, and what each rule makes of it",
    },
    "no-links": { help: "leave out the links that play a finding; they hold the setup read from your code" },
    "exit-code": { help: "with --format sarif, too, end with 1 if there are findings" },
  },
  more: [
    "Without a path, the current folder is scanned. Nothing of it is executed. What",
    "git ignores, packages, build output, tests and generated files are left out and",
    "counted; what is named as path is always read. Setup files (*.setup.yaml,",
    "*.setup.json) on the way are judged by the same rules, and so are settings of",
    "Amazon Cognito (CloudFormation, Terraform, Amplify), Auth0, Clerk, Ory Kratos",
    "and Supabase.",
    "",
    "Profiles, which decide what rules speak and how grave it is:",
    ...profileIds.flatMap((id) => hang(`  ${padTo(id, 10)} `, profileById(id).asks, 80)),
    "",
    "Exit codes: 0 no findings, 1 findings, 2 wrong use or a setup file with errors,",
    "3 nothing to scan. With --format sarif, findings end with 0 unless --exit-code",
    "is given: there, the code scanning service decides what fails.",
    "",
    "Examples:",
    "  onefactor lint",
    "  onefactor lint apps/api --min-severity error",
    "  onefactor lint --profile asvs-l2",
    "  onefactor lint --explain-flow src/reset.ts:18",
    "  onefactor lint --format sarif > onefactor.sarif",
  ],
  run,
};

async function run({ positionals, options }: Arguments, io: Io): Promise<number> {
  const paths = positionals.length === 0 ? ["."] : positionals;
  const scope = scopeOf(io.cwd, paths);
  const shownPath = pathsAsNamed(io.cwd, paths, scope.root);
  const tree = diskTree(scope.root);
  const format = options.get("format") ?? "text";
  const request: LintRequest = {
    tree,
    starts: scope.starts,
    beforeParsing: io.beforeParsing,
    levels: {
      severity: options.get("min-severity") ?? defaultLevels.severity,
      confidence: options.get("min-confidence") ?? defaultLevels.confidence,
    } as Levels, // readArguments has let only these words through
    links: !options.has("no-links"),
    profile: (options.get("profile") ?? "default") as ProfileId, // these, too, are the only words let through
  };
  const place = options.get("explain-flow");
  if (place !== undefined) {
    if (format !== "text" || options.has("exit-code"))
      throw usageError(
        lintCommand,
        "--explain-flow is told as text and ends with 0; leave out --format and --exit-code.",
      );
    const named = placeArgument(lintCommand, place, io.cwd, scope);
    io.stdout.write(
      await explainedPlace(
        lintCommand,
        named,
        { ...request, links: false },
        textOptions(tree, shownPath, io),
      ),
    );
    return 0;
  }
  const result = await lint(request);

  const nothingScanned = result.stats.filesSeen === 0;
  if (nothingScanned) {
    io.stderr.write(
      "onefactor: nothing to scan: found no TypeScript, JavaScript or setup file, and no settings of a sign-in.\n" +
        "  Name a folder with code: onefactor lint path/to/code\n",
    );
  }
  if (!nothingScanned || format !== "text")
    io.stdout.write(await report(format as Format, result, { tree, shownPath, io }));
  if (nothingScanned) return 3;
  const wrong = result.skipped.filter(({ details }) => details !== undefined);
  const named = new Set(scope.starts.map(({ path }) => path));
  for (const setup of wrong) io.stderr.write(wrongSetup(setup, named.has(setup.file), shownPath(setup.file)));
  if (wrong.length > 0) return 2;
  const quiet = format === "sarif" && !options.has("exit-code");
  return result.findings.length > 0 && !quiet ? 1 : 0;
}

/** What is wrong with a setup file: everything if it was named itself, else the first thing. */
function wrongSetup({ details = [] }: SkippedFile, isNamed: boolean, path: string): string {
  const told = isNamed ? details : details.slice(0, 1);
  const more = details.length - told.length;
  const lines = [
    `onefactor: "${visible(path)}" is not a setup that can be judged.`,
    ...told.map((detail) => `  ${visible(path)}:${visible(detail)}`),
    ...(more === 0 ? [] : [`  and ${more} more; name the file to see ${more === 1 ? "it" : "them"}`]),
    ...(isNamed ? ["  The format: onefactor schema"] : []),
  ];
  return `${lines.join("\n")}\n`;
}

interface Surroundings {
  readonly tree: FileTree;
  readonly shownPath: (file: string) => string;
  readonly io: Io;
}

async function report(
  format: Format,
  result: LintResult,
  { tree, shownPath, io }: Surroundings,
): Promise<string> {
  const input: ReportInput = { result, rules: await metasFor(format, result), version: packageJson.version };
  switch (format) {
    case "text":
      return textReport(input, textOptions(tree, shownPath, io));
    case "json":
      return jsonReport(input);
    case "sarif":
      return sarifReport(input);
  }
}

function textOptions(tree: FileTree, shownPath: TextOptions["shownPath"], io: Io): TextOptions {
  return {
    paint: paintFor(io.stdout, io.env),
    width: io.stdout.columns,
    lineAt: lineReader(tree),
    shownPath,
  };
}

/** Rules come with the simulator that they judge by; it is not loaded to say that nothing was found. */
async function metasFor(format: Format, { findings }: LintResult): Promise<ReportInput["rules"]> {
  if (format === "text" && findings.length === 0) return new Map();
  return (await import("../../rules/index.ts")).ruleMetas;
}

/** Reads lines for the report, each file once. */
function lineReader(tree: FileTree): (place: Place) => string | undefined {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }) => {
    let lines = files.get(file);
    if (lines === undefined) {
      const bytes = tree.read(file, largestFile);
      // TypeScript counts these as ends of lines, and places are TypeScript's.
      lines =
        typeof bytes === "string"
          ? []
          : new TextDecoder().decode(asUtf8(bytes)).split(/\r\n|[\n\r\u2028\u2029]/);
      files.set(file, lines);
    }
    return lines[line - 1];
  };
}
