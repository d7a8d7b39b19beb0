// Reads user pools in templates of CloudFormation, SAM and the Serverless Framework that are files of their own.
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from "yaml";
import type { ConfiguredAuth } from "../../configured.ts";
import type { Place } from "../../flow.ts";
import type { Value } from "../values.ts";
import type { Option, Options } from "./options.ts";
import { authOfPool, type Pool } from "./pool.ts";
import { templatePool } from "./template-pool.ts";

const type = "AWS::Cognito::UserPool";
/** Clients that are let in by credentials of their own, and the ways in which people are. */
const forMachines = /client_credentials/;
const forPeople = /ALLOW_(?:ADMIN_)?USER|ALLOW_CUSTOM|\bimplicit\b|^\s*(?:- *)?"?code"?,?\s*$/m;

/** What a parameter of a template is, if that is known. */
export type ParameterOf = (name: string) => Value | undefined;

/** What a template tells Cognito; undefined where it cannot be parsed. A file that is no template tells nothing. */
export function configuredInTemplate(file: string, text: string): readonly ConfiguredAuth[] | undefined {
  return poolsInTemplate(file, text, () => undefined)?.flatMap((pool) => authOfPool(pool) ?? []);
}

/** The user pools in a template; undefined where it cannot be parsed. */
export function poolsInTemplate(
  file: string,
  text: string,
  parameterOf: ParameterOf,
): readonly Pool[] | undefined {
  if (!text.includes(type) || (forMachines.test(text) && !forPeople.test(text))) return [];
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const found: Pool[] = [];
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", uniqueKeys: false });
    if (document.errors.length > 0) return undefined;
    visit(document, {
      Pair(_, { key, value }) {
        if (!isMap(value) || scalarIn(value, "Type") !== type || !isScalar(key)) return;
        const place = placeAt(key.range?.[0] ?? 0);
        const properties = value.get("Properties", true);
        found.push(
          templatePool(optionsOfMap(properties, placeAt, place, parameterOf), {
            place,
            subject: `the user pool "${String(key.value)}"`,
            symbol: `${file}#${String(key.value)}`,
          }),
        );
      },
    });
  } catch (error) {
    // Text can be nested so deeply that parsing it fills the call stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return found;
}

function scalarIn(map: YAMLMap, key: string): unknown {
  const node = map.get(key, true);
  return isScalar(node) ? node.value : undefined;
}

function optionsOfMap(
  node: unknown,
  placeAt: (offset: number) => Place,
  place: Place,
  parameterOf: ParameterOf,
): Options {
  const pairs = isMap(node) && isPlain(node) ? node.items : [];
  return {
    place,
    option(name = "") {
      const pair = pairs.find(({ key }) => isScalar(key) && key.value === name);
      if (pair === undefined) {
        // Properties that are chosen or included elsewhere may hold it.
        const state: Option["state"] = node === undefined || isMap(node) ? "absent" : "unknown";
        const merged = pairs.some(({ key }) => isScalar(key) && /^(<<|Fn::)/.test(String(key.value)));
        return { state: merged ? "unknown" : state, choices: [], place, e: undefined };
      }
      const value = valueOf(pair.value, parameterOf);
      const at = isScalar(pair.key) ? placeAt(pair.key.range?.[0] ?? 0) : place;
      return { state: value.k === "any" ? "unknown" : "given", choices: [value], place: at, e: undefined };
    },
  };
}

const unknown: Value = { k: "any", name: "", id: 0, from: [] };

/** What is written, with everything unknown that the template language or the framework puts in later. */
function valueOf(node: unknown, parameterOf: ParameterOf): Value {
  const parameter = parameterIn(node);
  if (parameter !== undefined) return parameterOf(parameter) ?? unknown;
  if (isScalar(node)) {
    const { value } = node;
    if (!isPlain(node) || (typeof value === "string" && value.includes("${"))) return unknown;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? { k: "const", v: value }
      : unknown;
  }
  if (isSeq(node))
    return isPlain(node)
      ? { k: "array", items: node.items.map((item) => valueOf(item, parameterOf)) }
      : unknown;
  if (!isMap(node) || !isPlain(node)) return unknown;
  const props: Record<string, Value> = Object.create(null);
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (/^(Fn::|Ref$|<<)/.test(name)) return unknown;
    props[name] = valueOf(value, parameterOf);
  }
  return { k: "object", props, rest: [], model: null };
}

/** The parameter that a node stands for: `!Ref name`, or `{ Ref: name }`. */
function parameterIn(node: unknown): string | undefined {
  const name = isMap(node) && node.items.length === 1 ? scalarIn(node, "Ref") : undefined;
  if (typeof name === "string") return name;
  return isScalar(node) && node.tag === "!Ref" && typeof node.value === "string" ? node.value : undefined;
}

/** Whether a node is what it looks like: a tag such as `!If` makes it something else. */
function isPlain({ tag }: Pick<Node, "tag">): boolean {
  return tag === undefined || !tag.startsWith("!");
}
