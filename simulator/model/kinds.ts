// Kinds of authenticators that are treated alike, so that scenarios, charts and analysis cannot differ about them.
import type { Authenticator, FactorId } from "./authenticators.ts";

/** Whether its codes go to a number, as a text or a call. */
export function isSentToNumber({ kind }: Pick<Authenticator, "kind">): boolean {
  return kind === "sms-code" || kind === "voice-code";
}

/** Kinds that an app on a device computes from a seed, so that whoever reads the device has the seed. */
export const seededOnDevice: ReadonlySet<FactorId> = new Set(["totp", "hotp", "device-code"]);

/** Kinds whose seeds a service has to keep. */
export const seededAtService: ReadonlySet<FactorId> = new Set([...seededOnDevice, "otp-token"]);

/** The kinds whose proof is a code that is typed: seen by whoever looks on, given to whoever asks for it. */
export const typedCodes: ReadonlySet<FactorId> = new Set([
  "sms-code",
  "voice-code",
  "messenger-code",
  "email-code",
  "in-app-message",
  "totp",
  "hotp",
  "device-code",
  "otp-token",
  "recovery-codes",
]);
