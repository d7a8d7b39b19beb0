// Clock drift: how far off a clock may be before its codes are refused.
import type { Controls } from "./setup.ts";

/** The length of one time step of TOTP, in seconds (RFC 6238's default). */
export const totpStepSeconds = 30;

/** Whether a service still accepts codes of a clock that is off by some seconds, in the worst case within a step. */
export function clockIsAccepted(controls: Controls, offSeconds: number): boolean {
  return Math.abs(offSeconds) <= controls.driftSteps * totpStepSeconds;
}
