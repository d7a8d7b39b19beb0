// `onefactor explain`: tells what a rule, a scenario, a factor, a control, a response or a case is about.
import { parseScenarioRef } from "../../../simulator/index.ts";
import { nearest } from "../../../simulator/model/nearest.ts";
import { visible } from "../../report/escape.ts";
import { hang } from "../../report/layout.ts";
import { type Arguments, type Command, usageError } from "../command.ts";
import { aboutVariant, explanationOf, topics, type ExplanationLayout } from "../explanations.ts";
import { type Io, paintFor } from "../io.ts";
import { noVariant, scenarioBefore } from "../scenario-argument.ts";

const kinds = "rule, scenario, factor, control, response or case";

export const explainCommand: Command = {
  name: "explain",
  summary: "Tells about a rule, scenario, factor, control, response or case.",
  operands: "<rule|scenario[/variant]|factor|control|response|case>",
  options: {},
  more: [
    ...Object.entries(topics)
      .filter(([, ids]) => ids.length > 0)
      .flatMap(([kind, ids]) => [`${kind}:`, ...hang("  ", ids.join(", "), 80)]),
    "",
    "Example:",
    "  onefactor explain sim-swap",
  ],
  run,
};

function run({ positionals }: Arguments, io: Io): number {
  const [topic, ...others] = positionals;
  if (topic === undefined) throw usageError(explainCommand, `explain needs the id of a ${kinds}.`);
  if (others.length > 0)
    throw usageError(explainCommand, `explain takes one id, found ${positionals.length}.`);
  const layout = { paint: paintFor(io.stdout, io.env), width: io.stdout.columns };
  const paragraphs = explanation(topic, layout);
  io.stdout.write(`${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`);
  return 0;
}

function explanation(topic: string, layout: ExplanationLayout): readonly (readonly string[])[] {
  const found = explanationOf(topic, layout);
  if (found !== undefined) return found;
  const named = scenarioBefore(topic);
  if (named !== undefined) {
    const variant = parseScenarioRef(topic)?.variant;
    if (variant === undefined) throw noVariant(explainCommand, named, topic, "onefactor explain ");
    return aboutVariant(named.id, variant, layout);
  }
  const meant = nearest(topic, Object.values(topics).flat());
  throw usageError(
    explainCommand,
    `There is no ${kinds} "${visible(topic)}".`,
    ...(meant === undefined ? [] : [`Did you mean: onefactor explain ${meant}?`]),
  );
}
