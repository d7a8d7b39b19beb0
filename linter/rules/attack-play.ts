// Plays the attacks on a phone number against one account, so that a finding can show what it claims.
import {
  type OwnerOutcome,
  type ScenarioRef,
  type Setup,
  simulate,
  type TrailEntry,
} from "../../simulator/index.ts";

/** A play in which the attacker gets somewhere. */
export interface Played {
  readonly scenario: ScenarioRef;
  readonly trail: readonly TrailEntry[];
  /** `password-changed`: something else still keeps the attacker out, but the owner's password is gone. */
  readonly end: "taken-over" | "password-changed";
  readonly owner: OwnerOutcome;
}

/** The attacks on a number, in the order in which they are tried. */
export function attacksOn(number: string): readonly ScenarioRef[] {
  return [
    { id: "sim-swap", target: number },
    { id: "sim-swap", variant: "insider", target: number },
    { id: "ss7-interception", target: number },
    { id: "port-out", target: number },
    { id: "text-rerouting", target: number },
    { id: "call-forwarding", target: number },
    { id: "voicemail-interception", target: number },
  ];
}

const plays = new WeakMap<Setup, Map<string, Played | undefined>>();

/** The first scenario that ends in a takeover, played on the statecharts; failing that, one that changes the password. */
export function play(setup: Setup, account: string, scenarios: readonly ScenarioRef[]): Played | undefined {
  const all = plays.get(setup) ?? new Map<string, Played | undefined>();
  plays.set(setup, all);
  const key = JSON.stringify([account, scenarios]);
  if (!all.has(key)) all.set(key, firstTakeover(setup, account, scenarios));
  return all.get(key);
}

function firstTakeover(setup: Setup, account: string, scenarios: readonly ScenarioRef[]): Played | undefined {
  let halfway: Played | undefined;
  for (const scenario of scenarios) {
    const [outcome] = simulate(setup, scenario, { account }).accounts;
    if (outcome === undefined) continue;
    const { trail, owner } = outcome;
    if (outcome.attacker === "taken-over") return { scenario, trail, owner, end: "taken-over" };
    if (trail.some((entry) => setsPassword(entry, account)))
      halfway ??= { scenario, trail, owner, end: "password-changed" };
  }
  return halfway;
}

function setsPassword({ what, account, to }: TrailEntry, id: string): boolean {
  return what.id === "new-password-set" && account === id && to === "attacker";
}
