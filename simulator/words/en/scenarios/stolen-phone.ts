// English words of the scenario "Stolen phone".
import type { ScenarioWords } from "./scenario-words.ts";

export const stolenPhoneWords: ScenarioWords = {
  title: "Stolen phone",
  summary: "Somebody has the phone in the hand: locked, or open.",
  mechanism:
    "A locked phone still shows previews of texts if it may. Its SIM works in another phone unless the SIM has a PIN. A thief who has watched the passcode being typed has everything that the phone opens: apps with codes, passkeys, sessions, the mailbox. Reports of 2023 tell of thieves in bars in the USA who did this, changed the password of the cloud account and set a recovery key; the owners had hardly any way back.",
  strikes: "a phone",
  needs: [
    "A moment in which the phone is within reach",
    "For more than the lock screen: the SIM without a PIN, or the passcode",
  ],
  sees: ["The phone is gone."],
  now: [
    "Mark the phone as lost from another device, and have it locked or erased.",
    "Have the carrier block the SIM and issue another.",
    "Take the phone off the list of trusted devices in each account, mailbox first.",
  ],
  variants: {
    locked: "The phone is locked",
    "sim-moved": "The thief moves the SIM to another phone",
    "passcode-watched": "The thief has watched the passcode being typed",
    unlocked: "The phone was snatched while it was open",
  },
};
