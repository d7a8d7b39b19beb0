// Setups that nobody would write, and very large ones: there is always an answer, and it comes after boundedly many steps.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { accessGraph } from "../../simulator/analysis/graph.ts";
import { effectiveFactors, scenarios, story, verdicts } from "../../simulator/index.ts";
import type { ScenarioRef, Setup, Story, Verdict } from "../../simulator/index.ts";
import { answersTo } from "../../simulator/opening.ts";
import { anyOddSetup } from "../helpers/any-odd-setup.ts";
import { setupOf } from "./playing.ts";

// Thousands of plays take their time on a machine that does other things too.
vi.setConfig({ testTimeout: 120_000 });

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

/** Any id that could be struck, and one that names nothing. */
const targetsIn = ({ numbers, devices, things, accounts }: Setup): readonly string[] => [
  ...[...numbers, ...devices, ...things, ...accounts].map(({ id }) => id),
  "nothing-of-that-name",
];

describe.each(refs)("$id/$variant", (ref) => {
  test("has an answer for every account of an odd setup", () => {
    fc.assert(
      fc.property(anyOddSetup, (setup) => expectAnswered(setup, verdicts(setup, ref))),
      { numRuns: 25 },
    );
  });

  test("plays to its end in an odd setup", () => {
    fc.assert(
      fc.property(anyOddSetup, (setup) => expectPlayed(story(setup, ref))),
      { numRuns: 12 },
    );
  });

  test("can be told to strike anything, and be answered by the owner", () => {
    fc.assert(
      fc.property(anyOddSetup, fc.nat(), fc.nat(), (setup, which, other) => {
        const targets = targetsIn(setup);
        const struck = { ...ref, target: targets[which % targets.length] ?? "" };
        expectAnswered(setup, verdicts(setup, struck));
        const answers = answersTo(setup, struck);
        for (const answer of answers) expectAnswered(setup, answer.verdicts);
        const response = answers[other % Math.max(1, answers.length)]?.response;
        if (response !== undefined) expectPlayed(story(setup, { ...struck, response }));
      }),
      { numRuns: 4 },
    );
  });
});

const oddOnes: readonly (readonly [name: string, setup: Setup])[] = [
  ["nothing at all", setupOf({})],
  ["a phone without a SIM", setupOf({ ...texted(), devices: [{ id: "phone", kind: "smartphone" }] })],
  ["a SIM without a phone", setupOf(texted())],
  ["an account without any way in", setupOf({ accounts: [{ id: "vault" }] })],
  ["an account that asks for nothing", setupOf({ accounts: [{ id: "board", signIn: [{ with: [] }] }] })],
  ["a way back that asks for nothing", setupOf({ accounts: [openBack()] })],
  ["two mailboxes that open each other", setupOf({ accounts: [mailbox("a", ["b"]), mailbox("b", ["a"])] })],
];

describe.each(oddOnes)("%s", (_, setup) => {
  test("is answered and played in every scenario", () => {
    for (const ref of refs) {
      expectAnswered(setup, verdicts(setup, ref));
      expectPlayed(story(setup, ref));
    }
  });
});

test("an account without any way in is lost to its owner and safe from everybody", () => {
  const setup = setupOf({ accounts: [{ id: "vault" }] });
  for (const ref of refs)
    expect(verdicts(setup, ref)).toMatchObject([{ attacker: "safe", owner: "locked-out" }]);
});

test("a way in that asks for nothing keeps nobody out, where there is somebody", () => {
  const setup = setupOf({
    ...texted(),
    devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"] }],
    accounts: [{ id: "board", signIn: [{ with: [] }] }],
  });
  expect(verdicts(setup, { id: "sim-swap" })).toMatchObject([{ attacker: "taken-over" }]);
  expect(verdicts(setup, { id: "lost-phone" })).toMatchObject([{ attacker: "safe", owner: "signed-in" }]);
});

describe.each([
  ["chain", (count: number) => hanging(count, [])],
  ["ring", (count: number) => hanging(count, [`account-${count - 1}`])],
])("a %s of accounts that hold each other", (_, hangingOn) => {
  test("has a thousand answers, from as many rules as a fixed number for each account", () => {
    const setup = hangingOn(1_000);
    expect(accessGraph(setup, "attacker").rules.length).toBeLessThan(30 * 1_000);
    const swapped = verdicts(setup, { id: "sim-swap" });
    expectAnswered(setup, swapped);
    expect(swapped.filter(({ attacker }) => attacker === "taken-over")).toHaveLength(1_000);
    expect(effectiveFactors(setup, "account-999")).toBe(1);
    const lost = verdicts(setup, { id: "lost-phone" });
    expect(lost.filter(({ owner }) => owner === "locked-out")).toHaveLength(1_000);
  });

  test("is played in a fixed number of moves for each account", () => {
    const played = story(hangingOn(100), { id: "sim-swap" });
    expectPlayed(played, 40 * 100);
    expect(played.verdicts).toHaveLength(100);
  });
});

/** One verdict for each account that is described, in its order, and nothing in it that a file could not hold. */
function expectAnswered(setup: Setup, said: readonly Verdict[]): void {
  const described = setup.accounts.filter(({ modelled }) => modelled);
  expect(said.map(({ account }) => account)).toEqual(described.map(({ id }) => id));
  for (const { recoverableAfter, owner } of said)
    expect(owner === "recoverable" ? recoverableAfter : -1).toBeGreaterThanOrEqual(
      owner === "recoverable" ? 0 : -1,
    );
  expect(JSON.parse(JSON.stringify(said))).toEqual(said);
}

/** The trail is numbered from one, time does not run backwards, and every step comes from a move. */
function expectPlayed({ steps, moves, before, end }: Story, mostMoves = 1_000): void {
  expect(moves.length).toBeLessThan(mostMoves);
  expect(steps.map(({ entry }) => entry.n)).toEqual(steps.map((_, at) => at + 1));
  const times = steps.map(({ entry }) => entry.at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(end.now).toBeGreaterThanOrEqual(times.at(-1) ?? 0);
  expect(steps.filter(({ move }) => moves[move] === undefined)).toEqual([]);
  const last = steps.at(-1)?.scene ?? before;
  const told = { moves, trail: steps.map(({ entry }) => entry), before, last };
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
}

/** A number, and a club that texts it. */
function texted() {
  return {
    numbers: [{ id: "mobile" }],
    accounts: [
      {
        id: "club",
        authenticators: [{ id: "text", kind: "sms-code" as const, number: "mobile" }],
        signIn: [{ with: ["text"] }],
      },
    ],
  };
}

function openBack() {
  return {
    id: "club",
    authenticators: [{ id: "password", kind: "password" as const }],
    signIn: [{ with: ["password"] }],
    recovery: [{ with: [], gives: "new-password" as const }],
  };
}

function mailbox(id: string, others: readonly string[]) {
  return {
    id,
    kind: "mailbox" as const,
    authenticators: others.map((other) => ({
      id: `mail-${other}`,
      kind: "email-code" as const,
      mailbox: other,
    })),
    signIn: others.map((other) => ({ with: [`mail-${other}`] })),
  };
}

/** Each account opens with a mail to the one before; the first with a text, or with what else it hangs on. */
function hanging(count: number, closing: readonly string[]): Setup {
  const rest = Array.from({ length: count - 1 }, (_, at) => mailbox(`account-${at + 1}`, [`account-${at}`]));
  const first = mailbox("account-0", closing);
  return setupOf({
    numbers: [{ id: "mobile" }],
    devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"] }],
    accounts: [
      {
        ...first,
        authenticators: [...first.authenticators, { id: "text", kind: "sms-code", number: "mobile" }],
        signIn: [...first.signIn, { with: ["text"] }],
      },
      ...rest,
    ],
  });
}
