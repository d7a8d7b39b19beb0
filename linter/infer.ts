// From a flow to the setup that it stands for: one person, one number, one phone, and the way in that was read.
import { type CeremonyRef, readSetup, type Setup, type SetupInput } from "../simulator/index.ts";
import { type Flow, isPhoneCode, type Proof, type ProofKind } from "./flow.ts";

/** A setup inferred from a flow, and the route in it that the flow is. */
export interface Inferred {
  readonly setup: Setup;
  readonly route: CeremonyRef;
}

type AccountInput = NonNullable<SetupInput["accounts"]>[number];
type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

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
const session: AuthenticatorInput = {
  id: "session",
  kind: "session-approval",
  devices: ["laptop"],
  title: "a session that is open",
};
const app: AuthenticatorInput = { id: "app", kind: "totp", devices: ["phone"] };

/**
 * The setup that a flow stands for, with what the other flows of the project say of its sign-in; undefined where it asks
 * for something unknown, for a session that only its owner has, or ends in something that opens nothing.
 */
export function inferSetup(flow: Flow, flows: readonly Flow[] = [flow]): Inferred | undefined {
  const asked = askedFor(flow, flows);
  if (asked === undefined) return undefined;
  const built = accountOf(flow, asked, flows);
  if (built === undefined) return undefined;
  const input: SetupInput = {
    version: 1,
    title: "Inferred from code",
    numbers: [{ id: "mobile", title: "the phone number" }],
    devices: [
      { id: "phone", title: "the phone", kind: "smartphone", sims: ["mobile"] },
      { id: "laptop", title: "the laptop", kind: "computer" },
    ],
    things: [{ id: "paper", title: "the sheet of codes", kind: "paper" }],
    accounts: [
      { id: "mailbox", title: "the mailbox", kind: "mailbox", modelled: false },
      { id: "account", title: "the account", ...built.account },
    ],
  };
  return {
    setup: setupOf(JSON.stringify(input), flows),
    route: { account: "account", ceremony: built.ceremony, route: 0 },
  };
}

const inferred = new WeakMap<readonly Flow[], Map<string, Setup>>();

/** The setup that a text tells. Flows of a project that stand for equal setups share one, and what is worked out of it. */
function setupOf(text: string, flows: readonly Flow[]): Setup {
  const all = inferred.get(flows) ?? new Map<string, Setup>();
  inferred.set(flows, all);
  const known = all.get(text);
  if (known !== undefined) return known;
  const reading = readSetup(text, "inferred.json");
  if (!reading.ok) throw new Error(`an inferred setup is wrong: ${JSON.stringify(reading.problems)}`);
  all.set(text, reading.setup);
  return reading.setup;
}

/** The authenticators that a flow asks for, each once. */
function askedFor(flow: Flow, flows: readonly Flow[]): readonly AuthenticatorInput[] | undefined {
  const counted = flow.proofs.filter((proof) => !provesNewNumberOnly(flow, proof));
  const asked = new Map<string, AuthenticatorInput>();
  for (const { kind } of counted) {
    const authenticator = kind === "session" ? sessionIn(flow, flows) : authenticators[kind];
    if (authenticator === undefined) return undefined;
    if (authenticator !== "nothing") asked.set(authenticator.id, authenticator);
  }
  return [...asked.values()];
}

/** A code to the number that is being put on file shows that the caller has that number, and says nothing of the owner. */
function provesNewNumberOnly({ effect, chosen }: Flow, { kind, to }: Proof): boolean {
  return effect.what === "changes-phone" && chosen && to === "given" && isPhoneCode(kind);
}

/**
 * What a session stands for. Changes inside one can be made by whoever finds it open. A new password inside one is
 * another matter: it counts for nothing only where the same text that the path asks for opens the session, too.
 */
function sessionIn(flow: Flow, flows: readonly Flow[]): AuthenticatorInput | "nothing" | undefined {
  switch (flow.effect.what) {
    case "changes-phone":
    case "removes-factor":
      return session;
    case "writes-password": {
      const texted = flow.proofs.some(({ kind }) => isPhoneCode(kind));
      return texted && flows.some(isPhoneSignIn) ? "nothing" : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether a flow opens a session for codes to a phone number alone. */
function isPhoneSignIn({ effect, proofs, makesAccount, confidence }: Flow): boolean {
  return (
    effect.what === "opens-session" &&
    confidence !== "low" &&
    !makesAccount &&
    proofs.length > 0 &&
    proofs.every(({ kind }) => isPhoneCode(kind))
  );
}

/**
 * Whether a new password is not enough to come in: every sign-in with a password that was read also asks for the app or
 * a passkey, and the reset itself opens no session.
 */
function asksForApp(reset: Flow, flows: readonly Flow[]): boolean {
  const opening = flows.filter(
    ({ effect, confidence }) => effect.what === "opens-session" && confidence !== "low",
  );
  if (opening.some(({ entry }) => entry.symbol === reset.entry.symbol)) return false;
  const byPassword = opening.filter(({ proofs }) => proofs.some(({ kind }) => kind === "password"));
  return (
    byPassword.length > 0 &&
    byPassword.every(({ proofs }) => proofs.some(({ kind }) => kind === "totp" || kind === "passkey"))
  );
}

interface Built {
  readonly account: Omit<AccountInput, "id">;
  readonly ceremony: CeremonyRef["ceremony"];
}

function accountOf(
  flow: Flow,
  asked: readonly AuthenticatorInput[],
  flows: readonly Flow[],
): Built | undefined {
  const route = { with: asked.map(({ id }) => id) };
  const all = (...others: AuthenticatorInput[]): AuthenticatorInput[] => [
    ...new Map([...others, ...asked].map((one) => [one.id, one])).values(),
  ];
  switch (flow.effect.what) {
    case "opens-session":
      return { ceremony: "sign-in", account: { authenticators: all(password), signIn: [route] } };
    case "writes-password": {
      const besides = asksForApp(flow, flows) ? [app] : [];
      return {
        ceremony: "recovery",
        account: {
          authenticators: all(password, ...besides),
          signIn: [{ with: ["password", ...besides.map(({ id }) => id)] }],
          recovery: [{ ...route, gives: "new-password" }],
        },
      };
    }
    case "changes-phone": {
      const text = authenticators["sms-code"];
      if (text === undefined) return undefined;
      return {
        ceremony: "recovery",
        account: {
          authenticators: all(password, text),
          signedInOn: ["laptop"],
          signIn: [{ with: ["password", "text"] }],
          recovery: [{ ...route, gives: "new-number" }],
        },
      };
    }
    case "removes-factor":
      return {
        ceremony: "recovery",
        account: {
          authenticators: all(password, app),
          signedInOn: ["laptop"],
          signIn: [{ with: ["password", "app"] }],
          recovery: [{ ...route, gives: "factor-removal", removes: ["app"] }],
        },
      };
    case "changes-email":
      return undefined;
  }
}
