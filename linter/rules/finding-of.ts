// Puts a finding of a policy rule together: where it stands and what it rests on come from the evidence and the rule.
import type { Consequence, Finding, RuleMeta, Severity } from "../finding.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Confidence } from "../flow.ts";
import type { Played } from "./attack-play.ts";
import { chainPlace } from "./channel-words.ts";
import type { Evidence, Judgement } from "./rule.ts";

/** What a rule has to say of one route. */
export interface Said {
  readonly severity: Severity;
  readonly message: string;
  readonly attack: string;
  readonly fix: string;
  /** The play that shows it; not every rule is about a takeover. */
  readonly played?: Pick<Played, "scenario" | "trail"> | undefined;
  /** Given where the rule is less sure than the reading was. */
  readonly confidence?: Confidence;
  readonly notes?: readonly string[];
  readonly consequences?: readonly Consequence[];
}

/** The finding of a rule at the place that the evidence names. */
export function findingOf(meta: RuleMeta, evidence: Evidence, said: Said): Judgement {
  const { flow, configured } = evidence;
  const { played } = said;
  const finding: Finding = {
    rule: meta.id,
    severity: said.severity,
    confidence: said.confidence ?? flow?.confidence ?? configured?.confidence ?? "high",
    message: said.message,
    attack: said.attack,
    fix: said.fix,
    ...evidence.place,
    related: flow?.steps.map(chainPlace) ?? toldHere(evidence),
    fingerprint: fingerprint(meta.id, ...evidence.identity),
    clauses: meta.clauses.map(({ id }) => id),
    notes: [...(flow?.unknowns ?? configured?.unknowns ?? []), ...(said.notes ?? [])],
    consequences: said.consequences ?? [],
    trail: played?.trail ?? [],
    ...(played === undefined ? {} : { scenario: played.scenario.id }),
  };
  return { finding, ...(played === undefined ? {} : { played: played.scenario }) };
}

/** Where a product was told, or not told, what a finding is about. */
function toldHere({ configured, place }: Evidence): Finding["related"] {
  if (configured === undefined) return [];
  const { byDefault, title, setting } = configured;
  return [{ ...place, message: `${byDefault ? "left to" : "told to"} ${title} here (${setting})` }];
}

/** The less sure of two. */
export function lessSure(a: Confidence, b: Confidence): Confidence {
  const order: readonly Confidence[] = ["low", "medium", "high"];
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** The note of a rule whose route withstands everything that was played against it. */
export const withstandsAll =
  "what is written of the carrier and of the service withstands every attack on the number";
