// English words of the scenario "clock drift".
import type { ScenarioWords } from "./scenario-words.ts";

export const clockDriftWords: ScenarioWords = {
  title: "Clock drift",
  summary: "The clock is off, and the codes belong to another moment.",
  mechanism:
    "An authenticator app computes each code from a secret and the time, in steps of 30 seconds. The service accepts a few steps to either side, because clocks differ. A clock that is further off gives codes that are always refused. Phones set their clock by the network; a phone without network, or one set by hand, may drift.",
  strikes: "a device that makes codes by the clock",
  needs: ["A clock that is further off than the service allows"],
  sees: ["The code looks like every other, and is refused every time."],
  now: ["Set the clock to automatic time."],
  variants: {
    "two-minutes": "The clock is two minutes fast",
    "half-a-minute": "The clock is half a minute fast",
  },
};
