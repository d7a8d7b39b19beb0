// What a request carries: what the caller chose, who is signed in, and the request inside the contexts of frameworks.
import type { Run } from "./run.ts";
import type { State } from "./state.ts";
import { propOf, textsOf, type Value } from "./values.ts";

const request: Value = { k: "request" };

/** Names under which requests carry what the caller chose. */
const chosen =
  /^(body|query|params|headers|cookies|signedCookies|fields|files|file|payload|input|parsedInput|data|arguments|formData|rawBody|pathParameters|queryStringParameters|validated\w*)$/;
/** Names under which contexts carry the request itself, or what guards have added to it. */
const inside = /^(request|req|raw|node|web|event|ctx|locals|var)$/;

/** A property of the request, or of the context around it. */
export function requestProperty(run: Run, name: string, s: State): Value {
  const written = s.written.get(`request:${name}`);
  if (written !== undefined) return written;
  if (name === "session") return theVisit(run);
  if (chosen.test(name)) return { k: "input", path: name };
  if (inside.test(name)) return request;
  if (/^(nextUrl|url|searchParams)$/.test(name)) return { k: "input", path: "query" };
  if (/^(res|response|reply)$/.test(name)) return { k: "response" };
  if (name === "next") return { k: "native", name: "next" };
  if (name === "context") return contextOf(run);
  // Amazon's gateways put there what their authorizers have found out.
  if (name === "requestContext")
    return { k: "object", props: { authorizer: who("authorizer") }, rest: [run.any(name)], model: null };
  if (name === "service") return { k: "any", name, id: run.childId("request.service"), from: [request] };
  if (name === "state" || name === "identity" || soundsLikeWho(name)) return who(name);
  return { k: "any", name, id: run.childId(`request.${name}`), from: [] };
}

/** What stands beside the request, with who is signed in as middleware left it there. */
function contextOf(run: Run): Value {
  const people = ["user", "userId", "auth", "account", "member", "currentUser"];
  return {
    k: "object",
    props: {
      ...Object.fromEntries(people.map((name) => [name, who(name)])),
      session: theVisit(run),
      params: { k: "input", path: "params" },
    },
    rest: [{ k: "any", name: "context", id: run.childId("request.context"), from: [] }],
    model: null,
  };
}

/** Who is signed in, or a part of it. */
export function who(path: string): Value {
  return { k: "session", path };
}

/** What lasts over the requests of one visitor. */
export function theVisit(run: Run): Value {
  return {
    k: "record",
    store: "session",
    filter: null,
    path: "",
    id: run.childId("session"),
    spot: { file: "", at: [1, 1] },
    certain: false,
  };
}

/** A name under which a guard or a session keeps who is signed in. */
export function soundsLikeWho(name: string): boolean {
  return /^(user|auth|account|me|userId|user_id|userid|uid|customer|admin|currentUser|member|owner|principal|decoded|jwt|token\w*|client|id)$/i.test(
    name,
  );
}

/** Egg finds services by their files: `ctx.service.user` is the class in `app/service/user.js`. */
export function eggService(run: Run, on: Extract<Value, { k: "any" }>, name: string): Value | undefined {
  const names = [name];
  let at: Value | undefined = on;
  for (; at?.k === "any" && at.name !== "service" && names.length < 5; at = at.from[0])
    names.unshift(at.name);
  if (at?.k !== "any" || at.name !== "service" || at.from[0]?.k !== "request") return undefined;
  return eggClass(run, "service", names);
}

/** The object that Egg makes of the class in the file under `app/<folder>/` which these names lead to. */
export function eggClass(run: Run, folder: string, names: readonly string[]): Value | undefined {
  const file = run.project.modules.underApp(folder, names);
  const facts = file === undefined ? undefined : run.project.factsOf(file);
  if (file === undefined || facts === undefined) return undefined;
  const cls = facts.classes.findIndex(({ methods }) => methods.length > 0);
  return cls === -1 ? undefined : { k: "instance", file, cls, given: null };
}

/** The property of an object value, as text, if it is written in the code. */
export function textProp(value: Value | undefined, name: string): string | undefined {
  return textsOf(propOf(value, name))[0];
}
