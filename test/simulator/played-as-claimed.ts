// Holds a play to what analysis claims about it: who ends inside, who does not, and what was tried.
import { expect } from "vitest";
import { accountById } from "../../simulator/model/find.ts";
import type { Opening } from "../../simulator/model/scenario.ts";
import type { Account, Setup } from "../../simulator/model/setup.ts";
import type { Person } from "../../simulator/model/trail.ts";
import { openingOf } from "../../simulator/opening.ts";
import type { ScenarioRef } from "../../simulator/scenarios/index.ts";
import { story } from "../../simulator/story.ts";
import type { Story } from "../../simulator/story.ts";

/** Plays a scenario over all accounts and for each alone, and expects every verdict to end as claimed. */
export function expectPlayedAsClaimed(setup: Setup, ref: ScenarioRef): void {
  const told = story(setup, ref);
  for (const verdict of told.verdicts) {
    const single = story(setup, ref, { account: verdict.account });
    for (const played of [told, single]) {
      const { steps } = played;
      const turn = ownersTurnOf(setup, played);
      const enters = (person: Person) =>
        steps.some(
          ({ entry, move }) =>
            entry.what.id === "enters" &&
            entry.actor === person &&
            entry.account === verdict.account &&
            (person === "attacker" || move >= turn),
        ) ||
        // Who held an account from the beginning has nothing to enter.
        (person === "attacker" && openingOf(setup, ref).gains.includes(`account:${verdict.account}`));
      const done = steps
        .map(({ entry }) => entry)
        .filter(
          ({ what, to, account }) =>
            what.id === "action-done" && to === "attacker" && account === verdict.account,
        );
      expect({
        account: verdict.account,
        attacker: enters("attacker"),
        owner: enters("owner"),
        done: done.length,
      }).toEqual({
        account: verdict.account,
        attacker: verdict.attacker === "taken-over",
        owner: verdict.owner !== "locked-out",
        done: verdict.obtained.length,
      });
      if (verdict.owner === "locked-out")
        expectEveryRouteTried(accountById(setup, verdict.account), played, openingOf(setup, ref));
    }
  }
}

/** The index of the move with which the owner's last turn begins: after the opening and everything by others. */
function ownersTurnOf(setup: Setup, { scenario, moves }: Story): number {
  const others = moves.findLastIndex(({ actor }) => actor !== "owner" && actor !== "chance");
  return Math.max(others + 1, openingOf(setup, scenario).moves.length);
}

function expectEveryRouteTried(
  { id, signIn, recovery, signedInOn }: Account,
  { moves }: Story,
  { losses }: Opening,
): void {
  const tried = new Set(
    moves.flatMap((move) => {
      if (move.actor !== "owner") return [];
      if (move.do === "begin" && move.account === id) return [`${move.ceremony} ${move.route}`];
      return move.do === "use-device" && move.account === id ? [`device ${move.device}`] : [];
    }),
  );
  expect(tried).toEqual(
    new Set([
      ...signIn.map((_, route) => `sign-in ${route}`),
      ...recovery.map((_, route) => `recovery ${route}`),
      ...signedInOn
        .filter((device) => !losses.includes(`device:${device}`))
        .map((device) => `device ${device}`),
    ]),
  );
}
