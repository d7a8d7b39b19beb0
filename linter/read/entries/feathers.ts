// Finds the methods of Feathers services, with the hooks before them.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { propertyOf, staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import { propOf, textsOf, type Value } from "../values.ts";
import { type Before, callsIn, type Entry, guardName, importsFrom, pointOf } from "./entry.ts";

/** What each method is called with; `params` carries the caller: `params.user`, `params.query`. */
const methods: Readonly<Record<string, readonly Value[]>> = {
  find: [{ k: "request" }],
  get: [{ k: "input", path: "id" }, { k: "request" }],
  create: [{ k: "input", path: "data" }, { k: "request" }],
  update: [{ k: "input", path: "id" }, { k: "input", path: "data" }, { k: "request" }],
  patch: [{ k: "input", path: "id" }, { k: "input", path: "data" }, { k: "request" }],
  remove: [{ k: "input", path: "id" }, { k: "request" }],
};

/** The service methods that one file registers. */
export function feathersIn(facts: FileFacts, run: Run): Entry[] {
  if (!importsFrom(facts, /^@?feathers/) && !/service/i.test(facts.file)) return [];
  const hooks = hooksIn(facts, run);
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const [path, service] = e.a;
    if (e.f.k !== "get" || e.f.p !== "use" || path === undefined || service === undefined) continue;
    const [address] = textsOf(staticValue(run, path, scope));
    const value = staticValue(run, service, scope);
    if (address === undefined || (value.k !== "instance" && value.k !== "object")) continue;
    for (const [method, args] of Object.entries(methods)) {
      const handler = propertyOf(run, value, method, new State());
      if (handler.k !== "function") continue;
      const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? [1, 1];
      const name = `${method} /${address.replace(/^\//, "")}`;
      found.push({
        point: pointOf(run, "feathers", name, handler, { file: facts.file, at }),
        before: hooks(method),
        beforeArgs: [{ k: "request" }],
        handler,
        args,
      });
    }
  }
  return found;
}

/** `service.hooks({ before: { all: [authenticate("jwt")], create: [] } })`; newer ones put them under `around`. */
function hooksIn(facts: FileFacts, run: Run): (method: string) => Before[] {
  const all: Value[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const [given] = e.a;
    if (/(^|\.)hooks$/.test(nameOf(e.f)) && given !== undefined) all.push(staticValue(run, given, scope));
  }
  return (method) =>
    all.flatMap((hooks) =>
      ["around", "before"].flatMap((when) =>
        ["all", method].flatMap((which) => {
          const list = propOf(propOf(hooks, when), which);
          return list?.k === "array"
            ? list.items.map((value) => ({ name: guardName(run, value), value }))
            : [];
        }),
      ),
    );
}
