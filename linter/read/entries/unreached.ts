// Finds functions that nobody was seen to call and whose words belong to signing in: each is followed by itself.
import { nameOf } from "../called.ts";
import { actsOnHostedAccount } from "../../providers/index.ts";
import { isPage } from "../components.ts";
import type { FileFacts, FunctionFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import { type Entry, type FunctionValue, inputsOf } from "./entry.ts";
import { onContext, readsContext } from "./generators.ts";

/** Functions that no entry point reached and whose words belong to signing in: each is followed by itself. */
export function unreachedEntries(files: readonly FileFacts[], run: Run): Entry[] {
  const found: Entry[] = [];
  for (const facts of files) {
    let endpoints: ReadonlyMap<number, string> | undefined;
    const pathOf = (fn: number): string | undefined => (endpoints ??= endpointsIn(facts)).get(fn);
    // Components run in the browser, where nothing is decided but by the services that it calls.
    const inPage = isPage(facts.file);
    for (const [index, fn] of facts.functions.entries()) {
      if (
        run.functions.reached.has(`${facts.file}:${index}`) ||
        run.handled.has(`${facts.file}:${index}`) ||
        fn.body.length === 0
      )
        continue;
      if (fn.name.endsWith("constructor") || (fn.name === "" && pathOf(index) === undefined)) continue;
      if (!callsHostedAccount(fn) && (inPage || !concernsSigningIn(fn) || setsUp(fn))) continue;
      const around = namedAround(facts, index);
      const named = around?.name ?? `the function in line ${fn.at[0]}`;
      const path = pathOf(index);
      const [line, column] = (around ?? fn).at;
      const self: Value | null =
        fn.cls === null ? null : { k: "instance", file: facts.file, cls: fn.cls, given: null };
      const alone: FunctionValue = { k: "function", file: facts.file, fn: index, scope: null, self };
      const { value: handler, args } = readsContext(fn) ? onContext(run, alone) : { value: alone };
      found.push({
        point: {
          framework: "other",
          name: path === undefined ? named : `${path} (${named})`,
          symbol: `${facts.file}#${named}`,
          place: { file: facts.file, line, column },
        },
        before: [],
        handler,
        args: args ?? inputsOf(run, handler),
      });
    }
  }
  return found;
}

/** Nameless functions that are handed over together with a path: `createEndpoint("/reset", { … }, async (ctx) => …)`. */
function endpointsIn(facts: FileFacts): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const body of [facts.body, ...facts.functions.map((fn) => fn.body)])
    for (const e of expressionsIn(body)) {
      if (e.k !== "call" || e.a[0]?.k !== "lit" || typeof e.a[0].v !== "string" || !e.a[0].v.startsWith("/"))
        continue;
      for (const argument of e.a) if (argument.k === "function") found.set(argument.fn, e.a[0].v);
    }
  return found;
}

/** A function, or the nearest one around it, that has a name. */
function namedAround(facts: FileFacts, fn: number): FunctionFacts | undefined {
  for (let at: number | null = fn; at !== null; at = facts.functions[at]?.parent ?? null) {
    const found = facts.functions[at];
    if (found !== undefined && found.name !== "") return found;
  }
  return undefined;
}

function callsHostedAccount(fn: FunctionFacts): boolean {
  for (const e of expressionsIn(fn.body)) if (e.k === "call" && actsOnHostedAccount(nameOf(e.f))) return true;
  return false;
}

/** Whether a function hangs up what answers requests: then it runs once, before there is any. */
function setsUp(fn: FunctionFacts): boolean {
  return expressionsIn(fn.body).some(
    (e) =>
      e.k === "call" &&
      /(^|\.)(app|server|fastify|express\w*|\w*[aA]pp|\w*[rR]outer)\.(use|register)$/.test(nameOf(e.f)),
  );
}

function concernsSigningIn(fn: FunctionFacts): boolean {
  const words =
    /otp|one_?time|sms|whats_?app|passw|pwd|twilio|messages\.create|verif\w*_?code|code_?verif|verification|reset/i;
  for (const e of expressionsIn(fn.body)) {
    if (e.k === "call" && words.test(nameOf(e.f))) return true;
    if (e.k === "object" && e.props.some(([key]) => key !== null && /otp|passw|pwd|PhoneNumber/i.test(key)))
      return true;
    if (e.k === "assign" && e.to.k === "get" && /otp|passw|pwd|code$/i.test(e.to.p)) return true;
  }
  return false;
}
