// English words of the scenario "Stolen copy of a seed".
import type { ScenarioWords } from "./scenario-words.ts";

export const seedCopyStolenWords: ScenarioWords = {
  title: "Stolen copy of a seed",
  summary: "An export or a printed code from which the app could be restored falls into other hands.",
  mechanism:
    "A QR code that was printed or photographed for a rainy day is the seed itself. An export file is too, and many apps can write one that is not encrypted: 12 of 22 Android apps that were studied in 2022. Whoever has a copy makes the same codes for as long as the seed is in use.",
  strikes: "a seed that was exported or printed",
  needs: ["The copy: a sheet, a photo, a file"],
  sees: ["Nothing. The app works as before."],
  now: [
    "Enrol the app anew in each account concerned; the old copy is then worthless.",
    "Keep the next copy where only you can get at it, or use recovery codes instead.",
  ],
  variants: {
    "copy-only": "The attacker has the copy only",
    "with-passwords": "The attacker also has the owner's passwords",
  },
};
