// From all flows of a project to the one setup that it stands for: accounts, what each asks for, and what speaks for it.
import { readSetup, type SetupInput } from "../simulator/index.ts";
import type { Extracted, Remark } from "./extracted.ts";
import type { Flow } from "./flow.ts";
import { accountsOf, type FlowsOfAccount } from "./infer-project-accounts.ts";
import { controlsOf } from "./infer-project-controls.ts";
import {
  type AccountInput,
  around,
  authenticators,
  type AuthenticatorInput,
  type Part,
  partOf,
  removable,
} from "./infer-project-parts.ts";
import {
  aboutAccount,
  aboutAuthenticator,
  aboutRoute,
  aroundRemarks,
  distinct,
  remarkOn,
  type RemarksAt,
} from "./infer-project-remarks.ts";

type Taken = readonly [part: Part, flow: Flow];
type List = Part["list"];
interface Route {
  readonly part: Part;
  readonly asked: readonly string[];
  readonly flows: readonly Flow[];
}

/** The setup of a project; undefined where no flow is a way into an account. */
export function inferProject(flows: readonly Flow[]): Extracted | undefined {
  const taken: Taken[] = [];
  const aside: Remark[] = [];
  for (const flow of flows) {
    const part = partOf(flow);
    if ("list" in part) taken.push([part, flow]);
    else aside.push(remarkOn(flow, part.why));
  }
  const accounts: BuiltAccount[] = [];
  for (const one of accountsOf(taken.map(([, flow]) => flow))) {
    const built = accountOf(
      one,
      taken.filter(([, flow]) => one.flows.includes(flow)),
      accounts.length,
    );
    aside.push(...built.aside);
    if (built.isEntered) accounts.push(built);
    else aside.push(...built.guarding.map((flow) => remarkOn(flow, "no way into its account was read")));
  }
  if (accounts.length === 0) return undefined;

  const others = around(accounts.map(({ account }) => account));
  const before = others.accounts?.length ?? 0;
  const setup: SetupInput = {
    version: 1,
    title: "Inferred from code",
    ...others,
    accounts: [...(others.accounts ?? []), ...accounts.map(({ account }) => account)],
  };
  const reading = readSetup(JSON.stringify(setup), "extracted.json");
  if (!reading.ok) throw new Error(`an extracted setup is wrong: ${JSON.stringify(reading.problems)}`);
  return {
    setup,
    remarks: [
      ...aroundRemarks(setup),
      ...accounts.flatMap(({ remarks }, index) =>
        remarks.map(({ path, remarks: own }) => ({
          path: ["accounts", before + index, ...path],
          remarks: own,
        })),
      ),
    ],
    aside: distinct(aside),
  };
}

interface BuiltAccount {
  readonly account: AccountInput;
  /** Paths begin inside the account. */
  readonly remarks: RemarksAt;
  readonly aside: readonly Remark[];
  /** Whether there is a way in at all. */
  readonly isEntered: boolean;
  /** The flows of its protected actions. */
  readonly guarding: readonly Flow[];
}

function accountOf({ store, flows }: FlowsOfAccount, taken: readonly Taken[], index: number): BuiltAccount {
  const remarks: RemarksAt = [];
  const own = authenticatorsOf(flows);
  const routes = routesOf(taken);
  const kept: Record<List, Route[]> = { signIn: [], recovery: [], protectedActions: [] };
  const aside: Remark[] = [];
  for (const route of routes) {
    const nothing =
      route.part.list === "recovery" &&
      route.part.gives === "factor-removal" &&
      removable(own, route.asked).length === 0;
    if (nothing) aside.push(...route.flows.map((flow) => remarkOn(flow, "which one was not found")));
    else kept[route.part.list].push(route);
  }
  const assumed = kept.recovery.some(({ part }) => "gives" in part && part.gives === "new-password")
    ? !kept.signIn.some(({ asked }) => asked.includes("password"))
    : false;
  const { controls, remarks: read, unknown } = controlsOf(flows);

  remarks.push({
    path: [],
    remarks: [
      ...aboutAccount(store, flows),
      ...(unknown.length === 0
        ? []
        : [{ text: `controls that are not known, and left at their defaults: ${unknown.join(", ")}` }]),
    ],
  });
  for (const [at, authenticator] of own.entries())
    remarks.push({ path: ["authenticators", at], remarks: aboutAuthenticator(authenticator, flows) });
  for (const list of ["signIn", "recovery", "protectedActions"] as const)
    for (const [at, route] of kept[list].entries())
      remarks.push({ path: [list, at], remarks: aboutRoute(route.flows) });
  if (assumed)
    remarks.push({
      path: ["signIn", kept.signIn.length],
      remarks: [{ text: "assumed: a password can be set, and no sign-in that asks for it was read" }],
    });
  for (const { key, remark } of read) remarks.push({ path: ["controls", key], remarks: [remark] });

  const account: AccountInput = {
    id: index === 0 ? "account" : `account-${index + 1}`,
    title: titleOf(store),
    authenticators: own,
    signIn: [
      ...kept.signIn.map(({ asked }) => ({ with: [...asked] })),
      ...(assumed ? [{ with: ["password"] }] : []),
    ],
    ...(kept.recovery.length === 0
      ? {}
      : { recovery: kept.recovery.map(({ part, asked }) => recoveryOf(part, asked, own)) }),
    ...(kept.protectedActions.length === 0 ? {} : { protectedActions: actionsOf(kept.protectedActions) }),
    ...(Object.keys(controls).length === 0 ? {} : { controls }),
  };
  return {
    account,
    remarks,
    aside,
    isEntered: kept.signIn.length + kept.recovery.length > 0,
    guarding: kept.protectedActions.flatMap((route) => route.flows),
  };
}

/** The authenticators that the flows ask for or set, each once, in the order in which they are met. */
function authenticatorsOf(flows: readonly Flow[]): readonly AuthenticatorInput[] {
  const kinds = new Set(
    flows.flatMap(({ effect, proofs }) => [
      ...(effect.what === "writes-password" ? (["password"] as const) : []),
      ...proofs.map(({ kind }) => kind),
    ]),
  );
  return [...kinds].flatMap((kind) => authenticators[kind] ?? []);
}

/** The routes, each once however many flows speak for it. */
function routesOf(taken: readonly Taken[]): readonly Route[] {
  const found = new Map<string, { part: Part; asked: readonly string[]; flows: Flow[] }>();
  for (const [part, flow] of taken) {
    const asked = [...new Set(flow.proofs.flatMap(({ kind }) => authenticators[kind]?.id ?? []))];
    const key = JSON.stringify([part, asked.toSorted()]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { part, asked, flows: [flow] });
    else known.flows.push(flow);
  }
  return [...found.values()];
}

type RecoveryInput = NonNullable<AccountInput["recovery"]>[number];

function recoveryOf(part: Part, asked: readonly string[], all: readonly AuthenticatorInput[]): RecoveryInput {
  const gives = part.list === "recovery" ? part.gives : "new-password";
  return gives === "factor-removal"
    ? { with: [...asked], gives, removes: [...removable(all, asked)] }
    : { with: [...asked], gives };
}

/** Actions with ids of their own: two ways to one action are two actions, because a setup asks one question of each. */
function actionsOf(routes: readonly Route[]): NonNullable<AccountInput["protectedActions"]> {
  const counts = new Map<string, number>();
  return routes.flatMap(({ part, asked }) => {
    if (part.list !== "protectedActions") return [];
    const count = (counts.get(part.id) ?? 0) + 1;
    counts.set(part.id, count);
    return [{ id: count === 1 ? part.id : `${part.id}-${count}`, with: [...asked] }];
  });
}

/** Letters and digits of the store's name only: a title is shown in many places and is no place for surprises. */
function titleOf(store: string | undefined): string {
  const name = (store ?? "")
    .replaceAll(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .slice(0, 40);
  return name === "" ? "the account" : `the account (${name})`;
}
