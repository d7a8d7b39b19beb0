// Finds the cloud functions of Parse: `Parse.Cloud.define("reset", async (request) => …)`.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, textsOf } from "../values.ts";
import { type Before, callsIn, type Entry, pointOf, unwrapped } from "./entry.ts";

/** The cloud functions of one file. */
export function parseIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const [named, written, rules] = e.a;
    if (nameOf(e.f) !== "Parse.Cloud.define" || named === undefined || written === undefined) continue;
    const resolved = unwrapped(run, staticValue(run, written, scope));
    if (resolved === undefined) continue;
    const { handler, before } = resolved;
    const allowed = rules === undefined ? undefined : staticValue(run, rules, scope);
    // The third argument says who may call it: `{ requireUser: true }`.
    const guards: Before[] = ["requireUser", "requireMaster"].flatMap((rule) => {
      const value = propOf(allowed, rule);
      return value?.k === "const" && value.v === true ? [{ name: `auth ${rule}`, value: run.any(rule) }] : [];
    });
    const name = `function ${textsOf(staticValue(run, named, scope))[0] ?? ""}`.trim();
    found.push({
      point: pointOf(run, "parse", name, handler, { file: facts.file, at: e.at, as: written }),
      before: [...guards, ...before],
      handler,
      args: [{ k: "request" }],
    });
  }
  return found;
}
