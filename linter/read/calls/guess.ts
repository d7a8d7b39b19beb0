// A call that could not be followed: judged by its name and by what goes into it, with less confidence.
import { noteFieldsLooked } from "../whole-body.ts";
import { limitsAttempts } from "../../providers/limiters.ts";
import type { Call } from "./call.ts";
import { withCallback } from "./callback.ts";
import { noteTimesIn } from "../codes/notes.ts";
import { noteSession } from "../effects.ts";
import { noteSent } from "../events.ts";
import { fastifyToken, libraryCall } from "./libraries.ts";
import {
  isCodeName,
  isMailName,
  isPasswordName,
  isPhoneName,
  soundsLikeChecking,
  soundsLikeMailing,
  soundsLikeSending,
  soundsLikeTexting,
} from "../names.ts";
import type { Run } from "../run.ts";
import { mergeOuts, type Out, type State } from "../state.ts";
import { atomsOf, inputIn, leafName, parts, sharesAtom, type Value } from "../values.ts";

/** Follows the functions handed to an unknown call, and takes the call for what it is called. */
export function guessedCall(run: Run, call: Call): Out[] {
  const { on, member, args, s, site } = call;
  noteTimesIn(run, [on, ...args]);
  if (on.k !== "package" && limitsAttempts({ module: "", path: site.name, args }))
    run.note({ k: "limited", name: site.name, answer: null });
  // What is done with a code that had ended says nothing of one that has not.
  if (
    !s.trace.over &&
    /consume|delete|remove|clear|invalidat|destroy|revoke|expire|mark|burn|used|attempt|lock|block|fail/i.test(
      member,
    )
  )
    run.note({ k: "unfollowed", name: site.name, claims: s.claims });
  noteFieldsLooked(site.name, args, s);
  const known = byName(run, call);
  if (known !== undefined) return known;
  // A function that is handed over is taken to be called once.
  let states: State[] = [s];
  // A function that comes with a path is an endpoint: requests call it, not this code.
  const [first] = args;
  if (first?.k === "const" && typeof first.v === "string" && first.v.startsWith("/"))
    return [{ s, v: run.any(member, [on, ...args]) }];
  let given: Value | undefined;
  for (const arg of args) {
    if (arg.k !== "function") continue;
    const outs = mergeOuts(states.flatMap((state) => run.callFunction(arg, handedOver(run, arg), state)));
    states = outs.map((out) => out.s);
    if (/transaction|^(run|with|execute|attempt|retry|wrap|lock|call)/i.test(member)) {
      if (outs.length > 0) return outs;
      given = outs[0]?.v;
    }
  }
  return states.map((state) => ({ s: state, v: given ?? run.any(member, [on, ...args]) }));
}

/** Values for a callback nobody is known to call: no error, then something unknown. */
function handedOver(run: Run, callback: Extract<Value, { k: "function" }>): Value[] {
  const params = run.project.factsOf(callback.file)?.functions[callback.fn]?.params ?? [];
  return params.map(({ to }) => {
    const name = to.k === "name" ? to.n : "";
    return /^(e|err|error)$/i.test(name) ? { k: "const", v: null } : run.any(name);
  });
}

function byName(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s, site } = call;
  const name = `${site.name} ${member}`;
  const { spot } = site;
  if (/getRequest$|getNext$/.test(member)) return [{ s, v: { k: "request" } }];
  if (
    /^(getServerSession|getSession|getToken|currentUser|getCurrentUser|getUser|getClaims|auth|getAuth|validateRequest|requireUser|requireAuth|getUserFromRequest|verifyAuth|getUserIdFrom\w*)$/.test(
      member,
    )
  )
    return [{ s, v: { k: "session", path: "" } }];
  if (
    /^hash|digest$|^encrypt|^(md5|sha\d+)$/i.test(member) &&
    args[0] !== undefined &&
    !soundsLikeChecking(member)
  )
    return [{ s, v: { k: "hash", of: args[0] } }];

  // A token library that a framework hung on its own objects: `fastify.jwt.sign(…)`.
  if (/(^|\.)jwt(\.\w+)?\.(sign|verify)$/i.test(site.name))
    return libraryCall(run, fastifyToken(site.name, args), s, site);

  const setsPassword =
    /(update|set|change|reset|save|store)_?(user|account|member|the)?_?(hashed|new)?_?(password|passwd|pwd)(hash)?(by\w+|for\w+)?$/i.test(
      member,
    );
  const written =
    setsPassword && on.k !== "request"
      ? args
          .toReversed()
          .find((arg) => parts(arg).some((part) => part.k === "hash" || isPasswordName(leafName(part))))
      : undefined;
  if (written !== undefined) {
    run.note({
      k: "effect",
      what: "writes-password",
      detail: site.name,
      spot,
      claims: s.claims,
      written,
      filter: args[0] ?? null,
      confidence: "medium",
      payload: {},
    });
    return [{ s, v: run.any(member, args) }];
  }

  const atoms = soundsLikeSending(name) ? new Set(args.flatMap((arg) => [...atomsOf(arg)])) : undefined;
  if (atoms !== undefined && (atoms.size > 0 || soundsLikeMailing(name) || soundsLikeTexting(name))) {
    const named = soundsLikeMailing(name) || args.some((arg) => says(arg, /^e?-?mail$/i));
    const mailing = named || args.some((arg) => goesTo(arg, isMailName));
    const texting =
      soundsLikeTexting(name) ||
      args.some((arg) => says(arg, /^sms$/i)) ||
      (!mailing && args.some((arg) => goesTo(arg, isPhoneName)));
    if (texting !== mailing) {
      noteSent(run, s, {
        provider: site.name,
        channels: [texting ? (/whats_?app/i.test(name) ? "whatsapp" : "sms") : "email"],
        atoms,
        to: null,
        spot,
        // A code that goes into a call together with a number goes to that number, whatever the call is named.
        confidence: texting && args.some((arg) => isAddressed(arg, atoms)) ? "medium" : "low",
      });
      return undefined;
    }
  }

  if (soundsLikeChecking(member)) return checked(run, call);
  if (
    /^(createSession|setSession|issueTokens?|generateAccessToken|signAccessToken|createAccessToken|createToken|generateTokens?|generateJwt|createCustomToken)$/i.test(
      member,
    )
  ) {
    const token: Value = { k: "fresh", id: run.newId(), long: true };
    noteSession(run, site.name, { k: "object", props: {}, rest: [...args, token], model: null }, s, spot);
    return [{ s, v: token }];
  }
  // What a library calls when somebody has signed in belongs to whoever uses it; only its name says so.
  if (/^on_?(log_?in|sign_?in|auth(enticat(ed|ion))?(_?success)?|login_?success|verified)$/i.test(member)) {
    const signedIn: Value = { k: "object", props: {}, rest: args, model: null };
    noteSession(run, site.name, signedIn, s, spot, {}, "medium");
    return undefined;
  }
  if (
    /^(generate|create|make|random|new|gen|get)\w*(otp|code|pin|token|nonce)s?$/i.test(member) ||
    /^(otp|random)\w*$/i.test(member)
  )
    return [{ s, v: { k: "fresh", id: run.newId(), long: /token|nonce/i.test(member) } }];
  return undefined;
}

function says(value: Value, word: RegExp): boolean {
  for (const part of parts(value))
    if (part.k === "const" && typeof part.v === "string" && word.test(part.v)) return true;
  return false;
}

/** Whether a message holds both: something that was made here, and a phone number under its name. */
function isAddressed(message: Value, made: ReadonlySet<number>): boolean {
  return message.k === "object" && Object.keys(message.props).some(isPhoneName) && sharesAtom(made, message);
}

/** Whether a message names where it goes by such a name: `{ phoneNumber, code }`. */
function goesTo(message: Value, isName: (name: string) => boolean): boolean {
  return message.k === "object" ? Object.keys(message.props).some(isName) : isName(leafName(message));
}

/** `something.verify(code)`, `compare(given, kept)`, `user.comparePassword(password)` whose inside was not found. */
function checked(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s, site } = call;
  if (on.k === "input" || on.k === "const") return undefined;
  const [first, second] = args;
  if (first !== undefined && second !== undefined) {
    const kept = [first, second].find((arg) => arg.k === "record" && arg.path !== "");
    const given = [first, second].find((arg) => arg !== kept && inputIn(arg) !== undefined);
    if (kept !== undefined && given !== undefined)
      return withCallback(run, { k: "test", op: "hash", l: given, r: kept, spot: site.spot }, args, s);
  }
  if (on.k === "record" && first !== undefined && inputIn(first) !== undefined && /pass|pwd/i.test(member))
    return withCallback(
      run,
      { k: "test", op: "hash", l: first, r: { ...on, path: "password" }, spot: site.spot },
      args,
      s,
    );
  const code = args
    .flatMap((arg) => [...parts(arg)])
    .find((part) => part.k === "input" && isCodeName(leafName(part)));
  if (code === undefined || /format|length|regex|schema|digits|numeric|strength|phone|email$/i.test(member))
    return undefined;
  // It may throw, or its answer may be looked at; either way the path does not go on without it.
  s.claim({ k: "unknown", spot: site.spot, detail: site.name });
  return undefined;
}
