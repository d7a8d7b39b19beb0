// From all flows of a project to the one setup that it stands for: accounts, what each asks for, and what speaks for it.
import { readSetup, type SetupInput } from "../simulator/index.ts";
import type { Extracted, PartPath, Remark } from "./extracted.ts";
import type { Flow } from "./flow.ts";
import { accountsOf, type FlowsOfAccount } from "./infer-project-accounts.ts";
import { controlsOf } from "./infer-project-controls.ts";
import {
  type AccountInput,
  around,
  authenticators,
  type AuthenticatorInput,
  endOf,
  type Part,
  partOf,
  removable,
} from "./infer-project-parts.ts";

type Remarks = { path: PartPath; remarks: Remark[] }[];
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
  const accounts = accountsOf(taken.map(([, flow]) => flow)).flatMap((one, index) => {
    const own = taken.filter(([, flow]) => one.flows.includes(flow));
    const built = accountOf(one, own, index);
    aside.push(...built.aside);
    return built.account.signIn?.length || built.account.recovery?.length ? [built] : [];
  });
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
  readonly remarks: Remarks;
  readonly aside: readonly Remark[];
}

function accountOf({ store, flows }: FlowsOfAccount, taken: readonly Taken[], index: number): BuiltAccount {
  const remarks: Remarks = [];
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
      remarks.push({ path: [list, at], remarks: aboutRoute(route) });
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
    recovery: kept.recovery.map(({ part, asked }) => recoveryOf(part, asked, own)),
    ...(kept.protectedActions.length === 0 ? {} : { protectedActions: actionsOf(kept.protectedActions) }),
    ...(Object.keys(controls).length === 0 ? {} : { controls }),
  };
  return { account, remarks, aside };
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

// ---- remarks

function aboutAccount(store: string | undefined, flows: readonly Flow[]): Remark[] {
  const writes = flows.find(({ effect }) => effect.what === "writes-password");
  return writes === undefined || store === undefined
    ? []
    : [{ at: writes.effect.place, text: `its password is written (${store})` }];
}

function aboutAuthenticator({ id, kind }: AuthenticatorInput, flows: readonly Flow[]): Remark[] {
  const proofs = flows
    .flatMap((flow) => flow.proofs)
    .filter((proof) => authenticators[proof.kind]?.id === id);
  const steps = proofs.flatMap(({ sent, checked }) => [
    ...(sent === undefined ? [] : [{ at: sent.place, text: `sent${detail(sent.detail)}` }]),
    { at: checked.place, text: `checked${detail(checked.detail)}` },
  ]);
  const untold =
    kind !== "password" && proofs.length > 0 && proofs.every(({ sent }) => sent === undefined)
      ? [{ text: "not known: where it is sent or made" }]
      : [];
  return [
    ...distinct(steps),
    ...(kind === "totp" || kind === "passkey" || kind === "recovery-codes" ? [] : untold),
  ];
}

function aboutRoute({ flows }: Route): Remark[] {
  return distinct(
    flows.flatMap((flow) => [
      { at: flow.entry.place, text: `${flow.entry.name}, confidence ${flow.confidence}` },
      ...(flow.proofs.length === 0 ? [{ text: "asks for nothing, as far as it was read" }] : []),
      ...(flow.skips.length === 0
        ? []
        : [{ text: `goes round what other ways ask for: ${flow.skips.map(({ kind }) => kind).join(", ")}` }]),
      ...flow.unknowns.map((unknown) => ({ text: `not known: ${unknown}` })),
    ]),
  );
}

function aroundRemarks({ numbers, devices }: SetupInput): Remarks {
  return [
    ...(numbers === undefined
      ? []
      : [
          {
            path: ["numbers", 0],
            remarks: [{ text: "not known: what the carrier asks for before it moves a number" }],
          },
        ]),
    ...(devices === undefined
      ? []
      : [{ path: ["devices", 0], remarks: [{ text: "assumed: one phone, which is all that people have" }] }]),
  ];
}

function remarkOn(flow: Flow, why: string): Remark {
  return { at: flow.entry.place, text: `${flow.entry.name} ${endOf(flow)}: ${why}` };
}

function detail(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

function distinct(remarks: readonly Remark[]): Remark[] {
  const byText = new Map(
    remarks.map((remark) => [`${remark.at?.file}:${remark.at?.line} ${remark.text}`, remark]),
  );
  return [...byText.values()];
}
