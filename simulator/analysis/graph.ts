// The setup as an AND/OR graph of facts: which facts together give which other fact, for one kind of person.
// The formalism is that of User Account Access Graphs (Hammann and others, CCS 2019).
import { appLike, factorOf, waysToPresent } from "../factors/index.ts";
import { secondFactors } from "../model/second-factors.ts";
import type { Reception } from "../factors/factor.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { ownSecret, sessionWorks } from "../model/holdings.ts";
import { isSentToNumber } from "../model/kinds.ts";
import type { Holding } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { addReceptionRules } from "./receptions.ts";

/**
 * A fact about a person: a holding, or something derived on the way.
 * `proof`: can present this authenticator. `waived`: the service no longer asks for it. `unenrolled`: it is
 * waived or no longer accepted. `met`: presented or waived.
 * `new-password`, `new-number`: has set one by a recovery. `full`: is inside and may do more than look.
 * `action`: can carry it out.
 */
export type Fact =
  | Holding
  | Reception
  | `proof:${string}/${string}`
  | `waived:${string}/${string}`
  | `unenrolled:${string}/${string}`
  | `met:${string}/${string}`
  | `new-password:${string}`
  | `new-number:${string}`
  | `full:${string}`
  | `action:${string}/${string}`;

/** What a rule stands for in the world, so that a derivation can be turned into moves. */
export type Step =
  | { readonly kind: "no-lock" }
  /** `byNumber`: it comes because the person has the number, which a service may check for a recent change. */
  | {
      readonly kind: "receive";
      readonly account: string;
      readonly number: string;
      readonly byNumber: boolean;
    }
  | { readonly kind: "present"; readonly account: string; readonly authenticator: string }
  | { readonly kind: "met" }
  | { readonly kind: "enter" }
  | { readonly kind: "use-device"; readonly account: string; readonly device: string }
  | { readonly kind: "sign-in"; readonly account: string; readonly route: number }
  | { readonly kind: "recover"; readonly account: string; readonly route: number }
  | { readonly kind: "reset-aftermath"; readonly account: string }
  | { readonly kind: "act"; readonly account: string; readonly action: number };

/** If all facts of the body hold, the head holds. Facts are indices into `facts`. */
export interface Rule {
  readonly head: number;
  readonly body: readonly number[];
  readonly step: Step;
}

/** A setup's graph for one person. */
export interface AccessGraph {
  readonly setup: Setup;
  readonly person: Person;
  readonly facts: readonly Fact[];
  readonly indexOf: ReadonlyMap<Fact, number>;
  readonly rules: readonly Rule[];
}

/** Adds a rule to the graph that is being built. */
export type AddRule = (head: Fact, body: readonly Fact[], step: Step) => void;

/**
 * The graph, built once for a setup. Owner and attacker differ in two points only: the owner gets texts and calls with the number, the
 * attacker also on the way to it and on the owner's devices; and only attackers have somebody deceived hand over what
 * they lack.
 */
export function accessGraph(setup: Setup, person: Person): AccessGraph {
  const graphs = built.get(setup) ?? {};
  built.set(setup, graphs);
  return (graphs[person] ??= buildGraph(setup, person));
}

// A setup never changes, and most questions about it are asked more than once.
const built = new WeakMap<Setup, Partial<Record<Person, AccessGraph>>>();

function buildGraph(setup: Setup, person: Person): AccessGraph {
  const facts: Fact[] = [];
  const indexOf = new Map<Fact, number>();
  const rules: Rule[] = [];

  const index = (fact: Fact): number => {
    const known = indexOf.get(fact);
    if (known !== undefined) return known;
    indexOf.set(fact, facts.length);
    return facts.push(fact) - 1;
  };
  const rule: AddRule = (head, body, step) => {
    rules.push({ head: index(head), body: [...new Set(body)].map(index), step });
  };

  for (const device of setup.devices)
    if (device.lock === "none") rule(`unlock:${device.id}`, [], { kind: "no-lock" });
  for (const account of setup.accounts) {
    index(`account:${account.id}`);
    if (!account.modelled) continue;
    addReceptionRules(setup, person, account, rule);
    for (const authenticator of account.authenticators) addProofRules(person, account, authenticator, rule);
    addRoutes(account, rule);
  }
  return { setup, person, facts, indexOf, rules };
}

function addProofRules(person: Person, account: Account, authenticator: Authenticator, rule: AddRule): void {
  const at = { account: account.id, authenticator: authenticator.id };
  const path = `${account.id}/${authenticator.id}` as const;
  const proof: Fact = `proof:${path}`;
  const present: Step = { kind: "present", ...at };
  const withheld = withheldUntilUnenrolled(account, authenticator);

  for (const way of waysToPresent(authenticator, account)) {
    const device = way.find((holding) => holding.startsWith("device:"))?.slice("device:".length);
    rule(
      proof,
      [...way, device === undefined ? `works:${path}` : `works:${path}/${device}`, ...withheld],
      present,
    );
  }
  rule(proof, [`pass:${path}`, `works:${path}`, ...withheld], present);
  if (person === "attacker") rule(proof, [`coax:${path}`, `works:${path}`, ...withheld], present);
  if (factorOf(authenticator).verifier === "password") rule(proof, [`new-password:${account.id}`], present);
  if (isSentToNumber(authenticator))
    rule(
      proof,
      [`new-number:${account.id}`, `works:${path}`, ...known(account, authenticator), ...withheld],
      present,
    );

  rule(`met:${path}`, [proof], { kind: "met" });
  rule(`met:${path}`, [`waived:${path}`], { kind: "met" });
  rule(`unenrolled:${path}`, [`waived:${path}`], { kind: "met" });
}

/** What must be known beside having the call, wherever it goes. */
function known(account: Account, authenticator: Authenticator): readonly Fact[] {
  return authenticator.kind === "voice-code" && authenticator.pin ? [ownSecret(account, authenticator)] : [];
}

/** A service that sends no texts to people with an app sends them once no app is enrolled any more. */
function withheldUntilUnenrolled(account: Account, authenticator: Authenticator): readonly Fact[] {
  if (account.controls.textsDespiteApp || !isSentToNumber(authenticator)) return [];
  return account.authenticators
    .filter(({ kind }) => appLike.has(kind))
    .map(({ id }): Fact => `unenrolled:${account.id}/${id}`);
}

function addRoutes(account: Account, rule: AddRule): void {
  const inside: Fact = `account:${account.id}`;
  const full: Fact = `full:${account.id}`;
  const works: Fact = `works:${account.id}`;
  rule(inside, [full], { kind: "enter" });

  for (const device of account.signedInOn)
    rule(full, [`device:${device}`, `unlock:${device}`, sessionWorks(account.id, device), works], {
      kind: "use-device",
      account: account.id,
      device,
    });

  account.signIn.forEach((route, number) => {
    for (const body of metButOnePresented(account, route.with))
      rule(route.limited ? inside : full, [works, ...body], {
        kind: "sign-in",
        account: account.id,
        route: number,
      });
  });

  account.recovery.forEach((route, number) => {
    const step: Step = { kind: "recover", account: account.id, route: number };
    for (const met of metButOnePresented(account, route.with)) {
      const body = [works, ...met];
      switch (route.gives) {
        case "session":
          rule(full, body, step);
          break;
        case "new-password":
          rule(`new-password:${account.id}`, body, step);
          break;
        case "new-number":
          rule(`new-number:${account.id}`, body, step);
          break;
        case "factor-removal":
          for (const removed of route.removes ?? []) rule(`waived:${account.id}/${removed}`, body, step);
          break;
      }
    }
  });

  const aftermath: Step = { kind: "reset-aftermath", account: account.id };
  if (account.controls.resetOpensSession) rule(full, [`new-password:${account.id}`], aftermath);
  if (!account.controls.resetKeepsSecondFactor)
    for (const other of secondFactors(account))
      rule(`waived:${account.id}/${other}`, [`new-password:${account.id}`], aftermath);

  account.protectedActions.forEach((action, number) => {
    for (const body of metButOnePresented(account, action.with))
      rule(`action:${account.id}/${action.id}`, [full, ...body], {
        kind: "act",
        account: account.id,
        action: number,
      });
  });
}

/**
 * The bodies that open a route: everything asked for is met, and at least one thing is really presented, because a
 * route whose authenticators have all been removed is closed. A route that asks for nothing has the empty body.
 */
function metButOnePresented(account: Account, asked: readonly string[]): readonly (readonly Fact[])[] {
  if (asked.length === 0) return [[]];
  return asked.map((presented) =>
    asked.map((id): Fact => (id === presented ? `proof:${account.id}/${id}` : `met:${account.id}/${id}`)),
  );
}
