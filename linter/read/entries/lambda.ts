// Finds functions of AWS Lambda, behind an HTTP gateway and behind AppSync.
import type { FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { cognitoEntry } from "./cognito.ts";
import { type Entry, moduleScope, pointOf, unwrapped } from "./entry.ts";

/** The function of one file, by the names under which the service is told to call it. */
export function lambdaIn(facts: FileFacts, run: Run): Entry[] {
  return ["handler", "lambdaHandler", "lambda_handler"].flatMap((name) => {
    const one = facts.exports[name];
    if (one?.k !== "value") return [];
    const found = unwrapped(run, staticValue(run, one.e, moduleScope(facts)));
    if (found === undefined) return [];
    const { handler, before } = found;
    const own = run.project.factsOf(handler.file)?.functions[handler.fn];
    const [event] = own?.params ?? [];
    // Many things are called `handler`; what takes an event first is a function of the cloud.
    const takesEvent =
      (event?.to.k === "name" && /^_?(event|evt|e)$/.test(event.to.n)) ||
      /Event/.test(event?.type?.[0] ?? "");
    if (own === undefined || !takesEvent) return [];
    const point = pointOf(run, "lambda", `function ${facts.file}`, handler, { file: facts.file, at: own.at });
    const entry: Entry = { point, before, handler, args: [{ k: "request" }, run.any("context")] };
    return [cognitoEntry(run, entry, own) ?? entry];
  });
}
