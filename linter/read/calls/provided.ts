// A call that a provider knows: it sends, checks or changes something, and what it gives is known.
import {
  carrierCheckOf,
  checkingOf,
  effectingOf,
  givesClient,
  provingOf,
  sendingOf,
} from "../../providers/index.ts";
import type { PackageCall } from "../../providers/provider.ts";
import type { Site } from "./call.ts";
import { withCallback } from "./callback.ts";
import { driftOf } from "../codes/drift.ts";
import { noteSent } from "../events.ts";
import { claimOfProof, noteHosted, sessionOf } from "../hosted.ts";
import type { Run } from "../run.ts";
import type { Out, State } from "../state.ts";
import { atomsOf, type Claim, type Value } from "../values.ts";

/** A call that a provider knows: it is noted, and its answer is known to be one. */
export function provided(run: Run, call: PackageCall, s: State, site: Site): Out[] | undefined {
  const { spot } = site;
  if (givesClient(call)) return [{ s, v: resultOf(run, call) }];
  const checking = checkingOf(call);
  if (checking !== undefined) {
    const { provider, to, channels, when } = checking;
    const claim: Claim = {
      k: "managed",
      provider,
      spot,
      to,
      ...(channels === undefined ? {} : { channels }),
    };
    if (checking.otherwiseFails === true) s.claim(claim);
    return withCallback(run, { k: "answer", claim, when, path: "" }, call.args, s);
  }
  const proving = provingOf(call);
  const steps = proving?.kind === "totp" ? driftOf(call) : undefined;
  if (steps !== undefined) run.note({ k: "drifting", steps, spot });
  if (proving !== undefined) {
    const claim = claimOfProof(proving, call.module, spot);
    if (proving.otherwiseFails === true) s.claim(claim);
    const answer: Value =
      proving.kind === "session"
        ? sessionOf(run, proving, spot)
        : { k: "answer", claim, when: proving.when, path: "" };
    return withCallback(run, answer, call.args, s);
  }
  const effecting = effectingOf(call);
  if (effecting !== undefined) {
    noteHosted(run, effecting, s, spot);
    return withCallback(run, resultOf(run, call), call.args, s);
  }
  const carrier = carrierCheckOf(call);
  if (carrier !== undefined) {
    s.claim({ k: "carrier", spot, detail: carrier });
    return withCallback(run, resultOf(run, call), call.args, s);
  }
  const sending = sendingOf(call);
  if (sending === undefined) return undefined;
  const { provider, channels, to, content } = sending;
  const atoms = content === null ? null : new Set(content.flatMap((value) => [...atomsOf(value)]));
  noteSent(run, s, { provider, channels, atoms, to, spot, confidence: "high" });
  return withCallback(run, sending.confirms === true ? resultOf(run, call) : run.any("sent"), call.args, s);
}

/** What a call gives keeps its package, so that what is called on it is known, too. */
function resultOf(run: Run, { module, path, args }: PackageCall): Value {
  return module === ""
    ? run.any(path.slice(path.lastIndexOf(".") + 1), args)
    : { k: "package", module, path: `${path}()`, args, id: run.newId() };
}

/** The members by which something unresolved is reached: `client.messages.create`. */
export function pathOf(on: Value, member: string): string {
  if (on.k === "any") {
    const [from] = on.from;
    return from?.k === "any" || from?.k === "package"
      ? `${pathOf(from, on.name)}.${member}`
      : `${on.name}.${member}`;
  }
  if (on.k === "package") return `${on.path}.${member}`;
  return member;
}
