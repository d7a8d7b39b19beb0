// Minimal attack sets: the smallest collections of base holdings that let a stranger in.
import { holdingParts, isCondition } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { CeremonyRef } from "../model/move.ts";
import type { Setup } from "../model/setup.ts";
import { familiesOf } from "./families.ts";
import type { Family } from "./families.ts";
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
  return setsOfAccounts(setup).get(account) ?? noSets;
}

// A setup is a value that never changes. What is found for one of its accounts is found on the way to all the others.
const found = new WeakMap<Setup, ReadonlyMap<string, HoldingSets>>();

function setsOfAccounts(setup: Setup): ReadonlyMap<string, HoldingSets> {
  const known = found.get(setup);
  if (known !== undefined) return known;
  const graph = accessGraph(setup, "attacker");
  const targets = setup.accounts.flatMap(({ id }) => {
    const index = graph.indexOf.get(`account:${id}`);
    return index === undefined ? [] : [{ id, index }];
  });
  const all = families(
    graph,
    targets.map(({ index }) => index),
  );
  const sets = new Map(targets.map(({ id, index }) => [id, inWords(graph, all.get(index))] as const));
  found.set(setup, sets);
  return sets;
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

/** Holdings on which everything rests in the end. Conditions are given, advantages are attacks and no holdings. */
function isBase(graph: AccessGraph, fact: Fact): fact is Holding {
  const { kind, id } = holdingParts(fact as Holding);
  switch (kind) {
    case "number":
    case "device":
    case "unlock":
    case "thing":
    case "secret":
    case "activation":
    case "contact":
    case "personal-data":
    case "self":
      return true;
    case "account":
      return graph.setup.accounts.some((account) => account.id === id && !account.modelled);
    default:
      return false;
  }
}

function minimalSets(graph: AccessGraph, target: Fact): HoldingSets {
  const index = graph.indexOf.get(target);
  return index === undefined ? noSets : inWords(graph, families(graph, [index]).get(index));
}

function families(graph: AccessGraph, targets: readonly number[]): ReadonlyMap<number, Family> {
  return familiesOf(graph, targets, {
    mostSets,
    weightOf: (fact) => weightOf(graph.facts[fact] as Holding),
    given: (fact) => {
      const name = graph.facts[fact] as Fact;
      if (isBase(graph, name)) return [[fact]];
      return isCondition(name) ? [[]] : [];
    },
  });
}

function inWords({ facts }: AccessGraph, family: Family | undefined): HoldingSets {
  if (family === undefined) return noSets;
  const sets = family.sets.map((set) => set.map((index) => facts[index] as Holding));
  return { sets, capped: family.capped };
}

const noSets: HoldingSets = { sets: [], capped: false };

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
      step.kind === "use-device" ||
      step.kind === "act") &&
    step.account === account
  );
}
