// Reasoned by hand for the person whose seeds stayed on the old phone, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const seedsLeftBehind: readonly ReasonedCell[] = [
  ...under("new-phone/not-migrated", {
    mail: safe("signed-in", "The SIM is in the new phone, and the text comes there."),
    forum: safe(
      "recoverable",
      "The forum has a way for a lost factor: password and mailbox have the app removed, after three days.",
    ),
    game: safe("locked-out", "The seed was on the old phone only, and the game knows no way back."),
    yarn: safe("signed-in", "The printed QR code puts the seed on the new phone."),
    archive: safe("signed-in", "The exported seed lies on the drive, which opens with a password."),
  }),
  ...under("device-bound-app/old-phone-gone", {
    game: safe(
      "signed-in",
      "An ordinary authenticator app is no app that is bound to its phone; it was carried over.",
    ),
  }),
  ...under("lost-phone/not-found", {
    mail: safe("locked-out", "The SIM is gone with the phone, and the mailbox knows no other way."),
    forum: safe("locked-out", "The way for a lost factor goes through the mailbox, and that is closed."),
    yarn: safe("signed-in", "The printed QR code is at home."),
    archive: safe("signed-in", "The exported seed is on the drive."),
  }),
  ...under("broken-phone/screen-dead", {
    game: safe("locked-out", "The seed cannot be read from a dead phone."),
    drive: safe("signed-in", "A password in memory."),
  }),
  ...under("seed-copy-stolen/copy-only", {
    archive: safe("signed-in", "The copy gives the codes; the password is still needed."),
    yarn: safe("signed-in", "The copy gives the codes; the password is still needed."),
  }),
  ...under("seed-copy-stolen/with-passwords", {
    archive: taken("locked-out", "Password and a copied seed: the app's codes come out the same for both."),
    yarn: taken("locked-out", "The printed seed was photographed, and the password is known."),
    game: safe("signed-in", "Of this seed there is no copy."),
  }),
  ...under("password-breach/all-services", {
    drive: taken("locked-out", "The drive asks for a password only."),
    archive: taken(
      "locked-out",
      "The drive holds the seed beside everything else, so two passwords are the password and the code.",
    ),
    yarn: safe("signed-in", "The seed is on paper and on the phone."),
  }),
  ...under("seed-database-breach/without-passwords", {
    game: safe("signed-in", "The seeds give codes; a code beside an unknown password is worth nothing."),
  }),
  ...under("seed-database-breach/with-passwords", {
    game: taken(
      "locked-out",
      "The service keeps the seed so that it can check codes, and whoever copied it makes the same codes.",
    ),
  }),
  ...under("factor-removal-by-text/sim-swap", {
    forum: taken(
      "locked-out",
      "With password and text the mailbox opens, and its code has the app removed from the forum.",
    ),
    game: safe("signed-in", "The app cannot be removed there by any text or mail."),
  }),
  ...under("sim-swap/with-passwords", {
    mail: taken("locked-out", "Password and text."),
  }),
  ...under(
    "clock-drift/two-minutes",
    {
      game: safe(
        "locked-out",
        "The service allows for half a minute, and the phone's clock is two minutes off.",
      ),
      yarn: safe("signed-in", "The printed seed makes good codes on any device whose clock is right."),
    },
    "phone",
  ),
  ...under(
    "clock-drift/half-a-minute",
    {
      game: safe("signed-in", "Half a minute is one step, and one step is allowed for."),
    },
    "phone",
  ),
];
