// English words of the scenario "Phishing relay".
import type { ScenarioWords } from "./scenario-words.ts";

export const phishingRelayWords: ScenarioWords = {
  title: "Phishing relay",
  summary: "A page that looks like the service passes on at once what is typed and tapped.",
  mechanism:
    "The owner types name, password and code into a page that only looks right. Behind it somebody, or a program, enters the same at the real service within seconds. Whatever a person can type or approve can be passed on in this way, from texts to apps and prompts. A security key or a passkey signs for the name of the real site, so the false one gets nothing. In 2022 staff of Twilio fell for such pages.",
  strikes: "an account with something to hand over",
  needs: ["A message that brings the owner to the page"],
  sees: ["A page under a strange address. After signing in, an error, or the real site."],
  now: [
    "Change the password at the real site, typed by hand, and end all other sessions.",
    "Check which devices and numbers are on file.",
    "Use a passkey or a security key: it does not work on the false page.",
  ],
  variants: { "false-site": "A false site that passes everything on" },
};
