// Takes a YAML text apart into tokens, and refuses what a setup does not need before it can grow or nest.
import { CST, Lexer, Parser } from "yaml";
import { type Finding, shown } from "./problems.ts";
import { deepest, mostValues, textFinding } from "./written-value.ts";

/** Aliases allowed in one text: enough to name a thing twice, too few to blow up. */
export const mostAliases = 16;

// A setup has a sign for every two or three letters, so that the largest one stays well below this.
const mostSigns = 500_000;

// Signs that only announce what comes next and have no letters of their own.
const announcements: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** The tokens of the text; or why not to go on, found before a hostile text has grown into something large. */
export function tokensOf(text: string): CST.Token[] | Finding {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let signs = 0;
  let open = 0;
  let offset = 0;
  for (const sign of new Lexer().lex(text)) {
    if (++signs > mostSigns) return textFinding("too-many-values", 0, { limit: mostSigns });
    if (sign === "[" || sign === "{") open++;
    else if (sign === "]" || sign === "}") open--;
    if (open > deepest) return textFinding("too-deep", offset, { limit: deepest });
    if (!announcements.has(sign)) offset += sign.length;
    for (const token of parser.next(sign)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

// What may follow a scalar on its line. The library would find anything else too, but slowly where there is much of it.
const spacing: ReadonlySet<string> = new Set(["space", "comment", "newline"]);

function unexpected(text: string, offset: number): Finding {
  return textFinding("yaml-syntax", offset, { code: "UNEXPECTED_TOKEN", found: around(text, offset) });
}

/** What is refused before anything recursive touches the text: the tokens are walked with a stack of our own. */
export function refusedTokens(tokens: readonly CST.Token[], text: string): readonly Finding[] {
  const findings: Finding[] = [];
  let aliases = 0;
  let values = 0;
  let documents = 0;
  const rest: { token: CST.Token; depth: number }[] = tokens
    .map((token) => ({ token, depth: 0 }))
    .toReversed();
  // What is pushed last is looked at first, so everything is pushed backwards to be met in the order of the text.
  const push = (list: readonly CST.Token[] | undefined, depth: number) => {
    for (const token of list?.toReversed() ?? []) rest.push({ token, depth });
  };
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { token, depth } = next;
    switch (token.type) {
      case "directive":
        if (!/^%YAML[ \t]+1\.2[ \t]*$/.test(token.source))
          findings.push(textFinding("yaml-directive", token.offset, { found: shown(token.source) }));
        break;
      case "document":
        documents++;
        if (documents === 2) findings.push(textFinding("several-documents", token.offset));
        if (token.value !== undefined) push([token.value], depth);
        push(token.start, depth);
        break;
      case "alias":
      case "anchor":
        // Each alias needs an anchor; anchors without aliases are harmless but as useless.
        if (++aliases === 2 * mostAliases + 1)
          findings.push(textFinding("too-many-aliases", token.offset, { limit: mostAliases }));
        break;
      case "error":
        findings.push(unexpected(text, token.offset));
        break;
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        values++;
        for (const { type, offset } of token.end ?? [])
          if (!spacing.has(type)) findings.push(unexpected(text, offset));
        break;
      case "tag":
        findings.push(textFinding("yaml-tag", token.offset, { found: shown(token.source) }));
        break;
      case "block-scalar":
        push(token.props, depth);
        values++;
        break;
      case "block-map":
      case "block-seq":
      case "flow-collection":
        values++;
        if (depth >= deepest) {
          findings.push(textFinding("too-deep", token.offset, { limit: deepest }));
          break;
        }
        for (const { start, key, sep, value } of token.items.toReversed()) {
          if (value) push([value], depth + 1);
          push(sep, depth);
          if (key) push([key], depth + 1);
          push(start, depth);
        }
        break;
      default:
        values++;
    }
    if (values > mostValues) return [textFinding("too-many-values", 0, { limit: mostValues })];
    if (findings.length >= 1_000) break;
  }
  return findings;
}

/** The beginning of what stands at a place, to be shown. */
export function around(text: string, offset: number): string {
  const line = text.slice(offset).match(/^[^\r\n]{1,40}/)?.[0];
  return line === undefined ? "the end of the line" : shown(line);
}
