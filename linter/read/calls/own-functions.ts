// Calls of the project's own functions, and what the name of one says that was not seen to do it.
import { soundsLikeLimiting } from "../../providers/limiters.ts";
import type { Site } from "./call.ts";
import { noteTimesIn } from "../codes/notes.ts";
import type { Happening } from "../events.ts";
import { soundsLikeMailing, soundsLikeSending, soundsLikeTexting } from "../names.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { atomsOf, parts, type Value } from "../values.ts";

/** Follows a function of the project; one that is called after texting and sends nothing known still counts as sending. */
export function callProject(
  run: Run,
  callee: Extract<Value, { k: "function" }>,
  args: readonly Value[],
  s: State,
  site: Site,
): Out[] {
  const from = run.happenings.length;
  const { claims } = s;
  const outs = run.callFunction(callee, args, s);
  noteTimesIn(run, args);
  const facts = run.project.factsOf(callee.file);
  const fn = facts?.functions[callee.fn];
  if (fn === undefined || fn.name === "") return outs;
  const name = `${fn.name} ${site.name}`;
  if (soundsLikeLimiting(fn.name)) run.note({ k: "limited", name: fn.name, answer: null });
  if (!soundsLikeSending(name)) return outs;
  const [texting, mailing] = [soundsLikeTexting(name), soundsLikeMailing(name)];
  if (texting === mailing) return outs;
  // What gives a function has done nothing yet.
  if (outs.some(({ v }) => v.k === "function")) return outs;
  const happened = run.happenings.slice(from);
  const atoms = new Set(args.flatMap((arg) => [...atomsOf(arg)]));
  // A function that is called after texting, makes a code itself and keeps it: whatever it does with it stands for sending.
  if (!args.some(isMade))
    for (const one of happened)
      if (one.k === "kept" && isMade(one.value)) for (const atom of one.atoms) atoms.add(atom);
  if (atoms.size === 0) return outs;
  const told = happened.some(
    (one) => one.k === "sent" && (one.atoms === null || [...one.atoms].some((atom) => atoms.has(atom))),
  );
  if (told) return outs;
  const keeps = keepsOnly(happened, atoms) && args.some(isMade);
  if (keeps && run.happenings.some((one) => one.k === "sent" && holds(one.atoms, atoms))) return outs;
  const channel = texting ? (/whats_?app/i.test(name) ? "whatsapp" : "sms") : "email";
  run.note({
    k: "sent",
    provider: fn.name,
    channels: [channel],
    atoms,
    to: null,
    spot: site.spot,
    claims,
    logged: [...new Set(outs.flatMap((out) => out.s.trace.logged))],
    // One that is given the code and keeps it may be called after what others do with it.
    confidence: keeps ? "low" : "medium",
  });
  for (const out of outs) out.s.claim({ k: "sent", channels: channel, spot: site.spot });
  return outs;
}

/** Whether what was seen of a code inside a function is that it is kept. */
function keepsOnly(happened: readonly Happening[], code: ReadonlySet<number>): boolean {
  return happened.some((one) => one.k === "kept" && holds(one.atoms, code));
}

function holds(atoms: ReadonlySet<number> | null, code: ReadonlySet<number>): boolean {
  return atoms !== null && [...atoms].some((atom) => code.has(atom));
}

/** Whether something that was made on this path is in a value. */
function isMade(value: Value): boolean {
  for (const part of parts(value)) if (part.k === "fresh") return true;
  return false;
}
