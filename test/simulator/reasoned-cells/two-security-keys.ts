// Reasoned by hand for the administrator with two security keys, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const twoSecurityKeys: readonly ReasonedCell[] = [
  ...under("phishing-relay/false-site", {
    console: safe("signed-in", "A key signs for the page that it sees, and the false page is another one."),
    mail: safe("signed-in", "Neither passkey nor key signs for a false page."),
    registrar: taken(
      "locked-out",
      "The key resists, the way around it does not: password and a printed code can be typed into a false page, and the code has the key removed.",
    ),
  }),
  ...under("lost-phone/not-found", {
    console: safe(
      "signed-in",
      "The key in the safe signs in. Users can be changed only with the one on the ring.",
      { blocked: ["change-users"] },
    ),
    mail: safe("signed-in", "Laptop and safe."),
    registrar: safe("recoverable", "The key was on the ring; a printed code has it removed after a day."),
  }),
  ...under("security-key-lost/lost", {
    console: safe("signed-in", "The twin lies in the safe.", { blocked: ["change-users"] }),
    registrar: safe("recoverable", "One key only there, and a printed code to have it removed."),
  }),
  ...under(
    "security-key-lost/lost",
    {
      mail: safe("signed-in", "The passkey is on the laptop."),
      console: safe("signed-in", "The other key is on the ring.", { blocked: [] }),
    },
    "safe-key",
  ),
  ...under("stolen-phone/unlocked", {
    console: safe("signed-in", "The thief has the key on the ring and not its PIN.", {
      blocked: ["change-users"],
    }),
    registrar: safe(
      "recoverable",
      "This one asks for no PIN of the key, but for a password that the thief does not know. Oskar has his printed codes.",
    ),
  }),
  ...under("stolen-laptop/locked", {
    mail: safe("signed-in", "The passkey does not sign without the unlocking; the key in the safe does."),
  }),
  ...under("sim-swap/with-passwords", {
    registrar: safe("signed-in", "No number is on file."),
    console: safe("signed-in", "No number is on file."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    registrar: safe("recoverable", "The key is no longer taken; a printed code has it left out after a day."),
    console: safe("signed-in", "The key is no second factor there. It is the only one."),
  }),
  ...under("push-bombing/with-passwords", {
    console: safe("signed-in", "There is no prompt to tap."),
  }),
  ...under("malware/reads-everything", {
    registrar: safe("signed-in", "The password is read, the key is not."),
  }),
  ...under("recovery-codes-lost/lost", {
    registrar: safe("signed-in", "Password and key; the codes are only for the bad day."),
  }),
  ...under("code-guessing/with-passwords", {
    registrar: safe("signed-in", "A signature is no number of six digits."),
  }),
];
