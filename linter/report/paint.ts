// Colours for a terminal, or none: reports ask for a meaning and never depend on being seen in colour.
import type { Severity } from "../finding.ts";

/** Marks up text by what it means. Every function may return its text unchanged. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** No colour at all. */
export const plain: Paint = {
  severity: (_severity, text) => text,
  strong: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  bad: (text) => text,
};
