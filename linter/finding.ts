// A finding: what a rule reports, in the shape that all reports render.
import type { SourceId, TrailEntry } from "../simulator/index.ts";
import type { Confidence, Place } from "./flow.ts";

export type Severity = "error" | "warning" | "info";

/** A place that belongs to a finding, and what happens there. */
export interface RelatedPlace extends Place {
  readonly message: string;
}

/** What follows from a finding without being an alarm of its own. */
export interface Consequence {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

export interface Finding extends Place {
  /** The rule's id, a word such as `sms-only-reset`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** The attack in one line. */
  readonly attack: string;
  /** How to mend it. */
  readonly fix: string;
  /** The chain, in order: sent here, checked here, password written here. */
  readonly related: readonly RelatedPlace[];
  /** Stable under moved lines: of rule, entry symbol and evidence. */
  readonly fingerprint: string;
  /** Clauses it rests on, for example `ASVS 5.0 6.4.3`. */
  readonly clauses: readonly string[];
  /** What the reading could not decide and the reader should look at. */
  readonly notes: readonly string[];
  readonly consequences: readonly Consequence[];
  /** The play that the statecharts executed on the inferred setup. */
  readonly trail: readonly TrailEntry[];
  /** The scenario of that play; absent where no play gets anywhere. */
  readonly scenario?: string;
  readonly playUrl?: string;
}

/** A clause of a standard that a rule rests on. */
export interface Clause {
  /** For example `ASVS 5.0 6.4.3`. */
  readonly id: string;
  /** What it asks for, in our words. */
  readonly asks: string;
}

/** `single-factor`: who gets in; `code`: how a code is made and kept; `configuration`: what a service is told to do. */
export type RuleGroup = "single-factor" | "code" | "configuration";

/** What a rule says about itself: for `explain`, for reports, and for the page of the same id. */
export interface RuleMeta {
  /** A word such as `sms-only-reset`; also the name of its file, its page and its tests. */
  readonly id: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** True for a rule that is silent unless the profile `strict` or that of a standard asks for it. */
  readonly strict?: true;
  /** What it finds, as one line. */
  readonly title: string;
  /** Why that matters, in a few sentences. */
  readonly why: string;
  /** When such a place is no mistake. */
  readonly fine: readonly string[];
  readonly mend: readonly string[];
  readonly clauses: readonly Clause[];
  /** Where its claims about the world come from. */
  readonly sources: readonly SourceId[];
}

/** A file that was not read, and why. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
  /** For a setup with errors, each of them as `line:column path: what is wrong`. May quote the file: untrusted text. */
  readonly details?: readonly string[];
}

/** What is said of a file of settings that tells how people sign in, and that nothing could be made of. */
export const unparsedSettings = "has settings of a sign-in in it and could not be parsed";
