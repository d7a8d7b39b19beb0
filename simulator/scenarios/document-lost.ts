// Document lost: the identity document that desks and proofing ask for is gone.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetThing } from "./fallback-targets.ts";

export const documentLost: Scenario<"document-lost", "lost"> = {
  id: "document-lost",
  kind: "failure",
  strikes: "thing",
  variants: [{ id: "lost", sources: ["uaag-2019"] }],
  sources: ["uaag-2019"],
  open: (setup, _variant, target) => {
    const document = targetThing(setup, target, ({ kind }) => kind === "id-document");
    if (document === undefined) return nothingHappens(false);
    return failure(setup, {
      target: document.id,
      moves: [{ actor: "chance", do: "lose-thing", thing: document.id }],
      losses: [`thing:${document.id}`],
    });
  },
};
