// Tells the accounts of a project apart, by where their passwords are kept.
import type { Flow } from "./flow.ts";

/** The flows of one account, and the store in which its passwords lie, where that was read. Untrusted text. */
export interface FlowsOfAccount {
  readonly store?: string;
  readonly flows: readonly Flow[];
}

/**
 * One account for each store of passwords, if everything else can be told to belong to one of them by the folder in
 * which it stands; otherwise one account for all: a route in the wrong account would be a wrong verdict.
 */
export function accountsOf(flows: readonly Flow[]): readonly FlowsOfAccount[] {
  const byStore = Map.groupBy(
    flows.filter(({ effect }) => effect.what === "writes-password"),
    ({ effect }) => effect.detail,
  );
  const [only, ...others] = byStore.keys();
  if (only === undefined) return [{ flows }];
  if (others.length === 0) return [{ store: only, flows }];
  const stores = [...byStore.keys()];
  const owned = new Map(stores.map((store) => [store, [] as Flow[]]));
  for (const flow of flows) {
    const store = flow.effect.what === "writes-password" ? flow.effect.detail : nearestStore(flow, byStore);
    if (store === undefined) return [{ flows }];
    owned.get(store)?.push(flow);
  }
  return stores.map((store) => ({ store, flows: owned.get(store) ?? [] }));
}

/** The store whose flows stand nearest; undefined where two are as near. */
function nearestStore({ entry }: Flow, byStore: ReadonlyMap<string, readonly Flow[]>): string | undefined {
  const ranked = [...byStore]
    .map(([store, flows]) => ({
      store,
      near: Math.max(...flows.map((flow) => sharedParts(flow.entry.place.file, entry.place.file))),
    }))
    .toSorted((a, b) => b.near - a.near);
  const [first, second] = ranked;
  return first === undefined || first.near === second?.near ? undefined : first.store;
}

/** How many parts two paths begin with in common. */
function sharedParts(one: string, other: string): number {
  const parts = other.split("/");
  const differs = one.split("/").findIndex((part, index) => part !== parts[index]);
  return differs === -1 ? parts.length : differs;
}
