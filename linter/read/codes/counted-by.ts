// By what a limiter tells callers apart, told by what its function answers to a request.
import { isMailName, isPhoneName } from "../names.ts";
import { parts, type Value } from "../values.ts";

/**
 * `account`: by whose account is tried; `address`: by where a request comes from; `forwarded`: by an address that the caller
 * may write himself; `chosen`: by something else that he chooses, so that he is somebody new with each request.
 */
export type Counted = "account" | "address" | "forwarded" | "chosen";

/** What is counted by; undefined where nothing is said of it. */
export function keyOfCounting(answers: readonly Value[]): Counted | undefined {
  if (answers.length === 0) return undefined;
  const found = answers.flatMap(inputsIn);
  const kinds = found.map(kindOf);
  if (kinds.includes("chosen")) return "chosen";
  if (answers.some(namesAccount) || kinds.includes("account")) return "account";
  if (kinds.includes("forwarded")) return "forwarded";
  // Something that was not read was thought about.
  return answers.every(isAddress) ? "address" : "account";
}

function inputsIn(value: Value): string[] {
  return [...parts(value)].flatMap((part) => (part.k === "input" ? [part.path] : []));
}

function kindOf(path: string): Counted {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (/^headers\b/i.test(path)) {
    if (/forwarded/i.test(path)) return "forwarded";
    // Other headers may be set by what stands before the program, as those are that name an address or a ray.
    return /^headers$|-ip\b|\bip\b|client|authori[sz]ation|cookie|user/i.test(
      path.replace(/user-?agent/i, "agent"),
    )
      ? "address"
      : "chosen";
  }
  if (isPhoneName(name) || isMailName(name)) return "account";
  return /user|account|member|customer|login|identifier|^_?id$|uid|name|contact|to$|body$|query$|params$/i.test(
    name,
  )
    ? "account"
    : "chosen";
}

function namesAccount(value: Value): boolean {
  return parts(value).some(({ k }) => k === "session" || k === "record");
}

function isAddress(value: Value): boolean {
  return parts(value).some(
    (part) =>
      part.k === "any" && /^(ip|ips|remoteAddress|ipKeyGenerator|getClientIp|address)$/i.test(part.name),
  );
}
