// The text of `onefactor simulate` without a scenario: both answers of every scenario for every account, side by side.
import { type ScenarioRef, type Setup, type Verdict } from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import { hang, padTo, shorten, wrap } from "../report/layout.ts";
import { blocks, strikesSomething } from "./play-text.ts";
import { accountTitle, marksOf, type PlayTextOptions } from "./verdict-text.ts";

/** One scenario and both answers for every account that is told. */
export interface OverviewPlay {
  readonly scenario: ScenarioRef;
  readonly verdicts: readonly Verdict[];
}

/** One row for each scenario that strikes something, one column for each account, numbered. */
export function overviewText(setup: Setup, plays: readonly OverviewPlay[], options: PlayTextOptions): string {
  const { paint, width } = options;
  const accounts = plays[0]?.verdicts.map(({ account }) => account) ?? [];
  const striking = plays.filter(({ scenario }) => strikesSomething(setup, scenario));
  const idle = plays.filter((play) => !striking.includes(play));
  return blocks([
    wrap(`Every scenario against "${visible(setup.title)}"`, width).map(paint.strong),
    accounts.flatMap((account, index) => hang(`  ${index + 1}  `, accountTitle(setup, account), width)),
    ...tables(accounts, striking, options),
    [
      ...wrap("First mark: ● nobody else gets in, ◆ taken over.", width),
      ...wrap("Second mark: ● the owner signs in, ◐ gets back in, ▮ is locked out.", width),
    ],
    ...(idle.length === 0
      ? []
      : [hang("Nothing to strike here: ", idle.map(({ scenario }) => scenario.id).join(", "), width)]),
    wrap("Step by step: add --scenario and an id of the list.", width),
  ]);
}

/** As many columns as fit the width; further accounts come in further tables. */
function tables(
  accounts: readonly string[],
  plays: readonly OverviewPlay[],
  { paint, width }: PlayTextOptions,
): readonly (readonly string[])[] {
  const first = Math.max(0, ...plays.map(({ scenario }) => scenario.id.length));
  const cell = String(accounts.length).length + 2;
  const inOne = Math.max(1, Math.floor((width - first - 4) / cell));
  const starts = Array.from({ length: Math.ceil(accounts.length / inOne) }, (_, index) => index * inOne);
  return starts.map((start) => {
    const shown = accounts.slice(start, start + inOne);
    const head = shown.map((_, index) => padTo(String(start + index + 1), cell)).join("");
    return [
      paint.faint(`  ${padTo("", first)}  ${head}`.trimEnd()),
      ...plays.map(({ scenario, verdicts }) => {
        const marks = verdicts
          .slice(start, start + inOne)
          .map((verdict) => padTo(marksOf(verdict), cell))
          .join("");
        const bad = verdicts
          .slice(start, start + inOne)
          .some(({ attacker, owner }) => attacker === "taken-over" || owner === "locked-out");
        const row = `  ${padTo(scenario.id, first)}  ${marks}`.trimEnd();
        return (bad ? paint.bad : paint.good)(shorten(row, Math.max(width, first + cell + 4)));
      }),
    ];
  });
}
