// English words of the scenario "provider outage".
import type { ScenarioWords } from "./scenario-words.ts";

export const providerOutageWords: ScenarioWords = {
  title: "Outage of a service",
  summary: "The service sends no codes, or the company that checks them is down.",
  mechanism:
    "Codes and prompts are sent by a machinery of their own, and it can stop while the rest of the service runs. At Twitter texts with codes failed some users in November 2022. On 19 November 2018 Microsoft's second-factor service was down for 14 hours; passwords were accepted, and then nothing came. What is computed on a device and checked by the service itself may still work.",
  strikes: "an account that sends what it then asks for",
  needs: ["An outage that nobody outside can do anything about"],
  sees: ["The password is accepted, and then no code and no prompt comes. Others report the same."],
  now: [
    "Use a code that nobody has to send.",
    "Wait. Do not switch the second factor off for good because of it.",
  ],
  variants: {
    texts: "Texts and calls of the service stop",
    "second-factor-service": "All codes and prompts stop for 14 hours",
  },
};
