// The chapters of a play: what strikes, what the attacker then does at each account, what the owner then tries.
import type { Story } from "../../simulator/index.ts";

/** A run of steps with one subject. */
export interface Chapter {
  readonly kind: "event" | "attacker" | "owner";
  /** The account at which somebody tries to get in; absent for the event. */
  readonly account?: string;
  /** The first step of the chapter, counted from 1, and the last. */
  readonly from: number;
  readonly to: number;
}

/** Cuts a play into chapters. What is done elsewhere on the way (a code read in a mailbox) belongs to the way. */
export function chaptersOf({ moves, steps }: Story): readonly Chapter[] {
  const chapters: { kind: Chapter["kind"]; account?: string; from: number; to: number }[] = [];
  steps.forEach(({ move: index }, position) => {
    const move = moves[index];
    const n = position + 1;
    const last = chapters.at(-1);
    const begun =
      move?.do === "begin" || move?.do === "replace-authenticators"
        ? { kind: move.actor === "owner" ? ("owner" as const) : ("attacker" as const), account: move.account }
        : undefined;
    if (begun === undefined) {
      if (last === undefined) chapters.push({ kind: "event", from: n, to: n });
      else last.to = n;
    } else if (last?.kind === begun.kind && last.account === begun.account) last.to = n;
    else chapters.push({ ...begun, from: n, to: n });
  });
  return chapters;
}
