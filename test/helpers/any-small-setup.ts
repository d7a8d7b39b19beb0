// Random small setups, small enough that every state of their statecharts can be visited.
import fc from "fast-check";
import * as v from "valibot";
import { setupSchema } from "../../simulator/model/setup.ts";
import type { Setup, SetupInput } from "../../simulator/model/setup.ts";

type AccountInput = NonNullable<SetupInput["accounts"]>[number];
type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

const kinds = [
  "password",
  "sms-code",
  "email-code",
  "totp",
  "recovery-codes",
  "security-key",
  "passkey",
] as const;

/** One or two accounts that may hang on each other, on one number, two devices, a key and a sheet of paper. */
export const anySmallSetup: fc.Arbitrary<Setup> = anySetup(3, 2, 2);

/** The same with fewer authenticators, so that nearly all have a few hundred states at most. */
export const anyTinySetup: fc.Arbitrary<Setup> = anySetup(2, 1, 1);

function anySetup(mostInBank: number, mostInMail: number, mostRoutes: number): fc.Arbitrary<Setup> {
  return fc
    .record({
      carrier: fc.record({
        simChange: fc.constantFrom("nothing", "personal-data", "account-pin", "photo-id-in-person"),
        numberLock: fc.boolean(),
        ss7Filtering: fc.boolean(),
      }),
      lock: fc.constantFrom("none", "code"),
      previews: fc.boolean(),
      sheetWithPhone: fc.boolean(),
      bank: anyAccount("bank", "mail", mostInBank, 2),
      // Two described accounts multiply their states; one in three setups has them.
      mail: fc.option(anyAccount("mail", "outside", mostInMail, mostRoutes), { nil: undefined, freq: 2 }),
    })
    .map(({ carrier, lock, previews, sheetWithPhone, bank, mail }) =>
      v.parse(setupSchema, {
        version: 1,
        title: "Somebody",
        numbers: [{ id: "mobile", carrier }],
        devices: [
          { id: "phone", kind: "smartphone", sims: ["mobile"], lock, previews },
          { id: "laptop", kind: "computer" },
        ],
        things: [
          { id: "key", kind: "security-key" },
          { id: "sheet", kind: "paper", ...(sheetWithPhone ? { keptWith: "phone" } : {}) },
        ],
        accounts: [
          bank,
          mail ?? { id: "mail", modelled: false },
          ...(mail === undefined ? [] : [{ id: "outside", modelled: false }]),
        ],
      } satisfies SetupInput),
    );
}

function anyAccount(
  id: string,
  neighbour: string,
  most: number,
  mostRoutes: number,
): fc.Arbitrary<AccountInput> {
  return fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: most }).chain((chosen) => {
    const route = fc.subarray([...chosen], { maxLength: Math.min(2, chosen.length) });
    const recovery = fc.oneof(
      fc.record(
        {
          with: route,
          gives: fc.constantFrom("new-password" as const, "session" as const),
          after: fc.constant("1m"),
        },
        { requiredKeys: ["with", "gives"] },
      ),
      fc.record({
        with: route,
        gives: fc.constant("factor-removal" as const),
        removes: fc.subarray([...chosen], { minLength: 1 }),
      }),
    );
    return fc
      .record({
        authenticators: fc.tuple(...chosen.map((kind) => anyAuthenticator(kind, neighbour))),
        signIn: fc.array(route, { minLength: 1, maxLength: mostRoutes }),
        recovery: fc.array(recovery, { maxLength: mostRoutes }),
        action: mostRoutes > 1 ? fc.option(route, { nil: undefined }) : fc.constant(undefined),
        resetKeepsSecondFactor: fc.boolean(),
        resetOpensSession: fc.boolean(),
      })
      .map(({ authenticators, signIn, recovery: ways, action, ...controls }) => ({
        id,
        authenticators,
        signIn: signIn.map((asked) => ({ with: asked })),
        recovery: ways,
        ...(action === undefined ? {} : { protectedActions: [{ id: "pay", title: "pay", with: action }] }),
        controls: { ...controls, codeLifetime: "1m", attempts: 2 },
      }));
  });
}

function anyAuthenticator(kind: (typeof kinds)[number], neighbour: string): fc.Arbitrary<AuthenticatorInput> {
  const maybeNeighbour = fc.option(fc.constant(neighbour), { nil: undefined });
  const devices = fc.subarray(["phone", "laptop"]);
  switch (kind) {
    case "password":
      return maybeNeighbour.map((keptIn) => ({
        id: kind,
        kind,
        ...(keptIn === undefined ? {} : { keptIn }),
      }));
    case "sms-code":
      return fc
        .constantFrom("short-code" as const, "long-number" as const)
        .map((sender) => ({ id: kind, kind, number: "mobile", sender }));
    case "email-code":
      return fc.constant({ id: kind, kind, mailbox: neighbour });
    case "totp":
      return fc.tuple(devices, maybeNeighbour, fc.boolean()).map(([on, syncedTo, printed]) => ({
        id: kind,
        kind,
        devices: on,
        ...(syncedTo === undefined ? {} : { syncedTo }),
        ...(printed ? { printedOn: "sheet" } : {}),
      }));
    case "recovery-codes":
      return maybeNeighbour.map((storedIn) => ({
        id: kind,
        kind,
        left: 2,
        sheet: "sheet",
        ...(storedIn === undefined ? {} : { storedIn }),
      }));
    case "security-key":
      return fc.boolean().map((pin) => ({ id: kind, kind, thing: "key", pin }));
    case "passkey":
      return fc.tuple(devices, maybeNeighbour).map(([on, syncedTo]) => ({
        id: kind,
        kind,
        devices: on,
        ...(syncedTo === undefined ? {} : { syncedTo }),
      }));
  }
}
