// A setup of a rowing club, written by hand, and what one rule finds in it.
import type { Finding } from "../../../linter/finding.ts";
import { judge } from "../../../linter/judge.ts";
import { judgedSetupFile } from "../../../linter/setup-file.ts";

/** The club's account with the given lines; it has every kind of authenticator and uses those that they name. */
export function club(lines: string): string {
  return `version: 1
title: The rowing club
numbers:
  - { id: mobile }
  - { id: landline, line: landline }
devices:
  - { id: phone, kind: smartphone, sims: [mobile] }
  - { id: hall, kind: landline-phone, sims: [landline] }
things:
  - { id: sheet, kind: paper }
  - { id: key, kind: security-key }
accounts:
  - { id: mailbox, kind: mailbox, modelled: false }
  - id: club
    title: The club
    authenticators:
      - { id: password, kind: password }
      - { id: text, kind: sms-code, number: mobile }
      - { id: call, kind: voice-code, number: landline }
      - { id: app, kind: totp, devices: [phone] }
      - { id: key, kind: security-key, thing: key }
      - { id: codes, kind: recovery-codes, sheet: sheet }
      - { id: link, kind: email-link, mailbox: mailbox }
      - { id: desk, kind: support-desk }
${lines}`;
}

/** What a rule finds in a setup. Fails for a setup with errors. */
export async function found(rule: string, yaml: string): Promise<readonly Finding[]> {
  const judged = judgedSetupFile("club.setup.yaml", new TextEncoder().encode(yaml));
  if ("problems" in judged) throw new Error(judged.problems.join("\n"));
  const findings = await judge([], [judged], false);
  // What stands at one place is told by the first rule, with the others as its consequences.
  return findings.filter(
    (finding) => finding.rule === rule || finding.consequences.some((one) => one.rule === rule),
  );
}
