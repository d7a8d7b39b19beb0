// Reads the triggers of Amazon Cognito by which people make a sign-in of their own, such as one with a texted code.
import type { FunctionFacts } from "../facts.ts";
import { opensSession } from "../calls/frameworks.ts";
import { cognitoChallenge } from "../codes/slots.ts";
import { keepField } from "../following/keeping.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { expressionsIn } from "../visit.ts";
import type { Entry } from "./entry.ts";

/** The same function as a trigger: with the event of one, and with what its answer means; undefined if it is none. */
export function cognitoEntry(run: Run, entry: Entry, own: FunctionFacts): Entry | undefined {
  const told = new Set<string>();
  for (const e of expressionsIn(own.body)) if (e.k === "get") told.add(e.p);
  if (!told.has("answerCorrect") && !told.has("privateChallengeParameters")) return undefined;
  const { file, line, column } = entry.point.place;
  const spot = { file, at: [line, column] as const };
  const record = (name: string): Extract<Value, { k: "record" }> => ({
    k: "record",
    store: name,
    filter: null,
    path: "",
    id: run.newId(),
    spot,
    certain: true,
  });
  const answer = record("trigger");
  const object = (props: Record<string, Value>): Value => ({ k: "object", props, rest: [], model: null });
  const event = object({
    request: object({
      privateChallengeParameters: record(cognitoChallenge),
      challengeAnswer: { k: "input", path: "challengeAnswer" },
      clientMetadata: { k: "input", path: "clientMetadata" },
      userAttributes: record("user"),
      session: run.any("session"),
      userNotFound: run.any("userNotFound"),
    }),
    response: answer,
    triggerSource: run.any("triggerSource"),
    userName: run.any("userName"),
  });
  const field = (name: string): string => `record:${answer.id}:${name}`;
  return {
    ...entry,
    args: [event, run.any("context"), { k: "native", name: "callback" }],
    after: (running, { s }) => {
      const at = (name: string) => s.places.get(field(name)) ?? spot;
      const kept = s.written.get(field("privateChallengeParameters"));
      if (kept !== undefined)
        keepField(running, cognitoChallenge, "", kept, s, at("privateChallengeParameters"));
      for (const [key, value] of s.written)
        if (key.startsWith(field("privateChallengeParameters.")))
          keepField(
            running,
            cognitoChallenge,
            key.slice(field("privateChallengeParameters.").length),
            value,
            s,
            spot,
          );
      // A right answer is what the pool gives its tokens for.
      const right = s.written.get(field("answerCorrect"));
      if (right !== undefined) opensSession(running, "Amazon Cognito", { s, v: right }, at("answerCorrect"));
    },
  };
}
