// Reasoned by hand for the person with code tokens on a key ring, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const tokenOnTheKeyring: readonly ReasonedCell[] = [
  ...under(
    "security-key-lost/lost",
    {
      remote: safe("locked-out", "The token was the only second factor."),
      room: safe("signed-in", "The fob is another thing."),
    },
    "token",
  ),
  ...under(
    "security-key-lost/lost",
    {
      room: safe("locked-out", "No fob, no code."),
      "time-sheet": safe("signed-in", "Its codes are on the phone."),
    },
    "fob",
  ),
  ...under("lost-phone/not-found", {
    "time-sheet": safe("locked-out", "The counter was on the phone."),
    remote: safe("signed-in", "The token hangs on the key ring."),
  }),
  ...under("seed-database-breach/with-passwords", {
    remote: taken(
      "locked-out",
      "Tokens were replaced by the million after such a theft: the seed makes the same codes.",
    ),
    room: taken("locked-out", "Seed and counter lie on the server."),
    "time-sheet": taken("locked-out", "Seed and counter lie on the server."),
  }),
  ...under("seed-database-breach/without-passwords", {
    remote: safe("signed-in", "The password is missing."),
  }),
  ...under("code-guessing/with-passwords", {
    room: taken(
      "locked-out",
      "Ten tries a second for a day are most of a million, and the server looks ahead by one code.",
    ),
    remote: safe("signed-in", "It stops after five."),
    "time-sheet": safe("signed-in", "It stops after five."),
  }),
  ...under("code-guessing/without-passwords", {
    room: safe("signed-in", "Guessing the code does not help without the password."),
  }),
  ...under(
    "code-replay/over-the-shoulder",
    {
      "time-sheet": taken(
        "locked-out",
        "Somebody saw password and code typed, and the time sheet takes the same code twice.",
      ),
    },
    "time-sheet",
  ),
  ...under(
    "code-replay/over-the-shoulder",
    {
      remote: safe("signed-in", "The code that was seen is used up."),
    },
    "remote",
  ),
  ...under("no-internet/phone-only", {
    "time-sheet": safe("signed-in", "Codes are counted on the phone, without any network."),
    remote: safe("signed-in", "A token has no network."),
  }),
  ...under("no-coverage/in-flight", {
    remote: safe("signed-in", "A token works in an aeroplane."),
  }),
  ...under(
    "clock-drift/two-minutes",
    {
      "time-sheet": safe("signed-in", "It counts presses and not minutes."),
    },
    "phone",
  ),
  ...under("phishing-relay/false-site", {
    remote: taken("locked-out", "Password and code can be typed anywhere."),
  }),
  ...under("text-demanded/strong-factors-withdrawn", {
    remote: safe("locked-out", "The token is withdrawn, and there is no number to text."),
    "time-sheet": safe("locked-out", "The app is withdrawn, and there is no number to text."),
  }),
  ...under("malware/reads-everything", {
    "time-sheet": taken("locked-out", "The password is typed and the code shown on the same phone."),
    remote: safe("signed-in", "The token is not on the phone."),
  }),
  ...under("code-call/with-passwords", {
    remote: taken("locked-out", "He reads the display out."),
  }),
  ...under("stolen-phone/unlocked", {
    "time-sheet": safe("locked-out", "The thief has the codes and no password; Viktor has no codes."),
  }),
  ...under("push-bombing/with-passwords", {
    remote: safe("signed-in", "There is no prompt."),
  }),
];
