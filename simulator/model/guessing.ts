// Guessing codes: how likely somebody who tries as fast as the service lets them hits a code within a time.
import type { Authenticator, FactorId } from "./authenticators.ts";
import { durationMilliseconds } from "./duration.ts";
import type { Controls } from "./setup.ts";

/** The rate of the published table that this is checked against (OWASP WSTG-ATHN-11): tries in a second. */
export const triesPerSecond = 10;

/** How many codes a service sends to one person in an hour, at most: our estimate, one a minute. */
export const sendsPerHour = 60;

/** For how long the attacker of a play keeps trying, in hours. */
export const hoursOfTrying = 24;

const sent: ReadonlySet<FactorId> = new Set([
  "sms-code",
  "voice-code",
  "messenger-code",
  "email-code",
  "in-app-message",
]);
const clocked: ReadonlySet<FactorId> = new Set(["totp", "device-code", "otp-token"]);

/**
 * The chance, from 0 to 1, that a stranger guesses a code of this authenticator within some hours.
 * Kinds without a short code give 0.
 */
export function guessingChance(authenticator: Authenticator, controls: Controls, hours: number): number {
  const tries = triesPerSecond * 3_600 * hours;
  if (sent.has(authenticator.kind)) return chanceAgainstSentCodes(controls, tries, sendsPerHour * hours);
  if (clocked.has(authenticator.kind))
    return chanceAgainstClock(2 * controls.driftSteps + 1, controls, tries);
  if (authenticator.kind === "hotp") return chanceAgainstClock(controls.driftSteps + 1, controls, tries);
  return 0;
}

/** Whether guessing counts as a way in: more likely than not within a day of trying. */
export function guessingSucceeds(authenticator: Authenticator, controls: Controls): boolean {
  return guessingChance(authenticator, controls, hoursOfTrying) > 0.5;
}

/**
 * The hours after which guessing has succeeded in half of all cases; undefined where a day of trying is not enough for
 * that. Found by halving, to a second.
 */
export function hoursForHalf(authenticator: Authenticator, controls: Controls): number | undefined {
  if (!guessingSucceeds(authenticator, controls)) return undefined;
  let tooFew = 0;
  let enough = hoursOfTrying;
  while (enough - tooFew > 1 / 3_600) {
    const hours = (tooFew + enough) / 2;
    if (guessingChance(authenticator, controls, hours) > 0.5) enough = hours;
    else tooFew = hours;
  }
  return enough;
}

function chanceAgainstSentCodes(
  { attempts, codeLength, codeLifetime, resendResetsAttempts }: Controls,
  tries: number,
  sends: number,
): number {
  const codes = 10 ** codeLength;
  const triesInALife = triesPerSecond * (durationMilliseconds(codeLifetime) / 1_000);
  if (attempts !== "unlimited" && !resendResetsAttempts) return Math.min(attempts, tries) / codes;
  // Nobody tries a number twice while one code is valid; each further code is a fresh draw.
  const perCode = Math.min(
    attempts === "unlimited" ? triesInALife : Math.min(attempts, triesInALife),
    codes,
    tries,
  );
  return perCode === 0 ? 0 : 1 - (1 - perCode / codes) ** Math.min(tries / perCode, sends);
}

function chanceAgainstClock(window: number, { attempts }: Controls, tries: number): number {
  const counted = attempts === "unlimited" ? tries : Math.min(attempts, tries);
  return 1 - (1 - window / 1_000_000) ** counted;
}
