// Follows what stands before handlers: middleware and guards. Many entry points share theirs, so each row of them is
// followed once.
import {
  type Address,
  addressKey,
  forgetAddress,
  looksAtAddress,
  strangerTo,
  tellAddress,
} from "./addresses.ts";
import { decide } from "./conditions.ts";
import type { Entry } from "./entries/index.ts";
import type { Happening } from "./events.ts";
import { propertyOf } from "./lookup.ts";
import { soundsLikeProofGuard, soundsLikeSessionGuard } from "./names.ts";
import type { Run } from "./run.ts";
import { mergeStates, State } from "./state.ts";
import { isUnless, letsBy } from "./unless.ts";
import { type Claim, keyOf, type Spot, type Value } from "./values.ts";

type Gate = Entry["before"][number];

/** The paths that a row of gates lets through, and what happened on them. */
interface Passage {
  readonly states: readonly State[];
  readonly happenings: readonly Happening[];
  /** Whether a gate had too many paths to be followed to its end. */
  readonly gaveUp: boolean;
}

/** Stands for the place of the entry point in what is shared by many. */
const here: Spot = { file: "", at: [1, 1] };

/** Remembers what each row of gates does. */
export class Gates {
  private readonly passages = new Map<string, Passage>();

  /** What the gates before an entry point let through; its paths are the caller's own. */
  through(run: Run, { before, beforeArgs, point }: Entry): Passage {
    let passage: Passage = { states: [new State()], happenings: [], gaveUp: false };
    const args = beforeArgs ?? [{ k: "request" }, { k: "response" }, { k: "native", name: "next" }];
    let row = args.map((arg) => keyOf(arg)).join();
    for (const gate of before) {
      const address = asksAddress(run, gate) ? gate.address : undefined;
      if (address !== undefined) row += `${addressKey(address)}\n`;
      row += `${gate.name}\n${keyOf(gate.value)}\n${"self" in gate.value && gate.value.self !== null ? keyOf(gate.value.self) : ""}\n`;
      const known = this.passages.get(row);
      const next = known ?? behind(run, { ...gate, address }, gate.args ?? args, passage);
      if (known === undefined) this.passages.set(row, next);
      passage = next;
    }
    const spot: Spot = { file: point.place.file, at: [point.place.line, point.place.column] };
    return {
      gaveUp: passage.gaveUp,
      happenings: passage.happenings.map((one) =>
        "claims" in one ? { ...one, claims: placed(one.claims, spot) } : one,
      ),
      states: passage.states.map((state) => {
        const own = state.fork();
        own.claims = placed(own.claims, spot);
        return own;
      }),
    };
  }
}

function placed(claims: readonly Claim[], spot: Spot): readonly Claim[] {
  return claims.some((claim) => claim.spot === here)
    ? claims.map((claim) => (claim.spot === here ? { ...claim, spot } : claim))
    : claims;
}

function behind(
  run: Run,
  gate: Gate,
  args: readonly Value[],
  { states, happenings, gaveUp }: Passage,
): Passage {
  let through: State[] | undefined;
  const followed = run.within(() => {
    through = mergeStates(states.flatMap((state) => letThrough(run, gate, args, state.fork())));
  });
  return {
    states: through ?? states.map((state) => asNamed(gate, state.fork())),
    happenings: [...happenings, ...followed.happenings],
    gaveUp: gaveUp || followed.gaveUp,
  };
}

function asksAddress(run: Run, { name, value }: Gate): boolean {
  return isUnless(name) || looksAtAddress(run, value);
}

/** A package that gives every visitor a session of their own, whatever the project calls what it makes: it keeps nobody out. */
function opensVisit(value: Value): boolean {
  return (
    value.k === "package" &&
    /^(express-session|cookie-session|koa-session|koa-generic-session|@fastify\/(secure-)?session|iron-session|next-session)$/.test(
      value.module,
    )
  );
}

/** A gate that is judged by its name alone. */
function asNamed({ name, value }: Gate, s: State): State {
  if (opensVisit(value)) return s;
  if (soundsLikeSessionGuard(name)) s.claim({ k: "session", spot: here, detail: name });
  // What it asks for was not read; that it asks for something is all that its name says.
  else if (isUnread(value) && soundsLikeProofGuard(name)) s.claim({ k: "unknown", spot: here, detail: name });
  return s;
}

/** The paths on which a middleware or a guard lets a request through. */
function letThrough(run: Run, gate: Gate, args: readonly Value[], s: State): State[] {
  const { name, value, address } = gate;
  const guards = soundsLikeSessionGuard(name);
  if (address !== undefined && isUnless(name) && letsBy(value, address) === true) return [s];
  if (value.k === "function") {
    const { passed, lets } = called(run, value, args, s, address);
    if (guards) {
      const exempts = address !== undefined && lets && isExempted(run, value, args, s, address);
      for (const state of passed)
        if (
          !(exempts && isUntouched(state, s)) &&
          !state.claims.some((claim) => claim.k === "token" || claim.k === "session")
        )
          state.claim({ k: "session", spot: here, detail: name });
    }
    return passed.length > 0 ? mergeStates(passed) : [s];
  }
  if ((value.k === "class" || value.k === "instance") && !guards) {
    const instance: Value = { k: "instance", file: value.file, cls: value.cls, given: null };
    const guard = propertyOf(run, instance, "canActivate", s);
    if (guard.k === "function") {
      const states = run
        .callFunction(guard, [run.any("context")], s)
        .flatMap((out) => decide(run, out.v, out.s).t);
      return states.length > 0 ? mergeStates(states) : [s];
    }
  }
  return [asNamed(gate, s)];
}

/** Follows a middleware or a hook, and tells the paths that it lets through; `lets` is false where that is only supposed. */
function called(
  run: Run,
  value: Extract<Value, { k: "function" }>,
  args: readonly Value[],
  s: State,
  address: Address | undefined,
): { readonly passed: State[]; readonly lets: boolean } {
  const state = s.fork();
  if (address !== undefined) tellAddress(state, address);
  run.passed = [];
  run.atGate = true;
  const outs = run.callFunction(value, args, state);
  run.atGate = false;
  // Hooks that take no `next` let through by returning, unless they have answered.
  const returned = outs.filter(({ s: end, v }) => v.k !== "response" && !end.answered);
  const lets = run.passed.length > 0 || returned.length > 0;
  const passed = run.passed.length > 0 ? run.passed : (lets ? returned : outs).map((out) => out.s);
  run.passed = [];
  for (const one of passed) {
    one.answered = false;
    if (address !== undefined) forgetAddress(one);
  }
  return { passed, lets };
}

/** Whether a guard asks something of strangers, so that asking nothing of this address lets it in on purpose. */
function isExempted(
  run: Run,
  value: Extract<Value, { k: "function" }>,
  args: readonly Value[],
  s: State,
  address: Address,
): boolean {
  const { passed, lets } = called(run, value, args, s, strangerTo(address));
  return !lets || !passed.some((state) => isUntouched(state, s));
}

/** Whether nothing was asked on a path since it was another. */
function isUntouched(state: State, before: State): boolean {
  return state.claims === before.claims && state.decisions === before.decisions;
}

/** Something of which nothing is known but its name: not what was put together here, such as a list of checks of a form. */
function isUnread(value: Value): boolean {
  return value.k === "package"
    ? !/valid|joi|zod|yup|celebrate/i.test(value.module)
    : value.k === "any" && value.from.length === 0;
}
