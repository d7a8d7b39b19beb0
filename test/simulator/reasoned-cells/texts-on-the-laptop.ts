// Reasoned by hand for the person whose texts also show on the laptop, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const textsOnTheLaptop: readonly ReasonedCell[] = [
  ...under("stolen-laptop/locked", {
    mail: safe("signed-in", "The laptop's lock keeps session and texts in; the phone approves."),
    bank: safe("signed-in", "The messages also come to the phone.", { blocked: [] }),
  }),
  ...under("stolen-laptop/unlocked", {
    mail: taken(
      "locked-out",
      "The laptop is signed in; and if it were not, the text that lets in would stand on its screen.",
    ),
    bank: safe("signed-in", "The message can be read, the password is not known."),
    club: safe("signed-in", "The text can be read, the password is not known."),
  }),
  ...under("lost-phone/not-found", {
    mail: safe("signed-in", "The laptop is signed in."),
    bank: safe("signed-in", "The messages come to the laptop.", { blocked: [] }),
    club: safe("locked-out", "The laptop shows texts only while the phone with the SIM is there."),
  }),
  ...under("broken-phone/screen-dead", {
    club: safe(
      "locked-out",
      "No other phone takes the SIM, and with the phone the texts on the laptop end, too.",
    ),
    bank: safe("signed-in", "The messages come to the laptop."),
  }),
  ...under("borrowed-phone/unlocked", {
    mail: taken("locked-out", "The text that lets in is read on the borrowed phone."),
  }),
  ...under("push-bombing/with-passwords", {
    mail: taken("locked-out", "In the end one of the questions on her devices is answered with yes."),
    bank: safe("signed-in", "A message's code has to be typed, not tapped."),
  }),
  ...under("malware/reads-texts", {
    mail: taken("locked-out", "The text that lets in is read on the phone."),
  }),
  ...under(
    "malware/reads-texts",
    {
      mail: taken("locked-out", "The laptop shows the same texts, and there they are read."),
      club: safe("signed-in", "The password is missing."),
    },
    "laptop",
  ),
  ...under("malware/reads-everything", {
    bank: taken("locked-out", "Password and message, and the message serves for paying as well.", {
      obtained: ["pay"],
    }),
  }),
  ...under("no-internet/phone-only", {
    bank: safe("signed-in", "The laptop is online."),
  }),
  ...under("password-forgotten/all-memorised", {
    mail: safe("signed-in", "The laptop stays signed in."),
    club: safe("locked-out", "The text alone does not sign in."),
  }),
  ...under("ss7-interception/without-passwords", {
    mail: taken("locked-out", "One text lets straight in; inside, even the laptop is signed out."),
  }),
];
