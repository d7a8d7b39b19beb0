// Finds the procedures of tRPC: `protectedProcedure.input(schema).mutation(({ ctx, input }) => …)`.
import { nameOf } from "../called.ts";
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import type { Run } from "../run.ts";
import { parts, type Scope, type Value } from "../values.ts";
import {
  type Before,
  callsIn,
  type Entry,
  guardName,
  namedExpressions,
  pointOf,
  unwrapped,
} from "./entry.ts";

/** The procedures of one file. */
export function trpcIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  let named: ReadonlyMap<Expr, string> | undefined;
  for (const { e, scope } of callsIn(facts)) {
    if (e.f.k !== "get" || !/^(mutation|query|subscription)$/.test(e.f.p)) continue;
    const chain = chainOf(e.f.o);
    const base = nameOf(chain.at(-1) ?? e.f.o);
    if (!/procedure\w*$/i.test(base)) continue;
    const [resolver] = e.a;
    const resolved = resolver === undefined ? undefined : unwrapped(run, staticValue(run, resolver, scope));
    if (resolved === undefined) continue;
    named ??= namedExpressions(facts);
    const { handler } = resolved;
    const as = resolver ?? e;
    const name = `${e.f.p} ${named.get(e) ?? ""}`.trim();
    found.push({
      point: pointOf(run, "trpc", name, handler, { file: facts.file, at: e.at, as }),
      before: [...guardsOf(run, chain, base, scope), ...resolved.before],
      beforeArgs: [{ k: "request" }],
      handler,
      // `({ ctx, input })`
      args: [{ k: "input", path: "" }],
    });
  }
  return found;
}

/** The links of a chain of calls from its end, and last what it begins with. */
function chainOf(e: Expr): Expr[] {
  const links: Expr[] = [];
  let at = e;
  while (at.k === "call" && at.f.k === "get") {
    links.push(at);
    at = at.f.o;
  }
  return [...links, at];
}

/** A procedure that lets in only who is signed in, by its name or by the middleware that it was made with. */
function guardsOf(run: Run, chain: readonly Expr[], base: string, scope: Scope): Before[] {
  const own = base.slice(base.lastIndexOf(".") + 1);
  const guards: Before[] = chain.flatMap((e) =>
    e.k === "call" && e.f.k === "get" && e.f.p === "use"
      ? e.a.map((middleware) => ({ name: nameOf(middleware), value: staticValue(run, middleware, scope) }))
      : [],
  );
  const begin = chain.at(-1);
  if (begin === undefined) return guards;
  if (soundsLikeSessionGuard(own) || /^(private|member|user|customer|secured?)\w*procedure$/i.test(own))
    return [{ name: `signed in by ${own}`, value: run.any(own) }, ...guards];
  return [...middlewareOf(run, staticValue(run, begin, scope)), ...guards];
}

/** What stands in `t.procedure.use(requireUser)`, of which a procedure was made. */
function middlewareOf(run: Run, procedure: Value): Before[] {
  const given = procedure.k === "package" ? procedure.args : procedure.k === "any" ? procedure.from : [];
  for (const value of given)
    for (const part of parts(value)) {
      const name = guardName(run, part);
      if (part.k === "function" || soundsLikeSessionGuard(name)) return [{ name, value: part }];
    }
  return [];
}
