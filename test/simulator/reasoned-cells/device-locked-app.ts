// Reasoned by hand for the person with code apps that are locked to one phone, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const deviceLockedApp: readonly ReasonedCell[] = [
  ...under(
    "device-bound-app/old-phone-gone",
    {
      broker: safe(
        "recoverable",
        "The app cannot move. The desk calls the number back, which came along, and releases it a day later.",
      ),
      pension: safe("locked-out", "The app had to be released on the old phone, and there is no other way."),
      bank: safe("signed-in", "The tablet has a code app of its own."),
    },
    "phone",
  ),
  ...under("new-phone/not-migrated", {
    broker: safe("recoverable", "The number came along, so that the desk reaches him."),
    pension: safe("locked-out", "The code app's seed stayed where it was, in the old phone."),
    bank: safe("signed-in", "The tablet makes the codes."),
  }),
  ...under("lost-phone/not-found", {
    broker: safe(
      "locked-out",
      "App and number were in one phone, so the desk calls back a phone that is gone.",
    ),
    bank: safe("signed-in", "The tablet makes the codes."),
  }),
  ...under("no-internet/phone-only", {
    pension: safe("locked-out", "This app makes a code only while it reaches its service."),
    broker: safe("signed-in", "This app makes its codes offline."),
  }),
  ...under("no-coverage/in-flight", {
    pension: safe("locked-out", "No Internet in the aeroplane, no code."),
    broker: safe("signed-in", "The app makes its codes in flight as on the ground."),
  }),
  ...under("sim-swap/phone-call", {
    broker: safe(
      "signed-in",
      "The desk calls the stranger back and releases the app, but the password is not known. Halvard's own app and password still work.",
    ),
    pension: safe("signed-in", "No number is involved."),
  }),
  ...under("sim-swap/with-passwords", {
    broker: taken(
      "locked-out",
      "The desk releases the app for whoever answers the number, and then the password alone signs in.",
    ),
    pension: safe("signed-in", "The password is known, the code app stays in Halvard's hand."),
  }),
  ...under("factor-removal-by-text/sim-swap", {
    broker: taken("locked-out", "The call back to the moved number has the strong factor removed."),
  }),
  ...under("factor-removal-by-text/interception", {
    broker: taken(
      "locked-out",
      "The call back is taken in the network, and the app is released. The number is Halvard's again afterwards, but a released app does not help where the password was replaced.",
    ),
    bank: safe("signed-in", "No number is on file that could remove the app."),
  }),
  ...under("support-desk-talked-round/talked-round", {
    broker: safe("signed-in", "Talked round, the desk releases the app; the password is still missing."),
  }),
  ...under(
    "clock-drift/two-minutes",
    {
      pension: safe("locked-out", "The app's clock is off by more than the service allows."),
      broker: safe("recoverable", "The codes are refused; the desk releases the app."),
      bank: safe("signed-in", "The tablet's clock is right."),
    },
    "phone",
  ),
  ...under("malware/reads-everything", {
    pension: taken("locked-out", "Malware on the phone sees the password typed and the code shown."),
    bank: taken("locked-out", "The phone alone shows both; that there is a tablet does not help."),
  }),
  ...under("stolen-phone/passcode-watched", {
    pension: safe(
      "locked-out",
      "The thief opens the app but knows no password. Halvard has no app any more.",
    ),
    bank: safe("signed-in", "The thief knows no password; Halvard has the tablet."),
  }),
  ...under("seed-database-breach/with-passwords", {
    pension: taken("locked-out", "A seed that cannot leave the phone lies at the service all the same."),
  }),
  ...under("phishing-relay/false-site", {
    pension: taken("locked-out", "Password and code are both typed into the false page."),
  }),
  ...under("code-call/without-passwords", {
    pension: safe("signed-in", "A code read out is of no use without the password."),
  }),
];
