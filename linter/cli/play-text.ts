// The text of `onefactor simulate`: both verdicts for every account, and the play step by step.
import {
  attackSets,
  type AttackerOutcome,
  holdingTitle,
  type Move,
  type OwnerOutcome,
  playStart,
  say,
  sayEntry,
  type ScenarioRef,
  scenarioWords,
  type Setup,
  type Story,
  type StoryStep,
  titleOf,
  variantOf,
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

/** One whole play: what it is, the verdicts, what they mean for each account, and every step. */
export function playText(story: Story, options: PlayTextOptions): string {
  const { setup, scenario, verdicts } = story;
  return blocks([
    headLines(setup, scenario, options),
    wrap(scenarioWords[scenario.id].mechanism, options.width),
    [...verdictTable(setup, verdicts, options), `  ${factorsNote}`],
    ...verdicts.map((verdict) => accountLines(setup, verdict, options)),
    [options.paint.strong("Step by step")],
    ...actsOf(story).map((act) => actLines(act, options)),
  ]);
}

/** The verdicts of several scenarios, without the steps. */
export function overviewText(
  setup: Setup,
  plays: readonly { readonly scenario: ScenarioRef; readonly verdicts: readonly Verdict[] }[],
  options: PlayTextOptions,
): string {
  return blocks([
    ...plays.map(({ scenario, verdicts }) => [
      ...headLines(setup, scenario, options),
      "",
      ...verdictTable(setup, verdicts, options),
    ]),
    [factorsNote],
    hang(
      "Step by step: ",
      `add --scenario ${plays.map(({ scenario }) => scenario.id).join(" or ")}`,
      options.width,
    ),
  ]);
}

function blocks(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines(setup: Setup, scenario: ScenarioRef, { paint, width }: PlayTextOptions): string[] {
  const { title, variants } = scenarioWords[scenario.id];
  const how = variants[variantOf(scenario)];
  const text = `${title} against "${visible(setup.title)}"${how === undefined ? "" : `: ${how.slice(0, 1).toLowerCase()}${how.slice(1)}`}`;
  return wrap(text, width).map(paint.strong);
}

function verdictTable(
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

const factorsNote = "factors: effective ones, the fewest independent things that let a stranger in";

function ownerCell({ owner, recoverableAfter }: Verdict): string {
  const wait =
    recoverableAfter === null || recoverableAfter === 0 ? "" : ` after ${durationWords(recoverableAfter)}`;
  return ownerWords[owner] + wait;
}

function accountLines(setup: Setup, verdict: Verdict, { paint, width }: PlayTextOptions): string[] {
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
  const things = smallest.map((holding) => visible(holdingTitle(setup, holding)));
  if (things.length === 0) return `Effective factors: ${effectiveFactors}.`;
  return `Effective factors: ${effectiveFactors} (${things.join(" and ")} ${things.length === 1 ? "is" : "are"} enough).`;
}

/** A screen lock is listed in a set and weighs nothing (DESIGN of effective factors). */
function weight(set: readonly string[]): number {
  return set.filter((holding) => !holding.startsWith("unlock:")).length;
}

/** A stretch of a play in which one person deals with one account. */
interface Act {
  readonly title: string;
  readonly steps: readonly StoryStep[];
}

function actsOf(story: Story): Act[] {
  const acts: { title: string; steps: StoryStep[] }[] = [];
  let lastMove: number | undefined;
  for (const step of story.steps) {
    const move = story.moves[step.move];
    const begins = move === undefined || step.move === lastMove ? undefined : actTitle(story.setup, move);
    const title = begins === happening && acts.some((act) => act.title !== happening) ? "Meanwhile" : begins;
    lastMove = step.move;
    const last = acts.at(-1);
    // Moves within a ceremony, such as reading a mailbox for its code, belong to the act that has begun.
    if (last === undefined || (title !== undefined && title !== last.title))
      acts.push({ title: title ?? "", steps: [step] });
    else last.steps.push(step);
  }
  return acts;
}

const happening = "What happens";

/** The title of the act that a move begins; undefined for moves that go on with the one at hand. */
function actTitle(setup: Setup, move: Move): string | undefined {
  switch (move.do) {
    case "begin":
      return `${move.actor === "owner" ? "The owner" : "The attacker"} at ${accountTitle(setup, move.account)}`;
    case "replace-authenticators":
      return `The attacker stays in ${accountTitle(setup, move.account)}`;
    case "ask-for-code":
    case "present":
    case "look-inside":
    case "wait":
      return undefined;
    default:
      return happening;
  }
}

function actLines({ title, steps }: Act, { paint, width }: PlayTextOptions): string[] {
  return [
    ...(title === "" ? [] : [paint.strong(title)]),
    ...steps.flatMap(({ entry }) => {
      const sees = entry.sees === undefined ? [] : hang(seesPrefix, `"${visible(say(entry.sees))}"`, width);
      return [
        ...hang(`  ${clock(entry.at)}  ${padTo(entry.actor, 8)}  `, visible(sayEntry(entry)), width),
        ...sees.map(paint.faint),
      ];
    }),
  ];
}

const seesPrefix = "                      the owner sees: ";

/** The time of day in the play, whose clock stands at UTC, with the days that have gone by. */
function clock(at: number): string {
  const time = new Date(playStart + at).toISOString();
  const midnight = Math.floor(playStart / day) * day;
  const days = Math.floor((playStart + at - midnight) / day);
  return `${time.slice(11, 19)}${days === 0 ? "" : `+${days}d`}`;
}

const day = 86_400_000;

/** A length of time in its largest whole unit: `7 days`, `36 hours`, `10 minutes`. */
export function durationWords(milliseconds: number): string {
  for (const [unit, length] of [
    ["day", day],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ] as const)
    if (milliseconds >= length && milliseconds % length === 0) return counted(milliseconds / length, unit);
  return counted(Math.round(milliseconds / 1_000), "second");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function accountTitle(setup: Setup, id: string): string {
  const account = setup.accounts.find((candidate) => candidate.id === id);
  return visible(account === undefined ? id : titleOf(account));
}
