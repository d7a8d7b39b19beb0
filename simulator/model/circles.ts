// Finds circles of accounts: each is reached through the next, so losing one may lose them all.
import { containersOf, type FactorId } from "./authenticators.ts";
import type { Finding } from "./problems.ts";
import type { Parts } from "./salvage.ts";
import type { Account } from "./setup.ts";

/** One warning for each circle, at the first of its accounts. Circles are legal: two mailboxes may vouch for each other. */
export function circleFindings({ accounts }: Parts): readonly Finding[] {
  const pathOf = new Map(accounts.map(({ part, path }) => [part.id, path]));
  const leansOn = new Map(accounts.map(({ part }) => [part.id, groundsOf(part)] as const));
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const start of knot(leansOn)) {
    if (told.has(start)) continue;
    const circle = shortestCircle(start, leansOn);
    if (circle === undefined || circle.some((id) => told.has(id))) continue;
    for (const id of circle) told.add(id);
    const names = circle.length > 6 ? [...circle.slice(0, 5), "…"] : circle;
    const params = { circle: [...names, start].join(" → "), accounts: circle.length };
    findings.push({ id: "circle", severity: "warning", path: pathOf.get(start) ?? [], params });
  }
  return findings;
}

// What is sent into or kept in the very account that it opens is an error of its own, told by `senseFindings`.
const toldElsewhere: ReadonlySet<FactorId> = new Set([
  "password",
  "email-code",
  "email-link",
  "messenger-code",
]);

/** The accounts that an account rests on. */
function groundsOf(account: Account): readonly string[] {
  const grounds = account.authenticators.flatMap((authenticator) => {
    const under = containersOf(authenticator);
    return toldElsewhere.has(authenticator.kind) ? under.filter((id) => id !== account.id) : under;
  });
  return [...new Set(grounds)];
}

type LeansOn = ReadonlyMap<string, readonly string[]>;

/** What is left when accounts that lean on nothing left over are taken away again and again: circles and what leads to them. */
function knot(leansOn: LeansOn): readonly string[] {
  const open = new Map<string, number>();
  const leaners = new Map<string, string[]>();
  for (const [id, grounds] of leansOn) {
    const known = grounds.filter((ground) => leansOn.has(ground));
    open.set(id, known.length);
    for (const ground of known) leaners.set(ground, [...(leaners.get(ground) ?? []), id]);
  }
  const free = [...open].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (let id = free.pop(); id !== undefined; id = free.pop()) {
    open.delete(id);
    for (const leaner of leaners.get(id) ?? []) {
      const count = (open.get(leaner) ?? 0) - 1;
      open.set(leaner, count);
      if (count === 0) free.push(leaner);
    }
  }
  return [...leansOn.keys()].filter((id) => open.has(id));
}

function shortestCircle(start: string, leansOn: LeansOn): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const id of queue) {
    for (const ground of leansOn.get(id) ?? []) {
      if (ground === start) {
        const circle = [id];
        for (let at = id; at !== start;) {
          at = cameFrom.get(at) ?? start;
          circle.unshift(at);
        }
        return circle;
      }
      if (cameFrom.has(ground)) continue;
      cameFrom.set(ground, id);
      queue.push(ground);
    }
  }
  return undefined;
}
