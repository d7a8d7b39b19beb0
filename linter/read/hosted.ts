// Notes what a service that keeps accounts does to one: a call that checks and acts at once, or that needs somebody signed in.
import type { Effecting, Proving } from "../providers/provider.ts";
import { filterClaims, foundBy, hostedToken } from "./conditions.ts";
import { notePassword, waiting } from "./effects.ts";
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import { type Claim, hasSession, nothing, objectWith, type Spot, type Value, yes } from "./values.ts";

/** Notes the effect, with what the service asks for before it. What it has checked counts from here on. */
export function noteHosted(run: Run, effecting: Effecting, s: State, spot: Spot): void {
  const { provider, what, asks, of } = effecting;
  const session = `hosted:${provider}`;
  for (const claim of claimsOf(effecting, spot)) s.claim(claim);
  const written = effecting.written ?? nothing;
  const filter = of === undefined ? null : objectWith("id", of);
  const found: Claim[] = of?.k === "record" ? foundBy(of) : [];
  // A path that has opened the session itself has shown what that took.
  if (asks?.session === true && s.written.get(session) === undefined)
    found.push({ k: "session", spot, detail: "the signed-in user" });
  if (what === "opens-session") s.written.set(session, yes);
  if (what === "writes-password") {
    notePassword(run, provider, filter, written, s, spot, "high", found);
    return;
  }
  if (filter !== null) {
    found.push(...filterClaims(provider, filter, spot));
    if (hasSession(filter)) found.push({ k: "session", spot, detail: "the signed-in user" });
  }
  run.note({
    k: "effect",
    what,
    detail: provider,
    spot,
    claims: [...s.claims, ...found],
    written,
    filter,
    confidence: "high",
    payload: {},
    ofAccount: true,
    ...waiting(written, s),
  });
}

function claimsOf({ provider, asks }: Effecting, spot: Spot): Claim[] {
  const claims: Claim[] = [];
  if (asks?.code !== undefined) claims.push({ k: "managed", provider, spot, ...asks.code });
  if (asks?.configuredCode === true) claims.push({ k: "unknown", spot, detail: provider });
  if (asks?.password !== undefined) claims.push({ k: "password", spot, given: asks.password });
  if (asks?.proof !== undefined) claims.push({ k: asks.proof, spot, detail: provider });
  return claims;
}

/** What a proof shows once it has passed. */
export function claimOfProof(proving: Proving, detail: string, spot: Spot): Claim {
  return proving.kind === "password"
    ? { k: "password", spot, given: proving.given ?? nothing }
    : { k: proving.kind, spot, detail };
}

/**
 * Who a token says is signed in. If it says a number, too, and somebody is looked up by that number, then a text to the
 * number is all that it took: the service gives such a token to whoever signs in by it.
 */
export function sessionOf(run: Run, { number }: Proving, spot: Spot): Value {
  const session: Value = { k: "session", path: "" };
  if (number === undefined) return session;
  const { field, provider } = number;
  const store = `${hostedToken}${provider}`;
  run.note({
    k: "kept",
    store,
    path: field,
    value: { k: "fresh", id: run.newId(), long: true },
    row: null,
    atoms: new Set(),
    spot,
    guarded: false,
    claims: [{ k: "managed", provider, spot, to: null, channels: ["sms"] }],
  });
  const record: Value = {
    k: "record",
    store,
    filter: null,
    path: field,
    id: run.newId(),
    spot,
    certain: true,
  };
  return { k: "object", props: { [field]: record }, rest: [session], model: null };
}
