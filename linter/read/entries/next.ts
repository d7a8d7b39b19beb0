// Finds the entry points of Next.js: route handlers, API pages, server actions.
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { type Entry, functionIn, inputsOf, moduleScope, pointOf } from "./entry.ts";

const verbs = ["POST", "PUT", "PATCH", "DELETE", "GET"];

/** The entry points of Next.js in one file. */
export function nextIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  const add = (name: string, value: Value, args: readonly Value[]): void => {
    const handler = functionIn(value);
    if (handler === undefined) return;
    const own = run.project.factsOf(handler.file)?.functions[handler.fn];
    found.push({
      point: pointOf(run, "next", name, handler, { file: facts.file, at: own?.at ?? [1, 1] }),
      before: [],
      handler,
      args,
    });
  };
  const scope = moduleScope(facts);
  const exported = (name: string): Value | undefined => {
    const one = facts.exports[name];
    if (one?.k === "value") return staticValue(run, one.e, scope);
    return undefined;
  };
  const route = /(?:^|\/)app\/((?:.*\/)?)route\.[cm]?[jt]sx?$/.exec(facts.file);
  if (route !== null)
    for (const verb of verbs) {
      const value = exported(verb);
      if (value !== undefined)
        add(`${verb} /${(route[1] ?? "").replace(/\/$/, "")}`, value, [
          { k: "request" },
          { k: "object", props: { params: { k: "input", path: "params" } }, rest: [], model: null },
        ]);
    }
  const page = /(?:^|\/)pages\/(api\/.*)\.[cm]?[jt]sx?$/.exec(facts.file);
  if (page !== null) {
    const value = exported("default") ?? exported("module.exports");
    if (value !== undefined) add(`/${page[1] ?? ""}`, value, [{ k: "request" }, { k: "response" }]);
  }
  if (facts.serverActions)
    for (const [name, one] of Object.entries(facts.exports)) {
      const value = one.k === "value" ? staticValue(run, one.e, scope) : undefined;
      const handler = value === undefined ? undefined : functionIn(value);
      if (value !== undefined && handler !== undefined) add(`action ${name}`, value, inputsOf(run, handler));
    }
  return found;
}
