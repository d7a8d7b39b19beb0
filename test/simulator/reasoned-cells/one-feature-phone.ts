// Reasoned by hand for the person with one feature phone, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const oneFeaturePhone: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    bank: safe(
      "recoverable",
      "The caller gets the texts but knows no password and has no passport. Greta's texts are gone, so she takes her passport to the branch.",
      { blocked: ["transfer"] },
    ),
    pharmacy: taken(
      "locked-out",
      "The pharmacy calls whoever has the number and gives a new password for the code. Greta's password and her number on file are replaced.",
    ),
  }),
  ...under("sim-swap/with-passwords", {
    bank: taken(
      "recoverable",
      "Password and text are all the bank asks for. Greta's are replaced, but the branch still believes her passport, and nobody can switch the branch off.",
      { obtained: ["transfer"], blocked: ["transfer"] },
    ),
  }),
  ...under("voicemail-interception/without-passwords", {
    pharmacy: taken(
      "locked-out",
      "Greta does not answer, the code is spoken to the voicemail, and the voicemail plays it to anybody.",
    ),
    bank: safe("signed-in", "The bank never calls with a code."),
  }),
  ...under("voicemail-interception/with-passwords", {
    bank: safe("signed-in", "A voicemail records calls, not texts, and the bank's code is a text."),
  }),
  ...under("call-forwarding/without-passwords", {
    pharmacy: taken(
      "locked-out",
      "The carrier forwards the calls for somebody who knows personal data, so the pharmacy speaks its code to a stranger.",
    ),
    bank: safe("signed-in", "Only calls are forwarded; the bank's texts still come to Greta."),
  }),
  ...under("stolen-phone/locked", {
    bank: safe(
      "recoverable",
      "The phone has no lock and shows the texts, but the thief knows no password. Greta has her passport and the branch.",
      { blocked: ["transfer"] },
    ),
    pharmacy: taken(
      "locked-out",
      "Whoever has the phone in the hand answers the pharmacy's call and sets a new password.",
    ),
  }),
  ...under("lost-phone/not-found", {
    bank: safe("recoverable", "The SIM is gone with the phone; the branch goes by the passport.", {
      blocked: ["transfer"],
    }),
    pharmacy: safe("signed-in", "The password in her memory is enough."),
  }),
  ...under("broken-phone/screen-dead", {
    bank: safe("recoverable", "She has no other phone for the SIM, so no text comes; the branch helps.", {
      blocked: ["transfer"],
    }),
  }),
  ...under("document-lost/lost", {
    bank: safe("signed-in", "Password and text work as always; the passport is only for the bad day."),
  }),
  ...under("no-coverage/at-home", {
    bank: safe(
      "recoverable",
      "Without coverage and without Wi-Fi calling no text comes. The branch needs no phone.",
      { blocked: ["transfer"] },
    ),
    pharmacy: safe("signed-in", "Only a forgotten password would need a call."),
  }),
  ...under("password-forgotten/all-memorised", {
    bank: safe("recoverable", "A text alone does not sign in, the branch does."),
    pharmacy: safe("recoverable", "The call gives a new password."),
  }),
  ...under("recycled-number/stranger", {
    pharmacy: taken("locked-out", "The next holder of the number answers the pharmacy's call."),
    bank: safe(
      "recoverable",
      "The next holder gets the texts and knows no password; Greta has no number any more and goes to the branch.",
    ),
  }),
  ...under("code-call/without-passwords", {
    pharmacy: taken(
      "locked-out",
      "Greta reads out the code that the pharmacy has just spoken, and it sets a new password.",
    ),
  }),
];
