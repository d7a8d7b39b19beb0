// The two answers to every scenario, for one account: who gets in, and who is locked out.

/** What the attacker reaches. */
export type AttackerOutcome = "safe" | "taken-over";

/** What is left to the owner: a normal way in, only a way back in, or neither. */
export type OwnerOutcome = "signed-in" | "recoverable" | "locked-out";

/** Both answers for one account under one scenario. */
export interface Verdict {
  readonly account: string;
  readonly attacker: AttackerOutcome;
  /**
   * After the event and after the worst lasting changes that the attacker can make: replaced authenticators where the
   * account was taken over, and a reset password even where it was not.
   */
  readonly owner: OwnerOutcome;
  /** The same after the event alone, before the attacker changed anything. */
  readonly ownerBefore: OwnerOutcome;
  /** Milliseconds that the fastest way back takes because services make people wait; null unless `recoverable`. */
  readonly recoverableAfter: number | null;
  /** Protected actions that the attacker can carry out. */
  readonly obtained: readonly string[];
  /** Protected actions that the owner can no longer carry out. */
  readonly blocked: readonly string[];
  /** Size of the smallest set of independent holdings that lets a stranger in; null where no set does. */
  readonly effectiveFactors: number | null;
}
