// Flows made by hand for tests: ways into the accounts of a rowing club.
import type { CodeFacts, EffectKind, Flow, Place, Proof, ProofKind } from "../../linter/flow.ts";

/** What a flow of the club may be told to be. */
export interface ClubFlow {
  readonly ends: EffectKind;
  readonly asks?: readonly ProofKind[];
  readonly file?: string;
  readonly line?: number;
  readonly name?: string;
  /** Where the password or the like is kept. */
  readonly store?: string;
  readonly code?: Partial<CodeFacts>;
  readonly changes?: Partial<Flow>;
}

/** A place in a file of the club. */
export const placeAt = (file: string, line: number): Place => ({ file, line, column: 3 });

/** A flow whose entry stands at the line, its checks ten lines on, its end twenty. */
export function clubFlow({
  ends,
  asks = [],
  file = "src/boathouse.ts",
  line = 20,
  name = "POST /boathouse",
  store = "member",
  code,
  changes = {},
}: ClubFlow): Flow {
  const proofs = asks.map((kind): Proof => {
    const checked = { what: "checks-proof", place: placeAt(file, line + 10), detail: "compared" } as const;
    if (!/-code$/.test(kind) || kind === "recovery-code" || kind === "unknown-code")
      return { kind, confidence: "high", checked };
    const sent = { what: "sends-code", place: placeAt("src/texts.ts", 4), detail: "Twilio" } as const;
    return {
      kind,
      confidence: "high",
      checked,
      sent,
      ...(code === undefined ? {} : { code: factsOf(code) }),
    };
  });
  const effect = { what: ends, place: placeAt(file, line + 20), detail: store };
  return {
    entry: { framework: "express", name, symbol: `${file}#${name}`, place: placeAt(file, line) },
    proofs,
    effect,
    skips: [],
    makesAccount: false,
    whose: "named",
    chosen: true,
    asksCarrier: false,
    notifies: false,
    steps: [
      ...proofs.flatMap(({ sent, checked }) => (sent === undefined ? [checked] : [sent, checked])),
      effect,
    ],
    confidence: "high",
    unknowns: [],
    ...changes,
  };
}

/** Facts of a code of which only this was read. */
export function factsOf(read: Partial<CodeFacts>): CodeFacts {
  return { made: [], kept: [], checked: [], shown: [], accepted: [], asked: [], ...read };
}
