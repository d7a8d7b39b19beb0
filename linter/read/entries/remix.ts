// Finds the actions and loaders of Remix and React Router: exported functions of a route's module.
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { type Entry, importsFrom, moduleScope, pointOf, unwrapped } from "./entry.ts";

/** The actions and loaders of one file. */
export function remixIn(facts: FileFacts, run: Run): Entry[] {
  const isRoute =
    /(?:^|\/)(?:app|src)\/(?:.*\/)?(?:routes\/|(?:[\w.$-]+\.)?route\.|root\.)/.test(facts.file) ||
    importsFrom(facts, /^(@remix-run\/|@react-router\/|react-router$)/) ||
    // React Router makes a file of types for each route.
    importsFrom(facts, /^\.\/\+types\//);
  if (!isRoute) return [];
  return ["action", "loader"].flatMap((kind) => {
    const one = facts.exports[kind];
    if (one?.k !== "value") return [];
    const found = unwrapped(run, staticValue(run, one.e, moduleScope(facts)));
    if (found === undefined) return [];
    const own = run.project.factsOf(found.handler.file)?.functions[found.handler.fn];
    return [
      {
        point: pointOf(run, "remix", `${kind} ${addressOf(facts.file)}`, found.handler, {
          file: facts.file,
          at: own?.at ?? [1, 1],
        }),
        before: found.before,
        handler: found.handler,
        args: [{ k: "request" as const }],
      },
    ];
  });
}

/** `app/routes/account.reset.tsx` answers at `/account/reset`; parts that begin with `_` are not in the address. */
function addressOf(file: string): string {
  const path = /(?:^|\/)routes\/(.*)\.[jt]sx?$/.exec(file)?.[1] ?? file.replace(/\.[^.]+$/, "");
  const parts = path.replace(/\/(route|index)$/, "").split(/[./]/);
  return `/${parts.filter((part) => !part.startsWith("_") && part !== "").join("/")}`;
}
