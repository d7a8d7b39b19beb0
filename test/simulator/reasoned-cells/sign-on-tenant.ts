// Reasoned by hand for the administrator of a single sign-on tenant, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const signOnTenant: readonly ReasonedCell[] = [
  ...under("push-bombing/with-passwords", {
    tenant: taken("locked-out", "One prompt after the other, until one is approved so that it stops."),
    "second-admin": safe(
      "signed-in",
      "The number stands on the attacker's screen; Yusra cannot enter what she does not see.",
    ),
    tickets: safe("signed-in", "After three prompts that nobody answered there are no more."),
    wiki: safe("signed-in", "A code would have to be typed into a page that Yusra does not have before her."),
    payroll: taken("locked-out", "Whoever is in the tenant is in payroll."),
  }),
  ...under("phishing-relay/false-site", {
    "second-admin": taken(
      "locked-out",
      "The false page shows the number of the real one, and Yusra enters it.",
    ),
    tickets: taken("locked-out", "A single prompt, at the very moment at which she expects one."),
  }),
  ...under("provider-outage/second-factor-service", {
    tenant: safe("recoverable", "No prompt comes; the help line takes the prompt off."),
    "second-admin": safe("recoverable", "The codes in the envelope let in beside the password."),
    tickets: safe("locked-out", "No prompt, no other way."),
    payroll: safe("recoverable", "As soon as the tenant is open again."),
  }),
  ...under("no-internet/phone-only", {
    tenant: safe("recoverable", "The prompt does not reach the phone; the help line takes it off."),
    tickets: safe("locked-out", "The prompt does not reach the phone."),
    "second-admin": safe("recoverable", "The envelope."),
  }),
  ...under("lost-phone/not-found", {
    tenant: safe("recoverable", "By the help line."),
    tickets: safe("locked-out", "The prompt goes to a phone that is gone."),
    wiki: safe("locked-out", "The prompt goes to a phone that is gone."),
  }),
  ...under("support-desk-talked-round/personal-data", {
    tenant: safe(
      "signed-in",
      "The help line takes the prompt off for somebody who knows her birthday; the password is still missing.",
    ),
    "second-admin": safe("signed-in", "No help line there."),
  }),
  ...under("sim-swap/with-passwords", {
    tenant: taken(
      "locked-out",
      "Not by the number: the same personal data has the help line take the prompt off, and the password is known.",
    ),
    tickets: safe("signed-in", "Neither number nor help line."),
  }),
  ...under("code-call/with-passwords", {
    tickets: taken("locked-out", "The caller says that the prompt belongs to a check, and she approves it."),
    "second-admin": taken("locked-out", "The caller tells her the number."),
  }),
  ...under("password-breach/all-services", {
    tenant: safe("signed-in", "The prompt is still asked for, and nobody presses for an answer."),
  }),
  ...under("stolen-phone/unlocked", {
    tenant: safe(
      "recoverable",
      "The thief can approve and knows no password. Yusra has lost the prompt and has the help line.",
    ),
    tickets: safe("locked-out", "No password for the thief, no prompt for Yusra."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    tickets: safe("locked-out", "The prompt is withdrawn, and no number is on file."),
    tenant: safe("recoverable", "The help line takes off what no longer works."),
  }),
  ...under("seed-database-breach/with-passwords", {
    wiki: safe("signed-in", "A prompt has no seed to be copied."),
  }),
  ...under("new-phone/not-migrated", {
    tickets: safe("locked-out", "The prompt still goes to the old phone."),
  }),
  ...under("carrier-block/short-codes", {
    tenant: safe("signed-in", "Prompts come over the Internet."),
  }),
];
