// Finds what containers are told to inject: which class stands behind a token, a name or an abstract class.
import type { Expr, FileFacts } from "./facts.ts";
import { expressionsIn } from "./visit.ts";

/** What is injected for a token, as it is written, and where that stands. */
export interface Injected {
  readonly file: string;
  readonly e: Expr;
}

/** What each token stands for, over all files: NestJS and Midway, tsyringe, inversify, awilix. */
export function injectedIn(files: readonly FileFacts[]): ReadonlyMap<string, Injected> {
  const found = new Map<string, Injected>();
  for (const facts of files)
    for (const e of everyExpression(facts))
      for (const [token, made] of e.k === "object" ? provided(e) : e.k === "call" ? registered(e) : []) {
        // What stands in for a service in tests and in development is not what is deployed.
        const known = found.get(token);
        if (known === undefined || standsIn(known.e)) found.set(token, { file: facts.file, e: made });
      }
  return found;
}

/** The text or the last name by which a token goes: `"SMS"`, `TYPES.Sms`, `SmsSender`. */
export function tokenOf(e: Expr | undefined): string | undefined {
  if (e?.k === "lit") return typeof e.v === "string" ? e.v : undefined;
  if (e?.k === "id") return e.n;
  if (e?.k === "get") return e.p;
  // `Symbol.for("sms")`
  return e?.k === "call" && e.f.k === "get" && e.f.p === "for" ? tokenOf(e.a[0]) : undefined;
}

function* everyExpression(facts: FileFacts): Generator<Expr> {
  yield* expressionsIn(facts.body);
  for (const fn of facts.functions) yield* expressionsIn(fn.body);
  for (const own of facts.classes) yield* expressionsIn(own.decorators.map((e) => ({ k: "do", e }) as const));
}

type Told = readonly [token: string, made: Expr][];

/** `{ provide: "SMS", useClass: TwilioSms }` */
function provided(e: Extract<Expr, { k: "object" }>): Told {
  const field = (name: string): Expr | undefined => e.props.find(([key]) => key === name)?.[1];
  return pair(tokenOf(field("provide")), field("useClass") ?? field("useExisting"));
}

function registered(e: Extract<Expr, { k: "call" }>): Told {
  if (e.f.k !== "get") return [];
  const [first, second] = e.a;
  switch (e.f.p) {
    case "to":
    case "toClass": {
      // `container.bind(TYPES.Sms).to(TwilioSms)`
      const bound = e.f.o;
      const isBinding = bound.k === "call" && bound.f.k === "get" && /^(re)?bind$/.test(bound.f.p);
      return isBinding ? pair(tokenOf(bound.a[0]), first) : [];
    }
    case "register":
    case "registerSingleton": {
      if (first?.k === "object")
        return first.props.flatMap(([name, made]) => pair(name ?? undefined, classIn(made)));
      const options = second?.k === "object" ? second.props.find(([key]) => key === "useClass")?.[1] : second;
      return pair(tokenOf(first), options === undefined ? undefined : classIn(options));
    }
    default:
      return [];
  }
}

function pair(token: string | undefined, made: Expr | undefined): Told {
  const isClass = made?.k === "id" || made?.k === "get" || made?.k === "class";
  return token === undefined || made === undefined || !isClass ? [] : [[token, made]];
}

/** `asClass(TwilioSms).singleton()` */
function classIn(e: Expr): Expr | undefined {
  if (e.k !== "call") return e;
  if (e.f.k === "get") return classIn(e.f.o);
  return e.f.k === "id" && e.f.n === "asClass" ? e.a[0] : undefined;
}

function standsIn(e: Expr): boolean {
  return /^(fake|mock|stub|dummy|in_?memory|noop|console|local)/i.test(tokenOf(e) ?? "");
}
