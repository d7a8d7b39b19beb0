// Everything that the founding texts say plays, with the two answers that they lead one to expect.
import { describe, expect, test } from "vitest";
import { story, verdicts } from "../../simulator/index.ts";
import type { ScenarioRef } from "../../simulator/index.ts";
import { foundingTexts } from "./founding-texts.ts";
import type { FoundingPlay } from "./founding-texts.ts";
import { exampleSetup } from "./example-setups.ts";

function refOf({ scenario: [id, variant, options] }: FoundingPlay): ScenarioRef {
  return { id, variant, ...options };
}

test("none of the 46 rows is missing", () => {
  const rows = ["1b", ...Array.from({ length: 45 }, (_, index) => String(index + 1))];
  expect(Object.keys(foundingTexts).toSorted()).toEqual(rows.toSorted());
});

describe.each(Object.entries(foundingTexts))("row %s", (_, plays) => {
  test.each(plays)("$says: $setup × $scenario.0/$scenario.1, $account", (play) => {
    const { setup: id, account, attacker, owner, blocked, obtained } = play;
    const setup = exampleSetup(id);
    const ref = refOf(play);
    const said = verdicts(setup, ref).find((verdict) => verdict.account === account);
    expect(said).toMatchObject({
      attacker,
      owner,
      ...(blocked === undefined ? {} : { blocked }),
      ...(obtained === undefined ? {} : { obtained }),
    });
    expect(story(setup, ref, { account }).steps.length).toBeGreaterThan(0);
  });
});
