// Finds the methods and login handlers of Meteor.
import { nameOf } from "../called.ts";
import type { FileFacts } from "../facts.ts";
import { opensSession } from "../calls/frameworks.ts";
import { staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { propertyOf } from "../lookup.ts";
import { State } from "../state.ts";
import { propOf, type Value } from "../values.ts";
import { callsIn, type Entry, inputsOf, pointOf, unwrapped } from "./entry.ts";

/** The methods and login handlers of one file. */
export function meteorIn(facts: FileFacts, run: Run): Entry[] {
  const found: Entry[] = [];
  for (const { e, scope } of callsIn(facts)) {
    const called = nameOf(e.f);
    const last = e.a.at(-1);
    if (last === undefined) continue;
    if (called === "Meteor.methods") {
      const methods = staticValue(run, last, scope);
      if (methods.k === "object")
        for (const [name, value] of Object.entries(methods.props))
          found.push(...entry(facts, run, name, value));
    }
    // `new ValidatedMethod({ name, validate, run })`
    if (called === "ValidatedMethod") {
      const options = staticValue(run, last, scope);
      const name = propOf(options, "name");
      found.push(
        ...entry(facts, run, name?.k === "const" ? String(name.v) : "", propOf(options, "run") ?? options),
      );
    }
    if (called === "Accounts.registerLoginHandler") {
      const spot = { file: facts.file, at: e.at, end: e.end };
      for (const one of entry(facts, run, "login handler", staticValue(run, last, scope)))
        found.push({
          ...one,
          // Who returns a user's id signs that user in; nothing and an error do not.
          after: (running, out) => {
            const id = propertyOf(running, out.v, "userId", new State());
            if (out.v.k === "object" && id.k !== "const")
              opensSession(running, "a Meteor login", { ...out, v: id }, spot);
          },
        });
    }
  }
  return found;
}

function entry(facts: FileFacts, run: Run, name: string, value: Value): Entry[] {
  const found = unwrapped(run, value);
  if (found === undefined) return [];
  const at = run.project.factsOf(found.handler.file)?.functions[found.handler.fn]?.at ?? [1, 1];
  // `this.userId` is who is signed in.
  const handler = { ...found.handler, self: found.handler.self ?? who };
  const point = pointOf(run, "meteor", `method ${name}`, handler, { file: facts.file, at });
  return [{ point, before: found.before, handler, args: inputsOf(run, handler) }];
}

const who: Value = {
  k: "object",
  props: { userId: { k: "session", path: "userId" } },
  rest: [{ k: "request" }],
  model: null,
};
