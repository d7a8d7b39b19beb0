// Setups and plays in few words, for tests that tell small stories.
import * as v from "valibot";
import { initialWorld, worldsOf } from "../../simulator/machines/world.ts";
import type { World, WorldOptions } from "../../simulator/machines/world.ts";
import type { Ceremony, Move } from "../../simulator/model/move.ts";
import { setupSchema } from "../../simulator/model/setup.ts";
import type { Setup, SetupInput } from "../../simulator/model/setup.ts";
import type { Person, TrailEntry } from "../../simulator/model/trail.ts";

/** An account as written by hand. */
export type AccountInput = NonNullable<SetupInput["accounts"]>[number];

/** A setup without what every setup has. */
export function setupOf(input: Omit<SetupInput, "version" | "title">): Setup {
  return v.parse(setupSchema, { version: 1, title: "Somebody", ...input });
}

/** One mobile number, and the smartphone with its SIM. */
export const onePhone = {
  numbers: [{ id: "mobile" }],
  devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"] }],
} as const satisfies Partial<SetupInput>;

/** The world after some moves. */
export function play(setup: Setup, moves: readonly Move[], options: WorldOptions = {}): World {
  return goOn(initialWorld(setup, options), moves);
}

/** The world after some more moves. */
export function goOn(world: World, moves: readonly Move[]): World {
  return worldsOf(world, moves).at(-1) ?? world;
}

/** What happened, as ids of sayings. */
export function told(world: World): readonly string[] {
  return world.trail.map(({ what }) => what.id);
}

/** The entry told last. */
export function lastOf(world: World): TrailEntry {
  const entry = world.trail.at(-1);
  if (entry === undefined) throw new Error("nothing has happened yet");
  return entry;
}

/** The state of one chart. */
export function stateOf(world: World, actor: string): unknown {
  const snapshot = world.actors[actor];
  if (snapshot === undefined) throw new Error(`the world has no "${actor}"`);
  return snapshot.value;
}

/** What one chart keeps in mind. */
export function contextOf(world: World, actor: string): unknown {
  const snapshot = world.actors[actor];
  if (snapshot === undefined) throw new Error(`the world has no "${actor}"`);
  return snapshot.context;
}

/** Whether somebody is in an account. */
export function isInside(world: World, person: Person, account: string): boolean {
  return stateOf(world, `session:${account}/${person}`) === "open";
}

/** The moves of one person at one account; each can be given the milliseconds that pass before it. */
export function movesOf(actor: Person, account: string) {
  const after = (milliseconds: number | undefined) =>
    milliseconds === undefined ? {} : { after: milliseconds };
  return {
    begin: (ceremony: Ceremony = "sign-in", route = 0): Move => ({
      actor,
      do: "begin",
      account,
      ceremony,
      route,
    }),
    ask: (authenticator: string, wait?: number): Move => ({
      actor,
      do: "ask-for-code",
      account,
      authenticator,
      ...after(wait),
    }),
    present: (authenticator: string, wait?: number): Move => ({
      actor,
      do: "present",
      account,
      authenticator,
      ...after(wait),
    }),
    look: (wait?: number): Move => ({ actor, do: "look-inside", account, ...after(wait) }),
    replace: (): Move => ({ actor, do: "replace-authenticators", account }),
  };
}

/** Time passes. */
export function wait(milliseconds: number): Move {
  return { actor: "chance", do: "wait", after: milliseconds };
}
