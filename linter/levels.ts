// Severity and confidence as levels: what is at or above the one that somebody chose.
import type { Finding, Severity } from "./finding.ts";
import type { Confidence } from "./flow.ts";

/** From the least to the most. */
export const severities: readonly Severity[] = ["info", "warning", "error"];
/** From the least to the most. */
export const confidences: readonly Confidence[] = ["low", "medium", "high"];

/** The least that a finding must have to be shown. */
export interface Levels {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** What is shown unless something else is asked for: everything but what only names speak for. */
export const defaultLevels: Levels = { severity: "info", confidence: "medium" };

/** Whether a finding is at or above both levels. */
export function isShown(finding: Finding, { severity, confidence }: Levels): boolean {
  return (
    severities.indexOf(finding.severity) >= severities.indexOf(severity) &&
    confidences.indexOf(finding.confidence) >= confidences.indexOf(confidence)
  );
}
