// Random setups that are valid and make little sense: nothing where something is expected, everything everywhere, circles.
import fc from "fast-check";
import * as v from "valibot";
import { setupSchema } from "../../simulator/model/setup.ts";
import type { Setup, SetupInput } from "../../simulator/model/setup.ts";
import { type AccountInput, anyAuthenticator, type Ground, kindsOn } from "./any-authenticator.ts";
import { anyCarrier, anyControls } from "./any-policy.ts";

/** How much there is of each part; nothing of all of them is a setup too. */
interface Amounts {
  readonly numbers: number;
  readonly devices: number;
  readonly things: number;
  readonly accounts: number;
}

const thingKinds = ["security-key", "otp-token", "paper", "id-document"] as const;

/**
 * Valid setups of every odd form: no account, no number, phones without a SIM, SIMs without a phone, routes that ask
 * for nothing, ways back that undo each other, accounts that hold each other in circles.
 */
export const anyOddSetup: fc.Arbitrary<Setup> = fc
  .record({
    numbers: fc.nat(2),
    devices: fc.nat(3),
    things: fc.constantFrom(0, 1, 4),
    accounts: fc.nat(4),
  })
  .chain(anySetupOf)
  .map((input) => v.parse(setupSchema, input));

function ids(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${index + 1}`);
}

function anySetupOf(amounts: Amounts): fc.Arbitrary<SetupInput> {
  const numbers = ids("number", amounts.numbers);
  const devices = ids("device", amounts.devices);
  const things = ids("thing", amounts.things);
  const accounts = ids("account", amounts.accounts);
  const named = (kind: (typeof thingKinds)[number]) => things.filter((_, at) => thingKinds[at % 4] === kind);
  const ground: Ground = {
    numbers,
    devices,
    keys: named("security-key"),
    tokens: named("otp-token"),
    papers: named("paper"),
    documents: named("id-document"),
    accounts,
  };
  return fc.record({
    version: fc.constant(1 as const),
    title: fc.constant("Somebody odd"),
    reactsWithin: fc.constantFrom("0s", "12h", "9999d"),
    numbers: fc.tuple(...numbers.map(anyNumber)),
    devices: anyDevices(devices, numbers, accounts),
    things: fc.tuple(
      ...things.map((id, at) =>
        optional(devices).map(({ one }) => ({
          id,
          kind: thingKinds[at % 4] ?? ("other" as const),
          ...(one === undefined ? {} : { keptWith: one }),
        })),
      ),
    ),
    accounts: fc.tuple(...accounts.map((id) => anyAccount(id, ground))),
  });
}

function anyNumber(id: string) {
  return fc.record({
    id: fc.constant(id),
    line: fc.constantFrom("mobile" as const, "mobile" as const, "landline" as const),
    carrier: anyCarrier,
    simPin: fc.boolean(),
    voicemail: fc.constantFrom("none" as const, "open" as const, "pin" as const),
    wifiCalling: fc.constantFrom("none" as const, "without-short-codes" as const, "full" as const),
    abroad: fc.constantFrom("everything" as const, "calls-only" as const, "nothing" as const),
  });
}

/** Each SIM is in one device at most; a number that none answers is a SIM without a phone. */
function anyDevices(devices: readonly string[], numbers: readonly string[], accounts: readonly string[]) {
  return fc.tuple(...numbers.map(() => fc.nat(devices.length))).chain((homes) =>
    fc.tuple(
      ...devices.map((id, at) => {
        const sims = numbers.filter((_, number) => homes[number] === at);
        return fc
          .record({
            id: fc.constant(id),
            kind: fc.constantFrom(
              "smartphone" as const,
              "smartphone" as const,
              "feature-phone" as const,
              "landline-phone" as const,
              "tablet" as const,
              "computer" as const,
            ),
            sims: fc.constant(sims),
            mirrors: fc.subarray(numbers.filter((number) => !sims.includes(number))),
            lock: fc.constantFrom("none" as const, "code" as const),
            previews: fc.boolean(),
            wipedFrom: optional(accounts),
          })
          .map(({ wipedFrom: { one }, ...device }) =>
            one === undefined ? device : { ...device, wipedFrom: one },
          );
      }),
    ),
  );
}

function anyAccount(id: string, ground: Ground): fc.Arbitrary<AccountInput> {
  // What is sent into or kept in the very account that it opens is an error and is told as one.
  const beside = { ...ground, accounts: ground.accounts.filter((other) => other !== id) };
  const described = fc.array(fc.constantFrom(...kindsOn(beside)), { maxLength: 6 }).chain((kinds) => {
    const ways = ids("way", kinds.length);
    const asked = fc.subarray([...ways]);
    return fc.record({
      id: fc.constant(id),
      kind: fc.constantFrom("mailbox" as const, "bank" as const, "cloud" as const, "messenger" as const),
      signedInOn: fc.subarray([...ground.devices]),
      authenticators: fc.tuple(...kinds.map((kind, at) => anyAuthenticator(ways[at] ?? kind, kind, beside))),
      signIn: fc.array(fc.record({ with: asked, limited: fc.boolean() }), { maxLength: 3 }),
      recovery: fc.array(anyRecovery(asked, ways), { maxLength: 3 }),
      protectedActions: fc
        .array(anyAction(asked), { maxLength: 2 })
        .map((actions) => actions.map((action, at) => ({ id: `action-${at + 1}`, ...action }))),
      notifies: fc.subarray([
        ...ground.numbers.map((number) => ({ number })),
        ...ground.accounts.map((mailbox) => ({ mailbox })),
      ]),
      controls: anyControls,
    });
  });
  return fc.oneof(
    { weight: 6, arbitrary: described },
    { weight: 1, arbitrary: fc.constant<AccountInput>({ id, modelled: false }) },
  );
}

function anyRecovery(asked: fc.Arbitrary<string[]>, ways: readonly string[]) {
  const gift = fc.oneof(
    fc.constantFrom(
      { gives: "new-password" as const },
      { gives: "session" as const },
      { gives: "new-number" as const },
    ),
    ...(ways.length === 0
      ? []
      : [
          fc.record({
            gives: fc.constant("factor-removal" as const),
            removes: fc.subarray([...ways], { minLength: 1 }),
          }),
        ]),
  );
  return fc
    .tuple(fc.record({ with: asked }), gift, fc.constantFrom({}, { after: "0s" }, { after: "30d" }))
    .map(([route, given, wait]) => ({ ...route, ...given, ...wait }));
}

function anyAction(asked: fc.Arbitrary<string[]>) {
  return fc
    .tuple(
      fc.record({ with: asked }),
      fc.constantFrom({}, { covers: "security-settings" as const }, { covers: "app-enrolment" as const }),
    )
    .map(([action, covers]) => ({ ...action, ...covers }));
}

/** One of the ids under the key `one`, or nothing. */
function optional(all: readonly string[]): fc.Arbitrary<{ readonly one?: string }> {
  return all.length === 0
    ? fc.constant({})
    : fc.option(fc.constantFrom(...all)).map((one) => (one === null ? {} : { one }));
}
