// The scene: how a world looks from outside at one moment, as plain data for pictures.
import { sessionOf } from "./machines/actor-ids.ts";
import type { ChallengeContext } from "./machines/challenge-context.ts";
import type { HandsetContext, ScreenMessage } from "./machines/handset-context.ts";
import type { Knowledge } from "./machines/knowledge.ts";
import type { LineContext } from "./machines/line-context.ts";
import type { World } from "./machines/world.ts";
import { factorsLeft } from "./analysis/effective-factors.ts";
import type { HoldingSets } from "./analysis/minimal-sets.ts";
import { durationMilliseconds } from "./model/duration.ts";
import { holdingParts, ownerHoldings } from "./model/holdings.ts";
import type { Holding } from "./model/holdings.ts";
import type { Account, Setup } from "./model/setup.ts";
import type { Person } from "./model/trail.ts";

/** How everything stands at one moment of a play. */
export interface Scene {
  /** Milliseconds since the play began. */
  readonly now: number;
  /** The base holdings on which accounts hang, and who has them. */
  readonly pegs: readonly { readonly holding: Holding; readonly holders: readonly Person[] }[];
  readonly lines: readonly LineScene[];
  readonly handsets: readonly HandsetScene[];
  readonly accounts: readonly AccountScene[];
}

export interface LineScene {
  readonly number: string;
  readonly holder: Person;
  readonly intercepted: boolean;
  /** The accounts whose texts the carrier stops. */
  readonly blocked: readonly string[];
  /** The accounts whose texts do not reach whoever answers the number, or not in time, for whatever reason. */
  readonly undelivered: readonly string[];
  /** The owner's devices that answer it. */
  readonly liveIn: readonly string[];
  /** False once the number has been given up. */
  readonly inUse: boolean;
  /** Whether its calls go to the attacker though the number is the owner's. */
  readonly callsTaken: boolean;
  /** Whether the attacker hears what it records. */
  readonly voicemailOpened: boolean;
}

export interface HandsetScene {
  readonly device: string;
  readonly custody: Person | "nobody";
  /** Whether any of its numbers still works in it. */
  readonly service: boolean;
  readonly messages: readonly ScreenMessage[];
  /** False once it is broken. */
  readonly working: boolean;
  /** Whether the attacker sees what arrives on it, wherever it is. */
  readonly watched: boolean;
}

export interface AccountScene {
  readonly account: string;
  /** Who has come in during the play. */
  readonly inside: readonly Person[];
  /** The attacker's authenticators stand in the place of the owner's. */
  readonly replaced: boolean;
  /** How many independent holdings the attacker still lacks; null where no number would do. */
  readonly factorsLeft: number | null;
  /** No factor is left, and the attacker is kept out by a lock all the same: locks weigh nothing and still stand. */
  readonly lockLeft: boolean;
}

/** The minimal attack sets of each account, computed once for a play. */
export type AttackSetsByAccount = ReadonlyMap<string, HoldingSets>;

/** Reads the scene off the statecharts. */
export function sceneOf(world: World, sets: AttackSetsByAccount): Scene {
  const held = { owner: heldBy(world, "owner"), attacker: heldBy(world, "attacker") };
  const { setup } = world;
  return {
    now: world.now,
    pegs: pegsOf(setup).map((holding) => ({
      holding,
      holders: (["owner", "attacker"] as const).filter((person) => held[person].has(holding)),
    })),
    lines: setup.numbers.map(({ id }) => lineScene(world, id)),
    handsets: setup.devices.map(({ id }) => handsetScene(world, id)),
    accounts: setup.accounts
      .filter(({ modelled }) => modelled)
      .map(({ id }): AccountScene => {
        const attack = sets.get(id);
        const inside = (["owner", "attacker"] as const).filter(
          (person) => snapshotOf(world, sessionOf(id, person)).value === "open",
        );
        const isInside = inside.includes("attacker");
        // Who is inside lacks nothing any more, even after letting go of what it took.
        const left = isInside ? 0 : attack === undefined ? null : factorsLeft(attack, held.attacker);
        return {
          account: id,
          inside,
          replaced: snapshotOf(world, `account:${id}`).value === "knowsTheAttacker",
          factorsLeft: left,
          lockLeft: left === 0 && !isInside && !lacksNothing(attack, held.attacker),
        };
      }),
  };
}

/** Whether somebody who has `held` has the whole of some attack set, locks included. */
function lacksNothing(attack: HoldingSets | undefined, held: ReadonlySet<Holding>): boolean {
  return attack?.sets.some((set) => set.every((holding) => held.has(holding))) ?? false;
}

/** The base holdings that some authenticator of the setup rests on. */
export function pegsOf(setup: Setup): readonly Holding[] {
  return ownerHoldings(setup).filter((holding) => {
    const { kind } = holdingParts(holding);
    return kind !== "delivery" && kind !== "unlock" && kind !== "activation";
  });
}

function heldBy(world: World, person: Person): ReadonlySet<Holding> {
  const { context } = snapshotOf(world, person) as unknown as { readonly context: Knowledge };
  const held = new Set(context.holds as readonly Holding[]);
  for (const { id } of world.setup.numbers) {
    const { holder, intercepted } = lineScene(world, id);
    if (person === "attacker" && (holder === "attacker" || intercepted)) held.add(`number:${id}`);
    if (person === "owner" && holder === "owner" && ownerHasSim(world, id)) held.add(`number:${id}`);
  }
  for (const account of world.setup.accounts)
    if (!account.modelled && snapshotOf(world, sessionOf(account.id, person)).value === "open")
      held.add(`account:${account.id}`);
  return held;
}

/** The owner has a number in a phone of theirs, or in one that the setup does not describe. */
function ownerHasSim(world: World, number: string): boolean {
  const { handsets, inHand } = snapshotOf(world, `line:${number}`).context as LineContext;
  return (
    (handsets.length === 0 && inHand) ||
    handsets.some((device) => {
      const { custody, working } = handsetScene(world, device);
      return custody === "owner" && working;
    })
  );
}

function lineScene(world: World, number: string): LineScene {
  const snapshot = snapshotOf(world, `line:${number}`);
  const { possession, routing, calls, voicemail } = snapshot.value as {
    readonly possession: Person | "nobody";
    readonly routing: "direct" | "intercepted" | "rerouted";
    readonly calls: "ring" | "forwarded";
    readonly voicemail: "closed" | "opened";
  };
  const { blocked, handsets } = snapshot.context as LineContext;
  return {
    number,
    holder: possession === "attacker" ? "attacker" : "owner",
    intercepted: routing !== "direct",
    blocked,
    undelivered: world.setup.accounts
      .filter((account) => isUndelivered(world, number, account))
      .map(({ id }) => id),
    liveIn: handsets,
    inUse: possession !== "nobody",
    callsTaken: routing === "intercepted" || calls === "forwarded",
    voicemailOpened: voicemail === "opened",
  };
}

/** Whether a text of the account to the number would be lost, go elsewhere, or come when its code is too old. */
function isUndelivered(world: World, number: string, account: Account): boolean {
  const { value, context } = snapshotOf(world, `line:${number}`);
  const { routing } = value as { readonly routing: string };
  const { blocked, reception, delay } = context as LineContext;
  const texts = account.authenticators.filter(
    (authenticator) => authenticator.kind === "sms-code" && authenticator.number === number,
  );
  if (texts.length === 0) return false;
  return (
    routing === "rerouted" ||
    blocked.includes(account.id) ||
    reception === "nothing" ||
    reception === "calls-only" ||
    (reception === "no-short-codes" &&
      texts.some((text) => text.kind === "sms-code" && text.sender === "short-code")) ||
    delay >= durationMilliseconds(account.controls.codeLifetime) ||
    texts.some(({ id }) => {
      const challenge = snapshotOf(world, `challenge:${account.id}/${id}/owner`);
      return (challenge.context as ChallengeContext).misdirectedTo !== undefined;
    })
  );
}

function handsetScene(world: World, device: string): HandsetScene {
  const snapshot = snapshotOf(world, `handset:${device}`);
  const custody = {
    withOwner: "owner",
    withAttacker: "attacker",
    withNobody: "nobody",
    broken: "owner",
  } as const;
  const { service, messages, infected } = snapshot.context as HandsetContext;
  return {
    device,
    custody: custody[snapshot.value as keyof typeof custody],
    service: service.length > 0,
    messages,
    working: snapshot.value !== "broken",
    watched: infected !== "no",
  };
}

function snapshotOf(world: World, id: string): { readonly value: unknown; readonly context: unknown } {
  const snapshot = world.actors[id];
  if (snapshot === undefined) throw new Error(`the world has no "${id}"`);
  return snapshot;
}
