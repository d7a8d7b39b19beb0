// Reasoned by hand for the person in a social network that texts its codes, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const socialNetworkByText: readonly ReasonedCell[] = [
  ...under("provider-outage/texts", {
    network: safe(
      "signed-in",
      "A printed code signs him in. But no text comes for the settings or for the data.",
      { blocked: ["change-settings", "download-data"] },
    ),
    photos: safe("locked-out", "No text, no way in."),
  }),
  ...under("provider-outage/second-factor-service", {
    network: safe("signed-in", "Printed codes are sent by nobody.", {
      blocked: ["change-settings", "download-data"],
    }),
    photos: safe("locked-out", "Codes are not sent for fourteen hours."),
  }),
  ...under("texts-delayed/quarter-of-an-hour", {
    network: safe("signed-in", "The text comes after its code has died; a printed code signs in.", {
      blocked: ["change-settings", "download-data"],
    }),
    photos: safe("signed-in", "The code lives for half an hour and is still good when it comes."),
  }),
  ...under("texts-delayed/two-hours", {
    photos: safe("locked-out", "Half an hour is long, two hours are longer."),
  }),
  ...under("two-factor-switched-off/password-breach", {
    network: taken(
      "signed-in",
      "With the second factor off, the stolen password lets in. Settings and data still ask for a text that goes to Luka, so that nothing of his is replaced.",
      { obtained: [] },
    ),
    photos: taken("locked-out", "The password alone, and nothing guards the settings."),
  }),
  ...under("two-factor-switched-off/sim-swap", {
    photos: taken(
      "locked-out",
      "The moved number gets the text that sets a new password, and after that nothing more is asked.",
    ),
    network: safe(
      "signed-in",
      "No text sets a password there. Luka's password is enough now; what still needs a text he cannot do.",
      { blocked: ["change-settings", "download-data"] },
    ),
  }),
  ...under("sim-swap/with-passwords", {
    network: taken("locked-out", "Password and text, and the text serves for settings and data as well.", {
      obtained: ["change-settings", "download-data"],
      blocked: ["change-settings", "download-data"],
    }),
  }),
  ...under("sim-swap/phone-call", {
    network: safe("signed-in", "No password for the stranger; Luka has his printed codes, but no texts.", {
      blocked: ["change-settings", "download-data"],
    }),
    photos: taken("locked-out", "One text sets a password, another one signs in."),
  }),
  ...under("stolen-laptop/locked", {
    network: safe("signed-in", "The laptop is locked, and Luka has his phone."),
    photos: safe("signed-in", "The texts on the laptop are behind its lock."),
  }),
  ...under("stolen-laptop/unlocked", {
    photos: taken(
      "locked-out",
      "The laptop shows the text that sets a new password and the one that signs in.",
    ),
    network: safe("signed-in", "The texts are there to read, the password is not."),
  }),
  ...under("malware/reads-texts", {
    photos: taken("locked-out", "Malware reads the text that sets a new password."),
    network: safe("signed-in", "Texts alone do not open it."),
  }),
  ...under("recovery-codes-lost/lost", {
    network: safe("signed-in", "Texts still come.", { blocked: [] }),
  }),
  ...under("lost-phone/not-found", {
    network: safe(
      "signed-in",
      "The printed codes sign in. The laptop shows no texts once the phone is gone.",
      { blocked: ["change-settings", "download-data"] },
    ),
    photos: safe("locked-out", "No SIM, no text."),
  }),
  ...under("new-phone/not-migrated", {
    photos: safe("signed-in", "The SIM is in the new phone."),
  }),
  ...under("no-coverage/at-home", {
    photos: safe("signed-in", "His carrier brings all texts over Wi-Fi."),
  }),
  ...under("no-coverage/public-wifi", {
    photos: safe("locked-out", "Public Wi-Fi does not carry the carrier's texts."),
    network: safe("signed-in", "Printed codes.", { blocked: ["change-settings", "download-data"] }),
  }),
  ...under("no-coverage/in-flight", {
    photos: safe("locked-out", "Nothing arrives in flight."),
  }),
];
