// By which channel a function of settings sends its code: told by following it, as a handler is followed.
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import type { Option } from "./options.ts";

/** `nothing`: the function does nothing at all. `unknown`: it does something that was not recognised. */
export type SentBy = "sms" | "voice" | "whatsapp" | "email" | "nothing" | "unknown";

/** The channel of the function that an option gives, called with `args`; a phone number's own, if it uses one. */
export function channelOf({ choices }: Option, run: Run, args: readonly string[] = []): SentBy {
  const [only] = choices;
  if (only?.k !== "function") return only?.k === "const" ? "nothing" : "unknown";
  if (run.project.factsOf(only.file)?.functions[only.fn]?.body.length === 0) return "nothing";
  const { happenings } = run.within(() => {
    run.callFunction(
      only,
      [...args.map((v) => ({ k: "const", v }) as const), run.any("data"), run.any("context")],
      new State(),
    );
  });
  const channels = new Set(
    happenings.flatMap((happening) => (happening.k === "sent" ? happening.channels : [])),
  );
  for (const channel of ["sms", "voice", "whatsapp", "email"] as const)
    if (channels.has(channel)) return channel;
  return "unknown";
}
