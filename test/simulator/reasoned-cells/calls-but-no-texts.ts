// Reasoned by hand for the sailor whose calls come through and whose texts do not, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const callsButNoTexts: readonly ReasonedCell[] = [
  ...under("roaming-abroad/with-the-phone", {
    bank: safe("signed-in", "The text does not come, the call does."),
    insurance: safe("locked-out", "A text is the only way, and texts do not come."),
    clinic: safe("signed-in", "Her brother reads out the text that comes to the kitchen."),
  }),
  ...under("no-coverage/at-home", {
    bank: safe("locked-out", "Neither text nor call comes."),
    clinic: safe("signed-in", "The kitchen has coverage."),
  }),
  ...under("lost-phone/not-found", {
    bank: safe("locked-out", "Texts and calls went to the SIM in the phone."),
    clinic: safe("signed-in", "The other SIM lies in the kitchen."),
  }),
  ...under(
    "lost-phone/not-found",
    {
      clinic: safe("locked-out", "The SIM was in the kitchen's phone."),
      bank: safe("signed-in", "Her own phone is with her."),
    },
    "kitchen-phone",
  ),
  ...under("sim-swap/with-passwords", {
    bank: taken("locked-out", "Password and text."),
    insurance: taken("locked-out", "Password and text."),
    clinic: safe("signed-in", "The number in the kitchen was not moved."),
  }),
  ...under("call-forwarding/with-passwords", {
    bank: taken("locked-out", "The stranger takes the call and presses the key."),
    insurance: safe("signed-in", "Forwarded calls carry no texts."),
  }),
  ...under("voicemail-interception/with-passwords", {
    bank: safe("signed-in", "The voicemail has a PIN, and the call waits for a key."),
  }),
  ...under("texts-delayed/two-hours", {
    bank: safe("signed-in", "The bank calls instead."),
    insurance: safe("locked-out", "The code is ten minutes old at most, the text two hours."),
  }),
  ...under("carrier-block/short-codes", {
    bank: safe("signed-in", "A filter for texts lets calls through."),
    insurance: safe("locked-out", "The text from the short code is filtered out."),
  }),
  ...under("carrier-outage/network", {
    bank: safe("locked-out", "A network that is down brings neither."),
    clinic: safe("signed-in", "The other SIM is of another network."),
  }),
  ...under("number-changed/not-told", {
    insurance: safe("locked-out", "The insurance still texts the old number."),
    clinic: safe("signed-in", "It texts the kitchen."),
  }),
  ...under("text-rerouting/with-passwords", {
    insurance: taken("locked-out", "Password and a rerouted text."),
    bank: taken("locked-out", "Password and a rerouted text are one of the bank's ways in."),
  }),
  ...under("ss7-interception/with-passwords", {
    insurance: taken("locked-out", "Password and a text read in the network; afterwards both are replaced."),
  }),
];
