// Calls into packages that the project installs: providers, frameworks, libraries, databases, or what their names say.
import type { PackageCall } from "../../providers/provider.ts";
import { limitsAttempts } from "../../providers/limiters.ts";
import type { Site } from "./call.ts";
import { withCallback } from "./callback.ts";
import { fresh, madeBy } from "../codes/random.ts";
import { frameworkCall } from "./frameworks.ts";
import { guessedCall } from "./guess.ts";
import { libraryCall } from "./libraries.ts";
import { provided } from "./provided.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { storeCall } from "../stores.ts";
import type { Value } from "../values.ts";

/** A call of something that a package exports, or of what such a call gave. */
export function packageCall(
  run: Run,
  callee: Extract<Value, { k: "package" }>,
  args: readonly Value[],
  s: State,
  site: Site,
  on?: Value,
): Out[] {
  const call: PackageCall = { module: callee.module, path: callee.path, args, madeWith: callee.args };
  const sent = provided(run, isFromElsewhere(callee) ? { module: "", path: site.name, args } : call, s, site);
  if (sent !== undefined) return sent;
  const limited = limitsAttempts(call);
  // A generator that is made first and called later: what it was made of counts.
  if (/^nanoid/.test(call.module) && /^custom(Alphabet|Random)$/.test(call.path))
    return [{ s, v: { ...callee, path: `${call.path}()`, args, id: run.newId() } }];
  const made = madeBy(callee.path.endsWith("()") ? { ...call, args: [...callee.args, ...args] } : call);
  if (made !== undefined && callee.module !== "crypto")
    return withCallback(run, fresh(run, s, site, callee.module === "secure-random", made), args, s);
  const known =
    frameworkCall(run, callee.module, callee.path || site.name, args, s, site) ??
    libraryCall(run, call, s, site);
  if (known !== undefined) return known;
  const dot = callee.path.lastIndexOf(".");
  const receiver: Value = on ?? { ...callee, path: dot === -1 ? "" : callee.path.slice(0, dot) };
  const member = callee.path.slice(dot + 1);
  const stored =
    dot === -1 && on === undefined ? undefined : storeCall(run, { on: receiver, member, args, s, site });
  if (stored !== undefined) return stored;
  const guessed = guessedCall(run, { on: callee, member: member === "" ? site.name : member, args, s, site });
  // Whatever a generator of random values gives was made here; an object that is called after codes is none.
  if (
    !site.made &&
    /random|nanoid|uuid|otp/i.test(`${callee.module} ${callee.path}`) &&
    !/secret|seed|uri/i.test(callee.path)
  )
    return guessed.map((out) => ({
      s: out.s,
      v: out.v.k === "any" ? { k: "fresh", id: run.newId(), long: false } : out.v,
    }));
  const answer = run.newId();
  if (limited) {
    // What says `success: false` has to be looked at; what throws or refuses by itself does not.
    const tells = /\.(limit|isLimited|check|checkNext|protect)$/.test(callee.path);
    if (tells) run.limits.add(answer);
    run.note({ k: "limited", name: callee.path, answer: tells ? answer : null });
  }
  // The result keeps its package, so that `twilio(…).messages.create(…)` is known all along the chain.
  return guessed.map((out) => ({
    s: out.s,
    v:
      out.v.k === "any"
        ? { k: "package", module: callee.module, path: `${callee.path}()`, args, id: answer }
        : out.v,
  }));
}

/** What a page keeps in a state, or a file that was not found exports: the name that it goes by is all that is known. */
function isFromElsewhere({ module }: Extract<Value, { k: "package" }>): boolean {
  return /^(\.|@\/|~|#|\$)|^(react|preact|vue|svelte|solid-js)(\/|$)/.test(module);
}
