// A setup written by hand, made ready to be judged: read, and each route traced to its line.
import { isNode, LineCounter, parseDocument } from "yaml";
import { type CeremonyRef, readSetup, sayProblemAt, type Setup } from "../simulator/index.ts";
import type { Place } from "./flow.ts";
import type { Evidence, JudgedSetup } from "./rules/rule.ts";

/** The setup in a file, or what is wrong with it: each problem as `line:column path: what`. */
export function judgedSetupFile(
  file: string,
  bytes: Uint8Array,
): JudgedSetup | { readonly problems: readonly string[] } {
  const reading = readSetup(bytes, file);
  if (!reading.ok)
    return { problems: reading.problems.map((problem) => sayProblemAt(problem, "").replace(/^:/, "")) };
  const placeAt = placesIn(file, new TextDecoder().decode(bytes));
  return { setup: reading.setup, evidenceOf: (route) => evidenceOf(reading.setup, file, route, placeAt) };
}

type PlaceAt = (path: readonly (string | number)[]) => Place;

function evidenceOf(setup: Setup, file: string, route: CeremonyRef, placeAt: PlaceAt): Evidence | undefined {
  const index = setup.accounts.findIndex(({ id }) => id === route.account);
  const account = setup.accounts[index];
  if (account === undefined || route.ceremony === "action") return undefined;
  const [key, routes] =
    route.ceremony === "recovery" ? ["recovery", account.recovery] : ["signIn", account.signIn];
  return {
    place: placeAt(["accounts", index, key, route.route]),
    subject: `the account "${account.title ?? account.id}"`,
    identity: [file, account.id, key, ...(routes[route.route]?.with ?? [])],
  };
}

/** Finds the places of values. The text has been read as a setup before, so it parses and is no trap. */
function placesIn(file: string, text: string): PlaceAt {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return (path) => {
    const node = document.getIn(path, true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (offset === undefined) return { file, line: 1, column: 1 };
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
}
