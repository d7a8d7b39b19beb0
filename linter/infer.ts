// From a flow to the setup that it stands for: one person, one number, one phone, and the way in that was read.
import { type CeremonyRef, readSetup, type Setup, type SetupInput } from "../simulator/index.ts";
import type { Flow, ProofKind } from "./flow.ts";

/** A setup inferred from a flow, and the route in it that the flow is. */
export interface Inferred {
  readonly setup: Setup;
  readonly route: CeremonyRef;
}

type AuthenticatorInput = NonNullable<NonNullable<SetupInput["accounts"]>[number]["authenticators"]>[number];

/** What a proof becomes in a setup; a proof that has no place in one makes the flow no way in for a stranger. */
export const authenticators: Readonly<Partial<Record<ProofKind, AuthenticatorInput>>> = {
  "sms-code": { id: "text", kind: "sms-code", number: "mobile", title: "code by text" },
  "voice-code": { id: "call", kind: "sms-code", number: "mobile", title: "code by phone call" },
  "whatsapp-code": { id: "whatsapp", kind: "sms-code", number: "mobile", title: "code by WhatsApp" },
  "email-code": { id: "mail-code", kind: "email-code", mailbox: "mailbox" },
  "email-link": { id: "mail-link", kind: "email-code", mailbox: "mailbox", title: "link by e-mail" },
  totp: { id: "app", kind: "totp", devices: ["phone"] },
  passkey: { id: "passkey", kind: "passkey", devices: ["phone"] },
  "recovery-code": { id: "recovery-codes", kind: "recovery-codes", sheet: "paper" },
  password: { id: "password", kind: "password" },
};

const password: AuthenticatorInput = { id: "password", kind: "password" };

/** The setup that a flow stands for; undefined where it asks for a session that exists already or for something unknown. */
export function inferSetup(flow: Flow): Inferred | undefined {
  const asked = [...new Set(flow.proofs.map(({ kind }) => kind))].map((kind) => authenticators[kind]);
  const known = asked.filter((authenticator) => authenticator !== undefined);
  if (known.length < asked.length) return undefined;
  const route = { with: known.map(({ id }) => id) };
  const isReset = flow.effect.what === "writes-password";
  const input: SetupInput = {
    version: 1,
    title: "Inferred from code",
    numbers: [{ id: "mobile", title: "the phone number" }],
    devices: [{ id: "phone", title: "the phone", kind: "smartphone", sims: ["mobile"] }],
    things: [{ id: "paper", title: "the sheet of codes", kind: "paper" }],
    accounts: [
      { id: "mailbox", title: "the mailbox", kind: "mailbox", modelled: false },
      {
        id: "account",
        title: "the account",
        authenticators: [password, ...known.filter(({ kind }) => kind !== "password")],
        signIn: isReset ? [{ with: ["password"] }] : [route],
        recovery: isReset ? [{ ...route, gives: "new-password" }] : [],
      },
    ],
  };
  const reading = readSetup(JSON.stringify(input), "inferred.json");
  if (!reading.ok) throw new Error(`an inferred setup is wrong: ${JSON.stringify(reading.problems)}`);
  return {
    setup: reading.setup,
    route: { account: "account", ceremony: isReset ? "recovery" : "sign-in", route: 0 },
  };
}
