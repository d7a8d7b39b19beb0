// English words of the scenario "Support desk talked round".
import type { ScenarioWords } from "./scenario-words.ts";

export const supportDeskTalkedRoundWords: ScenarioWords = {
  title: "Support desk talked round",
  summary: "A person who may let people back in lets the wrong one in.",
  mechanism:
    "A desk has to decide who is speaking. If it goes by a birthday and an address, anybody who knows them is the owner. If it has rules, a good story may bend them. A study of support pages and real accounts found many services that switch the second factor off for whoever has the mailbox. A friend who vouches can be deceived as well.",
  strikes: "a support desk or a person who vouches",
  needs: ["Data about the owner, or a believable story", "Somebody who may make exceptions"],
  sees: ["Perhaps a notice that something was changed on request."],
  now: [
    "Object at once, and tell the desk that the request was not yours.",
    "Ask the service for a note or a password for calls.",
    "Agree with your contacts on how you will ask for help.",
  ],
  variants: {
    "personal-data": "The caller knows what the desk asks for",
    "talked-round": "The caller talks the desk into an exception",
    "contact-persuaded": "Somebody deceives the person who vouches",
  },
};
