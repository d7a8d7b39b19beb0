// A timeline puts what somebody else does between the moves of a turn, at its own time.
import { describe, expect, test } from "vitest";
import type { Move } from "../../../simulator/index.ts";
import { Timeline } from "../../../simulator/turns/timeline.ts";

const object = (account: string): Move => ({ actor: "owner", do: "object", account });
const wait = (after: number): Move => ({ actor: "chance", do: "wait", after });
const look = (after: number): Move => ({ actor: "attacker", do: "look-inside", account: "mail", after });

/** When each move happens, counted from the beginning. */
function times(moves: readonly Move[]): readonly (readonly [number, string])[] {
  let now = 0;
  return moves.map((move) => {
    now += move.after ?? 0;
    return [now, move.do] as const;
  });
}

describe("a timeline", () => {
  test("keeps moves in their order, each after its time", () => {
    const timeline = new Timeline();
    timeline.add([look(10), wait(5)]);
    timeline.add([look(1)]);
    expect(timeline.finish()).toEqual([look(10), wait(5), look(1)]);
  });

  test("has something happen in the middle of a wait, and does not make the wait longer", () => {
    const timeline = new Timeline();
    timeline.add([look(10)]);
    timeline.later(100, object("bank"));
    timeline.add([wait(500), look(20)]);
    expect(times(timeline.finish())).toEqual([
      [10, "look-inside"],
      [110, "object"],
      [510, "wait"],
      [530, "look-inside"],
    ]);
  });

  test("waits in the end for what is still to come", () => {
    const timeline = new Timeline();
    timeline.later(300, object("bank"));
    timeline.later(100, object("mail"));
    timeline.add([look(10)]);
    expect(timeline.finish()).toEqual([
      look(10),
      { ...object("mail"), after: 90 },
      { ...object("bank"), after: 200 },
    ]);
  });

  test("has what is due at the very moment of a move happen before it", () => {
    const timeline = new Timeline();
    timeline.later(10, object("bank"));
    timeline.add([look(10)]);
    expect(times(timeline.finish())).toEqual([
      [10, "object"],
      [10, "look-inside"],
    ]);
  });
});
