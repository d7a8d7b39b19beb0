// Finds the strategies of Passport that the project decides itself: `new LocalStrategy((name, password, done) => …)`.
import { nameOf } from "../called.ts";
import type { Expr, FileFacts } from "../facts.ts";
import { opensSession } from "../calls/frameworks.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, type Value } from "../values.ts";
import { callsIn, type Entry, type FunctionValue, pointOf, unwrapped } from "./entry.ts";

/** Strategies in which the callback looks at what was typed; those of other services and of tokens decide elsewhere. */
const typed = /^passport-(local|custom|otp|sms|phone|code|pin)$/;
const sounds = /^(local|custom|otp|sms|phone|code|pin|magic)\w*strategy$/i;

/** The strategies of one file. */
export function passportIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    if (!e.made || !/Strategy$/.test(nameOf(e.f))) continue;
    const last = e.a.at(-1);
    if (last === undefined || !isTyped(run, facts, e.f)) continue;
    const resolved = unwrapped(run, staticValue(run, last, scope));
    const options = e.a[0] === undefined ? undefined : staticValue(run, e.a[0], scope);
    if (resolved === undefined) continue;
    const { handler, before } = resolved;
    const takesRequest =
      propOf(options, "passReqToCallback")?.k === "const" || moduleOf(run, facts, e.f) === "passport-custom";
    found.push({
      point: pointOf(run, "passport", `strategy ${nameOf(e.f)}`, handler, {
        file: facts.file,
        at: e.at,
        as: last,
      }),
      before,
      handler,
      args: argumentsOf(run, handler, takesRequest),
    });
  }
  return [...found, ...classesIn(facts, run)];
}

function isTyped(run: Run, facts: FileFacts, strategy: Expr): boolean {
  return typed.test(moduleOf(run, facts, strategy)) || sounds.test(nameOf(strategy).replace(/^.*\./, ""));
}

function moduleOf(run: Run, facts: FileFacts, strategy: Expr): string {
  const value = staticValue(run, strategy, {
    file: facts.file,
    fn: null,
    cells: new Map(),
    up: null,
    self: null,
  });
  return value.k === "package" ? value.module : "";
}

/** `(request?, name, password, done)` */
function argumentsOf(run: Run, handler: FunctionValue, takesRequest: boolean): Value[] {
  const params = run.project.factsOf(handler.file)?.functions[handler.fn]?.params ?? [];
  return params.map(({ to }, index): Value => {
    if (index === params.length - 1) return { k: "native", name: "signs in" };
    if (takesRequest && index === 0) return { k: "request" };
    return { k: "input", path: to.k === "name" ? to.n : "" };
  });
}

/** `class LocalStrategy extends PassportStrategy(Strategy) { validate(name, password) }`, as in NestJS. */
function classesIn(facts: FileFacts, run: Run): Entry[] {
  return facts.classes.flatMap((own, cls) => {
    const { base } = own;
    if (base?.k !== "call" || nameOf(base.f) !== "PassportStrategy" || base.a[0] === undefined) return [];
    if (!typed.test(moduleOf(run, facts, base.a[0]))) return [];
    const validate = own.methods.find(({ name }) => name === "validate");
    const fn = validate === undefined ? undefined : facts.functions[validate.fn];
    if (validate === undefined || fn === undefined) return [];
    const handler: FunctionValue = {
      k: "function",
      file: facts.file,
      fn: validate.fn,
      scope: null,
      self: { k: "instance", file: facts.file, cls, given: null },
    };
    const spot = { file: facts.file, at: fn.at };
    return [
      {
        point: pointOf(run, "passport", `strategy ${own.name}`, handler, { file: facts.file, at: fn.at }),
        before: [],
        handler,
        args: fn.params.map(({ to }): Value =>
          to.k === "name" && /^req/.test(to.n)
            ? { k: "request" }
            : { k: "input", path: to.k === "name" ? to.n : "" },
        ),
        after: (running, out) => opensSession(running, "a passport strategy", out, spot),
      } satisfies Entry,
    ];
  });
}
