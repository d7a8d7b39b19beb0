// What the variables on a path hold, call by call, so that a call is left behind at the cost of its own variables only.
import type { Value } from "./values.ts";

/** The variables of the calls around the current one; never changed. */
interface Frame {
  readonly cells: Map<number, Value>;
  readonly below: Frame | null;
}

/** Cells are numbered in the order in which they are made, so all cells of a call come after those before it. */
export class Cells {
  private top: Map<number, Value>;
  private isShared: boolean;
  private below: Frame | null;

  constructor(from?: Cells) {
    if (from === undefined) {
      this.top = new Map();
      this.isShared = false;
      this.below = null;
      return;
    }
    from.isShared = true;
    this.top = from.top;
    this.isShared = true;
    this.below = from.below;
  }

  get(cell: number): Value | undefined {
    const own = this.top.get(cell);
    if (own !== undefined) return own;
    for (let frame = this.below; frame !== null; frame = frame.below) {
      const value = frame.cells.get(cell);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  set(cell: number, value: Value): void {
    if (this.isShared) {
      this.top = new Map(this.top);
      this.isShared = false;
    }
    this.top.set(cell, value);
  }

  /** Begins a call. */
  enter(): void {
    this.below = { cells: this.top, below: this.below };
    this.top = new Map();
    this.isShared = false;
  }

  /** Ends a call: its cells, which come after `last`, are forgotten unless something outlives the call. */
  leave(last: number, outlived: boolean): void {
    const { top, below } = this;
    if (below === null) return;
    this.top = below.cells;
    this.below = below.below;
    this.isShared = true;
    for (const [cell, value] of top) if (outlived || cell <= last) this.set(cell, value);
  }

  /** Everything, inner calls first to last. */
  all(): ReadonlyMap<number, Value> {
    if (this.below === null) return this.top;
    const frames: ReadonlyMap<number, Value>[] = [this.top];
    for (let frame: Frame | null = this.below; frame !== null; frame = frame.below) frames.push(frame.cells);
    const all = new Map<number, Value>();
    for (const cells of frames.toReversed()) for (const [cell, value] of cells) all.set(cell, value);
    return all;
  }

  /** The cells in which two paths can differ: those of the current call where the calls around it are the same. */
  comparedWith(other: Cells): [mine: ReadonlyMap<number, Value>, theirs: ReadonlyMap<number, Value>] {
    return this.below === other.below ? [this.top, other.top] : [this.all(), other.all()];
  }
}
