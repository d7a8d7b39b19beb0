// Members that every text and every list has: those that leave a value what it is, and those that go through its items.
import type { Call } from "./call.ts";
import type { Run } from "../run.ts";
import type { Out } from "../state.ts";
import { either, nothing } from "../values.ts";

const sameText =
  /^(toString|trim|toLowerCase|toUpperCase|replace|replaceAll|slice|substring|substr|padStart|padEnd|valueOf|toObject|toJSON|normalize|split|join|concat|toFixed|toLocaleString|lean|exec|populate|clone|unwrap|parse|data|val|hex|digest|toArray|getTime)$/;

/** Calls that leave a value what it is. */
export function passedThrough(call: Call): Out[] | undefined {
  const { member, args, s } = call;
  let { on } = call;
  if (on.k === "store" || on.k === "any" || on.k === "instance" || on.k === "native") return undefined;
  if (member === "update" && on.k === "hash") return [{ s, v: { k: "hash", of: args[0] ?? nothing } }];
  if (
    /^(equals|localeCompare|isEqual)$/.test(member) &&
    args[0] !== undefined &&
    (on.k === "record" || on.k === "input" || on.k === "hash")
  )
    return [{ s, v: { k: "test", op: "==", l: on, r: args[0], spot: { file: "", at: [1, 1] } } }];
  // What a row was chosen by more closely, before it is awaited.
  if (on.k === "record" && /^(sort|select|limit|skip|hint|session|collation)$/.test(member))
    return [{ s, v: on }];
  if (!sameText.test(member)) return undefined;
  // Only a text can be trimmed: from here on it is known to be one.
  if (on.k === "input") on = { ...on, typed: true };
  if (member === "concat") return [{ s, v: { k: "text", parts: [on, ...args] } }];
  // What is put in while replacing becomes a part of the text: `template.replace("{code}", code)`.
  const [, put] = args;
  if (/^replace/.test(member) && put !== undefined && put.k !== "const" && put.k !== "function")
    return [{ s, v: { k: "text", parts: [on, put] } }];
  if (on.k === "const" && (member === "toLowerCase" || member === "toUpperCase") && typeof on.v === "string")
    return [{ s, v: { k: "const", v: member === "toLowerCase" ? on.v.toLowerCase() : on.v.toUpperCase() } }];
  return [{ s, v: on }];
}

/** Goes through a list: once, for any item of it. */
export function eachItem(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s } = call;
  if (
    !/^(map|forEach|find|filter|some|every|flatMap|reduce|findIndex)$/.test(member) ||
    args[0]?.k !== "function"
  )
    return undefined;
  const item =
    on.k === "array" && on.items.length > 0
      ? either(on.items)
      : on.k === "record"
        ? on
        : run.any("item", [on]);
  const outs = run.callFunction(
    args[0],
    member === "reduce" ? [run.any("sum"), item] : [item, run.any("index")],
    s,
  );
  if (/^(some|every)$/.test(member)) return outs;
  if (/^(find|filter)$/.test(member)) return outs.map((out) => ({ s: out.s, v: item }));
  return outs.map((out) => ({ s: out.s, v: { k: "array", items: [out.v] } }));
}
