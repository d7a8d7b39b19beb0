// The world as a value: the snapshots of all statecharts, the clock, the timers and the trail; `step` is pure.
import type { AnyMachineSnapshot, EventObject } from "xstate";
import type { Move } from "../model/move.ts";
import type { Setup } from "../model/setup.ts";
import type { TrailEntry } from "../model/trail.ts";
import { cast } from "./cast.ts";
import type { CastMember } from "./cast.ts";
import { firstStep, nextStep } from "./chart-step.ts";
import type { AskedFor } from "./chart-step.ts";
import type { ActorId, Emitted, Message } from "./messages.ts";
import { beginningsOf } from "./moves.ts";

/** A delayed event of a chart. */
export interface Timer {
  /** When it is due, in milliseconds since the play began. */
  readonly at: number;
  readonly actor: ActorId;
  /** XState's id of the delayed event within its chart. */
  readonly id: string;
  readonly event: EventObject;
}

/** Everything there is at one moment of a play. */
export interface World {
  readonly setup: Setup;
  /** Milliseconds since the play began. */
  readonly now: number;
  readonly actors: Readonly<Record<string, AnyMachineSnapshot>>;
  /** In the order in which they are due. */
  readonly timers: readonly Timer[];
  readonly trail: readonly TrailEntry[];
}

/** What may differ between two worlds of one setup. */
export interface WorldOptions {
  /** Seeds and codes are drawn from it. */
  readonly seed?: number;
  /** What the attacker has and knows from the beginning, as holdings. */
  readonly attackerHolds?: readonly string[];
}

/** The world before the first move. */
export function initialWorld(setup: Setup, { seed = 1, attackerHolds = [] }: WorldOptions = {}): World {
  const draft = new Draft({ setup, now: 0, actors: {}, timers: [], trail: [] });
  const members = cast(setup, seed, attackerHolds);
  for (const member of members) draft.start(member);
  for (const member of members) for (const message of member.first ?? []) draft.deliver(member.id, message);
  return { ...draft.finish(), trail: [] };
}

/** The world after one move: the time before it passes, its message is delivered, and everything that follows too. */
export function step(world: World, move: Move): World {
  const draft = new Draft(world);
  draft.carryOut(move);
  return draft.finish();
}

/** A play from its first move to its last, and for each entry of its trail the index of the move that caused it. */
export interface Played {
  readonly end: World;
  readonly origins: readonly number[];
}

/** Plays all moves at once: the same end as step after step, without keeping the worlds between. */
export function play(first: World, moves: readonly Move[]): Played {
  const draft = new Draft(first);
  const origins: number[] = [];
  moves.forEach((move, index) => {
    draft.carryOut(move);
    while (origins.length < draft.told) origins.push(index);
  });
  return { end: draft.finish(), origins };
}

/** All worlds of a play: before the first move, and after each. */
export function worldsOf(first: World, moves: readonly Move[]): readonly World[] {
  const worlds = [first];
  for (const move of moves) worlds.push(step(worlds.at(-1) ?? first, move));
  return worlds;
}

/** A world being worked on within one step; nothing of it leaves before `finish`. */
class Draft {
  readonly #setup: Setup;
  #now: number;
  readonly #actors: Record<string, AnyMachineSnapshot>;
  #timers: Timer[];
  readonly #trail: TrailEntry[];
  readonly #queue: (readonly [ActorId, Message])[] = [];

  constructor(world: World) {
    this.#setup = world.setup;
    this.#now = world.now;
    this.#actors = { ...world.actors };
    this.#timers = [...world.timers];
    this.#trail = [...world.trail];
  }

  finish(): World {
    return {
      setup: this.#setup,
      now: this.#now,
      actors: this.#actors,
      timers: this.#timers,
      trail: this.#trail,
    };
  }

  /** How many entries the trail has by now. */
  get told(): number {
    return this.#trail.length;
  }

  carryOut(move: Move): void {
    if (move.after !== undefined) this.pass(move.after);
    for (const beginning of beginningsOf(this.#setup, move)) this.#carry(beginning);
    this.#drain();
  }

  start({ id, machine, input }: CastMember): void {
    const [snapshot, asked] = firstStep(machine, input);
    this.#actors[id] = snapshot;
    this.#interpret(id, asked);
  }

  deliver(to: ActorId, message: Message): void {
    this.#queue.push([to, message]);
    this.#drain();
  }

  /** Lets time pass: each timer that falls due fires at its own moment, with everything that follows from it. */
  pass(milliseconds: number): void {
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0)
      throw new Error(`${milliseconds} milliseconds cannot pass; expected a whole number from 0 on`);
    const until = this.#now + milliseconds;
    for (let due = this.#timers[0]; due !== undefined && due.at <= until; due = this.#timers[0]) {
      this.#timers = this.#timers.slice(1);
      this.#now = due.at;
      this.#transition(due.actor, due.event);
      this.#drain();
    }
    this.#now = until;
  }

  #drain(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift())
      this.#transition(next[0], Object.assign({ now: this.#now }, next[1]));
  }

  #transition(id: ActorId, event: EventObject): void {
    const snapshot = this.#actors[id];
    if (snapshot === undefined)
      throw new Error(`a message ${event.type} was sent to "${id}", which does not exist`);
    const [next, asked] = nextStep(snapshot, event);
    this.#actors[id] = next;
    this.#interpret(id, asked);
  }

  /** The interpreter of actions: emitted messages are queued and told entries kept, delays become timers, all else is a bug. */
  #interpret(id: ActorId, asked: readonly AskedFor[]): void {
    for (const { type, params } of asked) {
      switch (type) {
        case "xstate.emit": {
          this.#carry((params as { readonly event: Emitted }).event);
          break;
        }
        case "xstate.raise": {
          const {
            event,
            delay,
            id: name,
          } = params as {
            readonly event: EventObject;
            readonly delay?: number;
            readonly id: string;
          };
          // A raise without delay has been taken into account by the transition itself.
          if (delay === undefined) break;
          this.#dropTimer(id, name);
          this.#addTimer({ at: this.#now + delay, actor: id, id: name, event });
          break;
        }
        case "xstate.cancel":
          this.#dropTimer(id, (params as { readonly sendId: string }).sendId);
          break;
        default:
          throw new Error(`the chart "${id}" asks for the action ${type}, which a world cannot carry out`);
      }
    }
  }

  #carry(emitted: Emitted): void {
    if (emitted.type === "SEND") this.#queue.push([emitted.to, emitted.message]);
    else this.#trail.push({ n: this.#trail.length + 1, at: this.#now, ...emitted.told });
  }

  #addTimer(timer: Timer): void {
    const later = this.#timers.findIndex((other) => other.at > timer.at);
    this.#timers.splice(later === -1 ? this.#timers.length : later, 0, timer);
  }

  #dropTimer(actor: ActorId, id: string): void {
    this.#timers = this.#timers.filter((timer) => timer.actor !== actor || timer.id !== id);
  }
}
