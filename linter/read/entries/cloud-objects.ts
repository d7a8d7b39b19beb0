// Finds functions of clouds that hand over plain parameters: cloud objects of uniCloud, functions of laf and of WeChat.
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { type Before, type Entry, functionIn, inputsOf, moduleScope, pointOf, unwrapped } from "./entry.ts";

const folders = /(?:^|\/)(cloudfunctions|cloud-functions|cloudObjects|uniCloud[\w-]*)\//;

/** The functions of one file. */
export function cloudObjectsIn(facts: FileFacts, run: Run): Entry[] {
  if (/\.obj\.js$/.test(facts.file)) return methodsOf(facts, run);
  if (!folders.test(facts.file)) return [];
  const one = facts.exports["main"];
  if (one?.k !== "value") return [];
  return entry(facts, run, "function main", staticValue(run, one.e, moduleScope(facts)), []);
}

/** Every method of a cloud object can be called from outside, but not those that begin with `_`. */
function methodsOf(facts: FileFacts, run: Run): Entry[] {
  const one = facts.exports["module.exports"] ?? facts.exports["default"];
  const object = one?.k === "value" ? staticValue(run, one.e, moduleScope(facts)) : undefined;
  if (object?.k !== "object") return [];
  const first = object.props["_before"];
  const before: Before[] = first === undefined ? [] : [{ name: "_before", value: first }];
  return Object.entries(object.props).flatMap(([name, value]) =>
    name.startsWith("_") ? [] : entry(facts, run, `method ${name}`, whole(run, value), before),
  );
}

/** `resetPassword: require("./reset-password")`, whose file exports one function. */
function whole(run: Run, value: Value): Value {
  if (value.k !== "module") return value;
  const facts = run.project.factsOf(value.file);
  const one = facts?.exports["module.exports"] ?? facts?.exports["default"];
  return facts === undefined || one?.k !== "value" ? value : staticValue(run, one.e, moduleScope(facts));
}

function entry(facts: FileFacts, run: Run, name: string, value: Value, before: readonly Before[]): Entry[] {
  const found = functionIn(value) === undefined ? undefined : unwrapped(run, value);
  if (found === undefined) return [];
  const at = run.project.factsOf(found.handler.file)?.functions[found.handler.fn]?.at ?? [1, 1];
  // `this.authInfo`, `this.auth`: who is signed in, as the middleware of the object left it.
  const handler = { ...found.handler, self: found.handler.self ?? context };
  const point = pointOf(run, "cloud-object", name, handler, { file: facts.file, at });
  return [{ point, before: [...before, ...found.before], handler, args: inputsOf(run, handler) }];
}

const context: Value = {
  k: "object",
  props: { authInfo: { k: "session", path: "" }, auth: { k: "session", path: "" } },
  rest: [{ k: "request" }],
  model: null,
};
