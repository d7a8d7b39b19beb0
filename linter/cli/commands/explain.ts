// `onefactor explain`: tells what a rule, a scenario or a factor is about.
import {
  type FactorId,
  factorWords,
  parseScenarioRef,
  scenarioById,
  type ScenarioId,
  scenarios,
  scenarioWords,
  type SourceId,
  sources,
} from "../../../simulator/index.ts";
import type { RuleMeta } from "../../finding.ts";
import { visible } from "../../report/escape.ts";
import { hang, wrap } from "../../report/layout.ts";
import type { Paint } from "../../report/paint.ts";
import { ruleMetas } from "../../rules/index.ts";
import { type Arguments, type Command, usageError } from "../command.ts";
import { type Io, paintFor } from "../io.ts";
import { noVariant, scenarioBefore } from "../scenario-argument.ts";
import { nearest } from "../../../simulator/model/nearest.ts";

export const explainCommand: Command = {
  name: "explain",
  summary: "Tells what a rule, a scenario or a factor is about.",
  operands: "<rule|scenario[/variant]|factor>",
  options: {},
  more: [
    "Rules:",
    ...hang("  ", [...ruleMetas.keys()].join(", "), 80),
    "Scenarios:",
    ...hang("  ", Object.keys(scenarioWords).join(", "), 80),
    "Factors:",
    ...hang("  ", Object.keys(factorWords).join(", "), 80),
    "",
    "Example:",
    "  onefactor explain sim-swap",
  ],
  run,
};

function run({ positionals }: Arguments, io: Io): number {
  const [topic, ...others] = positionals;
  if (topic === undefined)
    throw usageError(explainCommand, "explain needs the id of a rule, a scenario or a factor.");
  if (others.length > 0)
    throw usageError(explainCommand, `explain takes one id, found ${positionals.length}.`);
  const paragraphs = explanation(topic, paintFor(io.stdout, io.env), io.stdout.columns);
  io.stdout.write(`${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`);
  return 0;
}

function explanation(topic: string, paint: Paint, width: number): string[][] {
  const rule = ruleMetas.get(topic);
  if (rule !== undefined) return ruleParagraphs(rule, paint, width);
  if (isKey(topic, scenarioWords)) return scenarioParagraphs(topic, paint, width);
  if (isKey(topic, factorWords)) return factorParagraphs(topic, paint, width);
  const named = scenarioBefore(topic);
  if (named !== undefined) {
    const variant = parseScenarioRef(topic)?.variant;
    if (variant === undefined) throw noVariant(explainCommand, named, topic, "onefactor explain ");
    return variantParagraphs(named.id, variant, paint, width);
  }
  const meant = nearest(topic, [
    ...ruleMetas.keys(),
    ...Object.keys(scenarioWords),
    ...Object.keys(factorWords),
  ]);
  throw usageError(
    explainCommand,
    `There is no rule, scenario or factor "${visible(topic)}".`,
    ...(meant === undefined ? topicLists() : [`Did you mean: onefactor explain ${meant}?`]),
  );
}

/** Everything that can be explained, for somebody who typed nothing like it. */
function topicLists(): string[] {
  return [
    `Rules: ${[...ruleMetas.keys()].join(", ")}`,
    `Scenarios: ${Object.keys(scenarioWords).join(", ")}`,
    `Factors: ${Object.keys(factorWords).join(", ")}`,
  ];
}

function isKey<Key extends string>(text: string, words: Readonly<Record<Key, unknown>>): text is Key {
  return Object.hasOwn(words, text);
}

function ruleParagraphs(rule: RuleMeta, paint: Paint, width: number): string[][] {
  return [
    wrap(`${rule.id} (${rule.severity}): ${rule.title}`, width).map(paint.strong),
    wrap(rule.why, width),
    listed("How to mend it", rule.mend, paint, width),
    listed("When it is fine", rule.fine, paint, width),
    listed(
      "What it rests on",
      rule.clauses.map(({ id, asks }) => `${id}: ${asks}`),
      paint,
      width,
    ),
    listed("Sources", rule.sources.map(sourceLine), paint, width),
  ];
}

function scenarioParagraphs(id: ScenarioId, paint: Paint, width: number): string[][] {
  const words = scenarioWords[id];
  const scenario = scenarios.find((candidate) => candidate.id === id);
  return [
    wrap(`${words.title}: ${words.summary}`, width).map(paint.strong),
    wrap(words.mechanism, width),
    listed("What it needs", words.needs, paint, width),
    listed("What the owner notices", words.sees, paint, width),
    listed("What to do now", words.now, paint, width),
    listed(
      "Variants",
      Object.entries(words.variants).map(([variant, text]) => `${id}/${variant}: ${text}`),
      paint,
      width,
    ),
    listed("Sources", (scenario?.sources ?? []).map(sourceLine), paint, width),
  ];
}

/** A variant is a way in which its scenario happens, so the scenario is explained around it. */
function variantParagraphs(id: ScenarioId, variant: string, paint: Paint, width: number): string[][] {
  const [head = [], ...rest] = scenarioParagraphs(id, paint, width);
  const found = scenarioById(id).variants.find((candidate) => candidate.id === variant);
  return [
    head,
    wrap(`${id}/${variant}: ${scenarioWords[id].variants[variant] ?? ""}`, width),
    ...rest,
    ...(found === undefined
      ? []
      : [listed("Sources of this variant", found.sources.map(sourceLine), paint, width)]),
  ];
}

function sourceLine(id: SourceId): string {
  const { title, url, date, ...more } = sources[id];
  return `${title} (${date}), ${url}${"via" in more ? `; known to us by ${more.via}` : ""}`;
}

function factorParagraphs(id: FactorId, paint: Paint, width: number): string[][] {
  const words = factorWords[id];
  return [
    wrap(words.title, width).map(paint.strong),
    wrap(words.short, width),
    wrap(`It rests on ${words.restsOn}.`, width),
  ];
}

function listed(title: string, items: readonly string[], paint: Paint, width: number): string[] {
  return [paint.strong(title), ...items.flatMap((item) => hang("  - ", item, width))];
}
