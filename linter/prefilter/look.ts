// Looks through the bytes of one file for the words of signing in by texted codes.
import { configurationWords } from "./configuration.ts";
import { scannerFor } from "./scanner.ts";
import {
  appCodes,
  besidePassword,
  hosted,
  newPassword,
  otp,
  password,
  phoneWithCode,
  sentCode,
  service,
  stems,
  texting,
} from "./words.ts";

/**
 * What a file can tell, a bit each: that it can have a part in a flow, and what it shows of its project, which is
 * something that texts, a code, a phone and a code in one breath, or a service that does it all.
 */
export const tells = { candidate: 1, texts: 2, code: 4, phoneCode: 8, service: 16 } as const;

const words: readonly (readonly [shows: number, words: readonly RegExp[]])[] = [
  [tells.code, [sentCode, otp]],
  [tells.texts, [texting]],
  [tells.phoneCode, [phoneWithCode]],
  [tells.service, [hosted, appCodes, configurationWords]],
  [0, [newPassword]],
];

/**
 * What a file tells. Of its project it need not tell again what is `known`; whether it is a candidate does not depend
 * on that. Kept wide on purpose: a file left out is read only if another one imports it, a file let in costs
 * milliseconds.
 */
export function lookThrough(bytes: Uint8Array, known = 0): number {
  let told = 0;
  let hasPassword = false;
  for (const part of partsWithStems(bytes)) {
    for (const [shows, some] of words) {
      if ((told & tells.candidate) !== 0 && ((known | told) & shows) === shows) continue;
      if (some.some((one) => one.test(part))) told |= tells.candidate | shows;
    }
    // Whoever imports a service need not say anything to it about texts, so that alone makes no candidate.
    if (((known | told) & tells.service) === 0 && service.test(part)) told |= tells.service;
    hasPassword ||= password.test(part);
  }
  // Handlers that only pass a code on may use none of those words: a password, and a code or a number beside it.
  if ((told & tells.candidate) !== 0 || !hasPassword) return told;
  return besidePassword.test(latin1(bytes, 0, bytes.length)) ? told | tells.candidate : told;
}

/** How far around a stem its word can reach. */
const reach = 80;

const scanner = scannerFor(stems);

/** The surroundings of all stems in a file: most files have none, and little of the others is near one. */
function partsWithStems(bytes: Uint8Array): readonly string[] {
  let last = -Infinity;
  const apart = scanner.find(bytes).filter((end) => {
    if (end < last + reach) return false;
    last = end;
    return true;
  });
  return apart.map((end) => latin1(bytes, Math.max(0, end - 2 * reach), end + 2 * reach));
}

/** Bytes as text without decoding it: one character for one byte. */
function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}
