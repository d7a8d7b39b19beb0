// Notes what a store is given to keep, each field of it on its own.
import { noteRemoved } from "../codes/notes.ts";
import type { Run } from "../run.ts";
import type { State } from "../state.ts";
import { atomsOf, type Spot, type Value } from "../values.ts";

/** Notes that a store now holds `value` under `key`, each leaf of it on its own. */
export function keep(run: Run, store: string, key: Value, value: Value, s: State, spot: Spot): void {
  keepField(run, store, "#key", key, s, spot);
  keepField(run, store, "", value, s, spot);
}

/** Notes that a field of a store, or all of a row, now holds `value`; `row` is what stands beside it. */
export function keepField(
  run: Run,
  store: string,
  path: string,
  value: Value,
  s: State,
  spot: Spot,
  row: Value | null = path === "" && value.k === "object" ? value : null,
): void {
  const inner = value.k === "hash" ? value.of : value;
  if ((inner.k === "object" && inner.model === null) || (inner.k === "object" && path === "")) {
    for (const [key, prop] of Object.entries(inner.props))
      keepField(run, store, path === "" ? key : `${path}.${key}`, prop, s, spot, row);
    for (const rest of inner.rest)
      if (rest.k === "object" || rest.k === "either") keepField(run, store, path, rest, s, spot, row);
    return;
  }
  if (inner.k === "either") {
    for (const one of inner.of) keepField(run, store, path, one, s, spot, row);
    return;
  }
  noteKept(run, store, path, value, s, spot, row);
}

function noteKept(
  run: Run,
  store: string,
  path: string,
  value: Value,
  s: State,
  spot: Spot,
  row: Value | null,
): void {
  if (
    value.k === "const" &&
    (value.v === null || value.v === undefined || value.v === false || value.v === "")
  ) {
    noteRemoved(run, store, path, s, spot);
    return;
  }
  const lifetime = run.keeping ?? run.lasting.get(store.replace(/\[[^\]]*\]$/, ""));
  run.note({
    k: "kept",
    store,
    path,
    value,
    row,
    atoms: atomsOf(value),
    spot,
    claims: s.claims,
    guarded: s.guarded,
    ...(lifetime === undefined ? {} : { lifetime }),
  });
}
