// Reads YAML 1.2 with everything left out that a setup does not need and that texts from strangers abuse.
import { Composer, type Document, isAlias, isMap, isScalar, isSeq } from "yaml";
import { type Finding, type Path, shown } from "./problems.ts";
import {
  deepest,
  isForbiddenKey,
  mostValues,
  textFinding,
  type Wanted,
  type Written,
} from "./written-value.ts";
import { around, mostAliases, refusedTokens, tokensOf } from "./yaml-tokens.ts";

/** Reads a YAML text into a plain value. */
export function readYaml(text: string): Written {
  const tokens = tokensOf(text);
  if (!Array.isArray(tokens)) return { ok: false, findings: [tokens] };

  // Before anything recursive touches the text: its tokens are walked with a stack of our own.
  const refused = refusedTokens(tokens, text);
  if (refused.length > 0) return { ok: false, findings: refused };

  // The library's own search for duplicate keys takes the square of their number; ours is below.
  const options = {
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  } as const;
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const document = documents[0];
  if (document === undefined) return { ok: false, findings: [textFinding("empty", 0)] };

  const broken = [...document.errors, ...document.warnings]
    .slice(0, 1_000)
    .map((error) =>
      textFinding("yaml-syntax", error.pos[0], { code: error.code, found: around(text, error.pos[0]) }),
    );
  if (broken.length > 0) return { ok: false, findings: broken };

  const badKeys = refusedKeys(document);
  if (badKeys.length > 0) return { ok: false, findings: badKeys };

  const value = plainValue(document);
  if (!value.ok) return value;
  const unusable = sizeProblem(value.value);
  if (unusable !== undefined) return { ok: false, findings: [unusable] };
  return {
    ok: true,
    value: value.value,
    offsets: (wanted) => wanted.map((one) => yamlOffset(document, one)),
  };
}

/** Keys that are not text, come twice, or are refused wherever they stand. */
function refusedKeys(document: Document): readonly Finding[] {
  const findings: Finding[] = [];
  const rest: { node: unknown; path: Path }[] = [{ node: document.contents, path: [] }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, path } = next;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) rest.push({ node: item, path: [...path, index] });
      continue;
    }
    if (!isMap(node)) continue;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const offset = startOf(key) ?? startOf(node) ?? 0;
      const name = isScalar(key) && typeof key.value === "string" ? key.value : undefined;
      const about = (id: Finding["id"]): Finding => {
        const found = name ?? (isScalar(key) ? key.value : undefined);
        const at = name === undefined ? path : [...path, name];
        return { id, severity: "error", path: at, offset, params: { found: shown(found) } };
      };
      if (name === undefined) findings.push(about("key-not-text"));
      else if (name === "<<") findings.push(about("merge-key"));
      else if (isForbiddenKey(name)) findings.push(about("forbidden-key"));
      else if (seen.has(name)) findings.push(about("duplicate-key"));
      else {
        seen.add(name);
        rest.push({ node: value, path: [...path, name] });
      }
    }
    if (findings.length >= 1_000) break;
  }
  return findings;
}

function plainValue(
  document: Document,
): { ok: true; value: unknown } | { ok: false; findings: readonly Finding[] } {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: mostAliases * 4 }) as unknown };
  } catch (error) {
    // The library's way of saying that an alias names no anchor, stands inside its own anchor, or multiplies too much.
    if (error instanceof ReferenceError) return { ok: false, findings: [textFinding("unusable-alias", 0)] };
    throw error;
  }
}

/** Aliases repeat what they name, so that depth and number of values are known only now. */
function sizeProblem(value: unknown): Finding | undefined {
  let values = 0;
  const rest: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth >= deepest) return textFinding("too-deep", 0, { limit: deepest });
    for (const inner of Object.values(next.value)) {
      if (++values > mostValues) return textFinding("too-many-values", 0, { limit: mostValues });
      rest.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return undefined;
}

function yamlOffset(document: Document, { path, onKey }: Wanted): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    let next: unknown;
    let keyOffset: number | undefined;
    if (isSeq(node) && typeof step === "number") next = node.items[step];
    else if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      next = pair?.value;
      keyOffset = startOf(pair?.key);
    }
    if (next === undefined && keyOffset === undefined) break;
    offset =
      onKey && index === path.length - 1 ? (keyOffset ?? offset) : (startOf(next) ?? keyOffset ?? offset);
    // What an alias stands for is written elsewhere; the place to look is the alias.
    if (isAlias(next)) break;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
  return range?.[0];
}
