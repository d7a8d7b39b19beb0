// One step of a chart: the same as XState's own pure transition, with errors where that one keeps them to itself.
import { describe, expect, test } from "vitest";
import { assign, initialTransition, setup, transition } from "xstate";
import { firstStep, nextStep } from "../../../simulator/machines/chart-step.ts";

const bell = setup({
  types: { context: {} as { rung: number }, events: {} as { type: "RING" | "STOP" }, input: {} as number },
  actions: { count: assign({ rung: ({ context }) => context.rung + 1 }) },
  delays: { aWhile: 500 },
}).createMachine({
  id: "bell",
  context: ({ input }) => ({ rung: input }),
  initial: "still",
  states: {
    still: { on: { RING: { target: "ringing", actions: "count" } } },
    ringing: { after: { aWhile: "still" }, on: { STOP: "still" } },
  },
});

const plain = (step: readonly [unknown, readonly { readonly type: string; readonly params: unknown }[]]) => {
  const { value, context } = step[0] as { readonly value: unknown; readonly context: unknown };
  return { value, context, asked: step[1].map(({ type, params }) => ({ type, params })) };
};

describe("a step", () => {
  test("begins a chart as XState does", () => {
    expect(plain(firstStep(bell, 3))).toEqual(plain(initialTransition(bell, 3)));
  });

  test("changes, asks for and leaves alone what XState does", () => {
    const [still] = initialTransition(bell, 0);
    const [ringing] = transition(bell, still, { type: "RING" });
    expect(plain(nextStep(still, { type: "RING" }))).toEqual(
      plain(transition(bell, still, { type: "RING" })),
    );
    expect(plain(nextStep(ringing, { type: "STOP" }))).toEqual(
      plain(transition(bell, ringing, { type: "STOP" })),
    );
    expect(plain(nextStep(still, { type: "STOP" }))).toEqual({
      value: "still",
      context: { rung: 0 },
      asked: [],
    });
    expect(nextStep(still, { type: "RING" })[1].map(({ type }) => type)).toContain("xstate.raise");
  });

  test("knows nothing of steps before it", () => {
    const [still] = firstStep(bell, 0);
    const first = plain(nextStep(still, { type: "RING" }));
    expect(plain(nextStep(still, { type: "RING" }))).toEqual(first);
    expect(still.value).toBe("still");
  });

  test("fails where a chart cannot begin", () => {
    const broken = setup({}).createMachine({
      context: () => {
        throw new Error("no context");
      },
    });
    expect(() => firstStep(broken, undefined)).toThrow("no context");
  });
});
