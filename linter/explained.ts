// What is told about one place in the code: how each flow there was understood, and what every rule makes of it.
import type { Finding, SkippedFile } from "./finding.ts";
import type { Flow, Place } from "./flow.ts";
import type { SkipReason } from "./skipped.ts";

/** Why a flow is told at a place. */
export type Touch = "begins" | "handler" | "step" | "end";

/** What became of something that a rule said. */
export type RuleFate =
  | { readonly is: "reported" }
  /** The same thing stands in a surer finding. */
  | { readonly is: "same-as"; readonly other: Place }
  /** A finding of the same place stands for it, which is not shown either. */
  | { readonly is: "stood-for" }
  | { readonly is: "told-with"; readonly rule: string }
  | { readonly is: "left-out-by-profile" }
  | { readonly is: "below-severity" | "below-confidence" };

/** What a rule said of a flow. */
export interface RuleSaid {
  readonly finding: Finding;
  readonly fate: RuleFate;
}

/** Why a flow gives rules for ways in nothing to judge. */
export type NoWay = "makes-account" | "needs-session" | "unknown-code" | "other";

/** What a flow opens to, each list of things being enough; or why it is no way in. */
export type WayIn = { readonly opensTo: readonly (readonly string[])[] } | { readonly none: NoWay };

/** One flow as it was understood. */
export interface ExplainedFlow {
  readonly flow: Flow;
  readonly touches: readonly Touch[];
  readonly wayIn: WayIn;
  readonly said: readonly RuleSaid[];
  /** The rules that say nothing: those for ways in, and those for codes. */
  readonly silent: { readonly ways: readonly string[]; readonly codes: readonly string[] };
}

/** What was read of the file in which the place is. */
export type FileReading =
  | { readonly is: "left-out"; readonly path: string; readonly reason: SkipReason }
  | { readonly is: "no-code" | "setup" | "settings" | "not-scanned" | "no-candidate" | "page" }
  | { readonly is: "read"; readonly troubles: readonly SkippedFile[] };

/** Everything about one place. */
export interface ExplainedPlace {
  readonly file: string;
  readonly line: number;
  readonly reading: FileReading;
  readonly flows: readonly ExplainedFlow[];
  /** Where no flow is: the nearest ones, and where they come nearest. */
  readonly nearest: readonly { readonly flow: Flow; readonly at: Place }[];
  readonly flowsInAll: number;
}
