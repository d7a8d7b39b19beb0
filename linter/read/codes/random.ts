// What makes a code: which sources can be predicted, and how many different values a call of each can give.
// Read in lodash 4.18.1, underscore 1.13.8, chance 1.1.13, random-int 3.1.0, unique-random 4.0.0, randexp 0.6.1, hat 0.0.3,
// voucher-code-generator 1.3.0, uniqid 5.4.0, nanoid 5.1.16, randomstring 1.3.1, otp-generator 4.0.1, rand-token 1.0.1,
// randomatic 3.1.1, crypto-random-string 5.0.0, generate-password 1.7.1, password-generator 3.0.0 and secure-random 1.1.2.
import type { PackageCall } from "../../providers/provider.ts";
import type { Site } from "../calls/call.ts";
import type { Run } from "../run.ts";
import type { State } from "../state.ts";
import { propOf, type Value } from "../values.ts";
import { beyondCount, type Origin, type Size } from "./origins.ts";

type Made = Pick<Origin, "how" | "size">;
type Fresh = Extract<Value, { k: "fresh" }>;

/** A value that is made here and now, with where it comes from. */
export function fresh(run: Run, s: State, site: Site, long: boolean, made: Made, source = site.name): Fresh {
  const origin: Origin = {
    spot: site.spot,
    source,
    how: made.how,
    guarded: s.guarded,
    times: run.rounds,
    ...(made.size === undefined ? {} : { size: made.size }),
  };
  return { k: "fresh", id: run.newId(), long, origin };
}

/** `Math.random()`: a fraction whose next value can be worked out of earlier ones. */
export const mathRandom: Made = {
  how: "guessable",
  size: { choices: Infinity, low: 0, high: 1, fraction: true },
};

/** What a call into a package makes, if it makes anything random. */
export function madeBy({ module, path, args }: PackageCall): Made | undefined {
  const [first, second] = args;
  const member = path.slice(path.lastIndexOf(".") + 1);
  if (module === "crypto") return madeByCrypto(member, first, second);
  if (/^(lodash|underscore|lodash-es)([./].*)?$/.test(module)) {
    const name = member === "" || member === "default" ? module.replace(/^.*[./]/, "") : member;
    if (name === "random") return { how: "guessable", ...sized(between(first, second, true)) };
    return /^(sample|sampleSize|shuffle)$/.test(name) ? { how: "guessable" } : undefined;
  }
  if (module === "chance") {
    const { min, max } = { min: propOf(first, "min"), max: propOf(first, "max") };
    return /^(integer|natural)$/.test(member) && max !== undefined
      ? { how: "guessable", ...sized(between(min ?? zero, max, true)) }
      : /\(\)\./.test(path)
        ? { how: "guessable" }
        : undefined;
  }
  if (module === "random-int") return { how: "guessable", ...sized(between(first, second, true)) };
  if (/^(unique-random|randexp|hat|voucher-code-generator|uniqid|nanoid\/non-secure)$/.test(module))
    return { how: "guessable" };
  if (module === "nanoid") return /\(\)$/.test(path) ? { how: "random", ...customAlphabet(args) } : undefined;
  if (module === "randomstring") {
    const length = numberIn(propOf(first, "length") ?? first);
    return { how: "random", ...sized(signs(textIn(propOf(first, "charset")), length)) };
  }
  if (module === "secure-random") return madeOfBytes(first);
  if (module === "otp-generator") return { how: "random", ...sized(otpSigns(first, second)) };
  return undefined;
}

const zero: Value = { k: "const", v: 0 };

function madeByCrypto(member: string, first: Value | undefined, second: Value | undefined): Made | undefined {
  if (member === "randomInt") return { how: "random", ...sized(between(first, second, false)) };
  if (member === "randomUUID") return { how: "random" };
  return member === "randomBytes" || member === "pseudoRandomBytes" ? madeOfBytes(first) : undefined;
}

function madeOfBytes(count: Value | undefined): Made {
  const bytes = numberIn(count);
  return {
    how: "random",
    ...sized(bytes === undefined ? undefined : { choices: Math.min(256 ** bytes, beyondCount), signs: 16 }),
  };
}

/** Whole numbers from the first to the second, or from nought to the only one. */
function between(first: Value | undefined, second: Value | undefined, closed: boolean): Size | undefined {
  const [low, end] =
    second === undefined || second.k === "function"
      ? [0, numberIn(first)]
      : [numberIn(first), numberIn(second)];
  if (low === undefined || end === undefined || end <= low) return undefined;
  const high = closed ? end + 1 : end;
  return { choices: high - low, low, high };
}

function signs(charset: string | undefined, length: number | undefined): Size | undefined {
  if (length === undefined) return undefined;
  const count = { numeric: 10, alphabetic: 52, alphanumeric: 62, hex: 16, binary: 2, octal: 8 }[
    charset ?? "alphanumeric"
  ];
  const each = count ?? new Set(charset).size;
  return { choices: Math.min(each ** length, beyondCount), signs: each };
}

function otpSigns(length: Value | undefined, options: Value | undefined): Size | undefined {
  const count = numberIn(length) ?? 10;
  const has = (names: readonly string[]): boolean =>
    names.every((name) => {
      const value = propOf(options, name);
      return !(value?.k === "const" && value.v === false);
    });
  const each =
    (has(["digits"]) ? 10 : 0) +
    (has(["lowerCaseAlphabets", "alphabets"]) ? 26 : 0) +
    (has(["upperCaseAlphabets", "upperCase"]) ? 26 : 0) +
    (has(["specialChars"]) ? 4 : 0);
  // The first sign is never a nought.
  const first = has(["digits"]) ? each - 1 : each;
  return each === 0
    ? undefined
    : { choices: Math.min(first * each ** (count - 1), beyondCount), signs: each };
}

/** `customAlphabet("0123456789", 6)` gives a function that is called later, with the arguments of its making. */
function customAlphabet(args: readonly Value[]): { size?: Size } {
  const alphabet = textIn(args[0]);
  const length = numberIn(args[1]);
  return alphabet === undefined || length === undefined
    ? {}
    : { size: { choices: Math.min(new Set(alphabet).size ** length, beyondCount) } };
}

function numberIn(value: Value | undefined): number | undefined {
  return value?.k === "const" && typeof value.v === "number" ? value.v : undefined;
}

function textIn(value: Value | undefined): string | undefined {
  return value?.k === "const" && typeof value.v === "string" ? value.v : undefined;
}

function sized(size: Size | undefined): { size?: Size } {
  return size === undefined ? {} : { size };
}
