// Reasoned by hand for the official with two keys, from how the setup is written and from what the sources say each scenario does.
import { safe, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const keysAndNothingElse: readonly ReasonedCell[] = [
  ...under("phishing-relay/false-site", {
    mail: safe(
      "signed-in",
      "A key signs for the real site only; there is nothing to type into the false one.",
    ),
    files: safe("signed-in", "A passkey and a key: neither can be handed over."),
  }),
  ...under("code-call/with-passwords", {
    mail: safe("signed-in", "There is no code that she could read out, and no password either."),
  }),
  ...under("sim-swap/insider", {
    mail: safe("signed-in", "Nothing hangs on the number."),
    files: safe("signed-in", "Nothing hangs on the number."),
  }),
  ...under("security-key-lost/lost", {
    mail: safe("signed-in", "Its twin lies in the desk."),
    files: safe("signed-in", "The passkey on the laptop is enough, and the desk key is still there."),
  }),
  ...under("stolen-laptop/unlocked", {
    mail: safe(
      "signed-in",
      "The carried key is gone with the laptop, but without its PIN it signs nothing; the desk key is left.",
    ),
    files: safe(
      "signed-in",
      "Passing the screen lock is not the gesture that the passkey asks for; the desk key is left to her.",
    ),
  }),
  ...under("support-desk-talked-round/talked-round", {
    mail: safe("signed-in", "There is no desk to talk to."),
  }),
];
