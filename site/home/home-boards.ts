// The two moments that the home page shows, out of the same simulator that plays everything else.
import { cords, holdingTitle, readSetup, type Setup, story, type Verdict } from "../../simulator/index.ts";
import { type Hanging, hangingOf } from "../diagrams/hanging.ts";
import { words } from "../i18n/index.ts";
import { threeAccounts } from "./three-accounts.ts";

export interface HomeBoards {
  readonly before: Hanging;
  readonly after: Hanging;
  readonly verdicts: readonly Verdict[];
}

/** What hangs on what before a SIM swap, and once the attacker has done everything. */
export function homeBoards(): HomeBoards {
  const setup = homeSetup();
  const { before, steps, verdicts } = story(setup, { id: "sim-swap" });
  const lastOfAttacker = steps.findLast(({ entry }) => entry.actor === "attacker");
  const naming = {
    titleOf: (holding: Parameters<typeof holdingTitle>[1]) => holdingTitle(setup, holding),
    memory: words.board.memory,
  };
  const at = (scene: typeof before): Hanging => hangingOf(setup, cords(setup), scene, naming);
  return { before: at(before), after: at(lastOfAttacker?.scene ?? before), verdicts };
}

function homeSetup(): Setup {
  const read = readSetup(JSON.stringify(threeAccounts), "three-accounts.json");
  if (!read.ok) throw new Error("the setup of the home page is not valid");
  return read.setup;
}
