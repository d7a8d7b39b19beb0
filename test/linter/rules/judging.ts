// Puts flows and setups before all rules and gives back what one of them finds, for the tests of that rule.
import type { Finding } from "../../../linter/finding.ts";
import type { EffectKind, Flow, FlowStep, Proof, ProofKind } from "../../../linter/flow.ts";
import { judge } from "../../../linter/judge.ts";
import { judgedSetupFile } from "../../../linter/setup-file.ts";

/** What a flow of a ferry's booking page ends in, and what it asks for; the rest is made up. */
export interface FerryFlow {
  readonly ends: EffectKind;
  readonly asks?: readonly (ProofKind | Proof)[];
  readonly name?: string;
  readonly symbol?: string;
  readonly line?: number;
  readonly changes?: Partial<Flow>;
}

/** A flow as the reader would hand it over. */
export function ferryFlow({ ends, asks = [], name, symbol, line = 12, changes = {} }: FerryFlow): Flow {
  const title = name ?? "POST /passenger";
  const proofs = asks.map((one) => (typeof one === "string" ? proofOf(one) : one));
  const effect = {
    what: ends,
    place: { file: "src/ferry.ts", line: line + 8, column: 3 },
    detail: "passenger",
  };
  const steps = proofs.flatMap(({ sent, checked }) => (sent === undefined ? [checked] : [sent, checked]));
  return {
    entry: {
      framework: "express",
      name: title,
      symbol: symbol ?? `src/ferry.ts#${title}`,
      place: { file: "src/ferry.ts", line, column: 1 },
    },
    proofs,
    effect,
    skips: [],
    makesAccount: false,
    whose: "named",
    chosen: true,
    asksCarrier: false,
    notifies: false,
    steps: [...steps, effect],
    confidence: "high",
    unknowns: [],
    ...changes,
  };
}

/** A proof that was read for certain; a code comes with the place where it is sent. */
export function proofOf(kind: ProofKind, more: Partial<Proof> = {}): Proof {
  const step = (what: FlowStep["what"], line: number): FlowStep => ({
    what,
    place: { file: "src/ferry.ts", line, column: 3 },
    detail: "",
  });
  const isSent = /^(sms|voice|whatsapp|email)-/.test(kind);
  return {
    kind,
    confidence: "high",
    checked: step(isSent ? "checks-code" : "checks-proof", 16),
    ...(isSent ? { sent: step("sends-code", 4) } : {}),
    ...more,
  };
}

/** What a rule finds in the flows of one project, and what it says there as a consequence of another finding. */
export async function foundInFlows(rule: string, flows: readonly Flow[]): Promise<Said> {
  return saidBy(rule, await judge(flows, [], false));
}

/** The same, of a setup written by hand. */
export async function foundInSetup(rule: string, yaml: string): Promise<Said> {
  const judged = judgedSetupFile("choir.setup.yaml", new TextEncoder().encode(yaml));
  if ("problems" in judged) throw new Error(judged.problems.join("\n"));
  return saidBy(rule, await judge([], [judged], false));
}

/** What one rule says: findings of its own, and sentences that follow from findings of others. */
export interface Said {
  readonly own: readonly Finding[];
  readonly beside: readonly string[];
}

function saidBy(wanted: string, findings: readonly Finding[]): Said {
  return {
    own: findings.filter(({ rule }) => rule === wanted),
    beside: findings
      .flatMap(({ consequences }) => consequences)
      .filter(({ rule }) => rule === wanted)
      .map(({ message }) => message),
  };
}
