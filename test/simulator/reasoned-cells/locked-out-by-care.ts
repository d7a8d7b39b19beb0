// Reasoned by hand for the person who is locked out by his own care, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const lockedOutByCare: readonly ReasonedCell[] = [
  ...under("lost-phone/not-found", {
    vault: safe("locked-out", "The only key hung on the phone."),
    mail: safe("locked-out", "Password in the vault, app on the phone, codes crossed out."),
    bank: safe("locked-out", "Password in the vault, app on the phone."),
  }),
  ...under("security-key-lost/lost", {
    vault: safe("locked-out", "One key, no other way."),
    mail: safe("locked-out", "Its password lies in the closed vault."),
    bank: safe("locked-out", "Its password lies in the closed vault."),
  }),
  ...under("password-forgotten/all-memorised", {
    vault: safe("locked-out", "Nobody can give him another password."),
    bank: safe("locked-out", "Its password lies in the closed vault."),
  }),
  ...under("new-phone/not-migrated", {
    vault: safe("signed-in", "The key is still there."),
    mail: safe("locked-out", "The seed was not carried over, and the last printed code is used up."),
    bank: safe("locked-out", "The code app cannot be carried over."),
  }),
  ...under(
    "clock-drift/two-minutes",
    {
      mail: safe("locked-out", "The codes are refused, and the printed ones are used up."),
      vault: safe("signed-in", "A key has no clock."),
    },
    "phone",
  ),
  ...under("phishing-relay/false-site", {
    vault: safe("signed-in", "The key signs for the real page only."),
    mail: taken(
      "locked-out",
      "A password out of a vault can be typed into a false page, and so can the app's code.",
    ),
  }),
  ...under("password-breach/all-services", {
    vault: safe("signed-in", "The key is missing."),
    mail: safe("signed-in", "Its password is not in his memory but in the vault."),
  }),
  ...under("stolen-phone/passcode-watched", {
    vault: safe(
      "locked-out",
      "The thief has the key, and neither its PIN nor the password. Friedrich has no key.",
    ),
    mail: safe("locked-out", "The app opens for the thief; the password lies in the closed vault, for both."),
  }),
  ...under("seed-database-breach/with-passwords", {
    mail: safe("signed-in", "The seed is copied; the password lies in a vault that wants the key."),
    bank: safe("signed-in", "The seed is copied; the password lies in a vault that wants the key."),
  }),
  ...under("malware/reads-everything", {
    vault: safe("signed-in", "The password is read, the key is not."),
  }),
  ...under("recovery-codes-lost/used-up", {
    mail: safe("signed-in", "They were used up before; password and app sign in."),
  }),
  ...under("sim-swap/insider", {
    vault: safe("signed-in", "No number is on file."),
  }),
  ...under("no-internet/phone-only", {
    bank: safe("signed-in", "This code app needs no Internet."),
  }),
];
