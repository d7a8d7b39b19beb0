// Puts a setup and a play into the hash of a link, and takes them out again.
import * as v from "valibot";
import { withoutDefaults } from "./defaults.ts";
import { idSchema } from "./ids.ts";
import { readJson } from "./json-text.ts";
import type { Problem, ProblemId } from "./problems.ts";
import type { Setup } from "./setup.ts";
import { judged } from "./setup-reading.ts";

/**
 * What a link carries: a setup, and where to stand in which play.
 * Whether the scenario, its variant and its target exist, and whether the play has that many steps, is for the opener to see.
 */
export interface Link {
  readonly setup: Setup;
  readonly scenario?: LinkedScenario;
  /** The step of the play to stand at; 0 is the beginning. */
  readonly step?: number;
}

/** A scenario by its id, with the ids of its variant, of what it strikes and of how the owner responds. */
export interface LinkedScenario {
  readonly id: string;
  readonly variant?: string;
  readonly target?: string;
  readonly response?: string;
}

export type LinkReading =
  | { readonly ok: true; readonly link: Link; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Longest hash that is opened. */
export const longestHash = 64 * 1024;

/** Most bytes that a hash may unpack to. */
export const largestUnpacked = 256 * 1024;

const version = "1";
const lastStep = 10_000;

const linkSchema = v.strictObject({
  // Read as a file would be, further down.
  setup: v.unknown(),
  scenario: v.optional(
    v.strictObject({
      id: idSchema,
      variant: v.optional(idSchema),
      target: v.optional(idSchema),
      response: v.optional(idSchema),
    }),
  ),
  step: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(lastStep))),
});

/**
 * The hash for a link, without `#`: a version, a point, and the packed JSON in letters that links may hold.
 * A setup that is too large for a link throws a RangeError: hundreds of accounts belong in a file.
 */
export async function encodeLink({ setup, scenario, step }: Link): Promise<string> {
  const json = JSON.stringify({ setup: withoutDefaults(setup), scenario, step });
  const bytes = new TextEncoder().encode(json);
  const packed = await collect(
    through(bytes, new CompressionStream("deflate-raw")),
    Number.POSITIVE_INFINITY,
  );
  const hash = `${version}.${toBase64Url(packed ?? bytes)}`;
  if (bytes.length > largestUnpacked || hash.length > longestHash)
    throw new RangeError("This setup is too large for a link. Share it as a file.");
  return hash;
}

/** Takes a link's hash apart, with or without its `#`. Never rejects, whatever the hash is. */
export async function decodeLink(hash: string): Promise<LinkReading> {
  const text = hash.startsWith("#") ? hash.slice(1) : hash;
  if (text.length > longestHash) return refused("link-too-large", { limit: longestHash });
  const point = text.indexOf(".");
  if (point < 0) return refused("link-unreadable");
  if (text.slice(0, point) !== version) {
    const found = /^[0-9]{1,4}$/.test(text.slice(0, point)) ? text.slice(0, point) : "something else";
    return refused("link-version", { found, readable: version });
  }

  const packed = fromBase64Url(text.slice(point + 1));
  if (packed === undefined) return refused("link-unreadable");
  let bytes: Uint8Array | undefined;
  let json: string;
  try {
    bytes = await collect(through(packed, new DecompressionStream("deflate-raw")), largestUnpacked);
    if (bytes === undefined) return refused("link-too-large", { limit: largestUnpacked });
    json = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The platform's own words for a damaged stream differ from one to the next.
    return refused("link-unreadable");
  }
  return readUnpacked(json);
}

function readUnpacked(json: string): LinkReading {
  const unpacked = readJson(json);
  if (!unpacked.ok) return refused("link-unreadable");
  const read = v.safeParse(linkSchema, unpacked.value, { abortEarly: true });
  if (!read.success) {
    const [issue] = read.issues;
    return refused("link-incomplete", { path: v.getDotPath(issue)?.slice(0, 40) ?? "the start" });
  }
  // A link can hold nothing that a file cannot.
  const written = JSON.stringify(read.output.setup);
  const setup = judged(written, readJson(written));
  if (!setup.ok) return setup;
  const { scenario, step } = read.output;
  return {
    ok: true,
    link: {
      setup: setup.setup,
      ...(scenario === undefined ? {} : { scenario: withoutUndefined(scenario) }),
      ...(step === undefined ? {} : { step }),
    },
    warnings: setup.warnings,
  };
}

function withoutUndefined({
  id,
  variant,
  target,
  response,
}: v.InferOutput<typeof linkSchema>["scenario"] & object): LinkedScenario {
  return {
    id,
    ...(variant === undefined ? {} : { variant }),
    ...(target === undefined ? {} : { target }),
    ...(response === undefined ? {} : { response }),
  };
}

function refused(id: ProblemId, params: Problem["params"] = {}): LinkReading {
  return { ok: false, problems: [{ id, severity: "error", path: "", line: 1, column: 1, params }] };
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** All bytes of a stream; undefined, and no more is read, when there are more than `limit`. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
