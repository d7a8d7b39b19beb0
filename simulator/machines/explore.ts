// Exploring: every state of the statecharts that a person can bring about, however they go about it.
import type { AnyMachineSnapshot } from "xstate";
import type { Authenticator } from "../model/authenticators.ts";
import type { Move } from "../model/move.ts";
import type { Setup } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { factorOf } from "../factors/index.ts";
import { ceremonyOf, sessionOf } from "./actor-ids.ts";
import type { CeremonyContext } from "./ceremony-context.ts";
import { callsBack } from "./desk.ts";
import { currentStep } from "./codes.ts";
import type { Knowledge } from "./knowledge.ts";
import type { SessionContext } from "./session.ts";
import { step } from "./world.ts";
import type { World } from "./world.ts";

/** What an exploration found. */
export interface Exploration {
  /** How many different states there are. */
  readonly states: number;
  /** The accounts that the person is inside of in some state. */
  readonly entered: ReadonlySet<string>;
  /** The protected actions carried out in some state, as `account/action`. */
  readonly acted: ReadonlySet<string>;
  /** False if the limit was reached before everything was seen. */
  readonly complete: boolean;
}

/**
 * Tries every move of one person in every state, until nothing new comes up or `limit` states are known.
 * Breadth-first and depth-first find the same states; tests hold them together.
 */
export function explore(
  from: World,
  person: Person,
  {
    order = "depth-first",
    limit = 200_000,
  }: { readonly order?: "depth-first" | "breadth-first"; readonly limit?: number } = {},
): Exploration {
  const moves = movesOf(from.setup, person);
  const first = withoutTrail(from);
  const known = new Set([stateKey(first, person)]);
  const frontier: World[] = [first];
  const entered = new Set(insideOf(first, person));
  const acted = new Set<string>();

  while (frontier.length > 0) {
    const world = (order === "depth-first" ? frontier.pop() : frontier.shift()) as World;
    for (const move of [...moves.filter((candidate) => isListenedTo(world, candidate)), ...waitsIn(world)]) {
      const after = step(world, move);
      const next = withoutTrail(after);
      const key = stateKey(next, person);
      if (known.has(key)) continue;
      known.add(key);
      for (const account of insideOf(next, person)) entered.add(account);
      for (const { account, what } of after.trail)
        if (what.id === "action-done" && account !== undefined)
          acted.add(`${account}/${what.params["id"] ?? ""}`);
      if (known.size >= limit) return { states: known.size, entered, acted, complete: false };
      frontier.push(next);
    }
  }
  return { states: known.size, entered, acted, complete: true };
}

/** Everything that a person could do at services, sensible or not. */
export function movesOf(setup: Setup, person: Person): readonly Move[] {
  return setup.accounts.flatMap((account): readonly Move[] => {
    const begin = (ceremony: "sign-in" | "recovery" | "action", list: readonly unknown[]): readonly Move[] =>
      list.map((_, route) => ({ actor: person, do: "begin", account: account.id, ceremony, route }));
    return [
      ...begin("sign-in", account.signIn),
      ...begin("recovery", account.recovery),
      ...begin("action", account.protectedActions),
      ...account.authenticators.flatMap((authenticator): readonly Move[] => {
        const at = { actor: person, account: account.id, authenticator: authenticator.id };
        return asksForSomething(authenticator)
          ? [
              { ...at, do: "ask-for-code" },
              { ...at, do: "present" },
            ]
          : [{ ...at, do: "present" }];
      }),
      ...account.signedInOn.map((device): Move => ({
        actor: person,
        do: "use-device",
        account: account.id,
        device,
      })),
      { actor: person, do: "look-inside", account: account.id },
    ];
  });
}

function asksForSomething(authenticator: Authenticator): boolean {
  const { verifier } = factorOf(authenticator);
  return verifier === "challenge" || verifier === "prompt" || callsBack(authenticator);
}

/** What nobody has asked for is told and changes nothing, so that trying it would only cost time. */
function isListenedTo({ actors }: World, move: Move): boolean {
  if (move.do === "look-inside") return actors[sessionOf(move.account, move.actor)]?.value === "open";
  if (move.do === "use-device") {
    const session = actors[sessionOf(move.account, move.actor)];
    return session?.value !== "open" || (session.context as SessionContext).limited;
  }
  if (move.do !== "present" && move.do !== "ask-for-code") return true;
  const person = actors[move.actor] as { readonly context: Knowledge } | undefined;
  const begun = person?.context.begun[move.account];
  if (begun === undefined) return false;
  const ceremony = actors[ceremonyOf(move.account, begun.ceremony, move.actor)];
  if (ceremony?.value !== "proving" && ceremony?.value !== "requested") return false;
  const { needs, proven } = ceremony.context as CeremonyContext;
  return needs.includes(move.authenticator) && !proven.includes(move.authenticator);
}

/** Waiting matters up to the next timer, and up to the next code of an app whose current one is used. */
function waitsIn(world: World): readonly Move[] {
  const next = world.timers[0];
  const untilTimer: readonly Move[] =
    next === undefined ? [] : [{ actor: "chance", do: "wait", after: next.at - world.now }];
  const someCodeIsUsed = Object.values(world.actors).some(
    ({ context }) => (context as { readonly lastStep?: number }).lastStep === currentStep(world.now),
  );
  return someCodeIsUsed ? [...untilTimer, { actor: "chance", do: "wait", after: 30_000 }] : untilTimer;
}

/**
 * What tells two states apart for one person. Times are relative to now, codes are named in the order in which they
 * are met, and what cannot influence anything (counters, screens, the trail) is left out.
 */
export function stateKey(world: World, person: Person): string {
  const step = currentStep(world.now);
  const parts = Object.entries(world.actors).map(([id, snapshot]) => {
    const { lastStep } = snapshot.context as { readonly lastStep?: number };
    // People offer the current code of an app only, so all that matters is whether that one is used up.
    const isUsedUp = lastStep !== undefined && lastStep >= step ? "used" : "";
    return `${id === person ? "self" : id}${isUsedUp}${keyOf(snapshot)}`;
  });
  // The id of a text under way ends with when it is due, and that is told by the time left.
  const timers = world.timers.map(
    ({ at, actor, id, event }) =>
      `${at - world.now} ${actor} ${id.replace(/@\d+$/, "")} ${JSON.stringify(event)}`,
  );
  const names = new Map<string, string>();
  return [...parts, ...timers].join("\n").replaceAll(/"code":"(\d+)"/g, (_, code: string) => {
    const name = names.get(code) ?? String(names.size);
    names.set(code, name);
    return name;
  });
}

// Snapshots are values that most states share, so that each is written out once.
const keys = new WeakMap<AnyMachineSnapshot, string>();

const withoutInfluence: ReadonlySet<string> = new Set([
  "setup",
  "worldSeed",
  "account",
  "number",
  "device",
  "messages",
  "counter",
  "counters",
  "seed",
  "lastStep",
  "title",
]);

function keyOf(snapshot: AnyMachineSnapshot): string {
  const known = keys.get(snapshot);
  if (known !== undefined) return known;
  const { value, context } = snapshot;
  const key = JSON.stringify([value, context], (name, part: unknown) =>
    withoutInfluence.has(name) ? undefined : part,
  );
  keys.set(snapshot, key);
  return key;
}

function insideOf(world: World, person: Person): readonly string[] {
  return world.setup.accounts
    .map(({ id }) => id)
    .filter((id) => world.actors[sessionOf(id, person)]?.value === "open");
}

function withoutTrail(world: World): World {
  return { ...world, trail: [] };
}
