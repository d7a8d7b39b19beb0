// Where both sides stand once a scenario has opened: what each holds, what is in the attacker's reach, and what of it
// the owner can still stop.
import { factorOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { accountById, authenticatorById } from "../model/find.ts";
import { conditionsOf, holdingParts, ownerHoldings } from "../model/holdings.ts";
import type { Holding } from "../model/holdings.ts";
import type { Opening } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import { closure } from "./closure.ts";
import type { RuleFilter } from "./closure.ts";
import { waitingTime } from "./derivation.ts";
import { accessGraph } from "./graph.ts";
import type { AccessGraph, Fact, Rule } from "./graph.ts";

/** What analysis knows about both sides of a scenario. */
export interface Positions {
  /** The graph that the attacker moves in, what the attacker holds in it, and what follows. */
  readonly attacker: {
    readonly graph: AccessGraph;
    readonly held: readonly Fact[];
    readonly reached: ReadonlySet<Fact>;
    /** Rules that the scenario and the owner leave to the attacker. */
    readonly counts: RuleFilter;
    /** The protected actions in reach, as `account/action`. */
    readonly obtained: ReadonlySet<string>;
  };
  /** The accounts whose notices reach the owner, whatever the attacker does. */
  readonly warned: ReadonlySet<string>;
  /** The accounts that hold protected actions back until the owner, who has been told, objects. */
  readonly heldBack: ReadonlySet<string>;
  /** What the attacker can change for good. */
  readonly changes: LastingChanges;
  readonly owner: {
    readonly graph: AccessGraph;
    /** Held after the event. */
    readonly held: readonly Fact[];
    /** What of it still holds after the attacker's changes. */
    readonly heldAfter: readonly Fact[];
    /** Rules that count after the event, before the attacker changed anything. */
    readonly countsBefore: RuleFilter;
    /** Rules that still count after the attacker's changes. */
    readonly counts: RuleFilter;
  };
}

/** What an attacker does to accounts that stays done. */
export interface LastingChanges {
  /** The accounts whose authenticators the attacker can replace. */
  readonly replaced: ReadonlySet<string>;
  /** The accounts whose password the attacker can reset without being able to change more. */
  readonly passwordGone: ReadonlySet<string>;
  /** The accounts whose texts and calls the attacker can send elsewhere without being able to change more. */
  readonly numberGone: ReadonlySet<string>;
}

/** Where both sides stand once a scenario has opened. */
export function positions(setup: Setup, opening: Opening): Positions {
  const lost = new Set<Holding>(opening.losses);
  const conditions = conditionsOf(setup).filter((condition) => !lost.has(condition));
  const waived = (opening.waives ?? []).map((path): Fact => `waived:${path as `${string}/${string}`}`);
  const arranged = [...conditions, ...waived, ...withdrawnIn(opening)];

  const ownerGraph = accessGraph(setup, "owner");
  const own = ownerHoldings(setup).filter((holding) => !lost.has(holding));
  const held = [...own, ...arranged, ...(opening.keeps ?? [])];
  const isUnchecked: RuleFilter = (rule) => !isCheckedNumber(setup, opening, rule);
  const normally: RuleFilter = (rule) => rule.step.kind !== "recover" && isUnchecked(rule);
  const ownerNow = closure(ownerGraph, held, normally);

  const graph = accessGraph(setup, "attacker");
  const gains = opening.gains.filter((gain) => !isCoaxed(gain) || ownerNow.has(proofBehind(gain)));
  const attackerHeld: readonly Fact[] = [...arranged, ...gains, ...gains.flatMap(doesMoreThanLook)];
  const allowed: RuleFilter = (rule) => isUnchecked(rule) && isUsed(setup, opening, rule);
  const { reached, warned, counts } = attackersReach(setup, opening, {
    graph,
    held: attackerHeld,
    allowed,
    ownerNow,
  });

  const heldBack = new Set(
    setup.accounts
      .filter((account) => warned.has(account.id) && canBeHeld(setup, account))
      .map(({ id }) => id),
  );
  const obtained = new Set(
    setup.accounts.flatMap((account) => {
      const facts = heldBack.has(account.id)
        ? closure(graph, attackerHeld, (rule) => counts(rule) && !isRecoveryOf(rule, account.id))
        : reached;
      return actionsOf(account, reached.size === 0 ? reached : facts).map(
        (action) => `${account.id}/${action}`,
      );
    }),
  );
  const changes = changesOf(setup, reached, obtained);
  return {
    attacker: { graph, held: attackerHeld, reached, counts, obtained },
    warned,
    heldBack,
    changes,
    owner: {
      graph: ownerGraph,
      held,
      heldAfter: held.filter((fact) => !isWaivedIn(fact, changes.replaced)),
      countsBefore: isUnchecked,
      counts: (rule) => isUnchecked(rule) && survives(ownerGraph, rule, changes),
    },
  };
}

/** The protected actions of an account among some facts. */
export function actionsOf(account: Account, facts: ReadonlySet<Fact>): readonly string[] {
  return account.protectedActions.map(({ id }) => id).filter((id) => facts.has(`action:${account.id}/${id}`));
}

interface AttackerSide {
  readonly graph: AccessGraph;
  readonly held: readonly Fact[];
  readonly allowed: RuleFilter;
  readonly ownerNow: ReadonlySet<Fact>;
}

/**
 * What the attacker reaches while the owner objects wherever a notice arrives in time. A mailbox that the attacker is in
 * gives no warning, so what is reached there may silence others: the least fixed point of both.
 */
function attackersReach(
  setup: Setup,
  opening: Opening,
  { graph, held, allowed, ownerNow }: AttackerSide,
): Pick<Positions["attacker"], "reached" | "counts"> & Pick<Positions, "warned"> {
  // Failures have no attacker. Without one, a route that asks for nothing opens to nobody in this play.
  if (!opening.attacked) return { reached: new Set(), warned: new Set(), counts: allowed };
  const reaction = durationMilliseconds(setup.reactsWithin);
  let warned = new Set(
    setup.accounts.filter((account) => isWarned(account, opening, ownerNow, new Set())).map(({ id }) => id),
  );
  for (;;) {
    const stillWarned = warned;
    const counts: RuleFilter = (rule) => {
      if (!allowed(rule)) return false;
      const wait = waitingTime(graph, rule);
      return wait <= reaction || rule.step.kind !== "recover" || !stillWarned.has(rule.step.account);
    };
    const reached = closure(graph, held, counts);
    warned = new Set(
      setup.accounts
        .filter(({ id }) => stillWarned.has(id))
        .filter((account) => isWarned(account, opening, ownerNow, reached))
        .map(({ id }) => id),
    );
    if (warned.size === stillWarned.size) return { reached, warned, counts };
  }
}

/** Whether a notice of this account reaches the owner. */
function isWarned(
  account: Account,
  opening: Opening,
  ownerNow: ReadonlySet<Fact>,
  reached: ReadonlySet<Fact>,
): boolean {
  return account.notifies.some(({ mailbox, number }) => {
    if (mailbox !== undefined)
      return ownerNow.has(`account:${mailbox}`) && !reached.has(`account:${mailbox}`);
    if (number === undefined || !ownerNow.has(`number:${number}`)) return false;
    const taken =
      opening.gains.includes(`interception:${number}`) || opening.gains.includes(`number:${number}`);
    return !taken && !opening.losses.some((lost) => lost === `delivery:${number}/${account.id}`);
  });
}

function canBeHeld(setup: Setup, { controls }: Account): boolean {
  const { holdAfterChange } = controls;
  return (
    holdAfterChange !== undefined &&
    durationMilliseconds(holdAfterChange) > durationMilliseconds(setup.reactsWithin)
  );
}

/** Whether a rule is part of coming back into an account by a recovery. */
export function isRecoveryOf({ step }: Rule, account: string): boolean {
  return (step.kind === "recover" || step.kind === "reset-aftermath") && step.account === account;
}

/** A service that asks the carrier neither texts nor calls a number that has just been moved, whoever has it. */
function isCheckedNumber(setup: Setup, { moved = [] }: Opening, { step }: Rule): boolean {
  return (
    step.kind === "receive" &&
    step.byNumber &&
    moved.includes(step.number) &&
    accountById(setup, step.account).controls.carrierChangeCheck
  );
}

function isUsed(setup: Setup, { uses }: Opening, { step }: Rule): boolean {
  if (uses === undefined || step.kind !== "recover") return true;
  const gives = accountById(setup, step.account).recovery[step.route]?.gives;
  return gives !== undefined && uses.includes(gives);
}

/** What a service takes back is no longer enrolled, so that a service which texts nobody with an app texts again. */
function withdrawnIn({ moves }: Opening): readonly Fact[] {
  return moves.flatMap((move) =>
    move.do === "withdraw" ? move.authenticators.map((id): Fact => `unenrolled:${move.account}/${id}`) : [],
  );
}

/** Whoever has an account from the beginning may do more in it than look. */
function doesMoreThanLook(holding: Holding): readonly Fact[] {
  const { kind, id } = holdingParts(holding);
  return kind === "account" ? [`full:${id}`] : [];
}

function isCoaxed(holding: Holding): boolean {
  return holdingParts(holding).kind === "coax";
}

function proofBehind(holding: Holding): Fact {
  return `proof:${holdingParts(holding).id as `${string}/${string}`}`;
}

function changesOf(setup: Setup, reached: ReadonlySet<Fact>, obtained: ReadonlySet<string>): LastingChanges {
  const replaced = new Set(
    setup.accounts
      .filter((account) => account.modelled && reached.has(`full:${account.id}`))
      .filter((account) => mayChangeSettings(account, obtained))
      .map(({ id }) => id),
  );
  const others = setup.accounts.filter(({ id }) => !replaced.has(id));
  return {
    replaced,
    passwordGone: new Set(others.filter(({ id }) => reached.has(`new-password:${id}`)).map(({ id }) => id)),
    numberGone: new Set(others.filter(({ id }) => reached.has(`new-number:${id}`)).map(({ id }) => id)),
  };
}

/** Whether the attacker, once inside, can replace the owner's authenticators: nothing, or nothing unreachable, guards that. */
function mayChangeSettings(account: Account, obtained: ReadonlySet<string>): boolean {
  return account.protectedActions
    .filter((action) => action.covers === "security-settings")
    .every((action) => obtained.has(`${account.id}/${action.id}`));
}

/** Whether the owner can still take this step after the attacker's changes. */
function survives(graph: AccessGraph, { step, body }: Rule, changes: LastingChanges): boolean {
  if (step.kind === "use-device") return !changes.replaced.has(step.account);
  if (step.kind !== "present") return true;
  // A password or a number set by one more recovery is good, whatever the attacker did before.
  if (body.some((fact) => isRenewal(graph.facts[fact], step.account))) return true;
  const account = accountById(graph.setup, step.account);
  const authenticator = authenticatorById(account, step.authenticator);
  if (changes.replaced.has(account.id)) return survivesReplacement(account, authenticator);
  if (authenticator.kind === "password") return !changes.passwordGone.has(account.id);
  if (authenticator.kind === "sms-code" || authenticator.kind === "voice-code")
    return !changes.numberGone.has(account.id);
  return true;
}

/** What had been waived in an account is asked for again once somebody has put their own in its place. */
function isWaivedIn(fact: Fact, accounts: ReadonlySet<string>): boolean {
  return fact.startsWith("waived:") && accounts.has(fact.slice("waived:".length).split("/")[0] ?? "");
}

function isRenewal(fact: Fact | undefined, account: string): boolean {
  return fact === `new-password:${account}` || fact === `new-number:${account}`;
}

/** Nobody inside an account can replace its desk; but a recovery key, where there is one, shuts the desk out. */
function survivesReplacement({ controls }: Account, authenticator: Authenticator): boolean {
  return !factorOf(authenticator).replaceable && !controls.recoveryKey;
}
