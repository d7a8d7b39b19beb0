// What a code is for, told by the names of the entry points that send and check it.
import type { Entry } from "../entries/index.ts";
import { type Value } from "../values.ts";

export type Purpose = "sign-in" | "reset" | "change";

/** What an entry point is for; undefined where its name does not say, or says two things. */
export function purposeOf({ point }: Entry): Purpose | undefined {
  const name = `${point.name} ${point.symbol.replace(/^.*#/, "")}`;
  const found: Purpose[] = [];
  if (/reset|forgot|forget|recover|lost_?password|(set|change|update|new)_?password/i.test(name))
    found.push("reset");
  if (/log_?in|sign_?in|authenticate\b/i.test(name)) found.push("sign-in");
  if (
    /(change|update|bind|add|set|new|rebind|unbind|link)\w*(phone|mobile|e?mail)|(phone|mobile|e?mail)\w*(change|update|bind)/i.test(
      name,
    )
  )
    found.push("change");
  return found.length === 1 ? found[0] : undefined;
}

/** A field by which codes for one thing are told from codes for another. */
export function tellsPurpose(filter: Value | null, store: string): boolean {
  if (/reset|forgot|recover|login|signin|purpose|type|scene|bind/i.test(store.replace(/^.*[:[]/, "")))
    return true;
  return filter !== null && namesIn(filter).some(namesPurpose);
}

/** A field that says what a code is for. */
export function namesPurpose(name: string): boolean {
  return /purpose|type|kind|scene|usage|action|reason|context|event|biz|intent|flow|for$/i.test(name);
}

function namesIn(filter: Value, depth = 0): string[] {
  if (filter.k === "text") return filter.parts.flatMap((part) => namesIn(part, depth + 1));
  if (filter.k === "input" || filter.k === "record")
    return [filter.path.slice(filter.path.lastIndexOf(".") + 1)];
  if (filter.k === "any") return [filter.name];
  if (filter.k !== "object" || depth > 3) return [];
  return [
    ...Object.entries(filter.props).flatMap(([key, value]) => [key, ...namesIn(value, depth + 1)]),
    ...filter.rest.flatMap((rest) => namesIn(rest, depth + 1)),
  ];
}
