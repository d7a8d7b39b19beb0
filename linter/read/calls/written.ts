// What texts, lists and patterns that are written in the code say of each other: known at once, without running anything.
import { fits } from "../patterns/match.ts";
import type { Run } from "../run.ts";
import type { Out } from "../state.ts";
import type { Value } from "../values.ts";
import type { Call } from "./call.ts";

type Fixed = Extract<Value, { k: "const" }>;

const known = (v: boolean | number): Value => ({ k: "const", v });

/** What a call on something written gives, if all that it depends on is written, too. */
export function writtenCall(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s } = call;
  const [first] = args;
  if (first?.k === "function")
    return on.k === "array" && member === "some" ? someOf(run, on, first, s) : undefined;
  const value = first === undefined ? undefined : saidOf(on, member, first);
  return value === undefined ? undefined : [{ s, v: value }];
}

function saidOf(on: Value, member: string, first: Value): Value | undefined {
  if (on.k === "native") {
    const pattern = patternIn(on);
    return pattern !== undefined && member === "test" && isText(first) ? said(pattern, first.v) : undefined;
  }
  if (isText(on)) return ofText(on.v, member, first);
  if (on.k !== "array" || on.items.length === 0 || first.k !== "const") return undefined;
  const items = on.items.filter((item): item is Fixed => item.k === "const").map(({ v }) => v);
  if (items.length < on.items.length) return undefined;
  switch (member) {
    case "includes":
    case "has":
      return known(items.includes(first.v));
    case "indexOf":
      return known(items.indexOf(first.v));
    default:
      return undefined;
  }
}

function ofText(text: string, member: string, first: Value): Value | undefined {
  const pattern = first.k === "native" ? patternIn(first) : undefined;
  if (pattern !== undefined) return member === "match" ? matchOf(pattern, text) : undefined;
  if (!isText(first)) return undefined;
  switch (member) {
    case "startsWith":
      return known(text.startsWith(first.v));
    case "endsWith":
      return known(text.endsWith(first.v));
    case "includes":
      return known(text.includes(first.v));
    case "indexOf":
      return known(text.indexOf(first.v));
    default:
      return undefined;
  }
}

function matchOf(pattern: Pattern, text: string): Value | undefined {
  const fitting = said(pattern, text);
  if (fitting?.k !== "const") return undefined;
  // What was found in it is not worked out, only that something was.
  const part: Value = { k: "any", name: "", id: 0, from: [] };
  return fitting.v === true ? { k: "array", items: [part, part, part, part] } : { k: "const", v: null };
}

/** A list of which some item passes: each is looked at by itself, as long as what comes out depends on nothing else. */
function someOf(
  run: Run,
  list: Extract<Value, { k: "array" }>,
  test: Extract<Value, { k: "function" }>,
  s: Call["s"],
): Out[] | undefined {
  if (list.items.length === 0 || list.items.length > 32) return undefined;
  let passed = false;
  for (const item of list.items) {
    if (item.k !== "const" && patternIn(item) === undefined) return undefined;
    const [only, ...others] = run.callFunction(test, [item], s.fork());
    if (only?.v.k !== "const" || others.length > 0) return undefined;
    passed ||= Boolean(only.v.v);
  }
  return [{ s, v: known(passed) }];
}

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

/** The pattern that a value stands for: `/^\/login/i` goes by that name. */
export function patternIn(value: Value): Pattern | undefined {
  const [, source, flags = ""] = value.k === "native" ? (/^\/(.+)\/([a-z]*)$/s.exec(value.name) ?? []) : [];
  return source === undefined ? undefined : { source, flags };
}

function said({ source, flags }: Pattern, text: string): Value | undefined {
  const answer = fits(source, flags, text);
  return answer === undefined ? undefined : known(answer);
}

function isText(value: Value): value is Fixed & { readonly v: string } {
  return value.k === "const" && typeof value.v === "string";
}
