// Finds the guards before a method of a controller: its own, those of its class, and those of the whole application.
import { nameOf } from "../called.ts";
import type { ClassFacts, Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import type { Run } from "../run.ts";
import { propOf, textsOf, type Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import { decorator } from "./decorators.ts";
import { type Before, guardName, moduleScope } from "./entry.ts";

/** Names of decorators that let in everybody in spite of the guards around. */
const open = /^(Public|SkipAuth|NoAuth|AllowAnonymous|IsPublic|Unauthenticated|AllowUnauthorized\w*)$/;

/** The guards before a method, in their order. */
export function guardsBefore(
  facts: FileFacts,
  run: Run,
  own: ClassFacts,
  decorators: readonly Expr[],
): Before[] {
  const onMethod = decorators.flatMap((e) => guardsOf(facts, run, e));
  const all = [...own.decorators, ...decorators];
  if (decorator(all, open) !== undefined) return onMethod;
  const keys = new Set(all.flatMap((e) => metadataOf(facts, run, e)));
  const everywhere = globalGuards(run)
    .filter(({ root, exempting }) => facts.file.startsWith(root) && !exempting.some((key) => keys.has(key)))
    .map(({ guard }) => guard);
  return [...everywhere, ...own.decorators.flatMap((e) => guardsOf(facts, run, e)), ...onMethod];
}

/** The guards that one decorator stands for. */
function guardsOf(facts: FileFacts, run: Run, e: Expr): Before[] {
  const name = nameOf(e.k === "call" ? e.f : e).replace(/^.*\./, "");
  const args = e.k === "call" ? e.a : [];
  const scope = moduleScope(facts);
  const all = (guards: readonly Expr[]): Before[] =>
    guards
      .flatMap((guard) => (guard.k === "array" ? guard.items : [guard]))
      .map((guard) => ({ name: nameOf(guard), value: staticValue(run, guard, scope) }));
  if (/^(UseGuards?|UseMiddleware|UseBefore)$/.test(name)) return all(args);
  // A limit of attempts stands before the handler like a guard, and lets through whoever is within it.
  // So does what lifts the limits around, unless it is told not to.
  if (/^(Skip)?Throttle$|RateLimit/.test(name) && !isToldNotTo(args[0]))
    return [{ name, value: staticValue(run, e.k === "call" ? e.f : e, scope) }];
  // Decorators that a project puts together: `applyDecorators(UseGuards(SessionGuard), …)`.
  const together = insideOf(facts, run, e).filter((inner) => /^UseGuards?$/.test(nameOf(inner.f)));
  if (together.length > 0)
    return together.flatMap((inner) =>
      inner.a.map((guard) => ({ name: nameOf(guard), value: run.any(nameOf(guard)) })),
    );
  // Midway names middleware in the options: `@Post("/reset", { middleware: [SignedIn] })`.
  const options = args[1] === undefined ? undefined : staticValue(run, args[1], scope);
  const middleware = propOf(options, "middleware");
  if (middleware?.k === "array")
    return middleware.items.map((value) => ({ name: guardName(run, value), value }));
  // tsoa hands whatever is behind this to the project's own function for authentication.
  if (name === "Security") return [{ name: "authentication", value: run.any("authentication") }];
  return /^(Auth|Authorized|JwtAuth|RequireAuth|Roles)\w*$/.test(name)
    ? [{ name, value: run.any(name) }]
    : [];
}

/** `@SkipThrottle(false)`, `@SkipThrottle({ default: false })` */
function isToldNotTo(option: Expr | undefined): boolean {
  if (option?.k === "object") return option.props.some(([, value]) => isToldNotTo(value));
  return option?.k === "lit" && option.v === false;
}

/** The calls inside the function that makes a decorator. */
function insideOf(facts: FileFacts, run: Run, e: Expr): Extract<Expr, { k: "call" }>[] {
  const value = staticValue(run, e.k === "call" ? e.f : e, moduleScope(facts));
  if (value.k !== "function") return [];
  const body = run.project.factsOf(value.file)?.functions[value.fn]?.body ?? [];
  return [...expressionsIn(body)].filter((inner) => inner.k === "call");
}

/** The keys of the metadata that a decorator sets to something true. */
function metadataOf(facts: FileFacts, run: Run, e: Expr): string[] {
  const own = nameOf(e.k === "call" ? e.f : e);
  const calls = own === "SetMetadata" && e.k === "call" ? [e] : insideOf(facts, run, e);
  const keys = calls.flatMap((inner) => {
    const [key, value] = inner.a;
    if (nameOf(inner.f) !== "SetMetadata" || key === undefined) return [];
    return value?.k === "lit" && value.v !== true ? [] : [keyIn(run, key, facts)];
  });
  return own === "" ? keys : [...keys, own];
}

/** The text of a key, or the last name by which it goes where the text was not found. */
function keyIn(run: Run, key: Expr, facts: FileFacts): string {
  return textsOf(staticValue(run, key, moduleScope(facts)))[0] ?? nameOf(key).replace(/^.*\./, "");
}

interface GlobalGuard {
  readonly guard: Before;
  /** The folder of the application that it guards. */
  readonly root: string;
  /** Keys of metadata that it looks up, by which a method can be let out. */
  readonly exempting: readonly string[];
}

const known = new WeakMap<Run, readonly GlobalGuard[]>();

/** `{ provide: APP_GUARD, useClass: SessionGuard }` and `app.useGlobalGuards(new SessionGuard())` */
function globalGuards(run: Run): readonly GlobalGuard[] {
  const before = known.get(run);
  if (before !== undefined) return before;
  const found: GlobalGuard[] = [];
  for (const facts of run.project.parsed)
    for (const e of everyExpression(facts)) {
      const given =
        e.k === "call" && nameOf(e.f).endsWith(".useGlobalGuards")
          ? e.a
          : e.k === "object"
            ? provided(e)
            : [];
      for (const one of given) {
        const value = staticValue(run, one, moduleScope(facts));
        const name = nameOf(one).replace("()", "");
        // Guards for roles and limits let in whoever has no role to show on an open route.
        if (!soundsLikeSessionGuard(name) || /role|permission|polic|abilit|scope/i.test(name)) continue;
        found.push({ guard: { name, value }, root: rootOf(facts.file), exempting: keysOf(run, value) });
      }
    }
  known.set(run, found);
  return found;
}

function* everyExpression(facts: FileFacts): Generator<Expr> {
  yield* expressionsIn(facts.body);
  for (const fn of facts.functions) yield* expressionsIn(fn.body);
  for (const own of facts.classes) yield* expressionsIn(own.decorators.map((e) => ({ k: "do", e }) as const));
}

function provided(e: Extract<Expr, { k: "object" }>): Expr[] {
  const field = (name: string): Expr | undefined => e.props.find(([key]) => key === name)?.[1];
  const provide = field("provide");
  const guard = field("useClass") ?? field("useExisting") ?? field("useValue");
  return provide?.k === "id" && provide.n === "APP_GUARD" && guard !== undefined ? [guard] : [];
}

/** Everything up to `src/`, or else the folder that a file lies in. */
function rootOf(file: string): string {
  return /^(?:.*?\/)??src\//.exec(file)?.[0] ?? file.replace(/[^/]*$/, "");
}

/** The keys that a guard asks the reflector for. */
function keysOf(run: Run, value: Value): string[] {
  if (value.k !== "class" && value.k !== "instance") return [];
  const facts = run.project.factsOf(value.file);
  if (facts === undefined) return [];
  return (facts.classes[value.cls]?.methods ?? []).flatMap(({ fn }) =>
    [...expressionsIn(facts.functions[fn]?.body ?? [])].flatMap((e) => {
      const [key] = e.k === "call" ? e.a : [];
      if (e.k !== "call" || key === undefined || !/reflector\.get\w*$/i.test(nameOf(e.f))) return [];
      return [keyIn(run, key, facts)];
    }),
  );
}
