// Reasoned by hand for the person who syncs everything to one cloud, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const everythingInOneCloud: readonly ReasonedCell[] = [
  ...under("authenticator-cloud-taken/cloud-only", {
    bank: taken("locked-out", "The passkey is restored from the cloud onto the stranger's device.", {
      obtained: ["move-money"],
    }),
    mail: safe("signed-in", "The seed comes with the cloud, the password does not."),
  }),
  ...under("authenticator-cloud-taken/with-passwords", {
    bank: taken("locked-out", "The cloud alone restores the passkey; no password is asked for at the bank."),
    mail: taken(
      "locked-out",
      "The synced seed turns the app into something that the cloud's password opens.",
    ),
  }),
  ...under("sim-swap/phone-call", {
    cloud: taken("locked-out", "One text sets a new password, another one signs in."),
    bank: taken("locked-out", "The number opens the cloud, and the passkey lies in it.", {
      obtained: ["move-money"],
    }),
    mail: safe(
      "signed-in",
      "The seed is copied, but the password is not known; Bea's app still runs on her phone.",
    ),
  }),
  ...under("lost-phone/not-found", {
    cloud: safe("signed-in", "The tablet at home approves."),
    bank: safe("signed-in", "The passkey is on the tablet as well."),
    mail: safe("signed-in", "The seed is restored from the cloud, into which the tablet lets her."),
  }),
  ...under("new-phone/not-migrated", {
    mail: safe("signed-in", "The seed comes back from the cloud."),
  }),
  ...under("stolen-phone/locked", {
    cloud: safe("signed-in", "The locked screen shows no texts; Bea has password and tablet."),
    bank: safe("signed-in", "The passkey does not sign on a locked phone."),
  }),
  ...under("stolen-phone/sim-moved", {
    cloud: taken(
      "locked-out",
      "The SIM asks for no PIN: in another phone it gets the texts that reset the cloud.",
    ),
    bank: taken("locked-out", "With the cloud goes the passkey."),
  }),
  ...under("stolen-phone/unlocked", {
    cloud: taken("locked-out", "On the open phone the texts can be read."),
  }),
  ...under("password-breach/all-services", {
    cloud: safe("signed-in", "The text or the tablet is still missing."),
    mail: safe("signed-in", "The app is still missing, and the cloud stays closed."),
  }),
  ...under("push-bombing/with-passwords", {
    cloud: taken("locked-out", "Asked again and again, Bea taps on the tablet that it is her."),
    mail: taken("locked-out", "Password, and the seed out of the taken cloud."),
  }),
  ...under("phishing-relay/false-site", {
    bank: taken(
      "locked-out",
      "The passkey itself signs for the real page only. But the cloud is opened with a password and a text, which can be typed anywhere, and the passkey lies in it.",
    ),
  }),
  ...under("no-internet/phone-only", {
    bank: safe("signed-in", "A passkey signs without the phone being online, and the tablet is there."),
  }),
  ...under("mailbox-closed/closed", {
    mail: safe("locked-out", "It no longer exists."),
    bank: safe("signed-in", "No mail is involved."),
  }),
  ...under("carrier-block/all-services", {
    cloud: safe("signed-in", "The tablet approves where the text does not come."),
  }),
];
