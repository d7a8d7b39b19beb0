// Reasoned by hand for the journalist, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const journalist: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    messenger: safe(
      "signed-in",
      "The number is locked and the carrier asks for a PIN; the caller is refused.",
    ),
  }),
  ...under("sim-swap/with-passwords", {
    messenger: safe("signed-in", "The messenger's PIN is known, but the number does not move."),
  }),
  ...under("sim-swap/insider", {
    messenger: safe(
      "locked-out",
      "Whoever works at the carrier moves a locked number, too. The PIN keeps the stranger out; Sanna's text is gone.",
    ),
    mail: safe("signed-in", "The mailbox does not know her number."),
  }),
  ...under("sim-swap/bribed-store", {
    messenger: safe(
      "locked-out",
      "A bribed clerk skips lock and PIN. The messenger's own PIN holds, and Sanna gets no text.",
    ),
    "tip-line": safe("signed-in", "No number is involved."),
  }),
  ...under("port-out/forged-letter", {
    messenger: safe("signed-in", "This carrier wants its PIN and no letter."),
  }),
  ...under("text-rerouting/with-passwords", {
    messenger: safe("signed-in", "The number itself would have to confirm."),
  }),
  ...under("ss7-interception/with-passwords", {
    messenger: safe("signed-in", "The carrier filters what comes from foreign networks."),
  }),
  ...under("aggregator-insider/with-passwords", {
    messenger: taken(
      "locked-out",
      "All the carrier's locks are behind the place where this text is copied: at a company that passes it on. The PIN is known.",
    ),
  }),
  ...under("aggregator-insider/without-passwords", {
    messenger: safe("signed-in", "The copied text alone is not enough; there is the PIN."),
  }),
  ...under("recycled-number/stranger", {
    messenger: safe(
      "locked-out",
      "The stranger with her old number does not know the PIN; she has no number any more.",
    ),
  }),
  ...under("lost-phone/not-found", {
    messenger: safe("locked-out", "The SIM is gone, and there is no other way into the messenger."),
    mail: safe("signed-in", "Password and key."),
    "tip-line": safe("signed-in", "The passkey is on the laptop."),
  }),
  ...under("stolen-phone/sim-moved", {
    messenger: safe(
      "locked-out",
      "The SIM asks for its PIN in another phone, so the thief has no texts; Sanna has none either.",
    ),
  }),
  ...under("security-key-lost/lost", {
    mail: safe("recoverable", "Password and the codes in the newsroom's safe."),
    "tip-line": safe("signed-in", "The passkey is on the laptop."),
  }),
  ...under("stolen-laptop/locked", {
    "tip-line": safe(
      "recoverable",
      "The passkey went with the laptop and does not sign for the thief. Its codes lie in the mailbox, which opens with the key.",
    ),
    mail: safe("signed-in", "Password and key."),
  }),
  ...under("phishing-relay/false-site", {
    messenger: taken("locked-out", "Text and PIN are both typed."),
  }),
  ...under("malware/reads-everything", {
    messenger: taken("locked-out", "Malware reads the text and has seen the PIN."),
    "tip-line": safe(
      "signed-in",
      "The passkey is on the laptop, and its codes in a mailbox that wants the key.",
    ),
  }),
  ...under("call-forwarding/with-passwords", {
    messenger: safe(
      "signed-in",
      "The carrier wants its PIN before it forwards, and the messenger does not call.",
    ),
  }),
];
