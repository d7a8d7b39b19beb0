// Finds the functions of Firebase that clients call: `onCall` and `onRequest`, in both generations.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { callsIn, type Entry, importsFrom, namedExpressions, pointOf, unwrapped } from "./entry.ts";

/** The functions of one file. */
export function firebaseIn(facts: FileFacts, run: Run): Entry[] {
  if (!importsFrom(facts, /^firebase-functions(\/|$)/)) return [];
  const named = namedExpressions(facts);
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const kind = nameOf(e.f).replace(/^.*\./, "");
    const last = e.a.at(-1);
    if (!/^on(Call|Request)$/.test(kind) || last === undefined) continue;
    const resolved = unwrapped(run, staticValue(run, last, scope));
    if (resolved === undefined) continue;
    const { handler, before } = resolved;
    const params = run.project.factsOf(handler.file)?.functions[handler.fn]?.params ?? [];
    const [first] = params;
    // The first generation hands over `(data, context)`, the second one `(request)`.
    const apart = params.length > 1 || (first?.to.k === "name" && first.to.n === "data");
    const args: readonly Value[] =
      kind === "onCall" && apart
        ? [{ k: "input", path: "data" }, { k: "request" }]
        : [{ k: "request" }, { k: "response" }];
    const name = `function ${named.get(e) ?? ""}`.trim();
    found.push({
      point: pointOf(run, "firebase", name, handler, { file: facts.file, at: e.at, as: last }),
      before,
      handler,
      args,
    });
  }
  return found;
}
