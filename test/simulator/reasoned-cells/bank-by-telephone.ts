// Reasoned by hand for the person who banks by telephone, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const bankByTelephone: readonly ReasonedCell[] = [
  ...under("support-desk-talked-round/personal-data", {
    "building-society": taken(
      "recoverable",
      "The desk goes by what many people know about Edda. It goes by the same when she calls.",
    ),
    bank: safe("signed-in", "This desk calls back, and Edda answers."),
    loans: safe("signed-in", "This desk wants to see the card."),
  }),
  ...under("support-desk-talked-round/talked-round", {
    bank: safe(
      "recoverable",
      "The desk gives a new PIN without calling back, but the voice is not hers. Her own PIN is gone; the desk calls her back and gives her another one.",
    ),
    loans: safe("signed-in", "A desk that looks at a card has nothing to be talked round about."),
  }),
  ...under("sim-swap/phone-call", {
    bank: safe(
      "locked-out",
      "The desk calls the moved number and gives a new PIN. The voice keeps the stranger out; Edda has no PIN, and no call reaches her.",
    ),
    "building-society": taken(
      "recoverable",
      "The same personal data opens it. Edda's birthday stays hers, and the desk lets her in again.",
    ),
    insurer: safe(
      "recoverable",
      "Edda's texts are gone. With her face and her card she has another number put on file.",
    ),
    loans: safe("recoverable", "The desk sees her card, and two days later she is in."),
  }),
  ...under("sim-swap/with-passwords", {
    insurer: taken(
      "locked-out",
      "Password and text. The card gives Edda another number, but her password was replaced.",
    ),
    loans: taken("recoverable", "Password and text. The card lets her in again."),
    bank: safe(
      "locked-out",
      "Nobody else has her voice. But the moved number had the PIN replaced, and would be called again.",
    ),
  }),
  ...under("ss7-interception/without-passwords", {
    bank: safe(
      "recoverable",
      "The call back is taken in the network, and the PIN replaced. The voice keeps the stranger out; once it is over, the desk reaches Edda.",
    ),
    "building-society": safe("signed-in", "A text without a password, and no personal data."),
  }),
  ...under("lost-phone/not-found", {
    bank: safe("signed-in", "Voice and PIN work from any telephone."),
    "building-society": safe("recoverable", "The desk goes by her birthday."),
    insurer: safe("recoverable", "Face and card put another number on file."),
    loans: safe("recoverable", "By the card, after two days."),
  }),
  ...under("number-changed/not-told", {
    insurer: safe("recoverable", "Face and card put the new number on file."),
    bank: safe("signed-in", "Voice and PIN."),
  }),
  ...under("password-forgotten/all-memorised", {
    bank: safe("recoverable", "The desk calls her back."),
    insurer: safe("locked-out", "The card gives her another number, never another password."),
    loans: safe("recoverable", "The card lets her in."),
  }),
  ...under("document-lost/lost", {
    insurer: safe("signed-in", "Password and text."),
  }),
  ...under("phishing-relay/false-site", {
    bank: safe("signed-in", "She may tell the PIN; her voice is hers."),
    loans: taken(
      "recoverable",
      "Password and text are typed into the false page; the card lets her in again.",
    ),
  }),
  ...under("malware/reads-everything", {
    "building-society": taken(
      "recoverable",
      "Password and text are read on the phone; the desk lets her in again.",
    ),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    bank: safe("locked-out", "Her voice is no longer taken, and a new PIN does not replace it."),
    loans: safe("signed-in", "Texts were what it asked for anyway."),
  }),
  ...under("roaming-abroad/with-the-phone", {
    bank: safe("signed-in", "Voice and PIN need no text."),
    "building-society": safe("recoverable", "No text abroad; the desk goes by her birthday."),
  }),
];
