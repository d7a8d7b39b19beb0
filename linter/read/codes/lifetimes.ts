// How long something is kept: what a cache, a token or a table is told about when to forget it.
import { propOf, shapeOf, textsOf, type Value } from "../values.ts";

/** That something ends by itself, and after how many milliseconds where that was read. */
export interface Lifetime {
  readonly milliseconds?: number;
}

/** A field that says until when, or since when, what stands beside it holds. */
export function isTimeName(name: string): boolean {
  return /expir|(^|_)until$|valid_?(until|till|to|for)|ttl|deadline|(^|_)exp$|(otp|code|token|pin|sms)_?(time|timestamp|at|date|sent)|sent_?(at|time|date|on)|created?_?(at|time|date|on)|generated_?at|issued_?at|requested_?at|timestamp|^(time|date|created|at|iat)$/i.test(
    name,
  );
}

/** What the arguments of `set` say after the key and the value: `"EX", 300`, `{ ex: 300 }`, `300`. */
export function lifetimeIn(
  args: readonly Value[],
  unit: "seconds" | "unknown" = "unknown",
): Lifetime | undefined {
  for (const [index, arg] of args.entries()) {
    const [word] = textsOf(arg);
    if (word !== undefined && /^(EX|PX|EXAT|PXAT)$/i.test(word))
      return inMilliseconds(args[index + 1], /^E/i.test(word) ? 1_000 : 1);
    if (arg.k === "object") {
      const found = optionIn(arg);
      if (found !== undefined) return found;
      continue;
    }
    if (arg.k === "const" && typeof arg.v === "number" && arg.v > 0)
      return unit === "seconds" ? { milliseconds: arg.v * 1_000 } : {};
    // A time to live that comes from a setting.
    if (arg.k !== "const" && arg.k !== "function" && arg.k !== "fresh") return {};
  }
  return undefined;
}

/** `{ stdTTL: 300 }`, `{ ttl: 300_000 }`, `{ expiresIn: "10m" }`. */
export function optionIn(options: Value | undefined): Lifetime | undefined {
  const fixed: readonly (readonly [name: string, milliseconds: number])[] = [
    ["EX", 1_000],
    ["ex", 1_000],
    ["PX", 1],
    ["px", 1],
    ["stdTTL", 1_000],
    ["maxAge", 1],
  ];
  for (const [name, unit] of fixed) {
    const value = propOf(options, name);
    if (value !== undefined) return inMilliseconds(value, unit);
  }
  const words = propOf(options, "expiresIn") ?? propOf(options, "expiration");
  if (words !== undefined) return spelled(words);
  const other = ["ttl", "expirationTtl", "expire", "expires", "expireIn", "EXAT", "PXAT"].some(
    (name) => propOf(options, name) !== undefined,
  );
  return other ? {} : undefined;
}

/** `"10m"`, `"15 minutes"`, or a number of seconds, as `jsonwebtoken` takes them. */
export function spelled(value: Value): Lifetime {
  // After no seconds at all: at the time that stands in the row.
  if (value.k === "const" && typeof value.v === "number")
    return value.v === 0 ? {} : { milliseconds: value.v * 1_000 };
  const found = /^(\d+)\s*(s|sec|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)$/i.exec(shapeOf(value));
  if (found === null) return {};
  const unit = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[(found[2] ?? "").charAt(0).toLowerCase()];
  return unit === undefined ? {} : { milliseconds: Number(found[1]) * unit };
}

export function inMilliseconds(value: Value | undefined, unit: number): Lifetime {
  return value?.k === "const" && typeof value.v === "number" ? { milliseconds: value.v * unit } : {};
}

/** How far after now a moment lies: `Date.now() + 300_000`, `new Date(Date.now() + …)`. */
export function fromNow(value: Value): Lifetime {
  const waiting: Value[] = [value];
  for (let next = waiting.pop(), seen = 0; next !== undefined && seen < 20; next = waiting.pop(), seen++) {
    const terms = next.k === "text" ? next.parts : next.k === "any" ? next.from : [];
    const now = terms.some((term) => isNow(term));
    const [after] = terms.filter(
      (term) => term.k === "const" && typeof term.v === "number" && term.v >= 1_000,
    );
    if (now && after !== undefined && terms.length === 2) return inMilliseconds(after, 1);
    waiting.push(...terms);
  }
  return {};
}

function isNow(value: Value): boolean {
  return value.k === "any" && (/^(now|getTime|Date|valueOf)$/.test(value.name) || value.from.some(isNow));
}
