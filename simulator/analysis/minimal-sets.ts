// Minimal attack sets: the smallest collections of base holdings that let a stranger in.
import { holdingParts } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { CeremonyRef } from "../model/move.ts";
import type { Setup } from "../model/setup.ts";
import { accessGraph } from "./graph.ts";
import type { AccessGraph, Fact, Rule } from "./graph.ts";

/** Sets none of which contains another, lightest first. `capped`: there are more than were kept. */
export interface HoldingSets {
  readonly sets: readonly (readonly Holding[])[];
  readonly capped: boolean;
}

// There can be exponentially many minimal sets; the lightest of each fact are kept and the rest is owned up to.
const mostSets = 64;

/** The minimal sets of base holdings with which a stranger gets into an account. */
export function attackSets(setup: Setup, account: string): HoldingSets {
  return minimalSets(accessGraph(setup, "attacker"), `account:${account}`);
}

/**
 * The minimal sets with which a stranger gets what one route gives (for `new-password`, that is the new password).
 * Other routes of the account itself do not count; how its mailbox and the like are entered does.
 */
export function routeSets(setup: Setup, ref: CeremonyRef): HoldingSets {
  const graph = accessGraph(setup, "attacker");
  const outcomes = graph.rules.filter((rule) => isStepOfRoute(rule, ref));
  const target: Fact = `met:${ref.account}/.route`;
  const head = graph.facts.length;
  const bare: AccessGraph = {
    ...graph,
    facts: [...graph.facts, target],
    indexOf: new Map([...graph.indexOf, [target, head]]),
    rules: [
      ...graph.rules.filter((rule) => !isCeremonyOf(rule, ref.account)),
      ...outcomes.map((rule) => ({ ...rule, head })),
    ],
  };
  return minimalSets(bare, target);
}

/** What a holding counts towards the number of effective factors. A screen lock is listed and weighs nothing. */
export function weightOf(holding: Holding): number {
  return holdingParts(holding).kind === "unlock" ? 0 : 1;
}

/** Sum of the weights of a set. */
export function weightOfSet(set: readonly Holding[]): number {
  return set.reduce((sum, holding) => sum + weightOf(holding), 0);
}

/** Holdings on which everything rests in the end. Delivery is given, interception is an attack and no holding. */
function isBase(graph: AccessGraph, fact: Fact): fact is Holding {
  const { kind, id } = holdingParts(fact as Holding);
  switch (kind) {
    case "number":
    case "device":
    case "unlock":
    case "thing":
    case "secret":
    case "activation":
      return true;
    case "account":
      return graph.setup.accounts.some((account) => account.id === id && !account.modelled);
    default:
      return false;
  }
}

function minimalSets(graph: AccessGraph, target: Fact): HoldingSets {
  const holdings: Holding[] = [];
  const family: (readonly bigint[])[] = graph.facts.map(() => []);
  graph.facts.forEach((fact, index) => {
    if (isBase(graph, fact)) family[index] = [1n << BigInt(holdings.push(fact) - 1)];
    else if (fact.startsWith("delivery:")) family[index] = [0n];
  });
  const keep = lightestMinimal(holdings);

  for (let changed = true; changed;) {
    changed = false;
    for (const rule of graph.rules) {
      const before = family[rule.head] ?? [];
      const body = rule.body.map((fact) => family[fact] ?? []);
      const given = body.reduce<readonly bigint[]>(
        (sofar, next) => keep.of(sofar.flatMap((set) => next.map((other) => set | other))),
        [0n],
      );
      const after = keep.of([...before, ...given]);
      if (!sameSets(before, after)) {
        family[rule.head] = after;
        changed = true;
      }
    }
  }

  const index = graph.indexOf.get(target);
  const sets = (index === undefined ? [] : (family[index] ?? [])).map((set) =>
    holdings.filter((_, bit) => (set >> BigInt(bit)) & 1n),
  );
  return { sets, capped: keep.capped() };
}

/**
 * Keeps those sets that contain no other, lightest first, up to the cap. A set never comes before one that it
 * contains, so that one pass suffices.
 */
function lightestMinimal(holdings: readonly Holding[]) {
  const ranks = new Map<bigint, number>();
  let capped = false;

  const rank = (set: bigint): number => {
    const known = ranks.get(set);
    if (known !== undefined) return known;
    let value = 0;
    // Weight first, then size: weightless holdings must still put a set behind its own subsets.
    holdings.forEach((holding, bit) => {
      if ((set >> BigInt(bit)) & 1n) value += weightOf(holding) * 1_000 + 1;
    });
    ranks.set(set, value);
    return value;
  };

  return {
    capped: () => capped,
    of: (sets: readonly bigint[]): readonly bigint[] => {
      const kept: bigint[] = [];
      for (const set of [...new Set(sets)].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
        if (kept.some((other) => (other & set) === other)) continue;
        if (kept.length === mostSets) {
          capped = true;
          break;
        }
        kept.push(set);
      }
      return kept;
    },
  };
}

function sameSets(a: readonly bigint[], b: readonly bigint[]): boolean {
  if (a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((set) => known.has(set));
}

function isStepOfRoute({ step }: Rule, ref: CeremonyRef): boolean {
  switch (step.kind) {
    case "sign-in":
      return ref.ceremony === "sign-in" && step.account === ref.account && step.route === ref.route;
    case "recover":
      return ref.ceremony === "recovery" && step.account === ref.account && step.route === ref.route;
    case "act":
      return ref.ceremony === "action" && step.account === ref.account && step.action === ref.route;
    default:
      return false;
  }
}

function isCeremonyOf({ step }: Rule, account: string): boolean {
  return (
    (step.kind === "sign-in" ||
      step.kind === "recover" ||
      step.kind === "reset-aftermath" ||
      step.kind === "act") &&
    step.account === account
  );
}
