// How tight a limiter is that stands before a handler: one that counts requests by the hundred holds up no guesses.
import { isLimiter, liftsLimit, limitsByOptions } from "../../providers/limiters.ts";
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import { propOf, type Value } from "../values.ts";
import { keyOfCounting } from "./counted-by.ts";

/** `loosely`: many requests pass before it refuses, so that somebody with many addresses is hardly held up. */
export type Limit = "tightly" | "loosely" | "no";

/** More tries than this are no longer those of a person who mistypes. */
const manyTries = 20;
/** Nor are more than one in a second, however few of them count together. */
const manyInMinute = 60;
const minute = 60_000;

/** Judges limiters; what the project says of all of them is told once. */
export class Limits {
  private readonly run: Run;
  /** How tight the guards of Nest's throttler are that are told nothing themselves. */
  throttled: Limit = "tightly";

  constructor(run: Run) {
    this.run = run;
  }

  /** What a middleware, a guard or the options of a route limit. `name` is what the code calls it. */
  of(value: Value, name: string): Limit {
    switch (value.k) {
      case "package":
        if (!isLimiter(value.path, value.module)) return "no";
        return value.module === "@nestjs/throttler"
          ? this.ofThrottler(value.args[0])
          : this.tightness(value.args[0]);
      case "object":
        return limitsByOptions(value) ? this.tightness(propOf(propOf(value, "config"), "rateLimit")) : "no";
      case "any":
      case "function":
      case "class":
      case "instance":
        return isLimiter(name, "") ? "tightly" : "no";
      default:
        return "no";
    }
  }

  /** `ThrottlerModule.forRoot([…])`, or with `throttlers`: since version 5 these count in milliseconds. */
  noteThrottlers(options: Value | undefined): void {
    const all = options?.k === "array" ? options : propOf(options, "throttlers");
    if (all?.k === "array" && all.items.length > 0)
      this.throttled = tightest(all.items.map((one) => rate(propOf(one, "limit"), propOf(one, "ttl"))));
  }

  /** `@Throttle({ default: { limit, ttl } })`; before version 5 there were two numbers, and seconds. */
  private ofThrottler(options: Value | undefined): Limit {
    if (options?.k !== "object") return this.throttled;
    const all = Object.values(options.props);
    return all.length === 0
      ? this.throttled
      : tightest(all.map((one) => rate(propOf(one, "limit"), propOf(one, "ttl"))));
  }

  private tightness(options: Value | undefined): Limit {
    if (this.answers(propOf(options, "skip")).some(isAlwaysTrue)) return "no";
    const counted = keyOfCounting(this.answers(propOf(options, "keyGenerator")));
    if (counted === "chosen") return "no";
    if (counted === "account") return "tightly";
    const most = rate(propOf(options, "limit") ?? propOf(options, "max"), propOf(options, "windowMs"));
    return counted === "forwarded" ? "loosely" : most;
  }

  /** What a function in the options answers to a request. */
  private answers(value: Value | undefined): readonly Value[] {
    if (value === undefined) return [];
    if (value.k !== "function") return [value];
    const { run } = this;
    const { happenings } = run;
    run.happenings = [];
    const answers: Value[] = [];
    run.bounded(() => {
      for (const out of run.callFunction(value, [{ k: "request" }, { k: "response" }], new State()))
        answers.push(out.v);
    });
    run.happenings = happenings;
    return answers;
  }
}

function isAlwaysTrue(value: Value, _: number, all: readonly Value[]): boolean {
  return all.length === 1 && value.k === "const" && value.v === true;
}

/** How tight so many tries in such a time are, in milliseconds, where both are written. */
function rate(most: Value | undefined, window: Value | undefined): Limit {
  if (most?.k !== "const" || typeof most.v !== "number") return "tightly";
  if (most.v > manyTries) return "loosely";
  const time = window?.k === "const" && typeof window.v === "number" ? window.v : undefined;
  return time !== undefined && time > 0 && (most.v * minute) / time > manyInMinute ? "loosely" : "tightly";
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
