// A timeline: moves one after the other, and others that fall due while they go on.
import type { Move } from "../model/move.ts";

/** Builds the moves of a turn in which somebody else acts in between, each at their own time. */
export class Timeline {
  readonly #moves: Move[] = [];
  readonly #due: { readonly at: number; readonly move: Move }[] = [];
  /** Milliseconds since the turn began. */
  #now = 0;

  /** Adds moves, each after the time that it names; what falls due before is done before. */
  add(moves: readonly Move[]): void {
    for (const move of moves) {
      const at = this.#now + (move.after ?? 0);
      this.#catchUp(at);
      this.#moves.push({ ...move, after: at - this.#now });
      this.#now = at;
    }
  }

  /** Has a move happen some milliseconds from now, whatever else goes on. */
  later(milliseconds: number, move: Move): void {
    this.#due.push({ at: this.#now + milliseconds, move });
    this.#due.sort((one, other) => one.at - other.at);
  }

  /** All moves, with what is still to come at the end. */
  finish(): readonly Move[] {
    this.#catchUp(Number.POSITIVE_INFINITY);
    return this.#moves;
  }

  #catchUp(until: number): void {
    for (let next = this.#due[0]; next !== undefined && next.at <= until; next = this.#due[0]) {
      this.#due.shift();
      this.#moves.push({ ...next.move, after: next.at - this.#now });
      this.#now = next.at;
    }
  }
}
