// Finds sign-ins of NextAuth and Auth.js that the project decides itself: `CredentialsProvider({ authorize })`.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { opensSession } from "../calls/frameworks.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propOf, textsOf } from "../values.ts";
import { callsIn, type Entry, pointOf, unwrapped } from "./entry.ts";

/** The sign-ins of one file. */
export function nextAuthIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const [written] = e.a;
    if (!/(^|\.)Credentials(Provider)?(\.default)?$/.test(nameOf(e.f)) || written === undefined) continue;
    const options = staticValue(run, written, scope);
    const authorize = propOf(options, "authorize");
    const resolved = authorize === undefined ? undefined : unwrapped(run, authorize);
    if (resolved === undefined) continue;
    const { handler, before } = resolved;
    const id = textsOf(propOf(options, "id"))[0] ?? textsOf(propOf(options, "name"))[0] ?? "credentials";
    const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? e.at;
    const spot = { file: handler.file, at };
    found.push({
      point: pointOf(run, "next-auth", `sign-in ${id}`, handler, { file: facts.file, at }),
      before,
      handler,
      args: [{ k: "input", path: "credentials" }, { k: "request" }],
      // Who returns a user signs that user in; who returns null refuses.
      after: (running, out) => opensSession(running, "a NextAuth session", out, spot),
    });
  }
  return found;
}
