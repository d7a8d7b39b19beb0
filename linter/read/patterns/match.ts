// Matches a text against a regular expression of scanned code, all ways at once: it takes no longer for a hostile one.
import { type Piece, pieceOf } from "./parse.ts";

/** One step of a pattern that is followed sign by sign; steps that take no sign lead on at once. */
type Step =
  | { readonly k: "sign"; readonly fits: (sign: string) => boolean; readonly to: number }
  | { readonly k: "edge"; readonly holds: (text: string, at: number) => boolean; readonly to: number }
  | { readonly k: "ways"; readonly to: number[] }
  | { readonly k: "end" };

const manySteps = 2_000;
const longestText = 500;

/** Whether a text has a part that fits, as `RegExp.test` says it; undefined where the pattern is not understood. */
export function fits(source: string, flags: string, text: string): boolean | undefined {
  const piece = pieceOf(source, flags);
  if (piece === undefined || text.length > longestText) return undefined;
  const steps: Step[] = [{ k: "end" }];
  const first = before(piece, 0, steps);
  return first === undefined ? undefined : isFound(steps, first, text);
}

/** Puts a piece before the step with that number, and says which step is the first of it. */
function before(piece: Piece, next: number, steps: Step[]): number | undefined {
  if (steps.length > manySteps) return undefined;
  switch (piece.k) {
    case "sign":
    case "edge":
      return steps.push({ ...piece, to: next }) - 1;
    case "row": {
      let first: number | undefined = next;
      for (const one of piece.of.toReversed())
        first = first === undefined ? undefined : before(one, first, steps);
      return first;
    }
    case "choice": {
      const ways = piece.of.map((one) => before(one, next, steps));
      return ways.every((way) => way !== undefined) ? steps.push({ k: "ways", to: ways }) - 1 : undefined;
    }
    case "repeated":
      return beforeRepeated(piece, next, steps);
  }
}

function beforeRepeated(
  { of, least, most }: Extract<Piece, { k: "repeated" }>,
  next: number,
  steps: Step[],
): number | undefined {
  let first: number | undefined = next;
  if (most === Infinity) {
    const ways: number[] = [next];
    first = steps.push({ k: "ways", to: ways }) - 1;
    const again = before(of, first, steps);
    if (again === undefined) return undefined;
    ways.push(again);
  } else
    for (let times = least; times < most && first !== undefined; times++) {
      const inside = before(of, first, steps);
      first = inside === undefined ? undefined : steps.push({ k: "ways", to: [inside, next] }) - 1;
    }
  for (let times = 0; times < least && first !== undefined; times++) first = before(of, first, steps);
  return first;
}

function isFound(steps: readonly Step[], first: number, text: string): boolean {
  let open = new Set<number>();
  for (let at = 0; at <= text.length; at++) {
    const reached = new Set<number>();
    for (const step of [...open, first]) if (reach(steps, step, text, at, reached)) return true;
    open = new Set();
    for (const number of reached) {
      const step = steps[number];
      if (step?.k === "sign" && at < text.length && step.fits(text.charAt(at))) open.add(step.to);
    }
  }
  return false;
}

/** Adds a step and those that it leads to without a sign; says whether one of them is the end. */
function reach(
  steps: readonly Step[],
  from: number,
  text: string,
  at: number,
  reached: Set<number>,
): boolean {
  const waiting = [from];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue;
    reached.add(number);
    const step = steps[number];
    if (step?.k === "end") return true;
    if (step?.k === "ways") waiting.push(...step.to);
    if (step?.k === "edge" && step.holds(text, at)) waiting.push(step.to);
  }
  return false;
}
