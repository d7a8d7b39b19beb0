// Finds the endpoints and form actions of SvelteKit: exports of `+server.ts` and `+page.server.ts`.
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { type Entry, moduleScope, pointOf, unwrapped } from "./entry.ts";

const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "fallback"];
const place = /(?:^|\/)routes\/(?:(.*)\/)?\+(server|page\.server|layout\.server)\.[jt]s$/;

/** The endpoints and actions of one file. */
export function svelteKitIn(facts: FileFacts, run: Run): Entry[] {
  const route = place.exec(facts.file);
  if (route === null) return [];
  const [, folders = "", kind] = route;
  // Folders in round brackets only group others.
  const address = `/${folders
    .split("/")
    .filter((part) => part !== "" && !part.startsWith("("))
    .join("/")}`;
  if (kind === "server")
    return verbs.flatMap((verb) => entry(facts, run, `${verb} ${address}`, exported(facts, run, verb)));
  const actions = exported(facts, run, "actions");
  const named = actions?.k === "object" ? Object.entries(actions.props) : [];
  return [
    ...named.flatMap(([name, value]) => entry(facts, run, `action ${address}?/${name}`, value)),
    ...entry(facts, run, `load ${address}`, exported(facts, run, "load")),
  ];
}

function exported(facts: FileFacts, run: Run, name: string): Value | undefined {
  const one = facts.exports[name];
  return one?.k === "value" ? staticValue(run, one.e, moduleScope(facts)) : undefined;
}

function entry(facts: FileFacts, run: Run, name: string, value: Value | undefined): Entry[] {
  const found = value === undefined ? undefined : unwrapped(run, value);
  if (found === undefined) return [];
  const { handler, before } = found;
  const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? [1, 1];
  const point = pointOf(run, "sveltekit", name, handler, { file: facts.file, at });
  return [{ point, before, handler, args: [{ k: "request" }] }];
}
