// Finds the handlers of h3, as Nitro and Nuxt use it: `export default defineEventHandler(…)` in a folder of the server.
import { nameOf } from "../called.ts";
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, type Value } from "../values.ts";
import { type Entry, moduleScope, nameInValue, pointOf, unwrapped } from "./entry.ts";

const defines = /^(define)?(Cached|Lazy|Authed|Protected)?[eE]ventHandler$/;
/** Folders whose files are routes, with the verb in the ending: `server/api/account/reset.post.ts`. */
const place =
  /(?:^|\/)server\/(api|routes)\/(.*?)(?:\.(get|post|put|patch|delete|head|options))?\.[cm]?[jt]s$/;

/** The handler of one file. */
export function h3In(facts: FileFacts, run: Run): Entry[] {
  const route = place.exec(facts.file);
  const exported = facts.exports["default"];
  if (exported?.k !== "value") return [];
  const e = definition(exported.e);
  if (route === null && e === undefined) return [];
  const scope = moduleScope(facts);
  const value = staticValue(run, e ?? exported.e, scope);
  const options = value.k === "any" || value.k === "package" ? optionsOf(value) : undefined;
  const found = unwrapped(run, propOf(options, "handler") ?? value);
  if (found === undefined) return [];
  const [, folder = "", path = "", verb = "all"] = route ?? [];
  const address = `${folder === "api" ? "/api" : ""}/${path.replace(/(^|\/)index$/, "")}`;
  const own = run.project.factsOf(found.handler.file)?.functions[found.handler.fn];
  const name = route === null ? "event handler" : `${verb.toUpperCase()} ${address}`;
  return [
    {
      point: pointOf(run, "h3", name, found.handler, { file: facts.file, at: own?.at ?? [1, 1] }),
      before: [...hooksIn(options), ...found.before],
      beforeArgs: [{ k: "request" }],
      handler: found.handler,
      args: [{ k: "request" }],
    },
  ];
}

/** The call that defines a handler, if that is what is exported. */
function definition(e: Expr): Extract<Expr, { k: "call" }> | undefined {
  return e.k === "call" && defines.test(nameOf(e.f).replace(/^.*\./, "")) ? e : undefined;
}

/** `defineEventHandler({ onRequest: [guard], handler })` */
function optionsOf(value: Extract<Value, { k: "any" | "package" }>): Value | undefined {
  return (value.k === "any" ? value.from : value.args).find(
    (one) => one.k === "object" && propOf(one, "handler") !== undefined,
  );
}

function hooksIn(options: Value | undefined): Entry["before"] {
  const hook = propOf(options, "onRequest");
  if (hook === undefined) return [];
  return (hook.k === "array" ? hook.items : [hook]).map((value) => ({ name: nameInValue(value), value }));
}
