// What is told about a text, in the short form that tables of cases need.
import { lineAndColumn, type Problem } from "../../../simulator/model/problems.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";

/** What every setup begins with: two lines. */
export const head = "version: 1\ntitle: A setup\n";

/** Everything that is wrong with a text, or worth a warning. */
export function problemsOf(text: string | Uint8Array, name = "my.setup.yaml"): readonly Problem[] {
  const read = readSetup(text, name);
  return read.ok ? read.warnings : read.problems;
}

/** What is told first: its id, its line and column, and its path; of a setup that is read all the same, `warning` first. */
export function firstOf(text: string | Uint8Array, name?: string): string {
  const [first] = problemsOf(text, name);
  return first === undefined
    ? "nothing"
    : `${first.id} at ${first.line}:${first.column} ${first.path}`.trim();
}

/** Takes the mark `▶` out of a text, and tells where it stood. */
export function unmarked(text: string): { readonly text: string; readonly place: string } {
  const { line, column } = lineAndColumn(text, text.indexOf("▶"));
  return { text: text.replace("▶", ""), place: `${line}:${column}` };
}

/** A setup with one account, which has a password, a texted code and the lines that are added. */
export function withAccount(lines: string): string {
  return `${head}numbers: [{ id: mobile }]
devices: [{ id: phone, kind: smartphone, sims: [mobile] }]
things: [{ id: sheet, kind: paper }]
accounts:
  - id: mail
    authenticators:
      - { id: password, kind: password }
      - { id: text, kind: sms-code, number: mobile }
${lines}`;
}
