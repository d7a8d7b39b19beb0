// A call as one path comes to it: what it is made on, with what, and where it is written.
import type { State } from "../state.ts";
import type { Scope, Spot, Value } from "../values.ts";

/** Where and how a call is written. */
export interface Site {
  readonly spot: Spot;
  /** The dotted name as written: `this.smsService.send`. */
  readonly name: string;
  readonly made: boolean;
  readonly scope: Scope;
}

/** A call of a member: `on.member(…)`. Who follows it owns its path. */
export interface Call {
  readonly on: Value;
  readonly member: string;
  readonly args: readonly Value[];
  readonly s: State;
  readonly site: Site;
}
