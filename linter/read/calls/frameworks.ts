// Calls that web frameworks give: on the request, on the visit, and functions known by their names.
import { noteFieldsLooked, picked } from "../whole-body.ts";
import { answeredWith } from "../events.ts";
import type { Call, Site } from "./call.ts";
import { decide } from "../conditions.ts";
import { notePassword, noteSession } from "../effects.ts";
import { isLeftBehind } from "../following/left-behind.ts";
import { soundsLikeWho, theVisit, who } from "../requests.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { nothing, type Spot, textsOf, type Value } from "../values.ts";

const input = (path: string): Value => ({ k: "input", path });

/** A call of a member of the request, or of the context around it. */
export function requestCall(run: Run, call: Call): Out[] {
  const { member, args, s, site } = call;
  const [first, second] = args;
  const one = (v: Value): Out[] => [{ s, v }];
  const [key] = textsOf(first);
  const below = key === undefined ? "" : `.${key}`;
  switch (member) {
    case "json":
    case "text":
    case "body":
    case "html":
    case "redirect":
      // With something in it, it is the answer: `c.json({ … })`.
      if (first === undefined) return one(input("body"));
      run.note(answeredWith(args, s, site.spot));
      return one({ k: "response" });
    case "formData":
    case "parseBody":
    case "all":
      return one(input("body"));
    case "only":
    case "valid":
    case "validateUsing":
      return one(picked(input("body")));
    case "input":
      return one(input(`body${below}`));
    case "param":
    case "params":
    case "query":
      return one(input(`${member}${below}`));
    case "get":
    case "header":
    case "headers":
      // Hono keeps there what its middleware has found out; elsewhere it is a header.
      if (key !== undefined && member === "get") {
        const written = s.written.get(`request:${key}`);
        if (written !== undefined) return one(written);
        if (/^(user|userId|user_id|account|member|session|currentUser|auth|jwtPayload)$/.test(key))
          return one(who(key));
      }
      return one(input("headers"));
    case "set":
      if (key !== undefined && second !== undefined && (soundsLikeWho(key) || isLeftBehind(second)))
        s.written.set(`request:${key}`, second);
      return one(nothing);
    case "auth":
    case "getSession":
    case "safeGetSession":
      return one(who(""));
    case "jwtVerify":
      s.claim({ k: "session", spot: site.spot, detail: "a signed-in caller" });
      return one(who(""));
    case "throw":
      return [];
    case "assert":
      return first === undefined ? one(nothing) : decide(run, first, s).t.map((t) => ({ s: t, v: nothing }));
    case "login":
    case "logIn":
      noteSession(run, "the session", first ?? nothing, s, site.spot);
      return one(nothing);
    default:
      noteFieldsLooked(member, args, s);
      return one(run.any(member, args));
  }
}

/** Calls on what the caller sent, as forms and headers are read, and on what lasts over the visit. */
export function visitCall(run: Run, call: Call): Out[] | undefined {
  const { on, member, args, s, site } = call;
  const [key] = textsOf(args[0]);
  if (on.k === "input" && /^(get|getAll|entries|all)$/.test(member))
    return [{ s, v: key === undefined ? on : input(on.path === "" ? key : `${on.path}.${key}`) }];
  const isVisit = on.k === "session" || (on.k === "record" && on.store === "session" && on.path === "");
  if (!isVisit || key === undefined) return undefined;
  if (member === "get") return [{ s, v: soundsLikeWho(key) ? who(key) : run.any(key, [on]) }];
  if ((member === "set" || member === "put") && args[1] !== undefined && soundsLikeWho(key)) {
    noteSession(run, "the session", args[1], s, site.spot);
    return [{ s, v: nothing }];
  }
  return undefined;
}

/** What the functions of web frameworks give, by their names: many of them are there without an import. */
export function frameworkCall(
  run: Run,
  module: string,
  path: string,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] | undefined {
  const [first, second] = args;
  const name = path.slice(path.lastIndexOf(".") + 1);
  const one = (v: Value): Out[] => [{ s, v }];
  // These throw: the path ends here.
  if (module === "@sveltejs/kit" && /^(error|redirect)$/.test(name)) return [];
  if (module === "next/navigation" && /^((permanentR|r)edirect|notFound|forbidden|unauthorized)$/.test(name))
    return [];
  if (first?.k === "request") {
    if (module === "co-body") return one(input("body"));
    const [key] = textsOf(second);
    const below = key === undefined ? "" : `.${key}`;
    if (/^(read(Validated)?(Raw)?(Body|FormData)|readMultipartFormData|useBody)$/.test(name))
      return one(/Validated/.test(name) ? picked(input("body")) : input("body"));
    if (/^(get(Validated)?Query|useQuery)$/.test(name)) return one(input("query"));
    if (/^get(Validated)?RouterParams?$/.test(name)) return one(input(`params${below}`));
    if (/^(get(Request)?Headers?|getCookie|parseCookies)$/.test(name)) return one(input(`headers${below}`));
    if (name === "requireUserSession") {
      s.claim({ k: "session", spot: site.spot, detail: name });
      return one(who(""));
    }
    if (/^(getUserSession|serverSupabaseUser)$/.test(name)) return one(who(""));
    if (/^(set|replace)UserSession$/.test(name)) {
      noteSession(run, "the session", second ?? nothing, s, site.spot);
      return one(nothing);
    }
    if (name === "getIronSession") return one(theVisit(run));
  }
  switch (path) {
    case "Meteor.userId":
    case "Meteor.user":
    case "Meteor.userAsync":
    case "cloud.getWXContext":
      return one(who(""));
    case "Accounts.setPassword":
    case "Accounts.setPasswordAsync":
      if (first === undefined || second === undefined) return undefined;
      notePassword(
        run,
        "user",
        { k: "object", props: { _id: first }, rest: [], model: null },
        second,
        s,
        site.spot,
        "high",
      );
      return one(nothing);
    default:
      return undefined;
  }
}

/** A path that ended with a value which stands for somebody: from here on that person is signed in. */
export function opensSession(run: Run, detail: string, out: Out, spot: Spot): void {
  for (const state of decide(run, out.v, out.s.fork()).t) noteSession(run, detail, out.v, state, spot);
}
