// Reasoned by hand for the person on whom texts are pressed, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const textsPressedOnEverybody: readonly ReasonedCell[] = [
  ...under("text-demanded/strong-factors-withdrawn", {
    energy: safe("signed-in", "There never was anything but texts."),
    broker: safe("signed-in", "The text lets her look; the token that trading asks for is withdrawn.", {
      blocked: ["trade"],
    }),
    portal: safe("locked-out", "The key is no longer taken, and nothing stands in its place."),
  }),
  ...under("sim-swap/phone-call", {
    energy: taken("locked-out", "One text sets a new password, the next one signs in."),
    broker: safe("signed-in", "A text without the password; and Noor has her token."),
    portal: safe("signed-in", "No number is involved."),
  }),
  ...under("sim-swap/with-passwords", {
    broker: taken(
      "signed-in",
      "Password and text let the stranger look, and no more: no trade and no change. Noor signs in with her token.",
      { obtained: [], blocked: [] },
    ),
    portal: safe("signed-in", "The key is missing."),
  }),
  ...under("text-rerouting/without-passwords", {
    energy: taken(
      "locked-out",
      "A letter and a small fee bring the texts to the stranger; one sets a new password.",
    ),
    broker: safe("signed-in", "The password is missing, and the token needs no text."),
  }),
  ...under("security-key-lost/lost", {
    portal: safe("locked-out", "One key, no other way in."),
    broker: safe("signed-in", "The token is another thing."),
  }),
  ...under(
    "security-key-lost/lost",
    {
      broker: safe("signed-in", "With password and text she can look, but not trade.", {
        blocked: ["trade"],
      }),
    },
    "token",
  ),
  ...under("two-factor-switched-off/password-breach", {
    energy: taken("locked-out", "With the text switched off, the stolen password is all there is."),
    portal: safe("signed-in", "Here no text was switched off; the key is still asked for."),
  }),
  ...under("phishing-relay/false-site", {
    portal: safe("signed-in", "The key signs for the real page only."),
    broker: taken("locked-out", "A token's code can be typed into a false page like any other.", {
      obtained: ["trade"],
    }),
  }),
  ...under("seed-database-breach/with-passwords", {
    broker: taken(
      "locked-out",
      "The token's seed was copied where it is checked, and the password is known.",
      { obtained: ["trade"] },
    ),
    portal: safe("signed-in", "A service that checks signatures holds no secret of the key."),
  }),
  ...under("code-guessing/without-passwords", {
    energy: safe("signed-in", "Five tries against a million codes."),
  }),
  ...under("provider-outage/texts", {
    energy: safe("locked-out", "No text is sent, and there is no other way."),
    broker: safe("signed-in", "The token needs nothing to be sent.", { blocked: [] }),
  }),
  ...under("roaming-abroad/with-the-phone", {
    energy: safe("locked-out", "Calls come through abroad, texts do not."),
    portal: safe("signed-in", "The key works anywhere."),
  }),
];
