// The verdicts of a play as text: the table of both answers, and what they mean for one account.
import {
  attackSets,
  type AttackerOutcome,
  type Holding,
  holdingTitle,
  type OwnerOutcome,
  type Setup,
  titleOf,
  type Verdict,
} from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import { hang, padTo, textWidth, wrap } from "../report/layout.ts";
import type { Paint } from "../report/paint.ts";

export interface PlayTextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** Shape and word: the shape is for the quick look, the word says it without colour or picture. */
const attackerWords: Readonly<Record<AttackerOutcome, string>> = {
  safe: "● safe",
  "taken-over": "◆ taken over",
};
const ownerWords: Readonly<Record<OwnerOutcome, string>> = {
  "signed-in": "● signed in",
  recoverable: "◐ recoverable",
  "locked-out": "▮ locked out",
};

/** Both answers as marks that take one column each, for tables of many. */
export function marksOf({ attacker, owner }: Verdict): string {
  return attackerWords[attacker].slice(0, 1) + ownerWords[owner].slice(0, 1);
}

/** Both answers in a few words. */
export function outcomeWords(verdict: Verdict): string {
  return `${attackerWords[verdict.attacker].slice(2)}, ${ownerCell(verdict).slice(2)}`;
}

/** The table of both answers for every account. */
export function verdictTable(
  setup: Setup,
  verdicts: readonly Verdict[],
  { paint, width }: PlayTextOptions,
): string[] {
  const rows = verdicts.map((verdict) => [
    accountTitle(setup, verdict.account),
    attackerWords[verdict.attacker],
    ownerCell(verdict),
    verdict.effectiveFactors === null ? "–" : String(verdict.effectiveFactors),
  ]);
  const head = ["account", "attacker", "owner", "factors"];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => textWidth(row[column] ?? ""))),
  );
  // A long title must not push the verdicts off an ordinary screen; then each row takes two lines.
  const fits = widths.reduce((sum, each) => sum + each + 2, 0) <= width;
  const lay = (row: readonly string[]) =>
    fits
      ? [`  ${row.map((cell, column) => padTo(cell, widths[column] ?? 0)).join("  ")}`.trimEnd()]
      : [
          `  ${row[0]}`,
          `    ${row
            .slice(1)
            .map((cell, column) => padTo(cell, widths[column + 1] ?? 0))
            .join("  ")}`.trimEnd(),
        ];
  return [
    ...lay(head).map(paint.faint),
    ...rows.flatMap((row, index) => {
      const bad = verdicts[index]?.attacker === "taken-over" || verdicts[index]?.owner === "locked-out";
      return lay(row).map(bad ? paint.bad : paint.good);
    }),
  ];
}

/** What the table's last column counts. */
export const factorsNote = "factors: effective ones, the fewest independent things that let a stranger in";

function ownerCell({ owner, recoverableAfter }: Verdict): string {
  const wait =
    recoverableAfter === null || recoverableAfter === 0 ? "" : ` after ${durationWords(recoverableAfter)}`;
  return ownerWords[owner] + wait;
}

/** What both answers mean for one account. */
export function accountLines(setup: Setup, verdict: Verdict, { paint, width }: PlayTextOptions): string[] {
  const bullets = [
    ...(verdict.ownerBefore === verdict.owner
      ? []
      : [`Before the attacker changed anything, the owner was ${ownerWords[verdict.ownerBefore].slice(2)}.`]),
    ...actionWords(setup, verdict.account, "The attacker can also: ", verdict.obtained),
    ...actionWords(setup, verdict.account, "The owner can no longer: ", verdict.blocked),
    factorsLine(setup, verdict),
  ];
  return [
    ...wrap(
      `${accountTitle(setup, verdict.account)}: ${attackerSentence(verdict)}, ${ownerSentence(verdict)}.`,
      width,
    ).map(paint.strong),
    ...bullets.flatMap((text) => hang("  - ", text, width)),
  ];
}

function attackerSentence({ attacker }: Verdict): string {
  return attacker === "taken-over" ? "the attacker gets in" : "nobody else gets in";
}

function ownerSentence(verdict: Verdict): string {
  switch (verdict.owner) {
    case "signed-in":
      return "the owner signs in as always";
    case "recoverable":
      return verdict.recoverableAfter === null || verdict.recoverableAfter === 0
        ? "the owner gets back in by a recovery"
        : `the owner gets back in by a recovery that takes ${durationWords(verdict.recoverableAfter)}`;
    case "locked-out":
      return "the owner is locked out";
  }
}

function actionWords(setup: Setup, account: string, words: string, actions: readonly string[]): string[] {
  if (actions.length === 0) return [];
  const all = setup.accounts.find(({ id }) => id === account)?.protectedActions ?? [];
  const titles = actions.map((id) => {
    const action = all.find((candidate) => candidate.id === id);
    return visible(action === undefined ? id : titleOf(action));
  });
  return [`${words}${titles.join(", ")}.`];
}

function factorsLine(setup: Setup, { account, effectiveFactors }: Verdict): string {
  if (effectiveFactors === null) return "Effective factors: no set of things lets a stranger in.";
  if (effectiveFactors === 0) return "Effective factors: 0, because a way in asks for nothing.";
  const smallest = attackSets(setup, account).sets.find((set) => weight(set) === effectiveFactors) ?? [];
  const titles = (holdings: readonly Holding[]) =>
    holdings.map((holding) => visible(holdingTitle(setup, holding))).join(" and ");
  const locks = smallest.filter(isLock);
  const things = smallest.filter((holding) => !isLock(holding));
  if (things.length === 0) return `Effective factors: ${effectiveFactors}.`;
  return `Effective factors: ${effectiveFactors} (${titles(things)} ${things.length === 1 ? "is" : "are"} enough${
    locks.length === 0
      ? ""
      : `, with the ${titles(locks)}, which ${locks.length === 1 ? "counts" : "count"} nothing`
  }).`;
}

/** A screen lock is listed in a set and weighs nothing beside the device that it locks. */
function isLock(holding: Holding): boolean {
  return holding.startsWith("unlock:");
}

function weight(set: readonly Holding[]): number {
  return set.filter((holding) => !isLock(holding)).length;
}

/** A length of time in its largest whole unit: `7 days`, `36 hours`, `10 minutes`. */
export function durationWords(milliseconds: number): string {
  for (const [unit, length] of [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ] as const)
    if (milliseconds >= length && milliseconds % length === 0) return counted(milliseconds / length, unit);
  return counted(Math.round(milliseconds / 1_000), "second");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The title of an account, safe to print. */
export function accountTitle(setup: Setup, id: string): string {
  const account = setup.accounts.find((candidate) => candidate.id === id);
  return visible(account === undefined ? id : titleOf(account));
}
