// Finds the handlers of NestJS: controllers, message handlers and resolvers, with the guards before them.
import type { ClassFacts, Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { nameOf, type Run } from "../run.ts";
import { decorator, injectedInput, textIn } from "./decorators.ts";
import { type Entry, type FunctionValue, moduleScope } from "./entry.ts";

const nestVerbs =
  /^(Get|Post|Put|Patch|Delete|All|MessagePattern|GrpcMethod|EventPattern|Mutation|Query|ResolveField)$/;

/** The handlers of NestJS in one file. */
export function nestIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const [cls, own] of facts.classes.entries()) {
    const base = decorator(own.decorators, /^(\w*Controller|Resolver)$/);
    if (base === undefined) continue;
    for (const method of own.methods) {
      const verb = decorator(method.decorators, nestVerbs);
      const fn = facts.functions[method.fn];
      if (verb === undefined || fn === undefined) continue;
      const path = [textIn(base), textIn(verb)]
        .filter((part) => part !== "")
        .join("/")
        .replaceAll("//", "/");
      const handler: FunctionValue = {
        k: "function",
        file: facts.file,
        fn: method.fn,
        scope: null,
        self: { k: "instance", file: facts.file, cls, given: null },
      };
      found.push({
        point: {
          framework: "nest",
          name: `${verb.name.toUpperCase()} ${path.startsWith("/") ? path : `/${path}`} (${fn.name})`,
          symbol: `${facts.file}#${fn.name}`,
          place: { file: facts.file, line: fn.at[0], column: fn.at[1] },
        },
        before: guards(facts, run, own, method.decorators),
        handler,
        args: fn.params.map((param) => injectedInput(run, facts.file, param)),
      });
    }
  }
  return found;
}

function guards(facts: FileFacts, run: Run, own: ClassFacts, decorators: readonly Expr[]): Entry["before"] {
  if (
    decorator(decorators, /^(Public|SkipAuth|NoAuth|AllowAnonymous|IsPublic|Unauthenticated)$/) !== undefined
  )
    return [];
  const scope = moduleScope(facts);
  return [...own.decorators, ...decorators].flatMap((e) => {
    const one = e.k === "call" ? e : undefined;
    if (one === undefined || one.f.k !== "id") return [];
    if (one.f.n === "UseGuards")
      return one.a.map((guard) => ({ name: nameOf(guard), value: staticValue(run, guard, scope) }));
    return /^(Auth|Authorized|JwtAuth|RequireAuth|Roles)\w*$/.test(one.f.n)
      ? [{ name: one.f.n, value: run.any(one.f.n) }]
      : [];
  });
}
