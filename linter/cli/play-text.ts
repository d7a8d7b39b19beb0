// The text of `onefactor simulate`: one whole play, or the verdicts of several.
import {
  type ScenarioRef,
  scenarioWords,
  type Setup,
  type Story,
  variantOf,
  type Verdict,
} from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import { hang, wrap } from "../report/layout.ts";
import { chosenTarget } from "./scenario-argument.ts";
import { stepBlocks } from "./steps-text.ts";
import { accountLines, factorsNote, type PlayTextOptions, verdictTable } from "./verdict-text.ts";

/** One whole play: what it is, the verdicts, what they mean for each account, and every step. */
export function playText(story: Story, options: PlayTextOptions): string {
  const { setup, scenario, verdicts } = story;
  return blocks([
    headLines(setup, scenario, options),
    wrap(scenarioWords[scenario.id].mechanism, options.width),
    [...verdictTable(setup, verdicts, options), `  ${factorsNote}`],
    ...verdicts.map((verdict) => accountLines(setup, verdict, options)),
    [options.paint.strong("Step by step")],
    ...stepBlocks(story, options),
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

/** What is said of a setup in which no account can be played. */
export function nothingToPlay(setup: Setup, { width }: PlayTextOptions): string {
  return blocks([
    wrap(
      `"${visible(setup.title)}" describes no account, so there is nothing that could be taken over or locked.`,
      width,
    ),
  ]);
}

function blocks(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLines(setup: Setup, scenario: ScenarioRef, { paint, width }: PlayTextOptions): string[] {
  const { title, variants } = scenarioWords[scenario.id];
  const how = variants[variantOf(scenario)];
  const struck = chosenTarget(setup, scenario);
  const striking = struck === undefined ? "" : `, striking ${visible(struck)}`;
  const text = `${title} against "${visible(setup.title)}"${striking}${how === undefined ? "" : `: ${how.slice(0, 1).toLowerCase()}${how.slice(1)}`}`;
  return wrap(text, width).map(paint.strong);
}
