// How tight a limiter is that stands before a handler: one that counts requests by the hundred holds up no guesses.
import { isLimiter, liftsLimit, limitsByOptions } from "../../providers/limiters.ts";
import { propOf, type Value } from "../values.ts";

/** `loosely`: many requests pass before it refuses, so that somebody with many addresses is hardly held up. */
export type Limit = "tightly" | "loosely" | "no";

/** More tries than this are no longer those of a person who mistypes. */
const manyTries = 20;

/** What a middleware, a guard or the options of a route limit. `name` is what the code calls it. */
export function limitOf(value: Value, name: string): Limit {
  switch (value.k) {
    case "package":
      return isLimiter(value.path, value.module) ? tightness(value.args[0]) : "no";
    case "object":
      return limitsByOptions(value) ? tightness(propOf(propOf(value, "config"), "rateLimit")) : "no";
    case "any":
    case "function":
    case "class":
    case "instance":
      return isLimiter(name, "") ? "tightly" : "no";
    default:
      return "no";
  }
}

/** Whether a decorator takes a handler out of the limits around it. */
export function liftsLimits(value: Value, name: string): boolean {
  return value.k === "package" ? liftsLimit(value.path, value.module) : liftsLimit(name, "");
}

/** The tightest of several. */
export function tightest(limits: readonly Limit[]): Limit {
  if (limits.includes("tightly")) return "tightly";
  return limits.includes("loosely") ? "loosely" : "no";
}

function tightness(options: Value | undefined): Limit {
  // Who is counted by something else than the address was thought about.
  if (propOf(options, "keyGenerator") !== undefined) return "tightly";
  const most = propOf(options, "limit") ?? propOf(options, "max");
  return most?.k === "const" && typeof most.v === "number" && most.v > manyTries ? "loosely" : "tightly";
}
