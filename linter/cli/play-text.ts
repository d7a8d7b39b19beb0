// The text of `onefactor simulate` for one scenario: who does it, both verdicts, what the owner can do, every step.
import {
  answersTo,
  type CaseId,
  openScenario,
  responseById,
  responseWords,
  scenarioById,
  type ScenarioRef,
  scenarioWords,
  type Setup,
  type Story,
  variantOf,
  type Verdict,
} from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import { hang, wrap } from "../report/layout.ts";
import { attackerText } from "./attacker-text.ts";
import { caseBlocks, publishedLines } from "./published-text.ts";
import { chosenTarget } from "./scenario-argument.ts";
import { stepBlocks } from "./steps-text.ts";
import {
  accountLines,
  accountTitle,
  durationWords,
  factorsNote,
  outcomeWords,
  type PlayTextOptions,
  verdictTable,
} from "./verdict-text.ts";

/** One whole play: what it is, the verdicts, what they mean for each account, and every step; of a case, how it ended. */
export function playText(story: Story, options: PlayTextOptions, replayed?: CaseId): string {
  const { setup, scenario, verdicts } = story;
  return blocks([
    ...(replayed === undefined ? [] : caseBlocks(replayed, options)),
    headLines(setup, scenario, options),
    wrap(scenarioWords[scenario.id].mechanism, options.width),
    ...attackerLines(scenario, options),
    ...(strikesSomething(setup, scenario) ? [] : [idleLines(scenario, options)]),
    [...verdictTable(setup, verdicts, options), `  ${factorsNote}`],
    ...(replayed === undefined ? [] : [publishedLines(replayed, options)]),
    ...verdicts.map((verdict) => accountLines(setup, verdict, options)),
    ...answerBlocks(story, options),
    [options.paint.strong("Step by step")],
    ...stepBlocks(story, options),
  ]);
}

/** Whether anything happens at all when a scenario is applied to a setup. */
export function strikesSomething(setup: Setup, scenario: ScenarioRef): boolean {
  return openScenario(setup, scenario).moves.length > 0;
}

/** Why nothing happens. What follows all the same is an ordinary day, with what the attacker knows from before. */
function idleLines({ id }: ScenarioRef, { width }: PlayTextOptions): string[] {
  return wrap(
    `Nothing happens here: it strikes ${scenarioWords[id].strikes}, and this setup has none.`,
    width,
  );
}

/** What is said of a setup in which no account can be played. */
export function nothingToPlay(setup: Setup, { width }: PlayTextOptions): string {
  return blocks([
    wrap(
      `"${visible(setup.title)}" describes no account, so there is nothing that could be taken over or locked.`,
      width,
    ),
  ]);
}

/** Puts an empty line between blocks. */
export function blocks(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Which scenario it is, against which setup, and what it strikes. */
export function headLines(setup: Setup, scenario: ScenarioRef, { paint, width }: PlayTextOptions): string[] {
  const { title, variants } = scenarioWords[scenario.id];
  const how = variants[variantOf(scenario)];
  const struck = chosenTarget(setup, scenario);
  const striking = struck === undefined ? "" : `, striking ${visible(struck)}`;
  const answer =
    scenario.response === undefined
      ? ""
      : `. The owner's answer: ${lowered(responseWords[responseById(scenario.response).id].title)}`;
  const text = `${title} against "${visible(setup.title)}"${striking}${how === undefined ? "" : `: ${lowered(how)}`}${answer}`;
  return wrap(text, width).map(paint.strong);
}

function lowered(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}

/** Who does it, and what one more victim costs them. */
function attackerLines(ref: ScenarioRef, { width }: PlayTextOptions): string[][] {
  const who = attackerText(ref);
  return who === undefined ? [] : [wrap(`Who does it: ${who}.`, width)];
}

/** What the owner can do about it, and for which accounts that changes the answer. */
function answerBlocks({ setup, scenario, verdicts }: Story, { paint, width }: PlayTextOptions): string[][] {
  if (scenario.response !== undefined) return [];
  const answers = answersTo(setup, scenario);
  if (answers.length === 0) return [];
  const told = answers.flatMap(({ response, takes, verdicts: then }) => {
    const changed = verdicts.flatMap((verdict) => {
      const other = then.find(({ account }) => account === verdict.account);
      return other === undefined || sameOutcome(verdict, other)
        ? []
        : [`${accountTitle(setup, verdict.account)}: ${outcomeWords(other)}`];
    });
    const { title } = responseWords[response];
    return [
      ...hang("  ", `${title} (--response ${response}), takes ${durationWords(takes)}`, width),
      ...(changed.length === 0 ? ["That changes no verdict."] : changed).flatMap((text) =>
        hang("    - ", text, width),
      ),
    ];
  });
  return [[...wrap(answersTitle(scenario), width).map(paint.strong), ...told]];
}

/** An answer to an attack is judged as given in time; nobody races against a failure. */
function answersTitle({ id }: ScenarioRef): string {
  return scenarioById(id).kind === "attack"
    ? "What the owner can do, if it is done before the attacker goes on"
    : "What the owner can do";
}

function sameOutcome(one: Verdict, other: Verdict): boolean {
  return (
    one.attacker === other.attacker &&
    one.owner === other.owner &&
    one.blocked.join() === other.blocked.join() &&
    one.obtained.join() === other.obtained.join()
  );
}
