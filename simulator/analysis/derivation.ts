// The cheapest derivation of every fact: Knuth's generalisation of Dijkstra's algorithm to AND/OR graphs.
import { durationMilliseconds } from "../model/duration.ts";
import { accountById, authenticatorById } from "../model/find.ts";
import { rulesByFact } from "./closure.ts";
import type { RuleFilter } from "./closure.ts";
import type { AccessGraph, Fact, Rule } from "./graph.ts";

/** For each fact that follows: the rule that gives it most cheaply, or `held` where it was given. */
export type Derivation = ReadonlyMap<Fact, Rule | "held">;

/**
 * Derives everything that follows from `held`, each fact by the rule with the least sum of waiting time first and
 * number of steps second. The sum counts a step twice that two branches share, so that "cheapest" is an upper bound.
 */
export function cheapestDerivation(
  graph: AccessGraph,
  held: Iterable<Fact>,
  counts: RuleFilter = () => true,
): Derivation {
  const { facts, rules, indexOf } = graph;
  const waiting = rulesByFact(graph);
  const missing = rules.map((rule) => rule.body.length);
  const bodyCost = rules.map(() => 0);
  const best = new Map<Fact, Rule | "held">();
  const frontier = new CheapestFirst();

  for (const fact of held) {
    const index = indexOf.get(fact);
    if (index === undefined) best.set(fact, "held");
    else frontier.push({ cost: 0, fact: index, by: "held" });
  }
  for (const rule of rules)
    if (rule.body.length === 0 && counts(rule))
      frontier.push({ cost: stepCost(graph, rule), fact: rule.head, by: rule });

  for (let next = frontier.pop(); next !== undefined; next = frontier.pop()) {
    const fact = facts[next.fact];
    if (fact === undefined || best.has(fact)) continue;
    best.set(fact, next.by);
    for (const number of waiting[next.fact] ?? []) {
      const rule = rules[number];
      if (rule === undefined || !counts(rule)) continue;
      missing[number] = (missing[number] ?? 0) - 1;
      bodyCost[number] = (bodyCost[number] ?? 0) + next.cost;
      if (missing[number] === 0)
        frontier.push({ cost: (bodyCost[number] ?? 0) + stepCost(graph, rule), fact: rule.head, by: rule });
    }
  }
  return best;
}

/** The rules of a derivation that lead to `target`, each after those that it builds on; undefined if it does not follow. */
export function stepsTo(
  graph: AccessGraph,
  derivation: Derivation,
  target: Fact,
): readonly Rule[] | undefined {
  if (!derivation.has(target)) return undefined;
  const ordered: Rule[] = [];
  const seen = new Set<Fact>();
  const visit = (fact: Fact): void => {
    if (seen.has(fact)) return;
    seen.add(fact);
    const rule = derivation.get(fact);
    if (rule === undefined || rule === "held") return;
    for (const part of rule.body) visit(graph.facts[part] as Fact);
    ordered.push(rule);
  };
  visit(target);
  return ordered;
}

/** How long a recovery route makes people wait, in milliseconds; 0 for all other steps. */
export function waitingTime(graph: AccessGraph, rule: Rule): number {
  if (rule.step.kind !== "recover") return 0;
  const after = accountById(graph.setup, rule.step.account).recovery[rule.step.route]?.after;
  return after === undefined ? 0 : durationMilliseconds(after);
}

// One step weighs as much as a millisecond: any waiting at all outweighs a longer list of steps. A code that is good once
// is spent only where nothing but waiting would save it.
const codeGoodOnce = 100;

function stepCost(graph: AccessGraph, rule: Rule): number {
  return waitingTime(graph, rule) + 1 + (spendsCode(graph, rule) ? codeGoodOnce : 0);
}

function spendsCode({ setup }: AccessGraph, { step }: Rule): boolean {
  if (step.kind !== "present") return false;
  const { kind } = authenticatorById(accountById(setup, step.account), step.authenticator);
  return kind === "recovery-codes";
}

interface Candidate {
  readonly cost: number;
  readonly fact: number;
  readonly by: Rule | "held";
}

/** A binary heap; equal costs come out in the order of facts, so that plans do not depend on insertion order. */
class CheapestFirst {
  readonly #items: Candidate[] = [];

  push(item: Candidate): void {
    const items = this.#items;
    items.push(item);
    let at = items.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): Candidate | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < items.length && this.#before(left, least)) least = left;
      if (right < items.length && this.#before(right, least)) least = right;
      if (least === at) return first;
      this.#swap(at, least);
      at = least;
    }
  }

  #before(a: number, b: number): boolean {
    const left = this.#items[a] as Candidate;
    const right = this.#items[b] as Candidate;
    return left.cost === right.cost ? left.fact < right.fact : left.cost < right.cost;
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    [items[a], items[b]] = [items[b] as Candidate, items[a] as Candidate];
  }
}
