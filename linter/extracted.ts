// The setup that a whole project stands for, with what speaks for each part: plain data for reports to write down.
import type { SetupInput } from "../simulator/index.ts";
import type { Place } from "./flow.ts";

/** One remark beside a part of the setup. Untrusted text may be quoted in it. */
export interface Remark {
  /** Where it was read; absent for what is assumed or not known. */
  readonly at?: Place;
  readonly text: string;
}

/** Where a part stands in the setup: `["accounts", 1, "recovery", 0]`. */
export type PartPath = readonly (string | number)[];

/** What was read of a project, as one setup. */
export interface Extracted {
  /** It holds only what was read or is needed to play; everything else has its default. */
  readonly setup: SetupInput;
  readonly remarks: readonly { readonly path: PartPath; readonly remarks: readonly Remark[] }[];
  /** What was read and stands for no part of the setup, each with the reason. */
  readonly aside: readonly Remark[];
}
