// One result for all report tests: a reset that a texted code opens, and things left out.
import type { Finding, RuleMeta } from "../../../linter/finding.ts";
import type { LintResult } from "../../../linter/result.ts";
import type { ReportInput } from "../../../linter/report/report.ts";

export const rule: RuleMeta = {
  id: "sms-only-reset",
  group: "single-factor",
  severity: "error",
  title: "A reset that a texted code opens alone",
  why: "Whoever holds the number holds the account.",
  mend: ["Ask for a second proof."],
  fine: ["An administrator's reset."],
  clauses: [
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    { id: "CWE-640", asks: "weak password recovery mechanism for forgotten password" },
  ],
  sources: ["asvs-5"],
};

export const finding: Finding = {
  rule: "sms-only-reset",
  severity: "error",
  confidence: "high",
  file: "src/club/reset.ts",
  line: 12,
  column: 1,
  message: "POST /club/reset (reset) sets a new password for a texted code alone",
  attack:
    "Somebody who moves the number to another SIM asks for the code, receives it and chooses a new password.",
  fix: "Ask for a second proof that does not hang on the phone number before the new password is written.",
  related: [
    { file: "src/club/texts.ts", line: 3, column: 3, message: "sent here (Twilio)" },
    { file: "src/club/reset.ts", line: 14, column: 7, message: "checked here" },
    { file: "src/club/reset.ts", line: 16, column: 3, message: "password written here" },
  ],
  fingerprint: "0123456789abcdef",
  clauses: ["ASVS 5.0 6.4.3", "CWE-640"],
  notes: [],
  consequences: [],
  trail: [],
  playUrl: "/play/#1.abc",
};

export const lines: Readonly<Record<string, readonly string[]>> = {
  "src/club/texts.ts": ["", "", "\tawait texts.send(member.phone, code);"],
  "src/club/reset.ts": [
    ...Array.from({ length: 11 }, () => ""),
    'app.post("/club/reset", async (req, res) => {',
    "",
    "  if (stored.code !== req.body.code) return res.sendStatus(400);",
    "",
    "  await members.update(member.id, { password: await hash(req.body.password) });",
  ],
};

export function resultOf(
  findings: readonly Finding[],
  changes: Partial<LintResult["stats"]> = {},
): LintResult {
  return {
    findings,
    flows: [],
    stats: {
      profile: "default",
      filesSeen: 1_204,
      filesParsed: 14,
      setupsJudged: 0,
      settingsJudged: 0,
      partial: false,
      milliseconds: 0,
      hidden: 0,
      leftOut: 0,
      skipped: [],
      ...changes,
    },
    skipped: [],
  };
}

export function inputOf(result: LintResult): ReportInput {
  return { result, rules: new Map([[rule.id, rule]]), version: "1.2.3" };
}
