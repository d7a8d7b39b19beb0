// Lengths of time as people write them in a setup: `30s`, `10m`, `24h`, `7d`.
import * as v from "valibot";

/** What a length of time looks like. */
export const durationPattern = /^[0-9]{1,4}[smhd]$/;

/** A length of time: a whole number and a unit, for example `10m` or `7d`. */
export const durationSchema = v.pipe(
  v.string(),
  v.regex(durationPattern, "expected a length of time such as 30s, 10m, 24h or 7d"),
  v.description("A length of time: a whole number and s, m, h or d, for example 10m."),
);

export { durationMilliseconds } from "./duration-milliseconds.ts";
