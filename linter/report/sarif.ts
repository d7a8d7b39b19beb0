// The report for code scanning services: SARIF 2.1.0, with the chain as a code flow.
import type { Finding, RuleMeta, Severity } from "../finding.ts";
import type { Place } from "../flow.ts";
import { encodable, visible } from "./escape.ts";
import type { ReportInput } from "./report.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** GitHub sorts alerts by this number: 7 and more is shown as high, 4 and more as medium. */
const securitySeverity: Readonly<Record<Severity, string>> = { error: "8.0", warning: "5.0", info: "2.0" };

/** The result as SARIF, ending in a line feed. */
export function sarifReport({ result, rules, version }: ReportInput): string {
  const metas = [...rules.values()];
  const ruleIndex = new Map(metas.map((meta, index) => [meta.id, index]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "onefactor", semanticVersion: version, rules: metas.map(descriptor) } },
        properties: { profile: result.stats.profile },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          ROOT: {
            description: {
              text: "The folder that paths are relative to: the one from which onefactor was started or, for paths outside of it, the nearest that holds them all.",
            },
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: result.skipped.map(({ file, reason, details = [] }) => ({
              // A setup with errors is for its author to mend; everything else is only for the record.
              level: details.length === 0 ? "note" : "error",
              message: {
                text: message([`Not read: ${file} (${reason}).`, ...details].join(" ")),
              },
              locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
            })),
          },
        ],
        results: result.findings.map((finding) => sarifResult(finding, ruleIndex.get(finding.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(meta: RuleMeta) {
  return {
    id: meta.id,
    name: meta.id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: meta.title },
    fullDescription: { text: meta.why },
    defaultConfiguration: { level: levels[meta.severity] },
    help: { text: helpLines(meta, "").join("\n"), markdown: helpLines(meta, "**").join("\n") },
    properties: {
      tags: ["security", ...meta.clauses.flatMap(({ id }) => cweTag(id))],
      precision: "high",
      "security-severity": securitySeverity[meta.severity],
    },
  };
}

function helpLines(meta: RuleMeta, strong: "" | "**"): string[] {
  const heading = (text: string) => `${strong}${text}${strong}`;
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`);
  return [
    meta.why,
    "",
    heading("How to mend it"),
    "",
    ...list(meta.mend),
    "",
    heading("When it is fine"),
    "",
    ...list(meta.fine),
    "",
    heading("What it rests on"),
    "",
    ...list(meta.clauses.map(({ id, asks }) => `${id}: ${asks}`)),
  ];
}

function cweTag(clause: string): string[] {
  const number = /^CWE-(\d+)$/.exec(clause)?.[1];
  return number === undefined ? [] : [`external/cwe/cwe-${number.padStart(3, "0")}`];
}

function sarifResult(finding: Finding, ruleIndex: number | undefined) {
  const notes = finding.notes.map((note) => ` Look at: ${note}.`).join("");
  const others = finding.consequences
    .filter(({ rule }) => rule !== finding.rule)
    .map(({ rule, message: said }) => ` Also ${rule}: ${said}.`)
    .join("");
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: message(`${finding.message}. ${finding.attack} ${finding.fix}${others}${notes}`) },
    locations: [location(finding)],
    relatedLocations: finding.related.map((place, index) => ({
      id: index + 1,
      ...location(place, place.message),
    })),
    ...(finding.related.length === 0
      ? {}
      : {
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: finding.related.map((place, index) => ({
                    executionOrder: index + 1,
                    location: location(place, place.message),
                  })),
                },
              ],
            },
          ],
        }),
    partialFingerprints: { "onefactor/v1": finding.fingerprint },
    properties: {
      confidence: finding.confidence,
      clauses: finding.clauses,
      ...(finding.playUrl === undefined ? {} : { playUrl: finding.playUrl }),
    },
  };
}

function location(place: Place, text?: string) {
  return {
    physicalLocation: {
      artifactLocation: artifact(place.file),
      region: {
        startLine: place.line,
        startColumn: place.column,
        ...(place.endLine === undefined ? {} : { endLine: place.endLine }),
      },
    },
    ...(text === undefined ? {} : { message: { text: message(text) } }),
  };
}

function artifact(file: string) {
  // Every part on its own, so that a slash in the path stays one; a lone surrogate has no encoding and is replaced.
  const uri = encodable(file).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "ROOT" };
}

/**
 * Text for a message. SARIF turns `[words](target)` into a link even in plain text; only our own words could want one,
 * so every such bracket loses its power.
 */
function message(text: string): string {
  return visible(text).replaceAll("](", "] (");
}
