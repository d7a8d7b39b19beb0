// Checks that every id names something, that it names the right kind of thing, and that no id is given twice.
import { nearest } from "./nearest.ts";
import { type Finding, type Path, shown } from "./problems.ts";
import { isMapping, mostFindings } from "./shape.ts";

/** What an id can name. The ids of each kind are a world of their own. */
export type Named = "number" | "device" | "thing" | "account" | "authenticator";

const lists = { number: "numbers", device: "devices", thing: "things", account: "accounts" } as const;

/**
 * Which keys refer to what, by where they stand. `*` is every item of a list. Authenticators are looked up in the
 * account at hand; everything else in the whole setup.
 */
const references: readonly { readonly at: Path; readonly to: Named }[] = [
  { at: ["devices", "*", "sims", "*"], to: "number" },
  { at: ["devices", "*", "mirrors", "*"], to: "number" },
  { at: ["devices", "*", "wipedFrom"], to: "account" },
  { at: ["things", "*", "keptWith"], to: "device" },
  { at: ["accounts", "*", "signedInOn", "*"], to: "device" },
  { at: ["accounts", "*", "authenticators", "*", "number"], to: "number" },
  { at: ["accounts", "*", "authenticators", "*", "mailbox"], to: "account" },
  { at: ["accounts", "*", "authenticators", "*", "messenger"], to: "account" },
  { at: ["accounts", "*", "authenticators", "*", "keptIn"], to: "account" },
  { at: ["accounts", "*", "authenticators", "*", "exportedTo"], to: "account" },
  { at: ["accounts", "*", "notifies", "*", "mailbox"], to: "account" },
  { at: ["accounts", "*", "notifies", "*", "number"], to: "number" },
  { at: ["accounts", "*", "authenticators", "*", "syncedTo"], to: "account" },
  { at: ["accounts", "*", "authenticators", "*", "storedIn"], to: "account" },
  { at: ["accounts", "*", "authenticators", "*", "devices", "*"], to: "device" },
  { at: ["accounts", "*", "authenticators", "*", "printedOn"], to: "thing" },
  { at: ["accounts", "*", "authenticators", "*", "sheet"], to: "thing" },
  { at: ["accounts", "*", "authenticators", "*", "document"], to: "thing" },
  { at: ["accounts", "*", "authenticators", "*", "thing"], to: "thing" },
  { at: ["accounts", "*", "signIn", "*", "with", "*"], to: "authenticator" },
  { at: ["accounts", "*", "recovery", "*", "with", "*"], to: "authenticator" },
  { at: ["accounts", "*", "recovery", "*", "removes", "*"], to: "authenticator" },
  { at: ["accounts", "*", "protectedActions", "*", "with", "*"], to: "authenticator" },
];

/** Lists of ids in which one id twice says no more than once. */
const plainIdLists: readonly Path[] = references
  .map(({ at }) => at)
  .filter((at) => at.at(-1) === "*")
  .map((at) => at.slice(0, -1));

/** Lists whose items must have ids of their own. */
const idLists: readonly { readonly at: Path; readonly of: Named | "action" }[] = [
  { at: ["numbers"], of: "number" },
  { at: ["devices"], of: "device" },
  { at: ["things"], of: "thing" },
  { at: ["accounts"], of: "account" },
  { at: ["accounts", "*", "authenticators"], of: "authenticator" },
  { at: ["accounts", "*", "protectedActions"], of: "action" },
];

/** Works on any value, well-formed or not: what is no id in the first place is for `shapeFindings` to tell. */
export function referenceFindings(value: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { at, of } of idLists) for (const list of matches(value, at)) findDuplicates(list, of, findings);

  const known = new Map<Named, ReadonlySet<string>>();
  for (const kind of ["number", "device", "thing", "account"] as const)
    known.set(kind, idsIn(childOf(value, lists[kind])));

  for (const { at, to } of references) {
    for (const reference of matches(value, at)) {
      if (findings.length >= mostFindings) return findings;
      if (typeof reference.value !== "string") continue;
      if (to !== "authenticator") compareWith(reference, to, known.get(to) ?? new Set(), known, findings);
      else {
        const account = childOf(childOf(value, "accounts"), reference.path[1]);
        compareWith(reference, to, idsIn(childOf(account, "authenticators")), known, findings);
      }
    }
  }
  for (const at of plainIdLists) for (const list of matches(value, at)) findRepeats(list, findings);
  return findings;
}

interface Match {
  readonly value: unknown;
  readonly path: Path;
}

/** Everything that stands where `pattern` says. */
function matches(value: unknown, pattern: Path): readonly Match[] {
  const found: Match[] = [];
  collect(value, pattern, [], found);
  return found;
}

function collect(value: unknown, pattern: Path, path: (string | number)[], found: Match[]): void {
  const step = pattern[path.length];
  if (step === undefined) found.push({ value, path: [...path] });
  else if (step !== "*") {
    const child = childOf(value, step);
    if (child === undefined) return;
    path.push(step);
    collect(child, pattern, path, found);
    path.pop();
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      collect(item, pattern, path, found);
      path.pop();
    }
  }
}

function childOf(value: unknown, key: string | number | undefined): unknown {
  if (key === undefined) return undefined;
  if (Array.isArray(value)) return typeof key === "number" ? (value[key] as unknown) : undefined;
  return isMapping(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined;
}

// Remembered for each list, since all references of an account look into the same one.
const idsOfList = new WeakMap<object, ReadonlySet<string>>();

function idsIn(list: unknown): ReadonlySet<string> {
  if (!Array.isArray(list)) return new Set();
  const remembered = idsOfList.get(list);
  if (remembered !== undefined) return remembered;
  const ids = new Set(
    list.map((item: unknown) => childOf(item, "id")).filter((id) => typeof id === "string"),
  );
  idsOfList.set(list, ids);
  return ids;
}

function findDuplicates({ value, path }: Match, of: string, findings: Finding[]): void {
  if (!Array.isArray(value)) return;
  const first = new Map<string, number>();
  for (const [index, item] of value.entries()) {
    const id = childOf(item, "id");
    if (typeof id !== "string" || findings.length >= mostFindings) continue;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else {
      const params = { found: shown(id), of, first: earlier };
      findings.push({ id: "duplicate-id", severity: "error", path: [...path, index, "id"], params });
    }
  }
}

function findRepeats({ value, path }: Match, findings: Finding[]): void {
  if (!Array.isArray(value)) return;
  const seen = new Set<unknown>();
  for (const [index, item] of value.entries()) {
    if (findings.length >= mostFindings) return;
    if (typeof item === "string" && seen.has(item))
      findings.push({
        id: "listed-twice",
        severity: "warning",
        path: [...path, index],
        params: { found: shown(item) },
      });
    seen.add(item);
  }
}

function compareWith(
  { value, path }: Match,
  to: Named,
  ids: ReadonlySet<string>,
  known: ReadonlyMap<Named, ReadonlySet<string>>,
  findings: Finding[],
): void {
  const id = String(value);
  if (ids.has(id)) return;
  const other = [...known].find(([kind, others]) => kind !== to && others.has(id))?.[0];
  const found = shown(value);
  if (other !== undefined) {
    const params = { found, to, other };
    findings.push({
      id: "reference-of-other-kind",
      severity: "error",
      path,
      params,
      suggest: () => nearest(id, ids),
    });
    return;
  }
  findings.push({
    id: "dangling-reference",
    severity: "error",
    path,
    params: { found, to, known: listed(ids) },
    suggest: () => nearest(id, ids),
  });
}

function listed(ids: ReadonlySet<string>): string {
  const first = [...ids].slice(0, 8).map((id) => shown(id).slice(1, -1));
  return ids.size > first.length ? `${first.join(", ")}, …` : first.join(", ");
}
