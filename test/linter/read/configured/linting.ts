// Lints a few files that exist in a test only, and tells what was found in one line each.
import type { Finding } from "../../../../linter/finding.ts";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/**
 * All findings in the files, by the strict profile and down to the lowest confidence, apart from what is said of every
 * product that sends codes to a number.
 */
export async function findingsIn(files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const { findings } = await lint({
    tree: memoryTree(files),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
    profile: "strict",
  });
  return findings.filter(({ rule }) => rule !== "no-sim-swap-check");
}

/** What was found: `warning/high cognito-recovery-default club.ts:4`, consequences behind it. */
export async function toldOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await findingsIn(files)).map(({ severity, confidence, rule, file, line, consequences }) =>
    [`${severity}/${confidence} ${rule} ${file}:${line}`, ...consequences.map((one) => one.rule)].join(" + "),
  );
}
