// Reasoned by hand for the person with an app and a reset by text, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const appWithSmsReset: readonly ReasonedCell[] = [
  ...under("reset-skips-second-factor/sim-swap", {
    mail: taken("locked-out", "The reset by text forgets the app: the number is enough."),
    bank: safe(
      "locked-out",
      "This bank asks for the app even after a reset. But Jonas's password was replaced, and a text that would give another goes to the stranger.",
    ),
  }),
  ...under("reset-skips-second-factor/interception", {
    mail: taken("locked-out", "The reset by text forgets the app."),
    bank: safe(
      "recoverable",
      "The app is asked for. The password was replaced; his texts are his again, and one of them sets another.",
    ),
  }),
  ...under("malware/reads-texts", {
    mail: taken("locked-out", "The text is read on the phone, and the reset forgets the app."),
    bank: safe(
      "recoverable",
      "The text sets a new password, the app keeps the stranger out; Jonas sets his own again.",
    ),
  }),
  ...under("malware/reads-everything", {
    bank: taken("locked-out", "Texts, passwords and app are all on the phone that somebody else reads."),
  }),
  ...under("seed-database-breach/without-passwords", {
    forum: safe("signed-in", "A code without a password."),
  }),
  ...under("seed-database-breach/with-passwords", {
    forum: taken(
      "locked-out",
      "Password and a copied seed sign in, and both guards of the settings are passed.",
      { obtained: ["change-security", "download-data"], blocked: ["change-security", "download-data"] },
    ),
  }),
  ...under("two-factor-switched-off/password-breach", {
    bank: safe(
      "signed-in",
      "No text stands beside the password there, so nothing was switched off; the app is missing.",
    ),
  }),
  ...under("stolen-phone/locked", {
    mail: taken("locked-out", "The text stands on the locked screen, and the reset forgets the app."),
    bank: safe(
      "locked-out",
      "The app is behind the lock. Jonas has neither app nor texts, and his password was replaced.",
    ),
  }),
  ...under("stolen-phone/passcode-watched", {
    bank: taken("locked-out", "With the passcode the app opens; the text was there to read anyway."),
  }),
  ...under("borrowed-phone/unlocked", {
    bank: taken("locked-out", "Text and app in one hand for some minutes."),
  }),
  ...under("new-phone/not-migrated", {
    mail: safe(
      "recoverable",
      "The app came along empty. A text to the new phone sets a new password, and the app is forgotten.",
    ),
    bank: safe("locked-out", "The app came along empty, and it is asked for even after a reset."),
    forum: safe("recoverable", "The reset by text lets straight in. Settings ask for the app that is gone.", {
      blocked: ["change-security"],
    }),
  }),
  ...under("broken-phone/screen-dead", {
    forum: safe("locked-out", "App and SIM are in the dead phone, and there is no other."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    bank: safe("locked-out", "The app is taken no longer, and the text is no way of signing in there."),
    mail: safe("recoverable", "The reset by text forgets the app."),
  }),
  ...under("clock-drift/two-minutes", {
    bank: safe("locked-out", "The codes are refused, before a reset and after it."),
    mail: safe("recoverable", "The reset by text forgets the app."),
  }),
  ...under("clock-drift/half-a-minute", {
    bank: safe("signed-in", "One step either way is allowed for."),
  }),
  ...under("code-call/without-passwords", {
    mail: taken("locked-out", "One text read out, and the reset forgets the app."),
    bank: taken("locked-out", "He reads out a text and then a code of the app: a new password, and in."),
  }),
  ...under("code-guessing/without-passwords", {
    mail: safe("signed-in", "Five tries against a million codes."),
  }),
  ...under("no-internet/phone-only", {
    bank: safe("signed-in", "An authenticator app needs no Internet."),
  }),
];
