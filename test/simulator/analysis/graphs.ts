// Graphs written by hand, so that propagation can be tested without any setup.
import type { AccessGraph, Fact, Rule, Step } from "../../../simulator/analysis/graph.ts";
import { setupOf } from "../playing.ts";

const met: Step = { kind: "met" };

/** A graph of rules, each as its head and everything that it takes. */
export function graphOf(rules: readonly (readonly [head: Fact, ...body: Fact[]])[]): AccessGraph {
  const facts = [...new Set(rules.flat())];
  const indexOf = new Map(facts.map((fact, index) => [fact, index] as const));
  const index = (fact: Fact): number => indexOf.get(fact) ?? -1;
  return {
    setup: setupOf({}),
    person: "attacker",
    facts,
    indexOf,
    rules: rules.map(([head, ...body]): Rule => ({ head: index(head), body: body.map(index), step: met })),
  };
}
