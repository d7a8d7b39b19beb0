// The report for code scanning services, held against what SARIF 2.1.0 demands.
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../linter/finding.ts";
import { sarifReport } from "../../../linter/report/sarif.ts";
import { finding, inputOf, resultOf } from "./example-result.ts";

/** The parts of a SARIF log that these tests look at. */
interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object }[] };
      };
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
      readonly results: readonly [
        {
          readonly ruleId: string;
          readonly ruleIndex: number;
          readonly level: string;
          readonly message: { readonly text: string };
          readonly locations: readonly [{ readonly physicalLocation: PhysicalLocation }];
          readonly codeFlows?: readonly [
            { readonly threadFlows: readonly [{ readonly locations: readonly unknown[] }] },
          ];
          readonly partialFingerprints: Readonly<Record<string, string>>;
        },
      ];
    },
  ];
}
interface PhysicalLocation {
  readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
  readonly region: { readonly startLine: number; readonly startColumn: number };
}

const sarif = (...findings: readonly Finding[]) =>
  JSON.parse(sarifReport(inputOf(resultOf(findings)))) as Log;

describe("the SARIF report", () => {
  test("names the rule with its help, the place, the level and a fingerprint that ignores lines", () => {
    const [run] = sarif(finding).runs;
    const [result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(run.tool.driver.rules[0]?.help).toMatchObject({
      markdown: expect.stringContaining("**How to mend it**"),
    });
    expect(result.level).toBe("error");
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "src/club/reset.ts", uriBaseId: "ROOT" },
      region: { startLine: 12, startColumn: 1 },
    });
    expect(result.partialFingerprints).toEqual({ "onefactor/v1": "0123456789abcdef" });
  });

  test("shows the chain as a code flow in its order", () => {
    const [result] = sarif(finding).runs[0].results;
    expect(result.codeFlows?.[0].threadFlows[0].locations).toMatchObject([
      { executionOrder: 1, location: { message: { text: "sent here (Twilio)" } } },
      { executionOrder: 2, location: { message: { text: "checked here" } } },
      { executionOrder: 3, location: { message: { text: "password written here" } } },
    ]);
  });

  test("leaves the code flow out where there is no chain, because an empty one is not valid", () => {
    expect(sarif({ ...finding, related: [] }).runs[0].results[0]).not.toHaveProperty("codeFlows");
  });

  test("calls a finding of severity info a note", () => {
    expect(sarif({ ...finding, severity: "info" }).runs[0].results[0].level).toBe("note");
  });

  test("paths are relative references: blanks, percent signs, brackets and halves of characters are encoded", () => {
    const [result] = sarif({ ...finding, file: "src/a b/[id]/100%#?\n\ud800.ts" }).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
      "src/a%20b/%5Bid%5D/100%25%23%3F%0A%EF%BF%BD.ts",
    );
  });

  test("a name in the code cannot become a link or a control character in a message", () => {
    const [result] = sarif({ ...finding, message: "[click](http://evil.example) \u001b[31m\u202e" }).runs[0]
      .results;
    expect(result.message.text).not.toContain("](");
    expect(result.message.text).not.toMatch(/\p{C}/u);
  });

  test("names the profile, and in a message what other rules say of the place", () => {
    const consequence = {
      rule: "otp-reusable",
      severity: "warning",
      message: "the code serves twice",
    } as const;
    const [run] = sarif({
      ...finding,
      consequences: [{ ...consequence, file: finding.file, line: finding.line }],
    }).runs;
    expect(run).toMatchObject({ properties: { profile: "default" } });
    expect(run.results[0].message.text).toContain(" Also otp-reusable: the code serves twice.");
  });

  test("what was not read is told to the service, too", () => {
    const result = { ...resultOf([]), skipped: [{ file: "big.ts", reason: "too-large" }] };
    const [run] = (JSON.parse(sarifReport(inputOf(result))) as Log).runs;
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { level: "note", message: { text: "Not read: big.ts (too-large)." } },
    ]);
  });
});
