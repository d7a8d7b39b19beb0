// What `onefactor explain` can explain, and the paragraphs of each.
import {
  caseById,
  type CaseId,
  caseWords,
  type ControlId,
  controls,
  controlWords,
  type FactorId,
  factors,
  factorWords,
  responseById,
  type ResponseId,
  responseWords,
  scenarioById,
  type ScenarioId,
  scenarioWords,
  type SourceId,
  sources,
} from "../../simulator/index.ts";
import { controlDefault } from "../../simulator/model/control-default.ts";
import type { RuleGroup, RuleMeta } from "../finding.ts";
import { profileById, profileIds, weighed } from "../profiles.ts";
import { hang, wrap } from "../report/layout.ts";
import type { Paint } from "../report/paint.ts";
import { ruleMetas } from "../rules/index.ts";
import { attackerText } from "./attacker-text.ts";
import { caseBlocks, publishedLines } from "./published-text.ts";

/** How an explanation is laid out. */
export interface ExplanationLayout {
  readonly paint: Paint;
  readonly width: number;
}

type Paragraphs = readonly (readonly string[])[];

/** Everything that can be explained, by what it is. A rule may have the id of a scenario; both are explained then. */
export const topics: Readonly<Record<string, readonly string[]>> = {
  "Rules about who gets in": rulesOf("single-factor"),
  "Rules about codes, how they are made, kept, checked and shown": rulesOf("code"),
  "Rules about configuration, what a service is told to do": rulesOf("configuration"),
  Scenarios: Object.keys(scenarioWords),
  Factors: Object.keys(factorWords),
  Controls: Object.keys(controlWords),
  Responses: Object.keys(responseWords),
  Cases: Object.keys(caseWords),
};

function rulesOf(group: RuleGroup): readonly string[] {
  return [...ruleMetas.values()].filter((meta) => meta.group === group).map(({ id }) => id);
}

/** The paragraphs about a topic; undefined where there is none of that id. */
export function explanationOf(topic: string, layout: ExplanationLayout): Paragraphs | undefined {
  const rule = ruleMetas.get(topic);
  const other = aboutOther(topic, layout);
  if (rule === undefined) return other;
  if (other === undefined) return aboutRule(rule, layout);
  return [...aboutRule(rule, layout), [layout.paint.strong("Of the same name")], ...other];
}

function aboutOther(topic: string, layout: ExplanationLayout): Paragraphs | undefined {
  if (isKey(topic, scenarioWords)) return aboutScenario(topic, layout);
  if (isKey(topic, factorWords)) return aboutFactor(topic, layout);
  if (isKey(topic, responseWords)) return aboutResponse(topic, layout);
  if (isKey(topic, caseWords)) return aboutCase(topic, layout);
  const control = isKey(topic, controlWords) ? topic : controlWrittenAs(topic);
  return control === undefined ? undefined : aboutControl(control, layout);
}

function isKey<Key extends string>(text: string, words: Readonly<Record<Key, unknown>>): text is Key {
  return Object.hasOwn(words, text);
}

/** The control that a setup writes under this key, such as `codeLength`. */
function controlWrittenAs(key: string): ControlId | undefined {
  const ids = Object.keys(controls) as ControlId[];
  return ids.find((id) => controls[id].at.split(".").at(-1) === key);
}

function aboutRule(rule: RuleMeta, { paint, width }: ExplanationLayout): Paragraphs {
  return [
    wrap(`${rule.id} (${rule.severity}): ${rule.title}`, width).map(paint.strong),
    wrap(rule.why, width),
    profileLines(rule, width),
    listed("How to mend it", rule.mend, { paint, width }),
    listed("When it is fine", rule.fine, { paint, width }),
    listed(
      "What it rests on",
      rule.clauses.map(({ id, asks }) => `${id}: ${asks}`),
      { paint, width },
    ),
    sourcesOf(rule.sources, { paint, width }),
  ];
}

/** In which profiles the rule speaks, and where it is graver than by itself. */
function profileLines(rule: RuleMeta, width: number): string[] {
  const told = profileIds
    .map(profileById)
    .filter((profile) => profile.speaks(rule))
    .map((profile) => {
      const { severity } = weighed({ rule: rule.id, severity: rule.severity }, profile, rule);
      return severity === rule.severity ? profile.id : `${profile.id} (there: ${severity})`;
    });
  return wrap(`Speaks in the profiles: ${told.join(", ")}.`, width);
}

function aboutScenario(id: ScenarioId, { paint, width }: ExplanationLayout): Paragraphs {
  const words = scenarioWords[id];
  const who = attackerText({ id });
  return [
    wrap(`${words.title}: ${words.summary}`, width).map(paint.strong),
    wrap(words.mechanism, width),
    ...(who === undefined ? [] : [wrap(`Who does it: ${who}.`, width)]),
    listed("What it needs", words.needs, { paint, width }),
    listed("What the owner notices", words.sees, { paint, width }),
    listed("What to do now", words.now, { paint, width }),
    listed(
      "Variants",
      Object.entries(words.variants).map(([variant, text]) => variantLine(id, variant, text)),
      { paint, width },
    ),
    sourcesOf(scenarioById(id).sources, { paint, width }),
  ];
}

/** A variant, and who does it where that is somebody else than in the first. */
function variantLine(id: ScenarioId, variant: string, text: string): string {
  const who = attackerText({ id, variant });
  return `${id}/${variant}: ${text}${who === undefined || who === attackerText({ id }) ? "" : ` (${who})`}`;
}

/** A variant is a way in which its scenario happens, so the scenario is explained around it. */
export function aboutVariant(id: ScenarioId, variant: string, layout: ExplanationLayout): Paragraphs {
  const { width } = layout;
  const [head = [], ...rest] = aboutScenario(id, layout);
  const found = scenarioById(id).variants.find((candidate) => candidate.id === variant);
  const own = (found?.sources ?? []).filter((source) => !scenarioById(id).sources.includes(source));
  const who = attackerText({ id, variant });
  const ofScenario = attackerText({ id });
  return [
    head,
    wrap(`${id}/${variant}: ${scenarioWords[id].variants[variant] ?? ""}`, width),
    ...(who === undefined || who === ofScenario ? [] : [wrap(`Who does it in this way: ${who}.`, width)]),
    ...rest,
    ...(own.length === 0 ? [] : [sourcesOf(own, layout, "Sources of this variant")]),
  ];
}

function aboutFactor(id: FactorId, { paint, width }: ExplanationLayout): Paragraphs {
  const words = factorWords[id];
  return [
    wrap(capitalised(words.title), width).map(paint.strong),
    wrap(words.short, width),
    wrap(`It rests on ${words.restsOn}.`, width),
    wrap(`Who can present it: ${words.presents}`, width),
    wrap(`Over time: ${words.overTime}`, width),
    wrap(`What it costs: ${words.costs}`, width),
    sourcesOf(factors[id].sources, { paint, width }),
  ];
}

function aboutControl(id: ControlId, { paint, width }: ExplanationLayout): Paragraphs {
  const words = controlWords[id];
  return [
    wrap(words.title, width).map(paint.strong),
    wrap(words.does, width),
    wrap(`What it closes: ${words.closes}`, width),
    wrap(`What it can open: ${words.opens}`, width),
    [
      ...wrap(`In a setup: ${controls[id].at}`, width),
      ...wrap(`Left out: ${controlDefault(id) ?? "there is none"}`, width),
    ],
    sourcesOf(controls[id].sources, { paint, width }),
  ];
}

function aboutResponse(id: ResponseId, { paint, width }: ExplanationLayout): Paragraphs {
  const words = responseWords[id];
  return [
    wrap(words.title, width).map(paint.strong),
    wrap(words.does, width),
    wrap(`What it needs: ${words.needs}`, width),
    sourcesOf(responseById(id).sources, { paint, width }),
  ];
}

function aboutCase(id: CaseId, layout: ExplanationLayout): Paragraphs {
  const { scenario, sources: own } = caseById(id);
  const played = scenario.variant === undefined ? scenario.id : `${scenario.id}/${scenario.variant}`;
  return [
    ...caseBlocks(id, layout),
    publishedLines(id, layout),
    [...wrap(`It replays as: ${played}`, layout.width), `Play it: onefactor simulate --case ${id}`],
    sourcesOf(own, layout),
  ];
}

function sourcesOf(ids: readonly SourceId[], layout: ExplanationLayout, title = "Sources"): string[] {
  return listed(title, ids.map(sourceLine), layout);
}

function sourceLine(id: SourceId): string {
  const { title, url, date, ...more } = sources[id];
  const when = "undated" in more ? `undated, read ${date}` : date;
  return `${title} (${when}), ${url}${"via" in more ? `; known to us by ${more.via}` : ""}`;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function listed(title: string, items: readonly string[], { paint, width }: ExplanationLayout): string[] {
  return [paint.strong(title), ...items.flatMap((item) => hang("  - ", item, width))];
}
