// English words of the scenario "document lost".
import type { ScenarioWords } from "./scenario-words.ts";

export const documentLostWords: ScenarioWords = {
  title: "Identity document lost",
  summary: "The passport that a desk would ask for is gone.",
  mechanism:
    "Some ways back in end at a desk, or in front of a camera, with an identity document. Without it they are closed until there is a new one. It tends to be lost together with other things: in a bag, on a journey.",
  strikes: "an identity document",
  needs: ["A document that is carried along"],
  sees: ["It is missing, often only when a desk asks for it."],
  now: ["Apply for a new document.", "Use a way back in that needs no document."],
  variants: { lost: "It is lost" },
};
