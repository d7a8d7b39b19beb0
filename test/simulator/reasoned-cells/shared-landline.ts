// Reasoned by hand for the couple with one landline, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const sharedLandline: readonly ReasonedCell[] = [
  ...under("landline-as-mobile/labelled-home", {
    "her-bank": safe(
      "recoverable",
      "The bank texts the telephone in the hall, which shows no texts. Her face and her identity card get her back in.",
    ),
    "his-bank": safe("signed-in", "His bank calls the landline, as it should."),
  }),
  ...under(
    "voicemail-interception/with-passwords",
    {
      "his-bank": taken(
        "locked-out",
        "The bank speaks the code to the voicemail, which answers to anybody; the password is known.",
      ),
      "her-bank": safe("signed-in", "Her bank does not call."),
    },
    "home",
  ),
  ...under(
    "voicemail-interception/without-passwords",
    {
      "his-bank": safe("signed-in", "The code is heard; the password is not known."),
    },
    "home",
  ),
  ...under(
    "call-forwarding/with-passwords",
    {
      "his-bank": taken("locked-out", "The call goes to the stranger, and the password is known."),
      pension: taken("recoverable", "The password is known. Her face and her card give her another one."),
    },
    "home",
  ),
  ...under("password-breach/all-services", {
    pension: taken(
      "recoverable",
      "A password is all the office asks for. Nobody can take away that her face and her card give her a new one.",
    ),
    "her-bank": safe("signed-in", "The text is missing."),
  }),
  ...under("password-breach/one-service", {
    pension: safe(
      "signed-in",
      "Each page has a password of its own, and this is not the one that was stolen.",
    ),
  }),
  ...under("document-lost/lost", {
    "her-bank": safe("signed-in", "Password and text."),
    pension: safe("signed-in", "The password."),
  }),
  ...under("lost-phone/not-found", {
    "her-bank": safe("recoverable", "Her face and her card, after five days."),
    "his-bank": safe("signed-in", "His calls come to the hall."),
  }),
  ...under("sim-swap/with-passwords", {
    "her-bank": taken(
      "recoverable",
      "Password and text. But she is still herself, and the bank sees that in five days.",
    ),
    "his-bank": safe("signed-in", "A landline has no SIM."),
  }),
  ...under(
    "carrier-outage/network",
    {
      "his-bank": safe("locked-out", "No call, no code, no other way."),
      "her-bank": safe("signed-in", "The mobile network is another one."),
    },
    "home",
  ),
  ...under("password-forgotten/all-memorised", {
    pension: safe("recoverable", "Face and card give a new password."),
    "his-bank": safe("locked-out", "His bank knows no way back."),
  }),
  ...under("stolen-phone/locked", {
    "her-bank": safe(
      "recoverable",
      "The thief reads the text on a phone without a lock and knows no password.",
    ),
  }),
  ...under("code-call/with-passwords", {
    "his-bank": taken("locked-out", "Kasimir reads the code out to the friendly caller."),
  }),
  ...under("number-changed/not-told", {
    "her-bank": safe("recoverable", "The bank still texts the old number; face and card."),
    pension: safe("signed-in", "No number is on file."),
  }),
  ...under(
    "text-rerouting/with-passwords",
    {
      "his-bank": safe("signed-in", "Rerouted are texts; his bank calls."),
    },
    "home",
  ),
];
