// A setup written by hand, made ready to be judged: read, and each route traced to its line.
import { isNode, LineCounter, parseDocument } from "yaml";
import { type Account, type CeremonyRef, readSetup, sayProblemAt, type Setup } from "../simulator/index.ts";
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
  const at = placesIn(file, new TextDecoder().decode(bytes));
  const { setup } = reading;
  const indexOf = (account: string) => setup.accounts.findIndex(({ id }) => id === account);
  return {
    setup,
    evidenceOf: (route) => evidenceOf(setup, file, route, at.placeAt),
    writes: (account, control) => at.has(["accounts", indexOf(account), "controls", control]),
  };
}

type Path = readonly (string | number)[];
type PlaceAt = (path: Path) => Place;

function evidenceOf(setup: Setup, file: string, route: CeremonyRef, placeAt: PlaceAt): Evidence | undefined {
  const index = setup.accounts.findIndex(({ id }) => id === route.account);
  const account = setup.accounts[index];
  if (account === undefined) return undefined;
  const [key, routes] = routesOf(account, route.ceremony);
  return {
    place: placeAt(["accounts", index, key, route.route]),
    subject: `the account "${account.title ?? account.id}"`,
    identity: [file, account.id, key, ...(routes[route.route]?.with ?? [])],
  };
}

function routesOf(
  account: Account,
  ceremony: CeremonyRef["ceremony"],
): readonly [key: string, routes: readonly { readonly with: readonly string[] }[]] {
  switch (ceremony) {
    case "recovery":
      return ["recovery", account.recovery];
    case "sign-in":
      return ["signIn", account.signIn];
    case "action":
      return ["protectedActions", account.protectedActions];
  }
}

/** Finds the places of values. The text has been read as a setup before, so it parses and is no trap. */
function placesIn(
  file: string,
  text: string,
): { readonly placeAt: PlaceAt; readonly has: (path: Path) => boolean } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  return {
    placeAt(path) {
      const node = document.getIn(path, true);
      const offset = isNode(node) ? node.range?.[0] : undefined;
      if (offset === undefined) return { file, line: 1, column: 1 };
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col };
    },
    has: (path) => document.hasIn(path),
  };
}
