// A case as text: what happened, what it teaches, and how it ended for each account, as published.
import { caseById, type CaseId, caseWords, type PublishedOutcome } from "../../simulator/index.ts";
import { hang, wrap } from "../report/layout.ts";
import type { Paint } from "../report/paint.ts";

interface Layout {
  readonly paint: Paint;
  readonly width: number;
}

/** The title and the date of a case, what happened, and what it teaches. */
export function caseBlocks(id: CaseId, { paint, width }: Layout): string[][] {
  const words = caseWords[id];
  return [
    wrap(`${words.title} (${caseById(id).date})`, width).map(paint.strong),
    wrap(words.happened, width),
    wrap(words.teaches, width),
  ];
}

/** How it ended for each account. */
export function publishedLines(id: CaseId, { paint, width }: Layout): string[] {
  const { setup, outcome } = caseById(id);
  const titles = new Map((setup.accounts ?? []).map((account) => [account.id, account.title ?? account.id]));
  return [
    paint.strong("How it ended, as published"),
    ...Object.entries(outcome).flatMap(([account, published]) => {
      const title = titles.get(account) ?? account;
      const told = caseWords[id].published[account] ?? "";
      return hang("  - ", `${title} (${outcomeText(published)}): ${told}`, width);
    }),
  ];
}

function outcomeText({ attacker, owner }: PublishedOutcome): string {
  const parts = [
    attacker === undefined ? [] : [attacker === "safe" ? "not taken over" : "taken over"],
    owner === undefined ? [] : [ownerOutcomes[owner]],
  ];
  return parts.flat().join(", ");
}

const ownerOutcomes = {
  "signed-in": "the owner signs in",
  recoverable: "the owner gets back in",
  "locked-out": "the owner is locked out",
} as const;
