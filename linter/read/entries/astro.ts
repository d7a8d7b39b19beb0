// Finds the endpoints and the actions of forms of Astro: functions that files under `src/pages` export for each verb, and
// what `defineAction` is given. Read in astro 6.0.5.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, type Value } from "../values.ts";
import {
  callsIn,
  type Entry,
  exportedValue,
  importsFrom,
  namedExpressions,
  pointOf,
  unwrapped,
} from "./entry.ts";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "ALL"];
/** Files and folders that begin with an underscore are no pages. */
const place = /(?:^|\/)src\/pages\/((?:[^/_][^/]*\/)*)([^/_][^/]*)\.[jt]s$/;

/** The endpoints and actions of one file. */
export function astroIn(facts: FileFacts, run: Run): Entry[] {
  return [...endpointsIn(facts, run), ...actionsIn(facts, run)];
}

function endpointsIn(facts: FileFacts, run: Run): Entry[] {
  const route = place.exec(facts.file);
  if (route === null) return [];
  const [, folders = "", file = ""] = route;
  const address = `/${folders}${file}`.replace(/\/(index)?$/, "") || "/";
  return verbs.flatMap((verb) => {
    const value = exportedValue(run, facts, verb);
    return value === undefined ? [] : entry(facts, run, `${verb} ${address}`, value, [{ k: "request" }]);
  });
}

/** `reset: defineAction({ handler: async (input, context) => … })` */
function actionsIn(facts: FileFacts, run: Run): Entry[] {
  if (!importsFrom(facts, /^astro:actions$/)) return [];
  const names = namedExpressions(facts);
  return callsIn(facts).flatMap(({ e, scope }) => {
    const [options] = e.a;
    if (nameOf(e.f) !== "defineAction" || options === undefined) return [];
    const handler = propOf(staticValue(run, options, scope), "handler");
    const args: Value[] = [{ k: "input", path: "body" }, { k: "request" }];
    return handler === undefined ? [] : entry(facts, run, `action ${names.get(e) ?? ""}`, handler, args);
  });
}

function entry(facts: FileFacts, run: Run, name: string, value: Value, args: readonly Value[]): Entry[] {
  const found = unwrapped(run, value);
  if (found === undefined) return [];
  const { handler, before } = found;
  const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? [1, 1];
  return [{ point: pointOf(run, "astro", name, handler, { file: facts.file, at }), before, handler, args }];
}
