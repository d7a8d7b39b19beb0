// One way to have what is asked for: the proofs that it takes, and how ways are joined and compared.
import type { CodeFacts, Confidence, FlowStep, Place, Proof, ProofKind } from "../../flow.ts";
import { placeOf } from "../codes/places.ts";
import type { Claim, Spot } from "../values.ts";

/** One way to have what a claim asks for. */
export interface Way {
  readonly proofs: readonly Proof[];
  readonly steps: readonly FlowStep[];
  readonly unknowns: readonly string[];
  /** What other ways to the same ask for that this one goes round. */
  readonly skips: readonly Proof[];
}

/** A way that takes one proof, seen at one place. */
export function simple(
  kind: ProofKind,
  spot: Spot,
  detail: string,
  confidence: Confidence,
  code?: CodeFacts,
): Way {
  const checked: FlowStep = { what: "checks-proof", place: placeOf(spot), detail };
  const proof: Proof = { kind, confidence, checked, ...(code === undefined ? {} : { code }) };
  return { proofs: [proof], steps: [checked], unknowns: [], skips: [] };
}

/** Asking the carrier shows nothing of the caller; it is told beside what does. */
export function carrierAsked({ spot, detail }: Extract<Claim, { k: "carrier" }>): Way {
  const asked: FlowStep = {
    what: "checks-proof",
    place: placeOf(spot),
    detail: `${detail}: is the number still theirs?`,
  };
  return {
    proofs: [],
    steps: [asked],
    unknowns: [
      "the carrier is asked whether the number changed hands; what follows from its answer was not read",
    ],
    skips: [],
  };
}

/** Two ways that are both needed. */
export function both(a: Way, b: Way): Way {
  return {
    proofs: distinctProofs([...a.proofs, ...b.proofs]),
    steps: [...a.steps, ...b.steps],
    unknowns: [...a.unknowns, ...b.unknowns],
    skips: distinctProofs([...a.skips, ...b.skips]),
  };
}

/**
 * One code checked at two places is one proof; a sure one stands for an unsure one of its kind. Of two numbers the one on
 * file says more.
 */
function distinctProofs(proofs: readonly Proof[]): Proof[] {
  const byKind = new Map<ProofKind, Proof>();
  for (const proof of proofs) {
    const other = byKind.get(proof.kind);
    if (other === undefined || says(proof) > says(other)) byKind.set(proof.kind, proof);
  }
  return withoutOpened([...byKind.values()]);
}

/** A session that the very call shows which shows a code was opened by that code, and adds nothing to it. */
function withoutOpened(proofs: readonly Proof[]): Proof[] {
  return proofs.filter(
    (proof) =>
      proof.kind !== "session" ||
      !proofs.some(
        (other) => other.kind !== "session" && isSamePlace(other.checked.place, proof.checked.place),
      ),
  );
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}

function says({ confidence, to }: Proof): number {
  return rank(confidence) * 2 + (to === "on-file" ? 1 : 0);
}

/**
 * The ways that ask for no more than another does; one that asks for nothing does not hide those that ask for something.
 * What is left remembers what the others asked for besides.
 */
export function smallest<T extends Way>(ways: readonly T[]): T[] {
  const byKinds = new Map<string, T>();
  for (const way of ways) {
    const key = kindsOf(way).join(" ");
    const other = byKinds.get(key);
    if (other === undefined || weight(way) > weight(other)) byKinds.set(key, way);
  }
  const all = [...byKinds.values()];
  const isHidden = (way: T): boolean => all.some((other) => asksForLess(other, way));
  return all
    .filter((way) => !isHidden(way))
    .map((way) => {
      const more = all.filter((other) => asksForLess(way, other)).flatMap(({ proofs }) => proofs);
      return more.length === 0 ? way : { ...way, skips: distinctProofs([...way.skips, ...more]) };
    });
}

function asksForLess(one: Way, other: Way): boolean {
  return (
    one !== other &&
    one.proofs.length > 0 &&
    one.proofs.length < other.proofs.length &&
    kindsOf(one).every((kind) => kindsOf(other).includes(kind))
  );
}

/** What kinds of proof a way takes, in a fixed order. */
export function kindsOf(way: Way): ProofKind[] {
  return way.proofs.map((proof) => proof.kind).toSorted();
}

function weight(way: Way): number {
  return way.proofs.reduce((sum, proof) => sum + rank(proof.confidence), 0);
}

function rank(confidence: Confidence): number {
  return { low: 0, medium: 1, high: 2 }[confidence];
}

/** The least sure of several. */
export function lowest(all: readonly Confidence[]): Confidence {
  return all.reduce((low, one) => (rank(one) < rank(low) ? one : low), "high");
}
