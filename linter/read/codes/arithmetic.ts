// How many different values are left after something made was added to, multiplied, rounded, cut or looked up.
import type { MixOp } from "../facts.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { beyondCount, originsIn, type Size } from "./origins.ts";

/** What an operator makes of two numbers, where both are known as numbers. */
export function calculated(run: Run, op: MixOp | "+", l: Value, r: Value): Value | undefined {
  const [left, right] = [sizeOf(l), sizeOf(r)];
  if (left === undefined || right === undefined) return undefined;
  if (l.k === "const" && r.k === "const" && typeof l.v === "number" && typeof r.v === "number") {
    const v = folded(op, l.v, r.v);
    return v === undefined ? undefined : { k: "const", v };
  }
  const size = combined(op, left, right);
  return size === undefined ? undefined : { k: "any", name: "", id: run.newId(), from: [l, r], size };
}

function folded(op: MixOp | "+", l: number, r: number): number | undefined {
  switch (op) {
    case "+":
      return l + r;
    case "-":
      return l - r;
    case "*":
      return l * r;
    case "/":
      return l / r;
    case "%":
      return l % r;
    case "**":
      return l ** r;
    case "|":
      return l | r;
    default:
      return undefined;
  }
}

function combined(op: MixOp | "+", left: Size, right: Size): Size | undefined {
  const { low: a, high: b } = left;
  const { low: c, high: d } = right;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const choices = Math.min(left.choices * right.choices, beyondCount);
  const fraction = left.fraction === true || right.fraction === true;
  const within = (low: number, high: number): Size => ({
    choices,
    low,
    high,
    ...(fraction ? { fraction } : {}),
  });
  // What a number stays below lies one above the greatest of them, unless it is a fraction.
  const most = (size: Size): number => (size.high ?? 0) - (size.fraction === true ? 0 : 1);
  switch (op) {
    case "+":
      return within(a + c, most(left) + most(right) + (fraction ? 0 : 1));
    case "-":
      return right.choices === 1 ? within(a - c, b - c) : undefined;
    case "*": {
      const factor = right.choices === 1 ? c : left.choices === 1 ? a : undefined;
      const other = right.choices === 1 ? left : right;
      if (factor === undefined || factor <= 0) return undefined;
      return within(
        (other.low ?? 0) * factor,
        fraction ? (other.high ?? 0) * factor : most(other) * factor + 1,
      );
    }
    case "%":
      if (right.choices !== 1 || fraction || c <= 0) return undefined;
      return { choices: Math.min(left.choices, c), low: 0, high: c };
    case "|":
      return rounded(left);
    default:
      return undefined;
  }
}

/** A size as whole numbers, after `Math.floor` or `parseInt`. */
function rounded(size: Size): Size {
  if (size.fraction !== true || size.low === undefined || size.high === undefined) return size;
  const [low, high] = [Math.floor(size.low), Math.ceil(size.high)];
  return { choices: Math.max(high - low, 1), low, high };
}

/** A made number after rounding; everything else stays what it is. */
export function whole(run: Run, value: Value): Value {
  const size = sizeOf(value);
  if (size?.fraction !== true) return value;
  return { k: "any", name: "", id: run.newId(), from: [value], size: rounded(size) };
}

/** What is left of a made value after `toString(36)`, `slice(2, 8)` and the like; undefined for what was not made. */
export function cut(run: Run, on: Value, member: string, args: readonly Value[]): Value | undefined {
  if ((on.k !== "any" && on.k !== "fresh") || originsIn(on).length === 0) return undefined;
  const size = sizeOf(on);
  const numbers = args.map((arg) => (arg.k === "const" && typeof arg.v === "number" ? arg.v : undefined));
  const same = (changed: Size | undefined): Value => ({
    k: "any",
    name: "",
    id: run.newId(),
    from: [on],
    ...(changed === undefined ? {} : { size: changed }),
  });
  switch (member) {
    case "toString":
      return same(size === undefined ? undefined : { ...size, signs: signsOf(args[0]) });
    case "toFixed":
      return numbers[0] === undefined || numbers[0] === 0
        ? whole(run, on)
        : same(spelled(size, numbers[0]) ?? size);
    case "padStart":
    case "padEnd":
    case "trim":
    case "toUpperCase":
    case "toLowerCase":
    case "join":
    case "split":
    case "valueOf":
      return on;
    case "replace":
    case "replaceAll":
      return args[1]?.k === "const" ? on : undefined;
    case "slice":
    case "substring":
    case "substr": {
      const length = lengthOf(member, numbers[0], args.length > 1 ? numbers[1] : undefined, size?.length);
      if (length === undefined || size === undefined) return same(undefined);
      const possible = Math.min((size.signs ?? 10) ** length, beyondCount);
      const all = size.fraction === true ? possible : Math.min(size.choices, possible);
      return same({ choices: all, signs: size.signs ?? 10 });
    }
    default:
      return undefined;
  }
}

/** A fraction between nought and one with so many digits: `0.4242`. */
function spelled(size: Size | undefined, digits: number): Size | undefined {
  if (size?.fraction !== true || size.low !== 0 || size.high !== 1 || digits > 15) return undefined;
  return { choices: 10 ** digits, signs: 10, length: digits + 2 };
}

function lengthOf(
  member: string,
  from: number | undefined,
  to: number | undefined,
  all: number | undefined,
): number | undefined {
  if (from === undefined) return undefined;
  if (to === undefined && from >= 0 && all !== undefined) return all > from ? all - from : undefined;
  if (member === "substr") return to;
  if (to === undefined) return from < 0 ? -from : undefined;
  return to > from && from >= 0 ? to - from : undefined;
}

function signsOf(radix: Value | undefined): number {
  if (radix?.k !== "const") return 10;
  if (typeof radix.v === "number") return radix.v;
  return { hex: 16, base64: 64, base64url: 64 }[String(radix.v)] ?? 10;
}

/** One sign of a text, or one item of a list, chosen by something made: `digits[index]`. */
export function chosen(run: Run, from: Value, index: Value): Value | undefined {
  if (index.k !== "any" && index.k !== "fresh") return undefined;
  const size = sizeOf(index);
  if (size === undefined && originsIn(index).length === 0) return undefined;
  const items =
    from.k === "const" && typeof from.v === "string"
      ? from.v.length
      : from.k === "array"
        ? from.items.length
        : 0;
  const choices = items === 0 ? size?.choices : Math.min(items, size?.choices ?? items);
  return {
    k: "any",
    name: "",
    id: run.newId(),
    from: [index],
    ...(choices === undefined || (items === 0 && size?.fraction === true) ? {} : { size: { choices } }),
  };
}

function sizeOf(value: Value): Size | undefined {
  if (value.k === "const")
    return typeof value.v === "number" ? { choices: 1, low: value.v, high: value.v + 1 } : undefined;
  if (value.k === "fresh") return value.origin?.size;
  return value.k === "any" ? value.size : undefined;
}
