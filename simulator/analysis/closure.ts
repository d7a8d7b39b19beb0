// The closure: everything that follows from what somebody holds, in time linear in the size of the graph.
import type { AccessGraph, Fact, Rule } from "./graph.ts";

/** Which rules count; without it all do. */
export type RuleFilter = (rule: Rule) => boolean;

/**
 * All facts that follow from `held`. Each rule counts down the facts that it still lacks and fires at zero
 * (Horn propagation), so that a rule is looked at once for each of its facts.
 */
export function closure(
  graph: AccessGraph,
  held: Iterable<Fact>,
  counts: RuleFilter = () => true,
): ReadonlySet<Fact> {
  const { facts, rules, indexOf } = graph;
  const missing = new Uint32Array(rules.length);
  const known = new Uint8Array(facts.length);
  const queue: number[] = [];
  const waiting = rulesByFact(graph);
  const beyondTheGraph: Fact[] = [];

  const learn = (fact: number): void => {
    if (known[fact] === 1) return;
    known[fact] = 1;
    queue.push(fact);
  };

  for (const fact of held) {
    const index = indexOf.get(fact);
    if (index === undefined) beyondTheGraph.push(fact);
    else learn(index);
  }
  rules.forEach((rule, number) => {
    missing[number] = counts(rule) ? rule.body.length : neverFires;
    if (missing[number] === 0) learn(rule.head);
  });

  for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
    for (const number of waiting[fact] ?? []) {
      const left = (missing[number] ?? 0) - 1;
      missing[number] = left;
      const rule = rules[number];
      if (left === 0 && rule !== undefined) learn(rule.head);
    }
  }
  return new Set([...beyondTheGraph, ...facts.filter((_, index) => known[index] === 1)]);
}

// The largest count that fits: a rule that does not count never comes down to zero.
const neverFires = 0xffff_ffff;

const cache = new WeakMap<AccessGraph, readonly (readonly number[])[]>();

/** For each fact, the rules whose body has it. */
export function rulesByFact(graph: AccessGraph): readonly (readonly number[])[] {
  const cached = cache.get(graph);
  if (cached !== undefined) return cached;
  const lists: number[][] = graph.facts.map(() => []);
  graph.rules.forEach((rule, number) => {
    for (const fact of rule.body) lists[fact]?.push(number);
  });
  cache.set(graph, lists);
  return lists;
}
