// What happened at all entry points, sorted by what the links between them ask for.
import { lastName } from "../codes/slots.ts";
import { leavesOf } from "../conditions.ts";
import { isChosenAndHashed } from "../effects.ts";
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import { isPasswordName, isPinField } from "../names.ts";
import { parts, type Value } from "../values.ts";
import { isHandOver } from "./hand-overs.ts";

/** An entry point with what happened on its paths. */
export interface Followed {
  readonly entry: Entry;
  readonly happenings: readonly Happening[];
  readonly gaveUp: boolean;
}

/** The kinds of happenings that flows are linked by. */
export type Kept = Extract<Happening, { k: "kept" }>;
export type Sent = Extract<Happening, { k: "sent" }>;
export type Effect = Extract<Happening, { k: "effect" }>;
/** A happening with the entry point at which it happens. */
export type From<T> = T & { readonly entry: Entry };

/** The happenings of a project by their kinds. */
export class Occurrences {
  /** What stores were given to keep, by `store#field`. */
  readonly kept = new Map<string, From<Kept>[]>();
  readonly sent: From<Sent>[] = [];
  /** What was made here and is in answers, in any form or as it is. */
  readonly answered = new Set<number>();
  readonly handed = new Set<number>();
  /** The signed tokens that were made. */
  readonly minted: From<Effect>[] = [];
  /** The stores that keep passwords: what stands beside them describes the account, not the request. */
  readonly accounts = new Set<string>(
    "user account member customer client employee admin administrator profile person patient driver rider student teacher merchant vendor seller staff subscriber".split(
      " ",
    ),
  );
  /** The PINs that somebody signs in with, by `store#field`: the caller chose them, and they are kept hashed. */
  readonly pins: ReadonlySet<string>;
  readonly followed: readonly Followed[];

  constructor(followed: readonly Followed[]) {
    this.followed = followed;
    for (const { entry, happenings } of followed)
      for (const one of happenings) {
        if (one.k === "kept") {
          if (isPasswordName(one.path)) this.accounts.add(one.store);
          group(this.kept, `${one.store}#${one.path}`, { ...one, entry });
        } else if (one.k === "sent") this.sent.push({ ...one, entry });
        else if (one.k === "answered") {
          for (const atom of one.atoms) this.answered.add(atom);
          for (const atom of one.plain) this.handed.add(atom);
        } else if (one.k === "effect" && one.what === "opens-session") {
          if (!isHandOver(one)) for (const store of signedInRows(one.written)) this.accounts.add(store);
          if (one.detail === "a signed token") this.minted.push({ ...one, entry });
        }
      }
    this.pins = new Set(this.pinsAskedFor().filter((pin) => this.isChosen(pin)));
  }

  private pinsAskedFor(): string[] {
    return this.followed.flatMap(({ happenings }) =>
      happenings.flatMap((one) =>
        one.k === "effect" && one.what === "opens-session" && !isHandOver(one)
          ? one.claims.flatMap((claim) =>
              claim.k === "slot" && isPinField(lastName(claim.path)) ? [`${claim.store}#${claim.path}`] : [],
            )
          : [],
      ),
    );
  }

  private isChosen(pin: string): boolean {
    const kept = this.kept.get(pin) ?? [];
    return kept.length > 0 && kept.every(({ value }) => isChosenAndHashed(value));
  }

  /** Whether the rows of a store have such a field: something was put into it, or somebody was looked for by it. */
  hasField(store: string, isSuch: (field: string) => boolean): boolean {
    const start = `${store}#`;
    const fits = (path: string): boolean => isSuch(lastName(path));
    for (const key of this.kept.keys())
      if (key.startsWith(start) && fits(key.slice(start.length))) return true;
    return this.followed.some(({ happenings }) =>
      happenings.some(
        (one) =>
          one.k === "effect" &&
          (one.claims.some((claim) => claim.k === "slot" && claim.store === store && fits(claim.path)) ||
            parts(one.written).some(
              (part) =>
                part.k === "record" &&
                part.store === store &&
                part.filter !== null &&
                leavesOf(part.filter).some(([path]) => fits(path)),
            )),
      ),
    );
  }

  /** What was kept in that field of that store. */
  keptIn(store: string, path: string): readonly From<Kept>[] {
    return this.kept.get(`${store}#${path}`) ?? [];
  }
}

/** The stores whose rows sessions are opened for, told by the id that goes into the session. */
function signedInRows(written: Value): string[] {
  return [...parts(written)].flatMap((part) =>
    part.k === "record" &&
    /^(_?id|uid|uuid)?$/i.test(part.path) &&
    !/[.:]|code|otp|token|session|pending|attempt|challenge|verif|reset|request/i.test(part.store)
      ? [part.store]
      : [],
  );
}

/** Whether two sets have something in common. */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of b) if (a.has(one)) return true;
  return false;
}

function group<T>(map: Map<string, T[]>, key: string, one: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else known.push(one);
}
