// Families: for each fact, the minimal sets of given facts from which it follows.
import { rulesByFact } from "./closure.ts";
import type { AccessGraph, Rule } from "./graph.ts";

/** A set of facts, as ascending indices into the graph. Sets stay small however large the graph is. */
export type FactSet = readonly number[];

/** The minimal sets of one fact. */
export interface Family {
  /** Lightest first; none contains another. */
  readonly sets: readonly FactSet[];
  /** Some were left out, here or in a family that this one is made of. */
  readonly capped: boolean;
}

/** What a set weighs, what follows from what anyway, and how many sets of one fact are kept. */
export interface Weighing {
  readonly weightOf: (fact: number) => number;
  /** The sets that a fact starts with: itself if it is a base, the empty one if everybody has it. */
  readonly given: (fact: number) => readonly FactSet[];
  readonly mostSets: number;
}

const nothing: Family = { sets: [], capped: false };

/**
 * The families of the targets and of every fact that they depend on. Facts are taken after those that they depend on,
 * so that one pass is enough where accounts do not lean on each other in circles; circles go on until nothing changes.
 */
export function familiesOf(
  graph: AccessGraph,
  targets: readonly number[],
  weighing: Weighing,
): ReadonlyMap<number, Family> {
  const { keep, either } = antichains(weighing);
  const rulesOf = rulesByHead(graph);
  const order = dependenciesFirst(graph, rulesOf, targets);
  const families = new Map<number, Family>();
  for (const fact of order) families.set(fact, { sets: weighing.given(fact), capped: false });

  /** What a rule needs: a set of each part of its body. */
  const together = (rule: Rule): Family =>
    rule.body.reduce<Family>(
      (sofar, part) => {
        const next = families.get(part) ?? nothing;
        const sets = sofar.sets.flatMap((set) => next.sets.map((other) => union(set, other)));
        return keep(sets, sofar.capped || next.capped);
      },
      { sets: [[]], capped: false },
    );

  const waiting = rulesByFact(graph);
  const due = new Uint8Array(graph.rules.length).fill(1);
  for (let changed = true; changed;) {
    changed = false;
    for (const head of order) {
      const before = families.get(head) ?? nothing;
      let after = before;
      for (const number of rulesOf[head] ?? []) {
        const rule = graph.rules[number];
        if (due[number] === 0 || rule === undefined) continue;
        due[number] = 0;
        after = either(after, together(rule));
      }
      if (isSame(before, after)) continue;
      families.set(head, after);
      changed = true;
      for (const number of waiting[head] ?? []) due[number] = 1;
    }
  }
  return families;
}

function antichains({ weightOf, mostSets }: Weighing) {
  const weightOfSet = (set: FactSet): number => set.reduce((sum, fact) => sum + weightOf(fact), 0);

  /**
   * Keeps those sets that contain no other, lightest first, up to the cap. A set never comes before one that it
   * contains, so that one pass suffices.
   */
  const keep = (sets: readonly FactSet[], capped: boolean): Family => {
    if (sets.length < 2) return { sets, capped };
    const kept: FactSet[] = [];
    // Weight first, then size: weightless holdings must still put a set behind its own subsets.
    const ordered = sets
      .map((set) => ({ set, weight: weightOfSet(set) }))
      .toSorted((a, b) => a.weight - b.weight || a.set.length - b.set.length || inOrderOfFacts(a.set, b.set));
    for (const { set } of ordered) {
      if (kept.some((other) => isWithin(other, set))) continue;
      if (kept.length === mostSets) return { sets: kept, capped: true };
      kept.push(set);
    }
    return { sets: kept, capped };
  };

  const either = (a: Family, b: Family): Family => keep([...a.sets, ...b.sets], a.capped || b.capped);
  return { keep, either };
}

function inOrderOfFacts(a: FactSet, b: FactSet): number {
  const at = a.findIndex((fact, index) => fact !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}

function union(a: FactSet, b: FactSet): FactSet {
  return [...new Set([...a, ...b])].toSorted((x, y) => x - y);
}

function isWithin(small: FactSet, large: FactSet): boolean {
  return small.length <= large.length && small.every((fact) => large.includes(fact));
}

function isSame(a: Family, b: Family): boolean {
  return (
    a.capped === b.capped &&
    a.sets.length === b.sets.length &&
    a.sets.every((set, at) => String(set) === String(b.sets[at]))
  );
}

function rulesByHead(graph: AccessGraph): readonly (readonly number[])[] {
  const lists: number[][] = graph.facts.map(() => []);
  graph.rules.forEach(({ head }, number) => lists[head]?.push(number));
  return lists;
}

/** Everything that the targets depend on, each fact after those that it depends on, except within circles. */
function dependenciesFirst(
  graph: AccessGraph,
  rulesOf: readonly (readonly number[])[],
  targets: readonly number[],
): readonly number[] {
  const order: number[] = [];
  const opened = new Set<number>();
  const closed = new Set<number>();
  // A stack of its own: setups may be deeper than the stack of calls.
  const stack = [...targets];
  for (let fact = stack.at(-1); fact !== undefined; fact = stack.at(-1)) {
    if (!opened.has(fact)) {
      opened.add(fact);
      for (const number of rulesOf[fact] ?? [])
        for (const part of graph.rules[number]?.body ?? []) if (!opened.has(part)) stack.push(part);
      continue;
    }
    stack.pop();
    if (closed.has(fact)) continue;
    closed.add(fact);
    order.push(fact);
  }
  return order;
}
