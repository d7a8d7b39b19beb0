// Finds the entry points of Next.js: route handlers, API pages, server actions.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import {
  callsIn,
  type Entry,
  exportedValue,
  type FunctionValue,
  importsFrom,
  inputsOf,
  pointOf,
  unwrapped,
} from "./entry.ts";

const verbs = ["POST", "PUT", "PATCH", "DELETE", "GET"];

/** The entry points of Next.js in one file. */
export function nextIn(facts: FileFacts, run: Run): Entry[] {
  return [...routesOf(facts, run), ...pagesOf(facts, run), ...actionsOf(facts, run)];
}

/** `app/…/route.ts` exports a function for each verb. */
function routesOf(facts: FileFacts, run: Run): Entry[] {
  const route = /(?:^|\/)app\/((?:.*\/)?)route\.[cm]?[jt]sx?$/.exec(facts.file);
  if (route === null) return [];
  const path = (route[1] ?? "").replace(/\/$/, "");
  const params: Value = { k: "input", path: "params" };
  const args: readonly Value[] = [
    { k: "request" },
    { k: "object", props: { params }, rest: [], model: null },
  ];
  return verbs.flatMap((verb) => {
    const value = exportedValue(run, facts, verb);
    return value === undefined ? [] : entry(facts, run, `${verb} /${path}`, value, () => args);
  });
}

const requestAndResponse: readonly Value[] = [{ k: "request" }, { k: "response" }];

/** `pages/api/…` exports one function for all verbs, or a router of next-connect. */
function pagesOf(facts: FileFacts, run: Run): Entry[] {
  const page = /(?:^|\/)pages\/(api\/.*)\.[cm]?[jt]sx?$/.exec(facts.file);
  if (page === null) return [];
  const path = `/${(page[1] ?? "").replace(/\/index$/, "")}`;
  if (importsFrom(facts, /^next-connect$/)) return connected(facts, run, path);
  const value = exportedValue(run, facts, "default") ?? exportedValue(run, facts, "module.exports");
  return value === undefined ? [] : entry(facts, run, path, value, () => requestAndResponse);
}

/** `createRouter().use(signedIn).post(handler)` */
function connected(facts: FileFacts, run: Run, path: string): Entry[] {
  const shared: { name: string; value: Value }[] = [];
  const found: Entry[] = [];
  // In a chain the last link is seen first.
  for (const { e, scope } of callsIn(facts).toReversed()) {
    if (e.f.k !== "get") continue;
    const given = e.a.map((one) => ({ name: nameOf(one), value: staticValue(run, one, scope) }));
    if (e.f.p === "use") shared.push(...given);
    const last = given.at(-1);
    if (last === undefined || !/^(get|post|put|patch|delete|all)$/.test(e.f.p)) continue;
    for (const one of entry(
      facts,
      run,
      `${e.f.p.toUpperCase()} ${path}`,
      last.value,
      () => requestAndResponse,
    ))
      found.push({ ...one, before: [...shared, ...given.slice(0, -1), ...one.before] });
  }
  return found;
}

/** Server actions: what a file marked with "use server" exports, and functions that carry the mark themselves. */
function actionsOf(facts: FileFacts, run: Run): Entry[] {
  if (facts.serverActions)
    return Object.keys(facts.exports).flatMap((name) => {
      const value = exportedValue(run, facts, name);
      return value === undefined
        ? []
        : entry(facts, run, `action ${name}`, value, (own) => inputsOf(run, own));
    });
  return facts.functions.flatMap((fn, index) => {
    const [first] = fn.body;
    if (first?.k !== "do" || first.e.k !== "lit" || first.e.v !== "use server") return [];
    const handler: FunctionValue = { k: "function", file: facts.file, fn: index, scope: null, self: null };
    return entry(facts, run, "action", handler, (own) => inputsOf(run, own));
  });
}

function entry(
  facts: FileFacts,
  run: Run,
  name: string,
  value: Value,
  args: (handler: FunctionValue) => readonly Value[],
): Entry[] {
  const found = unwrapped(run, value);
  if (found === undefined) return [];
  const { handler, before } = found;
  const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? [1, 1];
  const point = pointOf(run, "next", name, handler, { file: facts.file, at });
  return [{ point, before, handler, args: args(handler) }];
}
