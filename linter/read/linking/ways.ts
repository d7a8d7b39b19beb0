// The ways to have what a path asks for, over all the steps that came before it.
import { lastName } from "../codes/slots.ts";
import type { CodeBook } from "../codes/book.ts";
import { canBe } from "../conditions.ts";
import type { Entry } from "../entries/index.ts";
import { isCodeName } from "../names.ts";
import { type Claim, claimKey, parts, unhashed, type Value } from "../values.ts";
import { waysOfManaged, waysOfSlot, waysOfToken } from "./code-ways.ts";
import { waysOfCarried, waysOfMark } from "./earlier-steps.ts";
import type { Kept, Occurrences } from "./occurrences.ts";
import { both, carrierAsked, simple, smallest, type Way } from "./way.ts";

const manyWays = 24;

/** Answers what it takes to have what claims ask for. */
export class Ways {
  readonly occurrences: Occurrences;
  readonly codes: CodeBook;
  /** Ways that were told before: paths that part late ask for the same. */
  private readonly told = new Map<Claim, Map<string, readonly Way[]>>();
  private readonly numbers = new Map<Entry, number>();
  private readonly fitting = new Map<Kept, Map<Value | null, boolean>>();

  constructor(occurrences: Occurrences, codes: CodeBook) {
    this.occurrences = occurrences;
    this.codes = codes;
  }

  /** All of the claims: one way for each combination of ways. */
  waysOfAll(claims: readonly Claim[], entry: Entry, visited: ReadonlySet<string>): Way[] {
    let all: Way[] = [{ proofs: [], steps: [], unknowns: [], skips: [] }];
    for (const claim of claims) {
      const ways = this.waysOf(claim, entry, visited);
      if (ways.length === 0) continue;
      all = smallest(all.flatMap((before) => ways.map((way) => both(before, way)))).slice(0, manyWays);
    }
    return all;
  }

  /** One claim; an empty list if it turns out to prove nothing. */
  waysOf(claim: Claim, entry: Entry, visited: ReadonlySet<string>): readonly Way[] {
    const key = claimKey(claim);
    if (visited.has(key) || visited.size > 6) return [];
    const known = this.told.get(claim) ?? new Map<string, readonly Way[]>();
    this.told.set(claim, known);
    const asked = [this.numberOf(entry), ...[...visited].toSorted()].join("\n");
    const before = known.get(asked);
    if (before !== undefined) return before;
    const ways = this.waysInside(claim, entry, new Set(visited).add(key));
    known.set(asked, ways);
    return ways;
  }

  private numberOf(entry: Entry): number {
    const number = this.numbers.get(entry) ?? this.numbers.size;
    this.numbers.set(entry, number);
    return number;
  }

  private waysInside(claim: Claim, entry: Entry, inside: ReadonlySet<string>): Way[] {
    switch (claim.k) {
      case "slot":
        if (this.occurrences.pins.has(`${claim.store}#${claim.path}`))
          return [simple("password", claim.spot, "the current PIN", "high")];
        return waysOfSlot(this, claim, entry, inside);
      case "mark":
        return waysOfMark(this, claim, inside);
      case "carried":
        return waysOfCarried(this, claim, inside);
      case "managed":
        return waysOfManaged(this, claim, entry, inside);
      case "token":
        return waysOfToken(this, claim, entry, inside);
      case "password":
        return [simple("password", claim.spot, "the current password", "high")];
      case "totp":
      case "passkey":
      case "recovery-code":
        return [simple(claim.k, claim.spot, claim.detail, "high", this.codes.ofApp(claim, entry))];
      case "session":
        return [simple("session", claim.spot, claim.detail, "high")];
      case "made":
      case "sent":
        return [];
      case "carrier":
        return [carrierAsked(claim)];
      case "unknown":
        return [simple("unknown-code", claim.spot, claim.detail, "low")];
    }
  }

  /** Whether what is kept is a secret in a row that can be the one that is looked for. */
  fits(kept: Kept, filter: Value | null): boolean {
    const known = this.fitting.get(kept) ?? new Map<Value | null, boolean>();
    this.fitting.set(kept, known);
    const before = known.get(filter);
    if (before !== undefined) return before;
    const fits = isSecret(kept) && canBe(kept.row, filter);
    known.set(filter, fits);
    return fits;
  }
}

/** Something made by the code, which the caller can only know by being shown it. */
function isSecret({ path, value }: Kept): boolean {
  const isNamed = isCodeName(lastName(path));
  return [...parts(unhashed(value))].some(
    (part) =>
      part.k === "fresh" || (isNamed && part.k === "any" && part.from.every((from) => from.k !== "input")),
  );
}
