// English words of the scenario "roaming abroad".
import type { ScenarioWords } from "./scenario-words.ts";

export const roamingAbroadWords: ScenarioWords = {
  title: "Roaming abroad",
  summary: "The number rings abroad, but its texts may not come.",
  mechanism:
    "In a foreign network some things arrive and others do not. In 2021 people reported that calls worked while texts with codes did not come. Some leave the SIM at home instead, and somebody of the family reads the codes out. The setup says what still reaches the number abroad.",
  strikes: "a mobile number",
  needs: ["A stay abroad with the SIM in the phone"],
  sees: ["The phone rings, and no text comes."],
  now: [
    "Ask for the code by call, if the service offers it.",
    "Before the journey, move to an app, a passkey or a security key.",
  ],
  variants: { "with-the-phone": "The SIM is in the phone, abroad" },
};
