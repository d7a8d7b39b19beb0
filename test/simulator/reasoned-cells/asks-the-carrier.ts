// Reasoned by hand for the person with four banks that are careful in four ways, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const asksTheCarrier: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    plain: taken("locked-out", "One text sets a new password, one signs in, one moves the money.", {
      obtained: ["move-money"],
    }),
    asks: safe(
      "locked-out",
      "The bank learns that the number has just been moved and texts nobody: not the stranger, and not Ramona.",
      { blocked: ["move-money"] },
    ),
    waits: safe(
      "locked-out",
      "The reset waits a day, the notice is read within six hours, and Ramona stops it. Her texts are gone all the same.",
      { blocked: ["move-money"] },
    ),
    holds: taken(
      "locked-out",
      "An hour is too short for her to object. But the money is held for two days, and she stops that.",
      { obtained: [] },
    ),
    mail: safe("signed-in", "The passkey knows no number."),
  }),
  ...under("sim-swap/with-passwords", {
    waits: taken(
      "locked-out",
      "With the password nothing has to be reset, so nothing waits and nobody is told.",
      { obtained: ["move-money"] },
    ),
    asks: safe("locked-out", "Password or not, the bank does not text a moved number."),
  }),
  ...under("ss7-interception/without-passwords", {
    plain: taken("locked-out", "The texts are read in the network.", { obtained: ["move-money"] }),
    asks: safe(
      "signed-in",
      "The number was not moved, so the check finds nothing. The day's wait and the notice stop the reset.",
    ),
    waits: safe("signed-in", "Ramona reads the notice and stops the reset within the day."),
    holds: taken("locked-out", "The hour is over before she reads the notice; the money is held.", {
      obtained: [],
    }),
  }),
  ...under("ss7-interception/with-passwords", {
    asks: taken(
      "locked-out",
      "Password and a text read in the network: a number that was not moved, and nothing that was reset.",
      { obtained: ["move-money"] },
    ),
  }),
  ...under("recycled-number/stranger", {
    asks: safe(
      "locked-out",
      "The carrier reports that the number has a new holder. Ramona has no number there any more.",
    ),
    plain: taken("locked-out", "The next holder gets the text.", { obtained: ["move-money"] }),
  }),
  ...under("port-out/forged-letter", {
    asks: safe("locked-out", "A number that has changed its carrier is not texted."),
    plain: taken("locked-out", "A forged letter moves the number, and two texts do the rest."),
  }),
  ...under("port-out/with-passwords", {
    asks: safe("locked-out", "The password is known; the text is not sent."),
    waits: taken("locked-out", "Password and text.", { obtained: ["move-money"] }),
  }),
  ...under("lost-phone/not-found", {
    plain: safe("locked-out", "No SIM, no text.", { blocked: ["move-money"] }),
    asks: safe("locked-out", "No SIM, no text.", { blocked: ["move-money"] }),
  }),
  ...under("aggregator-insider/without-passwords", {
    plain: taken("locked-out", "The texts are copied where they pass through."),
    waits: safe("signed-in", "The notice comes by mail, and she stops the reset."),
  }),
  ...under("stolen-laptop/locked", {
    mail: safe("locked-out", "The only passkey is on the laptop."),
    asks: safe("signed-in", "Password and text."),
  }),
  ...under("stolen-phone/locked", {
    plain: taken("locked-out", "The texts stand on the locked screen."),
    waits: safe(
      "locked-out",
      "Ramona reads the notice on the laptop and stops the reset; without her SIM she gets no text.",
    ),
  }),
  ...under("text-rerouting/without-passwords", {
    plain: taken("locked-out", "The texts come to a stranger, and her phone looks as always."),
    waits: safe("locked-out", "The notice by mail lets her stop the reset. Her texts stay away."),
  }),
  ...under("text-rerouting/with-passwords", {
    asks: taken("locked-out", "Rerouted texts are no moved number. Password and text.", {
      obtained: ["move-money"],
    }),
  }),
];
