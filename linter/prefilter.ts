// Says from their bytes alone which files can take part in a sign-in or a recovery, and whether any is worth parsing.
import { configurationWords } from "./prefilter/configuration.ts";
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
} from "./prefilter/words.ts";
import { scannerFor } from "./prefilter/scanner.ts";

/** Collects the files that may matter while all files go by. */
export interface Candidates {
  /** Looks at one file; its bytes are not kept. */
  readonly add: (file: string, bytes: Uint8Array) => void;
  /**
   * The files to read: none in a project that has not what a code on a phone takes, which is a service that does it
   * all, a phone and a code in one breath, or something that texts and something that makes or checks codes; or a library
   * for the codes of apps.
   */
  readonly files: () => readonly string[];
}

/** Where one file in so many is about signing in, the project is, and is read for its codes alone. */
const aboutSigningIn = 20;

/** Decides over a whole project: what is found in one file can make others worth reading. */
export function candidates(): Candidates {
  const found: string[] = [];
  const project = new Set<Evidence>();
  let seen = 0;
  return {
    add(file, bytes) {
      seen++;
      const { isCandidate, shows } = lookedThrough(bytes, project);
      if (isCandidate) found.push(file);
      for (const one of shows) project.add(one);
    },
    files() {
      const isWorth =
        project.has("service") ||
        project.has("phone-code") ||
        (project.has("texts") && project.has("code")) ||
        ((project.has("texts") || project.has("code")) && found.length * aboutSigningIn >= seen);
      return isWorth ? found : [];
    },
  };
}

/** What words can speak of: something that texts, a code, a phone and a code together, a service that does it all. */
type Evidence = "texts" | "code" | "phone-code" | "service";

const evidence: readonly (readonly [what: Evidence | undefined, words: readonly RegExp[]])[] = [
  ["code", [sentCode, otp]],
  ["texts", [texting]],
  ["phone-code", [phoneWithCode]],
  ["service", [hosted, appCodes, configurationWords]],
  [undefined, [newPassword]],
];

/**
 * Whether a file can have a part in a flow, and what it shows of the project that is not known yet.
 * Kept wide on purpose: a file left out is read only if another one imports it, a file let in costs milliseconds.
 */
function lookedThrough(
  bytes: Uint8Array,
  known: ReadonlySet<Evidence>,
): { readonly isCandidate: boolean; readonly shows: ReadonlySet<Evidence> } {
  const shows = new Set<Evidence>();
  let isCandidate = false;
  let hasPassword = false;
  for (const part of partsWithStems(bytes)) {
    for (const [what, words] of evidence) {
      if (isCandidate && (what === undefined || known.has(what) || shows.has(what))) continue;
      if (!words.some((one) => one.test(part))) continue;
      isCandidate = true;
      if (what !== undefined) shows.add(what);
    }
    // Whoever imports a service need not say anything to it about texts, so that alone makes no candidate.
    if (!known.has("service") && service.test(part)) shows.add("service");
    hasPassword ||= password.test(part);
  }
  // Handlers that only pass a code on may use none of those words: a password, and a code or a number beside it.
  return {
    isCandidate: isCandidate || (hasPassword && besidePassword.test(latin1(bytes, 0, bytes.length))),
    shows,
  };
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
