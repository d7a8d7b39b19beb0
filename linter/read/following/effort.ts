// How much work an entry point may take before reading gives up on it, and a call that leads nowhere before it is left.
import { State } from "../state.ts";

/** How many steps one entry point may take before reading gives up on it, and how deep calls may go. */
const stepsPerEntry = 15_000;
/** An entry point that has led somewhere may take more of them. */
const stepsOfFruitful = 2 * stepsPerEntry;
/**
 * Steps that a whole project may take at entry points which bear nothing. After that the others get fewer, and very few
 * where no word has to do with signing in, as in most of a large product.
 */
const stepsInVain = 150_000;
const stepsOfLate = 1_000;
const deepestCall = 16;
/** Functions without a name go on with what the one around them does, so many of them may be inside each other. */
const deepestNameless = 48;
/**
 * A function that took this many steps in all and never checked, sent or wrote anything is not entered again: large
 * projects run every request through the same machinery of logs, permissions and queries.
 */
export const barrenAfter = 2_500;

/** Thrown inside a run when an entry point takes more steps than it may. */
class OutOfSteps extends Error {}

/** Thrown inside a call that takes long and leads nowhere; who made the call goes on without it. */
class LeadsNowhere extends Error {
  readonly call: OpenCall;
  constructor(call: OpenCall) {
    super();
    this.call = call;
  }
}

/** A call that is being followed, and what had been found when it began. */
interface OpenCall {
  readonly name: string;
  /** How many calls are open around it. */
  readonly around: number;
  /** How many functions with a name are open, itself included. */
  readonly depth: number;
  readonly steps: number;
  readonly fruits: number;
  readonly proofs: number;
}

/** Counts the steps of an entry point and of each call inside of it, and what they bear. */
export class Effort {
  private stack: OpenCall[] = [];
  private fruits = 0;
  /** Those of the fruits that can be a part of a flow by themselves. */
  private ripe = 0;
  private ripeBefore = 0;
  private busy = false;
  private steps = 0;
  private inVain = 0;
  /** Whether the words of the entry point that is being followed have to do with signing in. */
  private concernsSigningIn = false;
  /** After how many steps the calls that are being followed are looked at again. */
  private patience = barrenAfter;

  /** How many calls are being followed. */
  get open(): number {
    return this.stack.length;
  }

  /**
   * Something was made, sent or changed: what led to it is worth following. A mail alone is not ripe: whoever mails a code
   * has kept it, too, and products send many mails about other things.
   */
  bear(isRipe: boolean): void {
    this.fruits++;
    if (isRipe) this.ripe++;
  }

  /** Begins with an entry point; whether its words matter is asked only where much was in vain before. */
  begin(concernsSigningIn: () => boolean): void {
    this.concernsSigningIn = this.inVain > stepsInVain && concernsSigningIn();
  }

  /** Ends with an entry point. */
  end(): void {
    if (this.ripe === this.ripeBefore) this.inVain += this.steps;
  }

  /** Forgets the calls that were being followed. */
  leaveAll(): void {
    this.stack = [];
  }

  /**
   * Does some work with a budget of its own, and says whether it came to an end. Work inside of other work shares its
   * budget. Code can be so deeply nested or so tangled that following it would take forever or fill the call stack.
   */
  bounded(work: () => void): boolean {
    if (this.busy) {
      work();
      return true;
    }
    this.busy = true;
    this.steps = 0;
    this.patience = Math.min(barrenAfter, this.stepsWithoutFruit());
    this.ripeBefore = this.ripe;
    try {
      work();
      return true;
    } catch (error) {
      if (error instanceof OutOfSteps || error instanceof RangeError) return false;
      throw error;
    } finally {
      this.busy = false;
      this.stack = [];
    }
  }

  private stepsWithoutFruit(): number {
    if (this.inVain <= stepsInVain) return stepsPerEntry;
    return this.concernsSigningIn ? 5 * stepsOfLate : stepsOfLate;
  }

  /** Counts a statement or an expression; throws where the entry point or a call has taken too many. */
  step(): void {
    if (++this.steps <= this.patience) return;
    if (this.steps > (this.ripe > this.ripeBefore ? stepsOfFruitful : this.stepsWithoutFruit()))
      throw new OutOfSteps();
    this.patience = this.steps + barrenAfter / 4;
    // The innermost one: the calls around it may lead somewhere without it. The entry point itself is always followed.
    const call = this.stack
      .slice(1)
      .findLast(
        ({ steps, fruits, proofs }) =>
          this.steps - steps > barrenAfter && fruits === this.fruits && proofs === State.proofs,
      );
    if (call !== undefined) throw new LeadsNowhere(call);
  }

  // ---- calls

  /** Whether a function may be entered from here: calls end somewhere, and one that calls itself does so once. */
  mayEnter(name: string, isNamed: boolean): boolean {
    return (
      this.depthOf(isNamed) <= deepestCall &&
      this.stack.length < deepestNameless &&
      this.stack.filter((other) => other.name === name).length <= 1
    );
  }

  /** Begins with a call. */
  enter(name: string, isNamed: boolean): OpenCall {
    const call: OpenCall = {
      name,
      around: this.stack.length,
      depth: this.depthOf(isNamed),
      steps: this.steps,
      fruits: this.fruits,
      proofs: State.proofs,
    };
    this.stack.push(call);
    return call;
  }

  private depthOf(isNamed: boolean): number {
    return (this.stack.at(-1)?.depth ?? 0) + (isNamed ? 1 : 0);
  }

  /** Ends with a call, and with those inside of it that were left. */
  leave({ around }: OpenCall): void {
    this.stack.length = around;
  }

  /** Whether what was thrown says that this very call leads nowhere. */
  isInVain(error: unknown, call: OpenCall): boolean {
    return error instanceof LeadsNowhere && error.call === call;
  }

  /** How many steps a call has taken so far. */
  stepsSince({ steps }: OpenCall): number {
    return this.steps - steps;
  }

  /** Whether something was made, sent or changed since a call began. */
  hasBorneSince({ fruits }: OpenCall): boolean {
    return this.fruits > fruits;
  }
}
