// What holds for a whole project and bears on its codes: tables that forget by themselves, limits for all routes.
import { nameOf } from "../called.ts";
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { storeName } from "../store-name.ts";
import type { Scope } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import { spelled, type Lifetime } from "./lifetimes.ts";
import { type Limit, Limits, tightest } from "./limits.ts";

export interface Surroundings {
  /** The tables that forget their rows by themselves. */
  readonly lasting: ReadonlyMap<string, Lifetime>;
  /** The tables that have a field for a time of expiry. */
  readonly expiring: ReadonlySet<string>;
  /** How tight a limiter is that stands before all routes. */
  readonly limited: Limit;
  /** Judges what stands before single routes. */
  readonly limits: Limits;
  /** Whether what comes in can be an object where a text is expected, and end up as an operator in a filter. */
  readonly untypedFilters: boolean;
}

export function surroundingsOf(files: readonly FileFacts[], run: Run): Surroundings {
  const lasting = new Map<string, Lifetime>();
  const expiring = new Set<string>();
  const limits = new Limits(run);
  const mounted: (readonly [e: Expr, scope: Scope])[] = [];
  for (const facts of files) {
    const all = allExpressions(facts);
    const stores = storesIn(facts, all);
    const scope: Scope = { file: facts.file, fn: null, cells: new Map(), up: null, self: null };
    for (const e of all) {
      if (stores.length > 0 && e.k === "object")
        for (const [key, value] of e.props) {
          if (key === null) continue;
          if (/^(expires|expireAfterSeconds|expireAfter)$/.test(key) && value.k !== "object")
            for (const store of stores) lasting.set(store, spelled(staticValue(run, value, scope)));
          if (/expir|valid_?(until|till|to)/i.test(key)) for (const store of stores) expiring.add(store);
        }
      if (isThrottlers(e)) limits.noteThrottlers(staticValue(run, e.a[0], scope));
      if (mayLimit(e)) mounted.push([e, scope]);
    }
    for (const { fields, name } of facts.classes)
      if (fields.some((field) => /expir|valid_?(until|till|to)/i.test(field.name)))
        expiring.add(storeName(name));
  }
  // Only now, because what the guards of a throttler are told may stand in another file.
  let limited: Limit = "no";
  for (const [e, scope] of mounted)
    if (limited !== "tightly") limited = tightest([limited, mountedLimit(e, { run, scope, limits })]);
  return { lasting, expiring, limited, limits, untypedFilters: takesOperators(files) };
}

function allExpressions(facts: FileFacts): readonly Expr[] {
  return [
    expressionsIn(facts.body),
    ...facts.functions.map(({ body }) => expressionsIn(body)),
    ...facts.classes.flatMap(({ decorators, fields }) =>
      [...decorators, ...fields.flatMap((field) => field.decorators)].map((e) =>
        expressionsIn([{ k: "do", e }]),
      ),
    ),
  ].flat();
}

const none: readonly string[] = [];

/** The tables that a file describes. */
function storesIn(facts: FileFacts, all: readonly Expr[]): readonly string[] {
  const named = all.flatMap((e) => {
    if (e.k !== "call" || e.a[0]?.k !== "lit" || typeof e.a[0].v !== "string") return none;
    return /(^|\.)(model|define|discriminator|pgTable|mysqlTable|sqliteTable|collection)$/.test(nameOf(e.f))
      ? [storeName(e.a[0].v)]
      : [];
  });
  const classes = facts.classes
    .filter(({ decorators }) => decorators.some((one) => /^(Schema|Entity|Table)/.test(nameOf(one))))
    .map(({ name }) => storeName(name));
  return [...named, ...classes];
}

/** Where something stands that may be a limiter, and who judges it. */
interface LimiterPlace {
  readonly run: Run;
  readonly scope: Scope;
  readonly limits: Limits;
}

/** `ThrottlerModule.forRoot([{ ttl, limit }])`. */
function isThrottlers(e: Expr): e is Extract<Expr, { k: "call" }> & { readonly a: readonly [Expr] } {
  if (e.k !== "call" || e.a.length === 0 || e.f.k !== "get" || e.f.p !== "forRoot") return false;
  return /(^|\.)ThrottlerModule\.forRoot$/.test(nameOf(e.f));
}

/** Whether an expression is of the kind that hangs something up before routes. */
function mayLimit(e: Expr): boolean {
  if (e.k === "object") return e.props.some(([key]) => key === "provide");
  return e.k === "call" && e.f.k === "get" && /^(use|register|useGlobalGuards|plugin)$/.test(e.f.p);
}

/** `app.use(limiter)`, `fastify.register(rateLimit)`, `{ provide: APP_GUARD, useClass: ThrottlerGuard }`. */
function mountedLimit(e: Expr, place: LimiterPlace): Limit {
  if (e.k === "object") {
    const provided = e.props.find(([key]) => key === "provide")?.[1];
    const guard = e.props.find(([key]) => key === "useClass" || key === "useExisting")?.[1];
    if (provided === undefined || guard === undefined || !/APP_GUARD/.test(nameOf(provided))) return "no";
    return limitAt(guard, place);
  }
  if (e.k !== "call" || e.f.k !== "get") return "no";
  const [first] = e.a;
  // What stands before a part of the addresses counts where that part has to do with signing in.
  if (
    first?.k === "lit" &&
    typeof first.v === "string" &&
    !/^\/?(api|v\d+|\*)?\/?(v\d+\/?)?$|auth|login|otp|sign|password|reset|verif|account|user|phone|sms/i.test(
      first.v,
    )
  )
    return "no";
  // What a router uses stands before its own routes, and is told with them.
  if (!/(^|\.)(app|server|fastify|web|instance|express|\w*App)(\(\))?$/.test(nameOf(e.f.o))) return "no";
  return tightest(e.a.map((argument) => limitAt(argument, place)));
}

function limitAt(e: Expr, { run, scope, limits }: LimiterPlace): Limit {
  return limits.of(staticValue(run, e, scope), nameOf(e));
}

/** A project with MongoDB and nothing that looks at the types of what comes in. */
function takesOperators(files: readonly FileFacts[]): boolean {
  let mongo = false;
  for (const facts of files)
    for (const from of modulesOf(facts)) {
      if (/^(mongoose|mongodb|monk)$/.test(from)) mongo = true;
      if (
        /^(joi|@hapi\/joi|zod|yup|celebrate|express-validator|class-validator|ajv|valibot|superstruct|express-mongo-sanitize|mongo-sanitize|typebox|@sinclair\/typebox|@nestjs\/.*|fastify|fastest-validator)$/.test(
          from,
        )
      )
        return false;
    }
  return mongo;
}

function* modulesOf(facts: FileFacts): Generator<string> {
  for (const { from } of Object.values(facts.imports)) yield from;
  for (const e of expressionsIn(facts.body))
    if (e.k === "call" && e.f.k === "id" && e.f.n === "require" && e.a[0]?.k === "lit")
      yield String(e.a[0].v);
}
