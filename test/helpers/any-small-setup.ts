// Random small setups, small enough that every state of their statecharts can be visited.
import fc from "fast-check";
import * as v from "valibot";
import { setupSchema } from "../../simulator/model/setup.ts";
import type { Setup, SetupInput } from "../../simulator/model/setup.ts";
import { type AccountInput, anyAuthenticator, type Ground, kindsOn } from "./any-authenticator.ts";
import { anyCarrier, anyControls } from "./any-policy.ts";

/** One or two accounts that may hang on each other, on one number, two devices and four things. */
export const anySmallSetup: fc.Arbitrary<Setup> = anySetup(3, 2, 2);

/** The same with fewer authenticators, so that nearly all have a few hundred states at most. */
export const anyTinySetup: fc.Arbitrary<Setup> = anySetup(2, 1, 1);

const seldom = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined, freq: 4 });

function anySetup(mostInBank: number, mostInMail: number, mostRoutes: number): fc.Arbitrary<Setup> {
  return fc
    .record({
      number: fc.record({
        carrier: anyCarrier,
        line: fc.constantFrom("mobile", "mobile", "mobile", "landline"),
        simPin: fc.boolean(),
        voicemail: fc.constantFrom("none", "open", "pin"),
        wifiCalling: fc.constantFrom("none", "without-short-codes", "full"),
        abroad: fc.constantFrom("everything", "calls-only", "nothing"),
      }),
      lock: fc.constantFrom("none", "code"),
      previews: fc.boolean(),
      mirrored: fc.boolean(),
      wiped: fc.boolean(),
      withPhone: fc.subarray(["sheet", "token"]),
      reactsWithin: fc.constantFrom("10m", "12h", "7d"),
      bank: anyAccount("bank", "mail", mostInBank, 2),
      // Two described accounts multiply their states; one in three setups has them.
      mail: fc.option(anyAccount("mail", "outside", mostInMail, mostRoutes), { nil: undefined, freq: 2 }),
    })
    .map(({ number, lock, previews, mirrored, wiped, withPhone, reactsWithin, bank, mail }) => {
      const kept = (id: string) => (withPhone.includes(id) ? { keptWith: "phone" } : {});
      return v.parse(setupSchema, {
        version: 1,
        title: "Somebody",
        reactsWithin,
        numbers: [{ id: "mobile", ...number }],
        devices: [
          {
            id: "phone",
            kind: number.line === "landline" ? "landline-phone" : "smartphone",
            sims: ["mobile"],
            lock,
            previews,
            ...(wiped ? { wipedFrom: "mail" } : {}),
          },
          { id: "laptop", kind: "computer", mirrors: mirrored ? ["mobile"] : [] },
        ],
        things: [
          { id: "key", kind: "security-key" },
          { id: "token", kind: "otp-token", ...kept("token") },
          { id: "sheet", kind: "paper", ...kept("sheet") },
          { id: "passport", kind: "id-document" },
        ],
        accounts: [
          bank,
          mail ?? { id: "mail", kind: "mailbox", modelled: false },
          ...(mail === undefined ? [] : [{ id: "outside", modelled: false }]),
        ],
      } satisfies SetupInput);
    });
}

function groundBeside(neighbour: string): Ground {
  return {
    numbers: ["mobile"],
    devices: ["phone", "laptop"],
    keys: ["key"],
    tokens: ["token"],
    papers: ["sheet"],
    documents: ["passport"],
    accounts: [neighbour],
  };
}

function anyAccount(
  id: string,
  neighbour: string,
  most: number,
  mostRoutes: number,
): fc.Arbitrary<AccountInput> {
  const ground = groundBeside(neighbour);
  return anyKinds(ground, most).chain((chosen) => {
    const route = fc.subarray([...chosen], { maxLength: Math.min(2, chosen.length) });
    const recovery = fc.oneof(
      fc.record(
        {
          with: route,
          gives: fc.constantFrom("new-password" as const, "session" as const, "new-number" as const),
          after: fc.constantFrom("1m", "1d"),
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
        authenticators: fc.tuple(...chosen.map((kind) => anyAuthenticator(kind, kind, ground))),
        signIn: fc.array(fc.record({ with: route, limited: oneIn(6) }), {
          minLength: 1,
          maxLength: mostRoutes,
        }),
        recovery: fc.array(recovery, { maxLength: mostRoutes }),
        action: mostRoutes > 1 ? fc.option(anyAction(route), { nil: undefined }) : fc.constant(undefined),
        signedInOn: seldom(["laptop"]),
        notifies: fc.option(fc.constantFrom({ mailbox: neighbour }, { number: "mobile" }), {
          nil: undefined,
          freq: 2,
        }),
        controls: anyControls,
      })
      .map(({ action, signedInOn, notifies, ...account }): AccountInput => ({
        id,
        kind: id === "mail" ? "mailbox" : "bank",
        ...account,
        ...(action === undefined ? {} : { protectedActions: [action] }),
        ...(signedInOn === undefined ? {} : { signedInOn }),
        ...(notifies === undefined ? {} : { notifies: [notifies] }),
      }));
  });
}

/** Passwords and texts stand beside every second kind: without them, most attacks would find nothing to do. */
function anyKinds(ground: Ground, most: number) {
  const kind = fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom("password" as const, "sms-code" as const) },
    { weight: 2, arbitrary: fc.constantFrom(...kindsOn(ground)) },
  );
  return fc.uniqueArray(kind, { minLength: 1, maxLength: most });
}

function anyAction(route: fc.Arbitrary<string[]>) {
  return fc
    .record({
      with: route,
      covers: fc.constantFrom(undefined, undefined, "security-settings" as const, "app-enrolment" as const),
    })
    .map(({ with: asked, covers }) => ({
      id: "pay",
      title: "pay",
      with: asked,
      ...(covers === undefined ? {} : { covers }),
    }));
}

function oneIn(count: number): fc.Arbitrary<boolean> {
  return fc.nat(count - 1).map((n) => n === count - 1);
}
