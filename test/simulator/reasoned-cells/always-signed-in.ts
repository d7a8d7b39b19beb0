// Reasoned by hand for the shop owner whose accounts stay signed in, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const alwaysSignedIn: readonly ReasonedCell[] = [
  ...under("stolen-phone/locked", {
    cloud: safe(
      "recoverable",
      "The thief does not pass the lock. With phone and SIM gone, Leandro's sister vouches for him.",
    ),
    shop: safe("signed-in", "The till stays signed in."),
  }),
  ...under("stolen-phone/passcode-watched", {
    cloud: taken(
      "locked-out",
      "The watched code opens the phone, the phone is signed in, and a recovery key of the thief's makes sister and desk worthless.",
    ),
    shop: taken(
      "recoverable",
      "Signed in on the phone. But this desk cannot be switched off: it looks at the identity card.",
    ),
    dairy: safe("signed-in", "Signed in on the till, which is in the shop."),
  }),
  ...under("stolen-phone/unlocked", {
    cloud: taken("locked-out", "Open and signed in, and the recovery key shuts Leandro out for good."),
  }),
  ...under("borrowed-phone/unlocked", {
    cloud: taken(
      "locked-out",
      "Even if the phone comes back: password, number and recovery key are others now.",
    ),
    shop: taken("recoverable", "The desk with the identity card is left."),
  }),
  ...under("support-desk-talked-round/contact-persuaded", {
    cloud: taken(
      "locked-out",
      "The sister believes that the stranger is her brother's friend. After a day's wait the stranger is in, and sets a recovery key.",
    ),
    shop: taken("recoverable", "Its password lies in the taken cloud; the desk still goes by the card."),
  }),
  ...under("contact-unreachable/away", {
    cloud: safe("signed-in", "The sister is needed on bad days only."),
  }),
  ...under("lost-phone/not-found", {
    cloud: safe("recoverable", "The sister vouches, after a day."),
    shop: safe("signed-in", "The till stays signed in."),
    dairy: safe("signed-in", "The till stays signed in, and the password is in memory."),
  }),
  ...under(
    "stolen-laptop/unlocked",
    {
      shop: taken("recoverable", "The till is signed in. The desk goes by the identity card."),
      dairy: taken(
        "signed-in",
        "The thief is inside but does not know the password that a change of security asks for; Leandro does, and signs in.",
        { obtained: [] },
      ),
      cloud: safe("signed-in", "Not signed in on the till."),
    },
    "till",
  ),
  ...under("password-breach/all-services", {
    dairy: taken("locked-out", "The password signs in, and it serves for changing itself.", {
      obtained: ["change-security"],
    }),
    cloud: safe("signed-in", "The text is missing."),
    shop: safe("signed-in", "Its password lies in the cloud, which stays closed."),
  }),
  ...under("password-forgotten/all-memorised", {
    cloud: safe("signed-in", "The phone stays signed in."),
    dairy: safe("signed-in", "The till stays signed in, though a change of security asks for the password.", {
      blocked: ["change-security"],
    }),
  }),
  ...under("sim-swap/with-passwords", {
    cloud: taken("locked-out", "Password and text; then the recovery key."),
    shop: taken("recoverable", "Its password lies in the taken cloud; the desk is left."),
  }),
  ...under("document-lost/lost", {
    shop: safe("signed-in", "The card is for bad days."),
  }),
];
