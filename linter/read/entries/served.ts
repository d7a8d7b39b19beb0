// Finds functions that are handed to a server of Deno or Bun: `Deno.serve(async (request) => …)`, as edge functions are.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, type Value } from "../values.ts";
import { callsIn, type Entry, functionIn, pointOf } from "./entry.ts";

/** The handlers of one file. */
export function servedIn(facts: FileFacts, run: Run): Entry[] {
  return callsIn(facts).flatMap(({ e, scope }) => {
    if (!isServer(facts, nameOf(e.f))) return [];
    for (const argument of e.a) {
      const handler = handlerIn(staticValue(run, argument, scope));
      if (handler === undefined) continue;
      const point = pointOf(run, "served", `function ${facts.file}`, handler, {
        file: facts.file,
        at: e.at,
        ...(argument.k === "object" ? {} : { as: argument }),
      });
      return [{ point, before: [], handler, args: [{ k: "request" }, run.any("information")] }];
    }
    return [];
  });
}

function isServer(facts: FileFacts, name: string): boolean {
  if (name === "Deno.serve" || name === "Bun.serve") return true;
  const from = facts.imports[name];
  return from?.name === "serve" && /^@std\/http(\/server\.ts)?$/.test(from.from);
}

/** The function itself, or the one among the options: `Bun.serve({ fetch(request) { … } })`. */
function handlerIn(value: Value): ReturnType<typeof functionIn> {
  if (value.k !== "object") return functionIn(value);
  const own = propOf(value, "fetch") ?? propOf(value, "handler");
  return own === undefined ? undefined : functionIn(own);
}
