// The order of flows and of their steps, and what is told twice.
import type { Flow, FlowStep } from "../../flow.ts";

/** The steps in their order, each place once. */
export function distinctSteps(steps: readonly FlowStep[]): FlowStep[] {
  const seen = new Set<string>();
  return steps.filter(({ what, place }) => {
    const key = `${what} ${place.file}:${place.line}:${place.column}`;
    if (seen.has(key) || place.file === "") return false;
    seen.add(key);
    return true;
  });
}

/** The flows without those that end in the same for the same proofs. */
export function withoutRepeats(flows: readonly Flow[]): Flow[] {
  const seen = new Map<string, Flow>();
  for (const flow of flows) {
    const { file, line, column } = flow.effect.place;
    const key = `${flow.entry.symbol} ${flow.entry.place.line} ${flow.effect.what} ${file}:${line}:${column} ${flow.proofs.map((proof) => proof.kind).join()}`;
    if (!seen.has(key)) seen.set(key, flow);
  }
  return [...seen.values()];
}

/** Sorts flows by where they begin and where they end. */
export function byPlace(a: Flow, b: Flow): number {
  return (
    compareText(a.entry.place.file, b.entry.place.file) ||
    a.entry.place.line - b.entry.place.line ||
    a.entry.place.column - b.entry.place.column ||
    compareText(a.effect.place.file, b.effect.place.file) ||
    a.effect.place.line - b.effect.place.line ||
    compareText(a.effect.what, b.effect.what) ||
    compareText(a.proofs.map((proof) => proof.kind).join(), b.proofs.map((proof) => proof.kind).join())
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
