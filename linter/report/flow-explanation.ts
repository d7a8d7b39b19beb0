// The answer to --explain-flow: how each flow at a place was understood, so that a wrong verdict can be argued with.
import type { ExplainedFlow, ExplainedPlace, NoWay, RuleSaid, Touch, WayIn } from "../explained.ts";
import type { Flow, FlowStep, Place, Proof } from "../flow.ts";
import type { LintStats } from "../result.ts";
import { visible } from "./escape.ts";
import { askedWords, codeWords, frameworkWords, proofWords, stepWords } from "./flow-words.ts";
import { hang, padTo, shorten, textWidth, wrap } from "./layout.ts";
import { nearestBlocks, readingBlocks } from "./no-flow.ts";
import { codeAt, placeText, type TextOptions } from "./text.ts";
import { counted } from "./words.ts";

/** So many flows of one place are told in full; a helper that all handlers share has dozens. */
const mostFlows = 12;

/** The whole answer, ending in a line feed. */
export function flowExplanation(
  explained: ExplainedPlace,
  { profile }: Pick<LintStats, "profile">,
  options: TextOptions,
): string {
  const { flows, nearest, flowsInAll } = explained;
  const rest = flows.length - mostFlows;
  const blocks =
    flows.length === 0
      ? [...readingBlocks(explained, options), ...nearestBlocks(nearest, flowsInAll, options)]
      : [
          [headLine(explained, options)],
          ...flows.slice(0, mostFlows).flatMap((flow) => flowBlocks(flow, profile, options)),
          ...(rest > 0
            ? [[`And ${counted(rest, "more flow")} through this place; ask for the line of an entry point.`]]
            : []),
          wrap(
            "If one of these lines is not what the code does, report that line, with the smallest code that shows it.",
            options.width,
          ),
        ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headLine({ file, line, flows }: ExplainedPlace, { paint, shownPath }: TextOptions): string {
  return paint.strong(`${visible(shownPath(file))}:${line} is part of ${counted(flows.length, "flow")}.`);
}

// ---- one flow

function flowBlocks(
  explained: ExplainedFlow,
  profile: LintStats["profile"],
  options: TextOptions,
): string[][] {
  const { flow, touches, wayIn } = explained;
  const { paint, width } = options;
  const section = (title: string, lines: readonly string[]) => [paint.strong(`  ${title}`), ...lines];
  return [
    [
      ...wrap(visible(flow.entry.name), width).map(paint.strong),
      `  --> ${placeText(flow.entry.place, options)}`,
      ...hang("  entered by: ", frameworkWords(flow), width),
      ...hang("  the place asked about: ", touches.map((touch) => touchWords[touch]).join(", "), width),
      ...hang("  sure of it: ", `${flow.confidence}, the least of its parts`, width),
    ],
    section(
      "What it asks for, all of it",
      flow.proofs.length === 0
        ? ["    nothing that was recognised"]
        : flow.proofs.flatMap((proof) => proofLines(proof, options)),
    ),
    section("What happens, in order", chainLines(flow, options)),
    ...(flow.skips.length === 0
      ? []
      : [
          section(
            "What other ways to the same end ask for, and this one does not",
            flow.skips.map(
              (proof) => `    ${proofWords[proof.kind]}, at ${placeText(proof.checked.place, options)}`,
            ),
          ),
        ]),
    section(
      "What could not be decided",
      flow.unknowns.length === 0
        ? ["    nothing that was noticed"]
        : flow.unknowns.flatMap((unknown) => hang("    - ", visible(unknown), width)),
    ),
    section("What is enough to open it, line by line", wayInLines(wayIn, width)),
    section("What the rules say", ruleLines(explained, profile, options)),
  ];
}

const touchWords: Readonly<Record<Touch, string>> = {
  begins: "its entry point",
  handler: "inside its handler",
  step: "one of its steps",
  end: "what it ends in",
};

function proofLines(proof: Proof, options: TextOptions): string[] {
  const { width } = options;
  const { kind, confidence, sent, checked, code } = proof;
  const read = code === undefined ? [] : codeWords(code);
  return [
    ...hang("    - ", `${proofWords[kind]} (${kind}), believed with confidence ${confidence}`, width),
    ...(sent === undefined ? [] : placedLine("      ", `sent${detail(sent)}`, sent.place, options)),
    ...placedLine("      ", `checked${detail(checked)}`, checked.place, options),
    ...read.flatMap(({ text, place }) => hang("      ", `${text} (${placeText(place, options)})`, width)),
    ...(isSent(proof) && read.length === 0
      ? ["      how it is made, kept, checked and shown: nothing was read"]
      : []),
  ];
}

function detail({ detail: words }: FlowStep): string {
  return words === "" ? "" : ` (${visible(words)})`;
}

function isSent({ kind }: Proof): boolean {
  return kind === "unknown-code" || /^(?:sms|voice|whatsapp|email)-/.test(kind);
}

function placedLine(prefix: string, text: string, place: Place, options: TextOptions): string[] {
  return hang(prefix, `${text} at ${placeText(place, options)}`, options.width);
}

function chainLines({ steps }: Flow, options: TextOptions): string[] {
  const labels = steps.map((step, index) => `    ${index + 1} ${stepWords(step)}`);
  const column = Math.max(0, ...labels.map(textWidth)) + 2;
  const fits = steps.every(({ place }) => column + textWidth(placeText(place, options)) <= options.width);
  return steps.flatMap(({ place }, index) => {
    const label = labels[index] ?? "";
    const code = codeAt(place, options, options.width - 6);
    return [
      ...(fits
        ? [padTo(label, column) + placeText(place, options)]
        : [shorten(label, options.width), `      ${placeText(place, options)}`]),
      ...(code === undefined ? [] : [`    ${options.paint.faint("|")} ${code.trimStart()}`]),
    ];
  });
}

function wayInLines(wayIn: WayIn, width: number): string[] {
  if ("none" in wayIn) return hang("    ", noWayWords[wayIn.none], width);
  if (wayIn.opensTo.length === 0) return ["    nothing that a stranger can have"];
  return wayIn.opensTo.flatMap((set) =>
    hang("    - ", set.length === 0 ? "nothing at all" : visible(set.join(" and ")), width),
  );
}

const noWayWords: Readonly<Record<NoWay, string>> = {
  "makes-account": "The account itself is made on this path, so that nobody else's is opened.",
  "needs-session": "Whoever comes here is signed in already, so it is no way in for a stranger.",
  "unknown-code": "It asks for a code, and how that is sent was not found; nothing is claimed about it.",
  other: "It has no place in a setup, so that no rule about ways in judges it.",
};

function ruleLines(
  { said, silent, flow, wayIn }: ExplainedFlow,
  profile: LintStats["profile"],
  options: TextOptions,
) {
  const { width } = options;
  const quiet = (rules: readonly string[], why: string): string[] =>
    rules.length === 0 ? [] : hang("    - silent: ", `${rules.join(", ")}, because ${why}`, width);
  const facts = flow.proofs.some(({ code }) => code !== undefined && codeWords(code).length > 0);
  return [
    ...said.flatMap((one) => saidLines(one, profile, options)),
    ...quiet(
      silent.ways,
      "none" in wayIn
        ? "it is no way in that they could judge"
        : `a way that ${stepWords({ ...flow.effect, detail: "" })} for ${askedWords(flow)} is not what they look for`,
    ),
    ...quiet(
      silent.codes,
      facts
        ? "what was read of its codes is not what they look for"
        : "nothing was read of how its codes are treated",
    ),
  ];
}

function saidLines(
  { finding, fate }: RuleSaid,
  profile: LintStats["profile"],
  options: TextOptions,
): string[] {
  const head = `${finding.severity}[${visible(finding.rule)}], confidence ${finding.confidence}`;
  return hang("    - ", `${head}: ${visible(finding.message)}. ${fateWords()}`, options.width);

  function fateWords(): string {
    switch (fate.is) {
      case "reported":
        return "Reported.";
      case "same-as":
        return `Not told twice: it stands in the surer finding at ${placeText(fate.other, options)}.`;
      case "told-with":
        return `Told with the finding of ${visible(fate.rule)} at the same place.`;
      case "stood-for":
        return "Not told by itself: a finding of the same place stands for it, which is not shown either.";
      case "left-out-by-profile":
        return `Not told: the profile ${profile} leaves this rule out (--profile strict has it).`;
      case "below-severity":
        return "Not told: it is below --min-severity.";
      case "below-confidence":
        return "Not told: it is below --min-confidence.";
    }
  }
}
