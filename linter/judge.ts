// Judging: puts setups, inferred from flows or written by hand, before every rule.
import { encodeLink, type ScenarioRef, type Setup } from "../simulator/index.ts";
import type { Finding, RuleMeta } from "./finding.ts";
import type { Flow } from "./flow.ts";
import { inferSetup } from "./infer.ts";
import type { JudgedSetup, Judgement } from "./rules/rule.ts";
import { confidences } from "./levels.ts";
import { codeRules, policyRules } from "./rules/index.ts";
import { compareText } from "./skipped.ts";

/** Which rules speak: `default` leaves out those that ask for extra care. */
export type Strictness = "default" | "strict";

/** What the rules find in the given setups and flows, by file, line and rule, each fingerprint once. */
export async function judge(
  flows: readonly Flow[],
  setups: readonly JudgedSetup[],
  links: boolean,
  profile: Strictness = "strict",
): Promise<readonly Finding[]> {
  const speaks = ({ meta }: { readonly meta: RuleMeta }) => profile === "strict" || meta.strict !== true;
  const ofCodes = codeRules.filter(speaks);
  const ofRoutes = policyRules.filter(speaks);
  const findings: Finding[] = flows.flatMap((flow) => ofCodes.flatMap(({ judge }) => judge(flow, flows)));
  for (const judged of [...flows.flatMap((flow) => judgedFlow(flow, flows)), ...setups])
    for (const { finding, played } of onePerPlace(ofRoutes.flatMap(({ judge }) => judge(judged)))) {
      const playUrl = links && played !== undefined ? await linkTo(judged.setup, played) : undefined;
      findings.push(playUrl === undefined ? finding : { ...finding, playUrl });
    }
  return withoutDoubles(findings.toSorted(byPlace));
}

/** What several rules find at one place is one finding: that of the first rule, with the others as its consequences. */
function onePerPlace(judgements: readonly Judgement[]): readonly Judgement[] {
  const byPlace = Map.groupBy(
    judgements,
    ({ finding }) => `${finding.file}:${finding.line}:${finding.column}`,
  );
  return [...byPlace.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { finding } = first;
    const consequences = [
      ...finding.consequences,
      ...others.map(({ finding: { rule, severity, message, file, line } }) => ({
        rule,
        severity,
        message,
        file,
        line,
      })),
    ];
    return [{ ...first, finding: { ...finding, consequences } }];
  });
}

/** The setup that a flow stands for, with the flow as the evidence of its route. */
function judgedFlow(flow: Flow, flows: readonly Flow[]): JudgedSetup[] {
  const inferred = inferSetup(flow, flows);
  if (inferred === undefined) return [];
  const { setup, route } = inferred;
  const evidence = {
    place: flow.entry.place,
    subject: flow.entry.name,
    identity: [
      flow.entry.symbol,
      flow.effect.what,
      ...flow.proofs.flatMap(proofIdentity).toSorted(compareText),
    ],
    flow,
    flows,
  };
  return [
    {
      setup,
      evidenceOf: (wanted) =>
        wanted.account === route.account && wanted.ceremony === route.ceremony && wanted.route === route.route
          ? evidence
          : undefined,
    },
  ];
}

/** What a proof is, without the lines that move. */
function proofIdentity({ kind, checked, sent }: Flow["proofs"][number]): string {
  return [kind, checked.place.file, sent?.place.file ?? ""].join(" ");
}

async function linkTo(setup: Setup, scenario: ScenarioRef): Promise<string | undefined> {
  try {
    return `/play/#${await encodeLink({ setup, scenario })}`;
  } catch (error) {
    // A setup with hundreds of accounts does not fit into a link.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Two flows with the same proofs to the same effect, such as two ways of sending one code, are one finding. */
function withoutDoubles(sorted: readonly Finding[]): readonly Finding[] {
  const surest = new Map<string, Finding>();
  for (const finding of sorted) {
    const known = surest.get(finding.fingerprint);
    if (known === undefined || isSurer(finding, known)) surest.set(finding.fingerprint, finding);
  }
  return sorted.filter((finding) => surest.get(finding.fingerprint) === finding);
}

function isSurer(one: Finding, other: Finding): boolean {
  return confidences.indexOf(one.confidence) > confidences.indexOf(other.confidence);
}
