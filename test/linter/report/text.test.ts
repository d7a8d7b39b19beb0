// The report for people, whole, as it appears in a terminal of 80 columns without colour.
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../linter/finding.ts";
import { plain } from "../../../linter/report/paint.ts";
import { textReport } from "../../../linter/report/text.ts";
import type { LintResult } from "../../../linter/result.ts";
import { finding, inputOf, lines, resultOf, rule } from "./example-result.ts";

const report = (result: LintResult) =>
  textReport(inputOf(result), {
    paint: plain,
    width: 80,
    lineAt: ({ file, line }) => lines[file]?.[line - 1],
    shownPath: (file) => file,
  });

describe("the report for people", () => {
  test("shows place, chain, attack, mending and clauses of a finding, and why the rule exists", () => {
    expect(report(resultOf([finding]))).toMatchInlineSnapshot(`
      "No way into an account was recognised in the 14 files that could hold one.

      error[sms-only-reset]: POST /club/reset (reset) sets a new password for a texted
                             code alone
        --> src/club/reset.ts:12:1
         |
      12 | app.post("/club/reset", async (req, res) => {
         |
        1 sent here (Twilio)     src/club/texts.ts:3:3
        | await texts.send(member.phone, code);
        2 checked here           src/club/reset.ts:14:7
        | if (stored.code !== req.body.code) return res.sendStatus(400);
        3 password written here  src/club/reset.ts:16:3
        | await members.update(member.id, { password: await hash(req.body.password)…
        = attack: Somebody who moves the number to another SIM asks for the code,
                  receives it and chooses a new password.
        = mend: Ask for a second proof that does not hang on the phone number before
                the new password is written.
        = play it (npm start in a clone of onefactor): /play/#1.abc

      Why sms-only-reset matters
        Whoever holds the number holds the account.
        - ASVS 5.0 6.4.3: a reset does not bypass multi-factor authentication that is
          switched on (level 2)
        - CWE-640: weak password recovery mechanism for forgotten password
        For more, and when it is fine: npx onefactor explain sms-only-reset

      1 finding: 1 error.
      Searched 1,204 files, parsed 14.
      "
    `);
  });

  test("explains a rule once, however often it finds something", () => {
    const text = report(resultOf([finding, { ...finding, line: 30, column: 5 }]));
    expect(text.match(/Why sms-only-reset matters/g)).toHaveLength(1);
    expect(text).toContain("2 findings: 2 errors.");
  });

  test("says how sure it is when it is not, what to look at, and what falls along", () => {
    const text = report(
      resultOf([
        {
          ...finding,
          confidence: "medium",
          notes: ["the code's channel is named in a setting"],
          consequences: [
            {
              rule: "sms-only-reset",
              severity: "error",
              message: "the bank falls with it",
              file: "b.ts",
              line: 4,
            },
          ],
        },
      ]),
    );
    expect(text).toContain("= confidence: medium");
    expect(text).toContain("= look at: the code's channel is named in a setting");
    expect(text).toContain("= and so: the bank falls with it (b.ts:4)");
  });

  test("tells what another rule says of the same place, and where it is elsewhere", () => {
    const also = { rule: "otp-reusable", severity: "warning", message: "the code serves twice" } as const;
    const text = report(
      resultOf([
        {
          ...finding,
          consequences: [
            { ...also, file: finding.file, line: finding.line },
            { ...also, file: "src/club/codes.ts", line: 7 },
          ],
        },
      ]),
    );
    expect(text).toContain("  = also: warning[otp-reusable] the code serves twice\n");
    expect(text).toContain("  = also: warning[otp-reusable] the code serves twice (src/club/codes.ts:7)\n");
  });

  test("what the fourth finding of a rule would only repeat is told by a word", () => {
    const five = Array.from({ length: 5 }, (_, index) => ({ ...finding, line: 20 + index }));
    const text = report(resultOf(five));
    expect(text.match(/= mend: Ask for a second proof/g)).toHaveLength(3);
    expect(text.match(/= attack and mend: as at src\/club\/reset\.ts:20:1\n/g)).toHaveLength(2);
    expect(report(resultOf([...five, { ...finding, fix: "Lock the door." }]))).toContain(
      "= mend: Lock the door.",
    );
  });

  test("tells a chain once, and of further findings in the same flow only whose it is", () => {
    const text = report(
      resultOf([
        finding,
        { ...finding, rule: "otp-logged", line: 14 },
        { ...finding, rule: "otp-reusable", line: 16, related: finding.related.slice(1) },
      ]),
    );
    expect(text.split("1 sent here (Twilio)")).toHaveLength(2);
    expect(text).toContain("  = in the same flow: sms-only-reset at src/club/reset.ts:12:1\n");
    expect(text.split("= in the same flow")).toHaveLength(2);
  });

  test("many findings are counted by rule, the gravest first", () => {
    const many = Array.from({ length: 12 }, (_, index): Finding => {
      if (index === 0) return { ...finding, rule: "otp-logged", severity: "info" };
      return index < 9 ? { ...finding, rule: "otp-reusable", severity: "warning" } : finding;
    });
    expect(report(resultOf(many))).toContain(
      "\n12 findings: 3 errors, 8 warnings, 1 info.\n" +
        "  3  error    sms-only-reset\n" +
        "  8  warning  otp-reusable\n" +
        "  1  info     otp-logged\n",
    );
    expect(report(resultOf(many.slice(0, 10)))).not.toContain("  8  warning  otp-reusable");
  });

  test("more than three rules are told by their titles, and where to read on", () => {
    const ids = ["sms-only-reset", "otp-logged", "otp-reusable", "otp-in-response"];
    const rules = new Map(ids.map((id) => [id, { ...rule, id, title: `What ${id} is about` }]));
    const told = (count: number) =>
      textReport(
        { ...inputOf(resultOf(ids.slice(0, count).map((id) => ({ ...finding, rule: id })))), rules },
        { paint: plain, width: 80, lineAt: () => undefined, shownPath: (file) => file },
      );
    expect(told(3)).toContain("Why otp-reusable matters\n");
    expect(told(4)).not.toContain("Why otp-reusable matters");
    expect(told(4)).toContain(
      "What these rules look for\n" +
        "  sms-only-reset: What sms-only-reset is about\n" +
        "  otp-logged: What otp-logged is about\n" +
        "  otp-reusable: What otp-reusable is about\n" +
        "  otp-in-response: What otp-in-response is about\n" +
        "  Why, what each rests on, and when it is fine: npx onefactor explain <rule>\n",
    );
  });

  test("says by which profile, and how many findings it leaves out", () => {
    expect(report(resultOf([], { leftOut: 1 }))).toContain(
      "\n1 finding of rules that the profile default leaves out; see it with --profile\nstrict.\n",
    );
    const strict = report(resultOf([], { leftOut: 2, profile: "asvs-l2" }));
    expect(strict).toContain("2 findings of rules that the profile asvs-l2 leaves out; see them with");
    expect(strict).toContain("\nJudged by the profile asvs-l2.\n");
    expect(report(resultOf([]))).not.toContain("profile");
  });

  test("names the command that plays a setup file, ready to be pasted whatever the file is called", () => {
    const inFile = (file: string) => report(resultOf([{ ...finding, file, scenario: "sim-swap" }]));
    expect(inFile("my.setup.yaml")).toContain(
      "= play it: npx onefactor simulate my.setup.yaml --scenario sim-swap",
    );
    expect(inFile("a b'c.setup.yaml")).toContain("simulate 'a b'\\''c.setup.yaml' --scenario");
  });

  test("says what was searched when there is nothing to find", () => {
    expect(report(resultOf([]))).toMatchInlineSnapshot(`
      "No way into an account was recognised in the 14 files that could hold one.

      No findings.
      Searched 1,204 files, parsed 14.
      "
    `);
  });

  test("says so when no file speaks of authentication at all", () => {
    expect(report(resultOf([], { filesParsed: 0 }))).toMatchInlineSnapshot(`
      "No authentication code found: no file mentions codes, texts or password resets.

      No findings.
      Searched 1,204 files, parsed none.
      "
    `);
  });

  test("counts everything left out, and names at most ten files of it", () => {
    const result = resultOf([], {
      hidden: 2,
      skipped: [
        { reason: "dependencies", unit: "folder", count: 3 },
        { reason: "tests", unit: "file", count: 1_312 },
        { reason: "too-large", unit: "file", count: 12 },
      ],
    });
    const skipped = Array.from({ length: 12 }, (_, index) => ({
      file: `big${index}.ts`,
      reason: "too-large",
    }));
    expect(report({ ...result, skipped })).toMatchInlineSnapshot(`
      "No way into an account was recognised in the 14 files that could hold one.

      No findings.
      2 findings of lower severity or confidence not shown; see them with
      --min-severity info --min-confidence low.
      Searched 1,204 files, parsed 14.
      Left out: 3 folders of dependencies, 1,312 test files, 12 files over 1.5 MB.
        big0.ts (too-large)
        big1.ts (too-large)
        big2.ts (too-large)
        big3.ts (too-large)
        big4.ts (too-large)
        big5.ts (too-large)
        big6.ts (too-large)
        big7.ts (too-large)
        big8.ts (too-large)
        big9.ts (too-large)
        and 2 more; --format json lists all
      "
    `);
  });

  test("file names, code and words from outside cannot steer the terminal or hide anything", () => {
    const evil = "\u001b[2J\u001b]0;owned\u0007\u202egnp.exe\u2066\u200b\r\nfake.ts:1:1";
    const text = textReport(
      inputOf(
        resultOf([
          {
            ...finding,
            file: evil,
            message: evil,
            notes: [evil],
            related: [{ file: evil, line: 1, column: 1, message: evil }],
            consequences: [{ rule: "x", severity: "error", message: evil, file: evil, line: 1 }],
          },
        ]),
      ),
      { paint: plain, width: 80, lineAt: () => evil, shownPath: (file) => file },
    );
    expect(text).not.toMatch(/[^\n\P{C}]/u);
    expect(text).toContain("\\x1b[2J");
    expect(text).toContain("\\u{202e}");
    expect(text.split("\n").some((line) => line.startsWith("fake.ts"))).toBe(false);
  });

  test("no line is wider than the terminal, except for what must not be broken", () => {
    const wide = {
      ...finding,
      related: [{ ...finding.related[0]!, message: "sent here (a very long name of a provider)" }],
    };
    const long = report(resultOf([wide]))
      .split("\n")
      .filter((line) => line.length > 80);
    expect(long).toEqual([]);
  });
});
