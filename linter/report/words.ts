// The words of the lint reports: what was left out, and how many.
import type { SkipCount, SkipReason } from "../skipped.ts";

/** For each reason: words before "file" or "folder", or after it. */
const reasonWords: Readonly<Record<SkipReason, readonly [before: string, after: string]>> = {
  binary: ["binary", ""],
  "build-output": ["", "of build output"],
  declarations: ["declaration", ""],
  dependencies: ["", "of dependencies"],
  generated: ["generated", ""],
  hidden: ["hidden", ""],
  "ignored-by-git": ["", "ignored by git"],
  "invalid-setup": ["setup", "with errors"],
  "long-lines": ["", "of very long lines"],
  minified: ["minified", ""],
  "special-file": ["special", ""],
  "symbolic-link": ["", "that is a symbolic link"],
  tests: ["test", ""],
  "too-large": ["", "over 1.5 MB"],
  translations: ["", "of translations"],
  unreadable: ["unreadable", ""],
};

/** For example `3 folders of dependencies` or `1 unreadable file`. */
export function skipCountWords({ reason, unit, count }: SkipCount): string {
  if (reason === "symbolic-link") return counted(count, "symbolic link");
  const [before, after] = reasonWords[reason];
  return `${counted(count, before === "" ? unit : `${before} ${unit}`)}${after === "" ? "" : ` ${after}`}`;
}

/** Why one file was not read, after a colon. */
export function leftOutWords(reason: SkipReason): string {
  return aloneWords[reason];
}

const aloneWords: Readonly<Record<SkipReason, string>> = {
  binary: "it is binary",
  "build-output": "it is build output",
  declarations: "it holds declarations only",
  dependencies: "it belongs to a dependency",
  generated: "it is marked as generated",
  hidden: "it is hidden",
  "ignored-by-git": "git ignores it",
  "invalid-setup": "it is a setup with errors",
  "long-lines": "most of it stands in very long lines",
  minified: "it is minified",
  "special-file": "it is no ordinary file",
  "symbolic-link": "it is a symbolic link",
  tests: "it is a test",
  "too-large": "it is over 1.5 MB",
  translations: "it holds translations",
  unreadable: "it cannot be read",
};

/** A number with its noun: `1 file`, `1,204 files`. */
export function counted(count: number, noun: string): string {
  return `${withCommas(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A whole number with commas between thousands, the same in every locale. */
export function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
