// The setup as an AND/OR graph of facts: which facts together give which other fact, for one kind of person.
// The formalism is that of User Account Access Graphs (Hammann and others, CCS 2019).
import { factorOf, waysToPresent } from "../factors/index.ts";
import { secondFactors } from "../factors/second-factors.ts";
import type { TextReading } from "../factors/factor.ts";
import type { Holding } from "../model/holdings.ts";
import type { Account, Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";

/**
 * A fact about a person: a holding, or something derived on the way.
 * `proof`: can present this authenticator. `waived`: the service no longer asks for it.
 * `met`: presented or waived. `new-password`: has set a new one by a reset. `action`: can carry it out.
 */
export type Fact =
  | Holding
  | TextReading
  | `proof:${string}/${string}`
  | `waived:${string}/${string}`
  | `met:${string}/${string}`
  | `new-password:${string}`
  | `action:${string}/${string}`;

/** What a rule stands for in the world, so that a derivation can be turned into moves. */
export type Step =
  | { readonly kind: "no-lock" }
  | { readonly kind: "read-text" }
  | { readonly kind: "present"; readonly account: string; readonly authenticator: string }
  | { readonly kind: "met" }
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

/**
 * Builds the graph. Owner and attacker differ in one point only: the owner reads texts on the device with the SIM,
 * the attacker on any phone that has the number, on the way to it, or on the owner's device.
 */
export function accessGraph(setup: Setup, person: Person): AccessGraph {
  const facts: Fact[] = [];
  const indexOf = new Map<Fact, number>();
  const rules: Rule[] = [];

  const index = (fact: Fact): number => {
    const known = indexOf.get(fact);
    if (known !== undefined) return known;
    indexOf.set(fact, facts.length);
    return facts.push(fact) - 1;
  };
  const rule = (head: Fact, body: readonly Fact[], step: Step): void => {
    rules.push({ head: index(head), body: [...new Set(body)].map(index), step });
  };

  for (const device of setup.devices)
    if (device.lock === "none") rule(`unlock:${device.id}`, [], { kind: "no-lock" });
  for (const account of setup.accounts) {
    index(`account:${account.id}`);
    if (!account.modelled) continue;
    addTextRules(setup, person, account, rule);
    addProofRules(account, rule);
    addRoutes(account, rule);
  }
  return { setup, person, facts, indexOf, rules };
}

type AddRule = (head: Fact, body: readonly Fact[], step: Step) => void;

function addTextRules(setup: Setup, person: Person, account: Account, rule: AddRule): void {
  const step: Step = { kind: "read-text" };
  const numbers = new Set(
    account.authenticators.flatMap((authenticator) =>
      authenticator.kind === "sms-code" ? [authenticator.number] : [],
    ),
  );
  for (const number of numbers) {
    const reading: Fact = `reading:${number}/${account.id}`;
    const arrives: Fact = `delivery:${number}/${account.id}`;
    const withSim = setup.devices.filter((device) => device.sims.includes(number));
    if (person === "attacker") {
      rule(reading, [`number:${number}`, arrives], step);
      rule(reading, [`interception:${number}`], step);
    }
    for (const device of withSim) {
      if (person === "owner") {
        rule(reading, [`number:${number}`, arrives, `device:${device.id}`], step);
      } else {
        const lockMatters = device.lock !== "none" && !device.previews;
        rule(
          reading,
          lockMatters
            ? [arrives, `device:${device.id}`, `unlock:${device.id}`]
            : [arrives, `device:${device.id}`],
          step,
        );
      }
    }
  }
}

function addProofRules(account: Account, rule: AddRule): void {
  for (const authenticator of account.authenticators) {
    const at = { account: account.id, authenticator: authenticator.id };
    const proof: Fact = `proof:${account.id}/${authenticator.id}`;
    for (const way of waysToPresent(authenticator, account)) rule(proof, way, { kind: "present", ...at });
    if (factorOf(authenticator).verifier === "password")
      rule(proof, [`new-password:${account.id}`], { kind: "present", ...at });
    rule(`met:${account.id}/${authenticator.id}`, [proof], { kind: "met" });
    rule(`met:${account.id}/${authenticator.id}`, [`waived:${account.id}/${authenticator.id}`], {
      kind: "met",
    });
  }
}

function addRoutes(account: Account, rule: AddRule): void {
  const inside: Fact = `account:${account.id}`;
  account.signIn.forEach((route, number) => {
    for (const body of metButOnePresented(account, route.with))
      rule(inside, body, { kind: "sign-in", account: account.id, route: number });
  });

  account.recovery.forEach((route, number) => {
    const step: Step = { kind: "recover", account: account.id, route: number };
    for (const body of metButOnePresented(account, route.with)) {
      switch (route.gives) {
        case "session":
          rule(inside, body, step);
          break;
        case "new-password":
          rule(`new-password:${account.id}`, body, step);
          break;
        case "factor-removal":
          for (const removed of route.removes ?? []) rule(`waived:${account.id}/${removed}`, body, step);
          break;
      }
    }
  });

  const aftermath: Step = { kind: "reset-aftermath", account: account.id };
  if (account.controls.resetOpensSession) rule(inside, [`new-password:${account.id}`], aftermath);
  if (!account.controls.resetKeepsSecondFactor)
    for (const other of secondFactors(account))
      rule(`waived:${account.id}/${other}`, [`new-password:${account.id}`], aftermath);

  account.protectedActions.forEach((action, number) => {
    for (const body of metButOnePresented(account, action.with))
      rule(`action:${account.id}/${action.id}`, [inside, ...body], {
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
