// Random authenticators of every kind that can stand on a given ground.
import fc from "fast-check";
import type { FactorId } from "../../simulator/model/authenticators.ts";
import type { SetupInput } from "../../simulator/model/setup.ts";

export type AccountInput = NonNullable<SetupInput["accounts"]>[number];
export type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

/** What there is in a setup for authenticators to stand on: ids of each kind. */
export interface Ground {
  readonly numbers: readonly string[];
  readonly devices: readonly string[];
  readonly keys: readonly string[];
  readonly tokens: readonly string[];
  readonly papers: readonly string[];
  readonly documents: readonly string[];
  /** Accounts in which something can arrive or be kept. */
  readonly accounts: readonly string[];
}

/** What each kind cannot do without. */
const needs: Readonly<Record<FactorId, readonly (keyof Ground)[]>> = {
  password: [],
  "security-questions": [],
  "sms-code": ["numbers"],
  "voice-code": ["numbers"],
  "messenger-code": ["accounts"],
  "email-code": ["accounts"],
  "email-link": ["accounts"],
  "in-app-message": ["devices"],
  totp: ["devices"],
  hotp: ["devices"],
  "device-code": ["devices"],
  "otp-token": ["tokens"],
  push: ["devices"],
  "security-key": ["keys"],
  passkey: ["devices"],
  "trusted-browser": ["devices"],
  "session-approval": ["devices"],
  "recovery-codes": ["papers"],
  "support-desk": [],
  "recovery-contact": [],
  "identity-proofing": ["documents"],
  voiceprint: [],
};

/** Every kind of authenticator, in the order of the model. */
export const everyKind = Object.keys(needs) as readonly FactorId[];

/** The kinds that can stand on a ground. */
export function kindsOn(ground: Ground): readonly FactorId[] {
  return everyKind.filter((kind) => needs[kind].every((part) => ground[part].length > 0));
}

/** A random authenticator of one kind. The ground must have what the kind needs (`kindsOn`). */
export function anyAuthenticator(
  id: string,
  kind: FactorId,
  ground: Ground,
): fc.Arbitrary<AuthenticatorInput> {
  const { numbers, keys, tokens, papers, documents, accounts } = ground;
  const devices = fc.subarray([...ground.devices], { minLength: Math.min(1, ground.devices.length) });
  const record = <Rest extends object>(rest: { readonly [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> }) =>
    fc.record(rest).map((chosen) => ({
      id,
      ...withoutUndefined(chosen),
    })) as fc.Arbitrary<unknown> as fc.Arbitrary<AuthenticatorInput>;
  const is = fc.constant(kind);
  switch (kind) {
    case "password":
      // A password that is kept in an account which it opens itself is an error, so that it is either kept or reused.
      return fc
        .boolean()
        .chain((isKept) =>
          isKept
            ? record({ kind: is, keptIn: maybe(accounts) })
            : record({ kind: is, secret: maybe(["everywhere"]) }),
        );
    case "security-questions":
      return record({ kind: is, madeUp: fc.boolean() });
    case "sms-code":
      return record({
        kind: is,
        number: fc.constantFrom(...numbers),
        sender: fc.constantFrom("short-code", "long-number"),
      });
    case "voice-code":
      return record({
        kind: is,
        number: fc.constantFrom(...numbers),
        keyPress: fc.boolean(),
        pin: fc.boolean(),
      });
    case "messenger-code":
      return record({ kind: is, messenger: fc.constantFrom(...accounts) });
    case "email-code":
    case "email-link":
      return record({ kind: is, mailbox: fc.constantFrom(...accounts) });
    case "in-app-message":
    case "trusted-browser":
    case "session-approval":
      return record({ kind: is, devices });
    case "totp":
      return record({
        kind: is,
        devices,
        syncedTo: maybe(accounts),
        exportedTo: maybe(accounts),
        printedOn: maybe(papers),
      });
    case "hotp":
      return record({ kind: is, devices, thing: maybe(tokens) });
    case "device-code":
      return record({ kind: is, devices, needsInternet: fc.boolean() });
    case "otp-token":
      return record({ kind: is, thing: fc.constantFrom(...tokens) });
    case "push":
      return record({
        kind: is,
        devices,
        answer: fc.constantFrom("approve", "number-matching", "typed-code"),
      });
    case "security-key":
      return record({ kind: is, thing: fc.constantFrom(...keys), pin: fc.boolean() });
    case "passkey":
      return record({ kind: is, devices, syncedTo: maybe(accounts) });
    case "recovery-codes":
      return record({
        kind: is,
        sheet: fc.constantFrom(...papers),
        storedIn: maybe(accounts),
        left: fc.constantFrom(0, 3, 3, 3),
      });
    case "support-desk":
      return anyDesk(numbers, documents).chain((desk) => record({ kind: is, ...constants(desk) }));
    case "recovery-contact":
      return record({ kind: is, contact: fc.constantFrom("friend", "neighbour") });
    case "identity-proofing":
      return record({ kind: is, document: fc.constantFrom(...documents) });
    case "voiceprint":
      return record({ kind: is });
  }
}

/** What a support desk goes by, with what it names for it. */
function anyDesk(numbers: readonly string[], documents: readonly string[]): fc.Arbitrary<object> {
  return fc.constantFrom<object>(
    { asks: "personal-data" },
    ...numbers.map((number) => ({ asks: "call-back", number })),
    ...documents.map((document) => ({ asks: "document", document })),
  );
}

/** One of the ids one time in three; mostly nothing, as in most setups. */
function maybe(ids: readonly string[]): fc.Arbitrary<string | undefined> {
  if (ids.length === 0) return fc.constant(undefined);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...ids) },
  );
}

function constants(values: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant<unknown>(value)]));
}

function withoutUndefined(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
