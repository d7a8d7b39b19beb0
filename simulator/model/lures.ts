// Lures: what a deceived owner hands over. Used by the owner's statechart and by scenarios alike, so that they cannot differ.
import type { Authenticator, FactorId } from "./authenticators.ts";
import { typedCodes } from "./kinds.ts";
import type { Controls } from "./setup.ts";

/**
 * How the owner is deceived: a page that looks like the service and passes everything on at once, a caller who asks for
 * the code, or one prompt after the other until one is approved.
 */
export type Lure = "false-site" | "phone-call" | "prompts";

// What a person types or taps can be typed or tapped for somebody else (NIST SP 800-63B-4, 3.2.5: a code entered by
// hand does not resist phishing). A link opens where it is clicked, and keys sign for the real site only.
const known: ReadonlySet<FactorId> = new Set(["password", "security-questions"]);
const tapped: ReadonlySet<FactorId> = new Set(["push", "session-approval"]);

/** After how many prompts an owner approves one to have quiet: our estimate. Reports tell of an hour of prompts. */
export const promptsUntilGivenIn = 10;

/** Whether an owner who falls for a lure hands over what this authenticator gives. */
export function handsOver(authenticator: Authenticator, lure: Lure, controls: Controls): boolean {
  const { kind } = authenticator;
  switch (lure) {
    case "false-site":
      return typedCodes.has(kind) || known.has(kind) || tapped.has(kind);
    case "phone-call":
      return typedCodes.has(kind) || tapped.has(kind);
    case "prompts":
      if (controls.pushLimit !== undefined && controls.pushLimit < promptsUntilGivenIn) return false;
      return (
        kind === "session-approval" || (authenticator.kind === "push" && authenticator.answer === "approve")
      );
  }
}
