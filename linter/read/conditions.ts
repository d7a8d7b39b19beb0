// Decides a condition: on which paths it holds, and what passing it shows.
import { endedWhere, noteAccepted, noteHeldAgainst, noteLooked } from "./codes/notes.ts";
import { afterTaking, missing } from "./codes/traces.ts";
import { holdsWhatWaits, isCodeName, isPasswordName, isPhoneField } from "./names.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import {
  type Claim,
  either,
  inputIn,
  keyOf,
  leafName,
  parts,
  shapeOf,
  type Spot,
  unhashed,
  type Value,
} from "./values.ts";

export interface Decided {
  readonly t: State[];
  readonly f: State[];
}

/** Takes the path `s` and splits it by whether `value` is true. */
export function decide(run: Run, value: Value, s: State): Decided {
  switch (value.k) {
    case "const":
      return value.v ? { t: [s], f: [] } : { t: [], f: [s] };
    case "not": {
      const { t, f } = decide(run, value.of, s);
      return { t: f, f: t };
    }
    case "either": {
      const t: State[] = [];
      const f: State[] = [];
      for (const one of value.of) {
        const decided = decide(run, one, s.fork());
        t.push(...decided.t);
        f.push(...decided.f);
      }
      return { t, f };
    }
    case "test":
      return decideTest(run, value, s);
    case "answer": {
      const decided = bothWays(s, keyOf(value));
      const good = value.when[value.path] ?? (value.path === "" ? undefined : value.when[""]);
      if (good?.includes(true) === true) for (const state of decided.t) state.claim(value.claim);
      return decided;
    }
    case "record": {
      noteLooked(run, value);
      const decided = bothWays(s, keyOf(value));
      for (const state of decided.t) shows(value, state);
      if (/^(#count)?$/.test(value.path) && value.filter !== null) run.lookedFor.set(value.id, value.filter);
      return decided;
    }
    case "package":
      if (run.limits.has(value.id)) run.note({ k: "decided", answer: value.id });
      return bothWays(s, keyOf(value));
    case "input":
    case "session":
    case "any":
      return bothWays(s, keyOf(value));
    default:
      return { t: [s], f: [] };
  }
}

/** What follows from a record being there: that its filter matched, and that its flag is set. */
export function shows(record: Extract<Value, { k: "record" }>, state: State): void {
  for (const claim of foundBy(record)) state.claim(claim);
  const field = record.path;
  if (
    field !== "" &&
    !field.endsWith("#count") &&
    state.written.get(`record:${record.id}:${field}`) === undefined
  )
    state.claim({
      k: "mark",
      store: record.store,
      path: field,
      spot: record.spot,
      filter: record.filter,
    });
}

/** What is shown by a record having been found by its filter: each submitted value that had to match. */
export function foundBy(record: Extract<Value, { k: "record" }>): Claim[] {
  return record.filter === null ? [] : filterClaims(record.store, record.filter, record.spot);
}

/** What the tokens of a service that keeps accounts say: a store of its own, called after the service. */
export const hostedToken = "token of ";

export function filterClaims(store: string, filter: Value, spot: Spot): Claim[] {
  const claims: Claim[] = [];
  for (const [path, value] of leavesOf(filter)) {
    if (value.k === "const" && value.v === true) claims.push({ k: "mark", store, path, spot, filter });
    else if (value.k === "const" && typeof value.v === "string")
      claims.push({ k: "mark", store, path, spot, filter, word: { is: true, text: value.v } });
    else if (value.k === "record" && value.store.startsWith(hostedToken))
      claims.push({ k: "carried", store: value.store, path: value.path, spot });
    else if (inputIn(value) !== undefined)
      claims.push({
        k: "slot",
        store,
        path,
        spot,
        detail: "looked up with what was submitted",
        given: value,
        by: spot.file,
        filter,
      });
  }
  return claims;
}

/**
 * Whether a row that was written can be the one that is looked for: no field that both name has another fixed word or
 * another shape of text, such as `purpose: "sign-in"` and `purpose: "reset"`, or `reset:*` and `login:*`.
 */
export function canBe(row: Value | null, filter: Value | null): boolean {
  if (row === null || filter === null) return true;
  const written = new Map(leavesOf(row));
  return leavesOf(filter).every(([path, wanted]) => {
    const own = written.get(path);
    if (own !== undefined) return agree(own, wanted);
    if (path !== "#key") return true;
    // Looked up by something whose column is not known: one of the columns has to fit.
    const told = [...written.values()].filter(
      (value) => /^(text|input|const)$/.test(value.k) && !parts(value).some((part) => part.k === "fresh"),
    );
    return told.length === 0 || told.some((value) => agree(value, wanted));
  });
}

function agree(own: Value, wanted: Value): boolean {
  if (own.k === "either") return own.of.some((one) => agree(one, wanted));
  if (wanted.k === "either") return wanted.of.some((one) => agree(own, one));
  if (own.k === "const" && wanted.k === "const")
    return typeof own.v !== "string" || typeof wanted.v !== "string" || own.v === wanted.v;
  // What the caller typed, as it is, is no key with a word of ours before or behind it.
  if ((own.k === "input" && isLabelled(wanted)) || (wanted.k === "input" && isLabelled(own))) return false;
  const [a, b] = [shapeOf(own), shapeOf(wanted)];
  // `sign-in:*` and `*-reset` could meet in theory; nobody writes keys that way.
  if (isLabelled(own) && isLabelled(wanted) && !wordsOf(a).some((word) => wordsOf(b).includes(word)))
    return false;
  return startsAlike(a, b) && startsAlike(reversed(a), reversed(b));
}

function wordsOf(shape: string): string[] {
  return shape.toLowerCase().match(/[a-z]{3,}/g) ?? [];
}

function isLabelled(value: Value): boolean {
  return value.k === "text" && /[a-z]{3}/i.test(shapeOf(value));
}

/** Whether two texts with `*` for what is not known can begin alike. */
function startsAlike(a: string, b: string): boolean {
  const [headA = "", headB = ""] = [a.split("*", 1)[0], b.split("*", 1)[0]];
  return headA.startsWith(headB) || headB.startsWith(headA);
}

function reversed(text: string): string {
  return [...text].toReversed().join("");
}

/** The fields of a filter with what each must equal; operators such as `$eq` and `equals` are seen through. */
export function leavesOf(filter: Value, path = ""): [path: string, value: Value][] {
  if (filter.k === "object") {
    const leaves: [string, Value][] = [];
    for (const [key, value] of Object.entries(filter.props)) {
      // Comparisons other than equality say nothing about what was submitted.
      if (/^(\$?(gt|gte|lt|lte|ne|nin|not|exists|or)|OR|NOT|\$nor|mode)$/.test(key)) continue;
      const transparent = key.startsWith("$") || /^(where|equals|eq|AND|in)$/.test(key);
      leaves.push(...leavesOf(value, transparent ? path : path === "" ? key : `${path}.${key}`));
    }
    for (const rest of filter.rest) leaves.push(...leavesOf(rest, path));
    return leaves;
  }
  // One of several words: `purpose IN ("sign-up", "change")`.
  const choices = filter.k === "array" ? filter.items : filter.k === "either" ? filter.of : [];
  if (choices.length > 1 && choices.every(({ k }) => k === "const")) return [[path, either(choices)]];
  if (filter.k === "array") {
    return filter.items.flatMap((item) => {
      // `[{ field: "phone", value: phone }]`, as some adapters write it.
      if (item.k === "object" && item.props["field"]?.k === "const" && item.props["value"] !== undefined)
        return leavesOf(item.props["value"], String(item.props["field"].v));
      return leavesOf(item, path);
    });
  }
  if (filter.k === "either") return filter.of[0] === undefined ? [] : leavesOf(filter.of[0], path);
  return [[path, filter]];
}

function decideTest(run: Run, test: Extract<Value, { k: "test" }>, s: State): Decided {
  const { op, l, r } = test;
  if (l.k === "either" || r.k === "either") {
    const t: State[] = [];
    const f: State[] = [];
    for (const left of l.k === "either" ? l.of : [l])
      for (const right of r.k === "either" ? r.of : [r]) {
        const decided = decide(run, { ...test, l: left, r: right }, s.fork());
        t.push(...decided.t);
        f.push(...decided.f);
      }
    return { t, f };
  }
  noteHeldAgainst(run, test);
  if (op === "!=") {
    const { t, f } = decideTest(run, { ...test, op: "==" }, s);
    return { t: f, f: t };
  }
  if (op === "hash") {
    const decided = bothWays(s, keyOf(test));
    return compared(run, checkClaims(test), decided);
  }
  if (op === "<" || op === ">") return decideClock(test, decideOrder(run, test, s));
  return decideEqual(run, test, s);
}

function decideEqual(run: Run, test: Extract<Value, { k: "test" }>, s: State): Decided {
  const { l, r, spot } = test;
  const [value, constant] = r.k === "const" ? [l, r] : l.k === "const" ? [r, l] : [l, r];
  if (constant.k === "const") {
    const wanted = constant.v;
    if (value.k === "const")
      return value.v === wanted || (isAbsent(value.v) && isAbsent(wanted))
        ? { t: [s], f: [] }
        : { t: [], f: [s] };
    if (wanted === null || wanted === undefined || wanted === false) {
      const { t, f } = decide(run, value, s);
      return { t: f, f: t };
    }
    if (wanted === true) return decide(run, value, s);
    if (value.k === "record" && value.path.endsWith("#count"))
      return decideCount(run, value, wanted === 0, s);
    if (value.k === "answer") {
      const decided = bothWays(s, `${keyOf(value)}=${wanted}`);
      if (value.when[value.path]?.includes(wanted) === true)
        for (const state of decided.t) state.claim(value.claim);
      return decided;
    }
    if (value.k === "object" || value.k === "array" || value.k === "function" || value.k === "fresh")
      return { t: [], f: [s] };
    noteAccepted(run, value, constant, s, spot);
    if (value.k === "record") noteLooked(run, value);
    const key = keyOf(value);
    const known = s.equals.get(key);
    if (known !== undefined) return known === wanted ? { t: [s], f: [] } : { t: [], f: [s] };
    const decided = bothWays(s, `${key}=${wanted}`);
    for (const state of decided.t) {
      state.equals.set(key, wanted);
      if (value.k === "record") {
        if (value.store === "session") shows(value, state);
        for (const claim of foundBy(value)) state.claim(claim);
        claimWord(value, wanted, true, state);
        notePayload(value, wanted, state);
      }
    }
    for (const state of decided.f) if (value.k === "record") claimWord(value, wanted, false, state);
    return decided;
  }
  const decided = bothWays(s, `${keyOf(l)}==${keyOf(r)}`);
  const known = numberOnFile(l, r) ?? numberOnFile(r, l);
  if (known !== undefined) for (const state of decided.t) state.knowNumber(known);
  return compared(run, checkClaims(test), decided);
}

/** What the caller named, if it is compared with somebody's number; a row with a code has one that was named before. */
function numberOnFile(kept: Value, given: Value): Value | undefined {
  if (given.k !== "input" || (kept.k !== "record" && kept.k !== "session")) return undefined;
  const isSomebodys = kept.k === "session" || kept.store.startsWith("token:") || !holdsWhatWaits(kept.store);
  return isSomebodys && isPhoneField(leafName(kept)) ? given : undefined;
}

/** What a comparison leaves on the paths behind it: what was shown, or that it was not. */
function compared(run: Run, claims: readonly Claim[], decided: Decided): Decided {
  for (const state of decided.t)
    claimEqual(
      run,
      claims.map((claim) => afterLooking(claim, state)),
      state,
    );
  for (const state of decided.f) state.trace = missing(state.trace, claims);
  return decided;
}

/** What is missing, or is no text of the right length, was refused before: then it does not matter that `==` converts. */
function afterLooking(claim: Claim, state: State): Claim {
  if (claim.k !== "slot" || claim.loose !== true || claim.given === null) return claim;
  const { given } = claim;
  const key = keyOf(given);
  const looked =
    (given.k === "input" && given.typed === true) ||
    state.decided(key) === true ||
    (given.k === "input" && state.equals.get(`${key}.length`) !== undefined);
  return looked ? { ...claim, loose: false } : claim;
}

/** A path on which something is found to have ended knows so. */
function decideClock(test: Extract<Value, { k: "test" }>, decided: Decided): Decided {
  const ended = endedWhere(test);
  if (ended === undefined) return decided;
  for (const state of ended ? decided.t : decided.f) state.trace = { ...state.trace, over: true };
  return decided;
}

/** What a comparison shows; a submitted code that is held against something of unknown origin was checked, too. */
function checkClaims({ l, r, spot, loose }: Extract<Value, { k: "test" }>): readonly Claim[] {
  const claims = equalityClaims(l, r, spot, loose);
  if (claims.length > 0) return claims;
  const isCode = (value: Value): boolean => value.k === "input" && isCodeName(leafName(value));
  // What was made of the code itself, such as its length, is nothing that it is held against.
  const isStrange = (value: Value, code: Value): boolean =>
    value.k === "any" && !parts(value).some((part) => keyOf(part) === keyOf(code));
  const [given, held] = [unhashed(l), unhashed(r)];
  if (!(isCode(given) && isStrange(held, given)) && !(isCode(held) && isStrange(given, held))) return [];
  return [{ k: "unknown", spot, detail: "compared with something that was not found" }];
}

/** What a field holds, or does not hold, of a row that is known to be there: a step may have left that word. */
function claimWord(
  { id, store, path, spot, filter }: Extract<Value, { k: "record" }>,
  text: string | number | boolean,
  is: boolean,
  state: State,
): void {
  if (typeof text !== "string" || path === "") return;
  if (!is && state.decided(`r:${id}:`) !== true) return;
  state.claim({ k: "mark", store, path, spot, filter, word: { is, text } });
}

function claimEqual(run: Run, claims: readonly Claim[], state: State): void {
  for (const claim of claims) {
    const told = afterTaking(claim, state.trace);
    if (told.k === "slot") run.note({ k: "held", claim: told });
    state.claim(claim);
  }
}

/** A token's payload was compared with a word: from here on only tokens with that word count. */
function notePayload(
  value: Extract<Value, { k: "record" }>,
  wanted: string | number | boolean,
  state: State,
): void {
  state.claims = state.claims.map((claim) =>
    claim.k === "token" && claim.store === value.store
      ? { ...claim, payload: { ...claim.payload, [value.path]: wanted } }
      : claim,
  );
}

function decideOrder(run: Run, { op, l, r }: Extract<Value, { k: "test" }>, s: State): Decided {
  if (l.k === "record" && l.path.endsWith("#count") && r.k === "const" && typeof r.v === "number") {
    // `count > 0`, `count >= 1` hold for something found; `count < 1` for nothing found.
    return decideCount(run, l, op === "<", s);
  }
  return bothWays(s, `${keyOf(l)}${op}${keyOf(r)}`);
}

function decideCount(run: Run, record: Extract<Value, { k: "record" }>, empty: boolean, s: State): Decided {
  const decided = bothWays(s, keyOf(record));
  if (record.path === "#count" && record.filter !== null) run.lookedFor.set(record.id, record.filter);
  for (const state of decided.t) for (const claim of foundBy(record)) state.claim(claim);
  return empty ? { t: decided.f, f: decided.t } : decided;
}

/** What is shown by two values being equal (or one being the hash of the other). */
function equalityClaims(l: Value, r: Value, spot: Spot, loose = false): Claim[] {
  const claims: Claim[] = [];
  for (const [kept, given] of [
    [l, r],
    [r, l],
  ] as const) {
    const stored = storedIn(kept);
    if (stored === undefined) continue;
    const submitted = unhashed(given);
    if (submitted.k === "record" && submitted.store !== "request") continue;
    if (inputIn(submitted) === undefined && submitted.k !== "any") continue;
    if (isPasswordName(lastName(stored.path)) || /^pass_key$/i.test(lastName(stored.path)))
      claims.push({ k: "password", spot, given: submitted });
    else {
      claims.push({
        k: "slot",
        store: stored.store,
        path: stored.path,
        spot,
        detail: `compared with ${lastName(stored.path) || stored.store}`,
        given: submitted,
        by: spot.file,
        filter: stored.filter,
        ...(loose ? { loose } : {}),
      });
      claims.push(...foundBy(stored));
    }
  }
  return claims;
}

function storedIn(value: Value): Extract<Value, { k: "record" }> | undefined {
  const inner = unhashed(value);
  if (inner.k === "record") return inner;
  // `String(record.code)`, `record.code + ""`: still what the store holds, if nothing of the caller is in it.
  if (inner.k !== "any" && inner.k !== "text") return undefined;
  if (inputIn(inner) !== undefined) return undefined;
  for (const part of parts(inner)) if (part.k === "record" && part.path !== "") return part;
  return undefined;
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Both ways, unless this path has decided it already. */
function bothWays(s: State, key: string): Decided {
  const known = s.decided(key);
  if (known === true) return { t: [s], f: [] };
  if (known === false) return { t: [], f: [s] };
  const other = s.fork();
  s.decide(key, true);
  other.decide(key, false);
  return { t: [s], f: [other] };
}
