// What is said beside the parts of an extracted setup: where each was read, what is assumed, what is not known.
import type { SetupInput } from "../simulator/index.ts";
import type { PartPath, Remark } from "./extracted.ts";
import type { Flow } from "./flow.ts";
import { authenticators, type AuthenticatorInput, endOf } from "./infer-project-parts.ts";

/** Remarks with the parts beside which they stand. */
export type RemarksAt = { path: PartPath; remarks: Remark[] }[];

/** Where the password of an account is written. */
export function aboutAccount(store: string | undefined, flows: readonly Flow[]): Remark[] {
  const writes = flows.find(({ effect }) => effect.what === "writes-password");
  return writes === undefined || store === undefined
    ? []
    : [{ at: writes.effect.place, text: `its password is written (${store})` }];
}

/** Where a code is sent and checked, or another proof is. */
export function aboutAuthenticator({ id, kind }: AuthenticatorInput, flows: readonly Flow[]): Remark[] {
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

/** Which flows take a route, and what is not known of them. */
export function aboutRoute(flows: readonly Flow[]): Remark[] {
  return distinct(
    flows.flatMap((flow) => [
      { at: flow.entry.place, text: `${flow.entry.name}, confidence ${flow.confidence}` },
      ...(flow.skips.length === 0
        ? []
        : [{ text: `goes round what other ways ask for: ${flow.skips.map(({ kind }) => kind).join(", ")}` }]),
      ...flow.unknowns.map((unknown) => ({ text: `not known: ${unknown}` })),
    ]),
  );
}

/** What is assumed of the person. */
export function aroundRemarks({ numbers, devices }: SetupInput): RemarksAt {
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

/** What a flow ends in, and why it is no part of the setup. */
export function remarkOn(flow: Flow, why: string): Remark {
  return { at: flow.entry.place, text: `${flow.entry.name} ${endOf(flow)}: ${why}` };
}

function detail(text: string): string {
  return text === "" ? "" : ` (${text})`;
}

/** The same remarks, each once. */
export function distinct(remarks: readonly Remark[]): Remark[] {
  const byText = new Map(
    remarks.map((remark) => [`${remark.at?.file}:${remark.at?.line} ${remark.text}`, remark]),
  );
  return [...byText.values()];
}
