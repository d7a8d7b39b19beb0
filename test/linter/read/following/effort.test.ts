// How far an entry point is followed before reading gives up on it.
import { expect, test } from "vitest";
import { Effort } from "../../../../linter/read/following/effort.ts";

/** How many steps an entry point can take that bears this and would go on for ever. */
function stepsOf(bear: (effort: Effort) => void, effort = new Effort()): number {
  let steps = 0;
  effort.begin(() => false);
  const came = effort.bounded(() => {
    bear(effort);
    for (;;) {
      effort.step();
      steps++;
    }
  });
  effort.end();
  expect(came).toBe(false);
  return steps;
}

test("an entry point that has borne a part of a flow may take twice the steps or nearly so", () => {
  const barren = stepsOf(() => {});
  expect(stepsOf((effort) => effort.bear(true))).toBeGreaterThan(1.9 * barren);
});

test("one that has only mailed something may not, and counts as followed in vain", () => {
  const mails = (effort: Effort) => effort.bear(false);
  const barren = stepsOf(() => {});
  const effort = new Effort();
  expect(stepsOf(mails, effort)).toBe(barren);
  for (let entry = 0; entry < 20; entry++) stepsOf(mails, effort);
  expect(stepsOf(mails, effort)).toBeLessThan(barren / 10);
});
