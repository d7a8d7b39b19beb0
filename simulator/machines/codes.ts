// Real one-time codes: seeds drawn from the world's seed, codes computed by otplib.
import { generateSync, verifySync } from "otplib";

/** The moment a play begins: Monday, 5 January 2026, 09:00 UTC. Fixed, so that plays and their codes can be repeated. */
export const playStart = Date.UTC(2026, 0, 5, 9);

const stepSeconds = 30;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The Base32 seed of one authenticator: 160 bits, the same for the same world seed and key. */
export function seedFor(worldSeed: number, key: string): string {
  const draw = randomSource(worldSeed, key);
  return Array.from({ length: 32 }, () => alphabet[draw() & 31]).join("");
}

/** The `counter`-th code that a service sends for an authenticator (HOTP, RFC 4226). */
export function sentCode(seed: string, counter: number, digits: number): string {
  return generateSync({ secret: seed, strategy: "hotp", counter, digits: digits });
}

/** What an authenticator app shows at `now` milliseconds into the play (TOTP, RFC 6238). */
export function totpCode(seed: string, now: number): string {
  return generateSync({ secret: seed, epoch: epochSeconds(now) });
}

/** The time step that a code belongs to, if it lies within `driftSteps` of the clock; otherwise undefined. */
export function totpStep(seed: string, code: string, now: number, driftSteps: number): number | undefined {
  // Whoever guesses may type anything; otplib throws on what is no code at all.
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret: seed,
    token: code,
    epoch: epochSeconds(now),
    epochTolerance: driftSteps * stepSeconds,
  });
  return result.valid && "timeStep" in result ? result.timeStep : undefined;
}

/** The time step of the clock itself. */
export function currentStep(now: number): number {
  return Math.floor(epochSeconds(now) / stepSeconds);
}

/** A list of recovery codes, as a service prints them. */
export function recoveryCodeList(seed: string, length: number): readonly string[] {
  return Array.from({ length }, (_, counter) => {
    const digits = sentCode(seed, counter, 8);
    return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  });
}

function epochSeconds(now: number): number {
  return Math.floor((playStart + now) / 1_000);
}

// A small generator (Mulberry32) seeded by hashing the key (FNV-1a): plays need repeatable draws, not secrecy.
function randomSource(worldSeed: number, key: string): () => number {
  let state = worldSeed ^ 0x811c9dc5;
  for (const character of key) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
