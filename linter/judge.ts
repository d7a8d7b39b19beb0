// Judging: puts setups, inferred from flows or written by hand, before every rule.
import { encodeLink, type ScenarioRef, type Setup } from "../simulator/index.ts";
import type { ConfiguredAuth } from "./configured.ts";
import type { Finding } from "./finding.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Flow } from "./flow.ts";
import { judgedConfiguration } from "./infer-configured.ts";
import { inferSetup } from "./infer.ts";
import type { JudgedSetup, Judgement } from "./rules/rule.ts";
import { confidences, severities } from "./levels.ts";
import { profileById, type Profile, weighed } from "./profiles.ts";
import { judgeIssuedCodes, judgePhoneCodes } from "./rules/banned-codes.ts";
import { codeRules, policyRules, ruleMetas } from "./rules/index.ts";
import { compareText } from "./order.ts";

/** What rules find, and what those would have found that the profile leaves out. */
export interface Judged {
  /** By place, the gravest first, and rule; each fingerprint once. */
  readonly findings: readonly Finding[];
  readonly leftOut: readonly Finding[];
}

/** What all rules find in the given flows, setups and settings. */
export async function judge(
  flows: readonly Flow[],
  setups: readonly JudgedSetup[],
  links: boolean,
  configured: readonly ConfiguredAuth[] = [],
): Promise<readonly Finding[]> {
  return (await judgeBy(profileById("strict"), { flows, setups, configured }, links)).findings;
}

/** What there is to judge. */
export interface Judgeable {
  readonly flows: readonly Flow[];
  readonly setups: readonly JudgedSetup[];
  readonly configured: readonly ConfiguredAuth[];
}

/** What the rules of a profile find, and what those find that it leaves out. */
export async function judgeBy(
  profile: Profile,
  { flows, setups, configured }: Judgeable,
  links: boolean,
): Promise<Judged> {
  const told: Finding[] = [];
  const leftOut: Finding[] = [];
  const sort = (judgements: readonly Judgement[]): readonly Judgement[] => {
    const [heard, unheard] = byProfile(judgements, profile);
    leftOut.push(...unheard.map(({ finding }) => finding));
    return heard;
  };
  const faults = onePerFault(flows.flatMap((flow) => judgeCodes(flow, flows).map(({ finding }) => finding)));
  told.push(...sort(faults.map((finding) => ({ finding }))).map(({ finding }) => finding));
  const settings = configured.flatMap((auth) => judgedConfiguration(auth) ?? []);
  for (const judged of [...flows.flatMap((flow) => judgedFlow(flow, flows)), ...settings, ...setups])
    // What a profile leaves out is no finding whose consequences others could be.
    for (const { finding, played } of onePerPlace(sort(judgeRoutes(judged, profile)))) {
      const playUrl = links && played !== undefined ? await linkTo(judged.setup, played) : undefined;
      told.push(playUrl === undefined ? finding : { ...finding, playUrl });
    }
  return {
    findings: withoutDoubles(told.toSorted(byPlace)),
    leftOut: withoutDoubles(leftOut.toSorted(byPlace)),
  };
}

/** Everything that rules have to say about one flow, each for itself, those included that the profile leaves out. */
export function judgeFlow(flow: Flow, all: readonly Flow[], profile: Profile): readonly Finding[] {
  return [
    ...judgedFlow(flow, all).flatMap((judged) => judgeRoutes(judged, profile)),
    ...judgeCodes(flow, all),
  ].map(({ finding }) => weighed(finding, profile, ruleMetas.get(finding.rule)));
}

function judgeCodes(flow: Flow, all: readonly Flow[]): readonly Judgement[] {
  return codeRules.flatMap(({ judge }) => judge(flow, all)).map((finding) => ({ finding }));
}

function judgeRoutes(judged: JudgedSetup, profile: Profile): readonly Judgement[] {
  const found = policyRules.flatMap(({ judge }) => judge(judged));
  if (profile.ban === undefined) return found;
  const banned = profile.ban === "phone-codes" ? judgePhoneCodes(judged) : judgeIssuedCodes(judged);
  return [...found, ...banned.filter(({ finding }) => !found.some((one) => isTold(finding, one.finding)))];

  /** Where a rule that is heard rests on the clause of the ban, the ban adds nothing. */
  function isTold(ban: Finding, { rule, file, line, column, clauses }: Finding): boolean {
    if (file !== ban.file || line !== ban.line || column !== ban.column) return false;
    const meta = ruleMetas.get(rule);
    return (meta === undefined || profile.speaks(meta)) && ban.clauses.every((id) => clauses.includes(id));
  }
}

/** Parts what the profile wants to hear, weighed, from what it leaves out. */
function byProfile(
  judgements: readonly Judgement[],
  profile: Profile,
): readonly [heard: readonly Judgement[], unheard: readonly Judgement[]] {
  const heard: Judgement[] = [];
  const unheard: Judgement[] = [];
  for (const judgement of judgements) {
    const meta = ruleMetas.get(judgement.finding.rule);
    if (meta !== undefined && !profile.speaks(meta)) unheard.push(judgement);
    else heard.push({ ...judgement, finding: weighed(judgement.finding, profile, meta) });
  }
  return [heard, unheard];
}

/**
 * A fault is one finding however many flows pass it, told with the surest of them. Faults that look alike in one function
 * are numbered in their order.
 */
function onePerFault(findings: readonly Finding[]): Finding[] {
  const byFault = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.file}:${finding.line}:${finding.column}`;
    const known = byFault.get(key);
    if (known === undefined || isGraver(finding, known)) byFault.set(key, finding);
  }
  const alike = Map.groupBy([...byFault.values()].toSorted(byPlace), (finding) => finding.fingerprint);
  return [...alike.values()].flatMap((same) =>
    same.map((finding, index) =>
      index === 0 ? finding : { ...finding, fingerprint: fingerprint(finding.fingerprint, String(index)) },
    ),
  );
}

function isGraver(one: Finding, other: Finding): boolean {
  if (one.confidence !== other.confidence) return isSurer(one, other);
  return severities.indexOf(one.severity) > severities.indexOf(other.severity);
}

/**
 * What several rules of one group find at one place is one finding: that of the first rule, with the others as its
 * consequences. What only the strict miss stands by itself: it follows from nothing.
 */
function onePerPlace(judgements: readonly Judgement[]): readonly Judgement[] {
  const byPlace = Map.groupBy(judgements, ({ finding: { rule, file, line, column } }) => {
    const meta = ruleMetas.get(rule);
    return `${file}:${line}:${column} ${meta?.group ?? ""} ${meta?.strict === true ? rule : ""}`;
  });
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

const linksTo = new WeakMap<Setup, Map<string, Promise<string | undefined>>>();

/** The address that plays a scenario, made once for all flows that stand for a setup: a link holds all of it, packed. */
function linkTo(setup: Setup, scenario: ScenarioRef): Promise<string | undefined> {
  const known = linksTo.get(setup) ?? new Map<string, Promise<string | undefined>>();
  linksTo.set(setup, known);
  const key = JSON.stringify(scenario);
  const link = known.get(key) ?? packedLink(setup, scenario);
  known.set(key, link);
  return link;
}

async function packedLink(setup: Setup, scenario: ScenarioRef): Promise<string | undefined> {
  try {
    return `/play/#${await encodeLink({ setup, scenario })}`;
  } catch (error) {
    // A setup with hundreds of accounts does not fit into a link.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    compareText(a.rule, b.rule)
  );
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
