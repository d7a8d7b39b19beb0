// Finds the handler of a Cloudflare worker: `export default { fetch(request, env) { … } }`.
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf } from "../values.ts";
import { type Entry, functionIn, moduleScope, pointOf } from "./entry.ts";

/** The handler of one file. */
export function cloudflareIn(facts: FileFacts, run: Run): Entry[] {
  const one = facts.exports["default"];
  if (one?.k !== "value" || !hasFetch(facts, one.e)) return [];
  const value = propOf(staticValue(run, one.e, moduleScope(facts)), "fetch");
  const handler = value === undefined ? undefined : functionIn(value);
  if (handler === undefined) return [];
  const own = run.project.factsOf(handler.file)?.functions[handler.fn];
  const point = pointOf(run, "cloudflare", "worker", handler, { file: facts.file, at: own?.at ?? [1, 1] });
  return [{ point, before: [], handler, args: [{ k: "request" }, run.any("env"), run.any("context")] }];
}

/** Looked at before it is worked out: most files export something by default. */
function hasFetch(facts: FileFacts, e: Expr): boolean {
  if (e.k === "object") return e.props.some(([key]) => key === "fetch");
  if (e.k !== "id") return false;
  return facts.body.some(
    (stmt) =>
      stmt.k === "let" &&
      stmt.to.k === "name" &&
      stmt.to.n === e.n &&
      stmt.e?.k === "object" &&
      hasFetch(facts, stmt.e),
  );
}
