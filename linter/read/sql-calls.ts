// Calls that are handed an SQL statement.
import type { Site } from "./calls/call.ts";
import { withCallback } from "./calls/callback.ts";
import { noteRemoved } from "./codes/notes.ts";
import { noteMade, noteUpdate } from "./effects.ts";
import { keepField } from "./following/keeping.ts";
import type { Run } from "./run.ts";
import { looksLikeSql, sqlIn } from "./sql.ts";
import type { Out, State } from "./state.ts";
import { storeName } from "./store-name.ts";
import { propOf, shapeOf, type Value } from "./values.ts";

/** A call that is handed a statement: `db.query("select …", […])`, or a tag before a template, as `sql`. */
export function sqlCall(
  run: Run,
  member: string,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] | undefined {
  if (
    !/^(query|execute|run|get|all|one|oneOrNone|raw|none|any|prepare|unsafe|\$queryRaw\w*|\$executeRaw\w*|sql)$/.test(
      member,
    )
  )
    return undefined;
  const [text, given] = args;
  const statement = propOf(text, "text") ?? propOf(text, "sql") ?? text;
  if (statement === undefined || !looksLikeSql(statement)) return undefined;
  const values =
    given?.k === "array" || given?.k === "object"
      ? given
      : (propOf(text, "values") ??
        (given === undefined ? undefined : { k: "array" as const, items: args.slice(1) }));
  const sql = sqlIn(statement, values);
  if (sql === undefined) return undefined;
  const store = storeName(sql.table);
  const timed =
    /\w*(expir|valid|creat|time|date|sent)\w*["`]?\s*[<>]|[<>]=?\s*["`]?\w*(expir|valid|creat)/i.test(
      shapeOf(statement),
    );
  if (timed) run.note({ k: "aged", store });
  for (const path of sql.asked) run.note({ k: "looked", store, path });
  // A statement that takes away what has ended leaves alone what is waited for.
  if (sql.verb === "delete" && !(timed && Object.keys(sql.where).length === 0))
    noteRemoved(run, store, null, s, site.spot);
  const filter: Value = { k: "object", props: sql.where, rest: [], model: null };
  if (sql.verb === "insert") {
    const row: Value = { k: "object", props: sql.sets, rest: [], model: null };
    keepField(run, store, "", row, s, site.spot);
    noteMade(store, row, s, site.spot);
  }
  if (sql.verb === "update")
    noteUpdate(run, store, filter, { k: "object", props: sql.sets, rest: [], model: null }, s, site.spot);
  return withCallback(run, run.record(store, filter, site.spot), args, s);
}
