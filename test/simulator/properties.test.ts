// What must hold for every setup, tried on random small ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closure } from "../../simulator/analysis/closure.ts";
import { accessGraph } from "../../simulator/analysis/graph.ts";
import {
  attackSets,
  effectiveFactors,
  scenarioById,
  scenarios,
  story,
  variantOf,
  verdicts,
} from "../../simulator/index.ts";
import type { Account, OwnerOutcome, ScenarioRef, Setup, Verdict } from "../../simulator/index.ts";
import { conditionsOf, ownerHoldings } from "../../simulator/model/holdings.ts";
import { anySmallSetup } from "../helpers/any-small-setup.ts";
import { setupOf } from "./playing.ts";

const runs = { numRuns: 100 };

const refs: readonly ScenarioRef[] = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);
const anyRef = fc.constantFrom(...refs);
// Known and wanted: what is asked for decides what these do. A second factor of some route can be withdrawn or switched
// off everywhere, and a password that is typed while somebody looks on is known.
const strikeWhatIsAsked: ReadonlySet<string> = new Set([
  "text-demanded",
  "two-factor-switched-off",
  "code-replay",
]);
const anyOtherRef = fc.constantFrom(...refs.filter(({ id }) => !strikeWhatIsAsked.has(id)));
/** Picks one of a list, whatever its length. */
const anyPick = fc.nat(1_000);

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)];
}

/** The setup with one of its described accounts changed. */
function changed(setup: Setup, number: number, change: (account: Account) => Account): Setup {
  const described = setup.accounts.filter(({ modelled }) => modelled);
  const chosen = pick(described, number);
  return {
    ...setup,
    accounts: setup.accounts.map((account) => (account === chosen ? change(account) : account)),
  };
}

const ownerRank: Readonly<Record<OwnerOutcome, number>> = { "locked-out": 0, recoverable: 1, "signed-in": 2 };
const factorsOf = (setup: Setup) => setup.accounts.map(({ id }) => effectiveFactors(setup, id) ?? Infinity);
const taken = (said: readonly Verdict[]) =>
  said.filter(({ attacker }) => attacker === "taken-over").map(({ account }) => account);

/** Neither the attacker loses by the change, nor the owner before the attacker has changed anything. */
function expectNothingClosed(before: Setup, after: Setup, ref: ScenarioRef): void {
  const [saidBefore, saidAfter] = [verdicts(before, ref), verdicts(after, ref)];
  expect(taken(saidAfter)).toEqual(expect.arrayContaining(taken(saidBefore)));
  saidAfter.forEach(({ ownerBefore }, at) => {
    expect(ownerRank[ownerBefore]).toBeGreaterThanOrEqual(
      ownerRank[saidBefore[at]?.ownerBefore ?? "locked-out"],
    );
  });
  factorsOf(after).forEach((factors, at) => {
    expect(factors).toBeLessThanOrEqual(factorsOf(before)[at] ?? Infinity);
  });
}

const anyRoute = (account: Account, bits: number) =>
  account.authenticators.map(({ id }) => id).filter((_, at) => (bits >> at) & 1);

describe("one more way", () => {
  test("to sign in shuts nothing, for the owner as for the attacker", () => {
    fc.assert(
      fc.property(anySmallSetup, anyOtherRef, anyPick, anyPick, (setup, ref, which, bits) => {
        const more = changed(setup, which, (account) => ({
          ...account,
          signIn: [...account.signIn, { with: anyRoute(account, bits), limited: false }],
        }));
        expectNothingClosed(setup, more, ref);
      }),
      runs,
    );
  });

  test.each(["new-password", "session", "factor-removal", "new-number"] as const)(
    "back in that gives %s shuts nothing, for the owner as for the attacker",
    (gives) => {
      fc.assert(
        fc.property(anySmallSetup, anyOtherRef, anyPick, anyPick, (setup, ref, which, bits) => {
          const more = changed(setup, which, (account) => ({
            ...account,
            recovery: [
              ...account.recovery,
              {
                with: anyRoute(account, bits),
                gives,
                ...(gives === "factor-removal" ? { removes: anyRoute(account, bits + 1) } : {}),
              },
            ],
          }));
          expectNothingClosed(setup, more, ref);
        }),
        runs,
      );
    },
  );

  test("that stands there already changes nothing", () => {
    fc.assert(
      fc.property(anySmallSetup, anyRef, anyPick, anyPick, (setup, ref, which, route) => {
        const twice = changed(setup, which, (account) => ({
          ...account,
          signIn: [...account.signIn, ...[pick(account.signIn, route)].filter((each) => each !== undefined)],
          recovery: [
            ...account.recovery,
            ...[pick(account.recovery, route)].filter((each) => each !== undefined),
          ],
        }));
        expect(verdicts(twice, ref)).toEqual(verdicts(setup, ref));
      }),
      runs,
    );
  });
});

describe("one more thing asked for", () => {
  /** Where nothing is ever removed, a route asks for what it says. */
  const withoutWaivers = (setup: Setup): Setup => ({
    ...setup,
    accounts: setup.accounts.map((account) => ({
      ...account,
      recovery: account.recovery.filter(({ gives }) => gives !== "factor-removal"),
      controls: { ...account.controls, resetKeepsSecondFactor: true },
    })),
  });

  test.each(["signIn", "recovery"] as const)("in a route of %s never helps the attacker", (list) => {
    fc.assert(
      fc.property(anySmallSetup, anyOtherRef, anyPick, anyPick, (any, ref, which, number) => {
        const setup = withoutWaivers(any);
        const stricter = changed(setup, which, (account) => {
          const asked = pick(account.authenticators, number)?.id ?? "";
          const stricterRoute = pick<{ readonly with: readonly string[] }>(account[list], number);
          return {
            ...account,
            [list]: account[list].map((route) =>
              route === stricterRoute ? { ...route, with: [...route.with, asked] } : route,
            ),
          };
        });
        expect(taken(verdicts(setup, ref))).toEqual(expect.arrayContaining(taken(verdicts(stricter, ref))));
        factorsOf(stricter).forEach((factors, at) => {
          expect(factors).toBeGreaterThanOrEqual(factorsOf(setup)[at] ?? 0);
        });
      }),
      runs,
    );
  });

  test("can help where a recovery removes all that the route asked for before", () => {
    // Known and wanted: removal closes a route that rests on the removed thing alone; one that asks for more stays.
    const club = (asked: readonly string[]) =>
      setupOf({
        numbers: [{ id: "mobile" }],
        things: [{ id: "key", kind: "security-key" }],
        accounts: [
          {
            id: "club",
            authenticators: [
              { id: "key", kind: "security-key", thing: "key" },
              { id: "text", kind: "sms-code", number: "mobile" },
            ],
            signIn: [{ with: [...asked] }],
            recovery: [{ with: ["text"], gives: "factor-removal", removes: ["key"] }],
          },
        ],
      });
    expect(taken(verdicts(club(["key"]), { id: "sim-swap" }))).toEqual([]);
    expect(taken(verdicts(club(["key", "text"]), { id: "sim-swap" }))).toEqual(["club"]);
  });
});

test("one more holding never hurts whoever holds it", () => {
  fc.assert(
    fc.property(
      anySmallSetup,
      fc.constantFrom("owner", "attacker"),
      anyPick,
      anyPick,
      (setup, person, bits, one) => {
        const all = ownerHoldings(setup);
        const some = all.filter((_, at) => (bits >> (at % 10)) & 1);
        const graph = accessGraph(setup, person);
        const more = closure(graph, [...some, ...[pick(all, one)].filter((each) => each !== undefined)]);
        for (const fact of closure(graph, some)) expect(more.has(fact)).toBe(true);
      },
    ),
    runs,
  );
});

test("an attacker who starts with more gets at least as far", () => {
  fc.assert(
    fc.property(anySmallSetup, (setup) => {
      const by = (variant: string) => taken(verdicts(setup, { id: "sim-swap", variant }));
      expect(by("insider")).toEqual(expect.arrayContaining(by("phone-call")));
      expect(by("with-passwords")).toEqual(expect.arrayContaining(by("phone-call")));
    }),
    runs,
  );
});

test("an account has no number of factors exactly when not even everything together opens it", () => {
  fc.assert(
    fc.property(anySmallSetup, (setup) => {
      const everything = closure(accessGraph(setup, "attacker"), [
        ...ownerHoldings(setup),
        ...conditionsOf(setup),
      ]);
      for (const { id } of setup.accounts) {
        expect(effectiveFactors(setup, id) !== null).toBe(everything.has(`account:${id}`));
        expect(attackSets(setup, id).sets.length > 0).toBe(everything.has(`account:${id}`));
      }
    }),
    runs,
  );
});

test("failures take nothing over", () => {
  const failures = scenarios.filter(({ kind }) => kind === "failure").map(({ id }) => id);
  fc.assert(
    fc.property(anySmallSetup, fc.constantFrom(...failures), (setup, id) => {
      expect(taken(verdicts(setup, { id }))).toEqual([]);
    }),
    runs,
  );
});

test("in no verdict does one part contradict another", () => {
  fc.assert(
    fc.property(anySmallSetup, anyRef, (setup, ref) => {
      for (const { attacker, owner, ownerBefore, obtained, recoverableAfter } of verdicts(setup, ref)) {
        expect(attacker === "taken-over" || obtained.length === 0).toBe(true);
        expect(ownerRank[owner]).toBeLessThanOrEqual(ownerRank[ownerBefore]);
        expect(recoverableAfter !== null).toBe(owner === "recoverable");
      }
    }),
    runs,
  );
});

describe("names", () => {
  const referring: ReadonlySet<string> = new Set([
    "id",
    "sims",
    "mirrors",
    "wipedFrom",
    "signedInOn",
    "messenger",
    "exportedTo",
    "document",
    "contact",
    "keptWith",
    "with",
    "removes",
    "secret",
    "keptIn",
    "number",
    "mailbox",
    "devices",
    "syncedTo",
    "printedOn",
    "sheet",
    "storedIn",
    "thing",
  ]);

  /** The same setup with every id changed. The lists `devices` hold ids in authenticators and devices at the top. */
  function renamed<T>(value: T, key = ""): T {
    if (typeof value === "string") return (referring.has(key) ? renamedId(value) : value) as T;
    if (Array.isArray(value)) return value.map((item) => renamed(item, key)) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, renamed(part, name)])) as T;
  }
  const renamedId = (id: string) => `z-${id}-9`;

  test("change nothing but themselves", () => {
    fc.assert(
      fc.property(anySmallSetup, anyRef, (setup, ref) => {
        const expected = verdicts(setup, ref).map((verdict) => ({
          ...verdict,
          account: renamedId(verdict.account),
          obtained: verdict.obtained.map(renamedId),
          blocked: verdict.blocked.map(renamedId),
        }));
        expect(verdicts(renamed(setup), ref)).toEqual(expected);
      }),
      runs,
    );
  });

  test("do not decide what is played", () => {
    fc.assert(
      fc.property(anySmallSetup, anyRef, (setup, ref) => {
        const ids = (told: Setup) => story(told, ref).steps.map(({ entry }) => entry.what.id);
        expect(ids(renamed(setup))).toEqual(ids(setup));
      }),
      { numRuns: 30 },
    );
  });
});

test("the order of accounts and routes decides nothing, where it does not say what is struck first", () => {
  // These strike the first sender, and the first way in while somebody looks on.
  const inOrder: ReadonlySet<string> = new Set(["carrier-block/one-sender", "code-replay/over-the-shoulder"]);
  const others = refs.filter(({ id, variant }) => !inOrder.has(`${id}/${variant}`));
  fc.assert(
    fc.property(anySmallSetup, fc.constantFrom(...others), (setup, unnamed) => {
      const { target } = scenarioById(unnamed.id).open(setup, variantOf(unnamed));
      const ref = target === undefined ? unnamed : { ...unnamed, target };
      const reversed: Setup = {
        ...setup,
        accounts: setup.accounts
          .map((account) => ({
            ...account,
            authenticators: account.authenticators.toReversed(),
            signIn: account.signIn.toReversed(),
            recovery: account.recovery.toReversed(),
          }))
          .toReversed(),
      };
      expect(verdicts(reversed, ref).toReversed()).toEqual(verdicts(setup, ref));
    }),
    runs,
  );
});
