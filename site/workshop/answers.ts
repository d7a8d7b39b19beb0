// The verdicts on a workshop's answer sheet, as the simulator gives them.
import { parseScenarioRef, type Setup, story, type Verdict } from "../../simulator/index.ts";
import { exampleById } from "../examples.ts";
import { accountSwitches } from "../player/switches.ts";

/** A play of a workshop, as its file names it. */
export interface WorkshopPlay {
  readonly setup: string;
  readonly scenario: string;
  readonly account?: string | undefined;
  /** Ids of switches that are thrown first. */
  readonly answerAfter: readonly string[];
}

export interface Answer extends Verdict {
  readonly title: string;
}

/** Both verdicts of each account that is played for. Unknown scenarios and switches stop the build. */
export function answersOf({ setup: id, scenario, account, answerAfter }: WorkshopPlay): readonly Answer[] {
  const ref = parseScenarioRef(scenario);
  if (ref === undefined) throw new Error(`there is no scenario "${scenario}"`);
  const original = exampleById(id).setup;
  const setup = answerAfter.reduce((changed, name) => thrown(changed, original, name), original);
  const { verdicts } = story(setup, ref, account === undefined ? {} : { account });
  return verdicts.map((verdict) => ({
    ...verdict,
    title: setup.accounts.find((each) => each.id === verdict.account)?.title ?? verdict.account,
  }));
}

function thrown(setup: Setup, original: Setup, name: string): Setup {
  const all = accountSwitches(setup, original).flatMap(({ factors, recovery }) => [...factors, ...recovery]);
  const next = all.find((each) => each.id === name)?.next;
  if (next === undefined) throw new Error(`the setup "${original.title}" has no switch "${name}" to throw`);
  return next;
}
