// Reasoned by hand for the person in the mountains, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const appAfterAText: readonly ReasonedCell[] = [
  ...under("no-coverage/at-home", {
    work: safe("signed-in", "The prompt comes over the Internet."),
    store: safe(
      "signed-in",
      "The password is enough. But the text that must come before an app can be enrolled does not come over Wi-Fi.",
      { blocked: ["enrol-app"] },
    ),
    municipality: safe("signed-in", "Texts from long numbers come over Wi-Fi."),
  }),
  ...under("no-coverage/public-wifi", {
    municipality: safe("locked-out", "On public Wi-Fi the carrier's texts do not come."),
    bank: safe("signed-in", "The bank's message comes over any Internet."),
  }),
  ...under("no-coverage/in-flight", {
    work: safe("locked-out", "No prompt without Internet."),
    store: safe("signed-in", "The password.", { blocked: ["enrol-app"] }),
  }),
  ...under("app-enrolment/no-text", {
    store: safe("signed-in", "She cannot leave the texts behind, because the way out asks for a text.", {
      blocked: ["enrol-app"],
    }),
    municipality: safe("signed-in", "Its texts come from a long number."),
    work: safe("signed-in", "The prompt."),
  }),
  ...under("sim-swap/with-passwords", {
    work: safe("signed-in", "The service sends no text while the app is enrolled, whoever asks for one."),
    store: taken("locked-out", "The password is enough; the moved number then enrols the stranger's app.", {
      obtained: ["enrol-app"],
    }),
    municipality: taken("locked-out", "Password and text."),
  }),
  ...under("new-phone/not-migrated", {
    work: safe(
      "locked-out",
      "The prompt still goes to the old phone, and because the app is enrolled no text is sent either.",
    ),
    municipality: safe("signed-in", "The SIM is in the new phone."),
    bank: safe("locked-out", "The bank's app was signed in on the old phone only."),
  }),
  ...under("no-internet/phone-only", {
    work: safe("locked-out", "No prompt on a phone without Internet, and no text because of the app."),
    bank: safe("locked-out", "The bank's message does not come without Internet."),
  }),
  ...under("provider-outage/second-factor-service", {
    work: safe("locked-out", "Neither prompt nor text is sent."),
    bank: safe("locked-out", "No message is sent."),
  }),
  ...under("push-bombing/with-passwords", {
    work: safe("signed-in", "She cannot enter a number that stands on somebody else's screen."),
  }),
  ...under("phishing-relay/false-site", {
    bank: taken("locked-out", "The message's code is typed into the false page."),
    work: taken("locked-out", "The false page shows the number to be entered."),
  }),
  ...under("stolen-phone/locked", {
    bank: safe("locked-out", "The thief knows neither passcode nor password; Marit has no app."),
  }),
  ...under("borrowed-phone/unlocked", {
    bank: safe("signed-in", "The message can be read, the password is not known."),
  }),
  ...under("malware/reads-everything", {
    bank: taken("locked-out", "Password and message are seen on the same phone."),
  }),
  ...under("carrier-block/all-services", {
    municipality: safe("locked-out", "This filter stops long numbers, too."),
  }),
  ...under("carrier-outage/network", {
    work: safe("signed-in", "The wired Internet brings the prompt."),
    municipality: safe("locked-out", "No text for fifteen hours."),
  }),
];
