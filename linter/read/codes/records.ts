// What was noted of codes on all paths of a project, put into tables.
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import type { Followed } from "../linking/occurrences.ts";
import { atomsOf, claimKey, parts, unhashed, type Value } from "../values.ts";
import type { Episode } from "./checks.ts";
import { ShownThings } from "./shown.ts";
import { keepsAnything, type Kept, type SlotClaim, type Writer } from "./slots.ts";
import type { Surroundings } from "./surroundings.ts";
import { slotKey, slotsOf } from "./traces.ts";

type Sent = Extract<Happening, { k: "sent" }>;
type Removed = Extract<Happening, { k: "removed" }>;

/** The tables, filled once before anything is linked. */
export class CodeRecords {
  readonly surroundings: Surroundings;
  readonly episodes = new Map<Entry, Episode>();
  readonly kept = new Map<string, Kept[]>();
  readonly removed: Removed[] = [];
  readonly aged = new Set<string>();
  readonly answered = new Set<number>();
  readonly sent = new Set<number>();
  readonly shown = new ShownThings();
  readonly checkers = new Map<string, Entry[]>();
  private everything: readonly Kept[] | undefined;
  private readonly left = new Map<string, ReadonlySet<string>>();
  /** What was put into stores by who showed a slot, by that slot. */
  private readonly keptBehind = new Map<string, string[]>();
  /** What was taken out of stores by who rests on a slot, by that slot. */
  private readonly removedBehind = new Map<string, Removed[]>();
  readonly held = new Map<string, (readonly [claim: SlotClaim, entry: Entry])[]>();

  constructor(followed: readonly Followed[], surroundings: Surroundings) {
    this.surroundings = surroundings;
    for (const [number, { entry, happenings, gaveUp }] of followed.entries()) {
      this.episodes.set(entry, { entry, happenings, gaveUp, number });
      const sends = happenings.filter((one) => one.k === "sent");
      for (const one of happenings) this.note(one, entry, number, sends);
    }
  }

  private note(one: Happening, entry: Entry, number: number, sends: readonly Sent[]): void {
    switch (one.k) {
      case "kept":
        append(this.kept, one.store, { ...one, entry });
        for (const claim of one.claims)
          if (claim.k === "slot") append(this.keptBehind, slotKey(claim), slotKey(one));
        return;
      case "removed":
        this.removed.push(one);
        for (const slot of slotsOf(one.claims)) append(this.removedBehind, slot, one);
        return;
      case "aged":
        this.aged.add(one.store);
        return;
      case "sent":
        for (const atom of one.atoms ?? []) this.sent.add(atom);
        return;
      case "held":
        append(this.held, claimKey(one.claim), [one.claim, entry] as const);
        return;
      case "logged":
        this.shown.note(one, number, sends);
        return;
      case "answered":
        for (const atom of one.atoms) this.answered.add(atom);
        for (const value of one.values) for (const atom of atomsOf(value)) this.answered.add(atom);
        this.shown.note(one, number, sends);
        return;
      case "effect":
        for (const claim of one.claims)
          if (claim.k === "slot") {
            const key = claimKey(claim);
            const known = this.checkers.get(key);
            if (known === undefined) this.checkers.set(key, [entry]);
            else if (!known.includes(entry)) known.push(entry);
          }
        return;
      default:
        return;
    }
  }

  /** All that was put into stores. */
  all(): readonly Kept[] {
    this.everything ??= [...this.kept.values()].flat();
    return this.everything;
  }

  /** What is left in stores by who showed the code, for a later step: the slots, as `store#path`. */
  leftBy(claim: SlotClaim): ReadonlySet<string> {
    const own = slotKey(claim);
    const known = this.left.get(own);
    if (known !== undefined) return known;
    const left = new Set(this.keptBehind.get(own));
    left.delete(own);
    this.left.set(own, left);
    return left;
  }

  /** What is taken out of stores by whoever rests on any of these slots. */
  removedAfter(slots: ReadonlySet<string>): readonly Removed[] {
    return [...slots].flatMap((slot) => this.removedBehind.get(slot) ?? []);
  }

  /** All places that fill a slot with codes, in their order. */
  fillersOf(claim: SlotClaim): readonly Kept[] {
    const filling = (this.kept.get(claim.store) ?? []).filter(
      (one) => one.path === claim.path && isMade(one.value),
    );
    return this.relevant(filling, claim);
  }

  /**
   * Those who fill a slot with codes. Tables are shared with other things; where some of what lies in one was sent, the rest
   * is no code.
   */
  relevant<T extends Writer>(all: readonly T[], claim: SlotClaim): readonly T[] {
    const fitting = all.filter(
      (writer) =>
        !this.isHandedOver(writer) &&
        !isScript(writer.entry) &&
        (!keepsAnything(claim) || folderOf(writer.spot.file) === folderOf(claim.spot.file)),
    );
    const sent = fitting.filter(({ value }) => value !== undefined && this.isSent(value));
    return sent.length > 0 ? sent : fitting;
  }

  /** A token that is given to whoever passed a step, and never sent: having it in the answer is the point. */
  isHandedOver({ value }: Writer): boolean {
    if (value === undefined) return false;
    const made = [...parts(value)].filter((part) => part.k === "fresh");
    return (
      made.some(({ long, id }) => long && this.answered.has(id)) && !made.some(({ id }) => this.sent.has(id))
    );
  }

  private isSent(value: Value): boolean {
    for (const atom of atomsOf(value)) if (this.sent.has(atom)) return true;
    return false;
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** Made by the program or by something that it calls. */
function isMade(value: Value): boolean {
  const inner = unhashed(value);
  for (const part of parts(inner)) if (part.k === "fresh") return true;
  return inner.k === "any" && [...parts(inner)].every(({ k }) => k !== "input");
}

/** A file that people start by hand, which signs nobody in. */
function isScript({ point }: Entry): boolean {
  return (
    point.framework === "other" &&
    /(^|\/)[\w-]*(scripts?|seeds?|seeders?|migrations?|fixtures|examples?|demo)\//i.test(point.place.file)
  );
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
