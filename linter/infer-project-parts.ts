// What proofs become in the setup of a project, and what they need around them.
import type { SetupInput } from "../simulator/index.ts";
import type { Flow, FlowStep, ProofKind } from "./flow.ts";

export type AccountInput = NonNullable<SetupInput["accounts"]>[number];
export type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

/**
 * The authenticator of each proof. Unlike the setup of a single flow, which asks only whether the number opens it, this
 * one is read and changed by people: a call is a call, and a messenger is an account that the number opens.
 */
export const authenticators: Readonly<Partial<Record<ProofKind, AuthenticatorInput>>> = {
  password: { id: "password", kind: "password" },
  "sms-code": { id: "text", kind: "sms-code", number: "mobile" },
  "voice-code": { id: "call", kind: "voice-code", number: "mobile" },
  "whatsapp-code": { id: "messenger-code", kind: "messenger-code", messenger: "messenger" },
  "email-code": { id: "mail-code", kind: "email-code", mailbox: "mailbox" },
  "email-link": { id: "mail-link", kind: "email-link", mailbox: "mailbox" },
  totp: { id: "app", kind: "totp", devices: ["phone"] },
  passkey: { id: "passkey", kind: "passkey", devices: ["phone"] },
  "recovery-code": { id: "recovery-codes", kind: "recovery-codes", sheet: "paper" },
};

/** Kinds of authenticator that a removal of factors can take away. */
const secondFactors: readonly AuthenticatorInput["kind"][] = ["totp", "passkey", "recovery-codes"];

/** What a route or an action is in a setup, apart from what it asks for. */
export type Part =
  | { readonly list: "signIn" }
  | { readonly list: "recovery"; readonly gives: "new-password" | "new-number" | "factor-removal" }
  | { readonly list: "protectedActions"; readonly id: string };

type Ends = Readonly<Partial<Record<FlowStep["what"], string>>>;

const actionIds: Ends = {
  "writes-password": "change-password",
  "opens-session": "confirm",
  "changes-phone": "change-number",
  "changes-email": "change-mail-address",
  "removes-factor": "remove-factor",
};

/** What a flow is in a setup, or why it is nothing there. */
export function partOf(flow: Flow): Part | { readonly why: string } {
  const { effect, proofs, confidence, makesAccount } = flow;
  const kinds = new Set(proofs.map(({ kind }) => kind));
  if (makesAccount) return { why: "the account itself is made there, so that nobody else's is opened" };
  if (confidence === "low") return { why: "only names speak for it" };
  if (kinds.has("unknown-code")) return { why: "it asks for a code, and how that is sent was not found" };
  if (kinds.has("session")) {
    if (effect.what === "opens-session") return { why: "only who is signed in already comes there" };
    return kinds.size === 1
      ? { why: "whoever is signed in is asked for nothing more" }
      : { list: "protectedActions", id: actionIds[effect.what] ?? "change" };
  }
  // Nothing found is not nothing asked: one route that asks for nothing would make all others of the setup worthless.
  if (kinds.size === 0) return { why: "what it asks for was not found; if nothing, it opens to everybody" };
  switch (effect.what) {
    case "opens-session":
      return { list: "signIn" };
    case "writes-password":
      return { list: "recovery", gives: "new-password" };
    case "changes-phone":
      return { list: "recovery", gives: "new-number" };
    case "removes-factor":
      return { list: "recovery", gives: "factor-removal" };
    case "changes-email":
      return {
        why: "it does not ask who is signed in, and a setup has no such recovery",
      };
    default:
      return { why: "it ends in nothing that a setup knows" };
  }
}

const ends: Ends = {
  "writes-password": "writes a new password",
  "opens-session": "opens a session",
  "changes-phone": "changes the phone number",
  "changes-email": "changes the mail address",
  "removes-factor": "removes a factor",
};

/** What a flow ends in, as the end of a sentence. */
export function endOf({ effect }: Flow): string {
  return ends[effect.what] ?? effect.what;
}

/** The authenticators that a removal can take away: second factors that it does not ask for itself. */
export function removable(all: readonly AuthenticatorInput[], asked: readonly string[]): readonly string[] {
  return all
    .filter(({ id, kind }) => secondFactors.includes(kind) && !asked.includes(id))
    .map(({ id }) => id);
}

type Around = Pick<SetupInput, "numbers" | "devices" | "things" | "accounts">;

/** The person that the accounts need: the number, phone, paper and other accounts that their authenticators name. */
export function around(accounts: readonly AccountInput[]): Around {
  const kinds = new Set(accounts.flatMap(({ authenticators: own = [] }) => own.map(({ kind }) => kind)));
  const hasNumber = ["sms-code", "voice-code", "messenger-code"].some((kind) => kinds.has(kind as never));
  const hasPhone = hasNumber || kinds.has("totp") || kinds.has("passkey");
  return {
    ...(hasNumber ? { numbers: [{ id: "mobile", title: "the phone number" }] } : {}),
    ...(hasPhone
      ? {
          devices: [
            {
              id: "phone",
              title: "the phone",
              kind: "smartphone",
              ...(hasNumber ? { sims: ["mobile"] } : {}),
            },
          ],
        }
      : {}),
    ...(kinds.has("recovery-codes")
      ? { things: [{ id: "paper", title: "the sheet of codes", kind: "paper" }] }
      : {}),
    accounts: [
      ...(kinds.has("email-code") || kinds.has("email-link")
        ? [{ id: "mailbox", title: "the mailbox", kind: "mailbox", modelled: false } as const]
        : []),
      ...(kinds.has("messenger-code")
        ? [
            {
              id: "messenger",
              title: "the messenger",
              kind: "messenger",
              authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
              signIn: [{ with: ["text"] }],
            } as const,
          ]
        : []),
    ],
  };
}
