// Middleware that is told where it does not stand: `.unless({ path: [...] })` of express-unless and koa-unless.
import type { Address } from "./addresses.ts";
import { patternIn } from "./calls/written.ts";
import { fits } from "./patterns/match.ts";
import { propOf, textsOf, type Value } from "./values.ts";

/** Whether a middleware goes by the name that these packages give to what they make. */
export function isUnless(name: string): boolean {
  return /\.unless(\(\))?$/.test(name);
}

/** Whether the middleware lets a request to this address by; undefined where that was not read. */
export function letsBy(made: Value, { method, path, whole }: Address): boolean | undefined {
  const options = optionsOf(made);
  if (options === undefined) return undefined;
  const original = propOf(options, "useOriginalUrl");
  const address = original?.k === "const" && original.v === false ? path : whole;
  const answers = [
    ...listOf(propOf(options, "path")).map((one) => isAt(one, method, address)),
    ...listOf(propOf(options, "method")).map((one) => isMethod(one, method)),
  ];
  if (answers.includes(true)) return true;
  const isRead = propOf(options, "custom") === undefined && propOf(options, "ext") === undefined;
  return isRead && !answers.includes(undefined) ? false : undefined;
}

function optionsOf(made: Value): Value | undefined {
  const given = made.k === "package" ? made.args : made.k === "any" ? made.from : [];
  const last = given.at(-1);
  return last?.k === "object" && last.rest.length === 0 ? last : undefined;
}

function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.k === "array" ? value.items : [value];
}

function isAt(place: Value, method: string | undefined, address: string | undefined): boolean | undefined {
  if (place.k === "object") {
    const url = propOf(place, "url");
    const methods = listOf(propOf(place, "methods") ?? propOf(place, "method"));
    const answers = [
      url === undefined ? undefined : isAt(url, method, address),
      methods.length === 0 ? true : anyOf(methods.map((one) => isMethod(one, method))),
    ];
    return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  }
  if (address === undefined) return undefined;
  const pattern = patternIn(place);
  if (pattern !== undefined) return fits(pattern.source, pattern.flags, address);
  const [text, ...others] = textsOf(place);
  return text === undefined || others.length > 0 ? undefined : text === address;
}

function isMethod(value: Value, method: string | undefined): boolean | undefined {
  const [text] = textsOf(value);
  return text === undefined || method === undefined ? undefined : text === method;
}

function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
