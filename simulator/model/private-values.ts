// Warns where a value looks like somebody's real number, address or secret: setups and links get shared.
import type { Finding, Path, ProblemId } from "./problems.ts";
import { mostFindings } from "./shape.ts";

/** Warnings for every text of a value that looks real. The value itself is shown by its first letters only. */
export function privateFindings(value: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const rest: { value: unknown; path: Path }[] = [{ value, path: [] }];
  for (let next = rest.pop(); next !== undefined && findings.length < mostFindings; next = rest.pop()) {
    const { value, path } = next;
    if (typeof value === "string") {
      // The address of the schema is an address of everybody's.
      if (path[0] === "$schema") continue;
      for (const { id, text } of whatItLooksLike(value.slice(0, longestLookedAt)))
        findings.push({ id, severity: "warning", path, params: { found: `"${text.slice(0, 4)}…"` } });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value))
        rest.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return findings;
}

const longestLookedAt = 2_000;

interface Looks {
  readonly id: ProblemId;
  readonly text: string;
}

/** What of a text looks like something that nobody should share; each kind once. */
function whatItLooksLike(whole: string): readonly Looks[] {
  const link = whole.match(secretLink)?.[0];
  const text = link === undefined ? whole : whole.replace(link, " ");
  const address = firstMatch(text, anAddress, (found) => !reservedDomain.test(found));
  const seed = firstMatch(text, aSeed) ?? firstMatch(text, aSpacedSeed, (found) => /[2-7]/.test(found));
  const number = firstMatch(text, aPhoneNumber, (found) => !isDate(found) && !isInventedNumber(found));
  const looks: readonly [ProblemId, string | undefined][] = [
    ["real-secret-link", link],
    ["real-address", address],
    ["real-seed", seed],
    ["real-phone-number", number],
  ];
  return looks.flatMap(([id, found]) => (found === undefined ? [] : [{ id, text: found }]));
}

function firstMatch(
  text: string,
  pattern: RegExp,
  counts: (found: string) => boolean = () => true,
): string | undefined {
  for (const [found] of text.matchAll(pattern)) if (counts(found)) return found;
  return undefined;
}

const anAddress = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

// The alphabet of base32, in which apps are given their secrets, in one piece or in fours. Words have no digits.
const aSeed = /(?<![\w-])(?:[A-Z2-7]{16,}|(?=[a-z]*[2-7])[a-z2-7]{16,})(?![\w-])/g;
const aSpacedSeed = /(?<![\w-])(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{4}(?!\w)/gi;

const aPhoneNumber = /(?<![\w-])\+?\(?[0-9](?:[ ()./-]{0,2}[0-9]){6,14}(?![\w-])/g;

// Each part stops at the character that the next one begins with, so that no text makes the search slow.
const secretLink =
  /\botpauth(?:-migration)?:\/\/|\bhttps?:\/\/(?:[^\s/@:]{1,100}:[^\s/@:]{1,100}@|[^\s?#]{1,500}[?#](?:[^\s&]{0,200}&){0,20}(?:access_token|token|secret|key|code|sig|signature|password|auth)=)/i;

// Set aside for examples by RFC 2606 and RFC 6761.
const reservedDomain = /[@.](?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;

function isDate(text: string): boolean {
  return /^(?:19|20)[0-9]{2}[ ./-]?[01]?[0-9][ ./-]?[0-3]?[0-9]$/.test(text);
}

/** The numbers from 555-0100 to 555-0199, under which North America's invented people live. */
function isInventedNumber(text: string): boolean {
  return /55501[0-9]{2}$/.test(text.replace(/[^0-9]/g, ""));
}
