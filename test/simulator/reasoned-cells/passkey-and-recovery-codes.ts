// Reasoned by hand for the person with passkeys and printed codes, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const passkeyAndRecoveryCodes: readonly ReasonedCell[] = [
  ...under("phishing-relay/false-site", {
    mail: taken(
      "locked-out",
      "The passkey resists. But password and printed codes are a way in, too, and both can be typed into a false page.",
    ),
    club: taken("locked-out", "A printed code has the key removed, and the password is typed."),
  }),
  ...under("security-key-lost/lost", {
    club: safe("recoverable", "A printed code has the key removed after a day."),
    mail: safe("signed-in", "No key is asked for."),
  }),
  ...under("stolen-phone/locked", {
    mail: safe("signed-in", "The passkey does not sign on a locked phone; Ada has the laptop."),
    club: safe(
      "recoverable",
      "The key was in the phone's case. The thief knows no password; Ada has her codes.",
    ),
  }),
  ...under("recovery-codes-lost/lost", {
    bank: safe("signed-in", "The passkeys work."),
    club: safe("signed-in", "Password and key."),
  }),
  ...under("recovery-codes-lost/used-up", {
    mail: safe("signed-in", "The passkeys work."),
  }),
  ...under("stolen-laptop/locked", {
    mail: safe("signed-in", "The passkey is on the phone, too."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    club: safe("recoverable", "The key is taken no longer; a printed code has it left out."),
  }),
  ...under("password-forgotten/all-memorised", {
    mail: safe("signed-in", "Passkeys need no memory."),
    club: safe("locked-out", "The codes remove the key, never the password."),
  }),
  ...under("malware/reads-everything", {
    club: safe("signed-in", "The password is read; key and printed codes are not on the phone."),
  }),
  ...under("password-breach/all-services", {
    mail: safe("signed-in", "The password counts only beside a printed code."),
  }),
  ...under("no-internet/phone-only", {
    mail: safe("signed-in", "A passkey signs on the laptop."),
  }),
];
