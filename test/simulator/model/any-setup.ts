// Random setups that make sense, for properties that hold for every setup.
import fc from "fast-check";
import * as v from "valibot";
import { type Setup, setupSchema } from "../../../simulator/model/setup.ts";

const anyText = (maxLength: number) => fc.string({ unit: "binary", minLength: 1, maxLength });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const anyIds = (kind: string, most: number, least = 0) =>
  fc
    .integer({ min: least, max: most })
    .map((count) => Array.from({ length: count }, (_, index) => `${kind}-${index}`));

/** Some of the ids, or nothing where there is none to choose. */
const someOf = (ids: readonly string[]) => fc.subarray([...ids]);
const oneOf = (ids: readonly string[]) =>
  ids.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ids);

interface Ground {
  readonly numbers: readonly string[];
  readonly devices: readonly string[];
  readonly keys: readonly string[];
  readonly papers: readonly string[];
  readonly tokens: readonly string[];
  readonly documents: readonly string[];
}

const yes = () => maybe(fc.boolean());

function anyAuthenticator(
  id: string,
  ground: Ground,
  earlierAccounts: readonly string[],
): fc.Arbitrary<object> {
  const { numbers, devices, keys, papers, tokens, documents } = ground;
  const of = (kind: string, more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) =>
    fc.record({ id: fc.constant(id), title: maybe(anyText(20)), kind: fc.constant(kind), ...more });
  const account = oneOf(earlierAccounts);
  const thing = (ids: readonly string[]) => oneOf(ids);
  const onDevices = fc.subarray([...devices], { minLength: Math.min(1, devices.length) });
  const withAccounts = earlierAccounts.length > 0;
  const withDevices = devices.length > 0;
  const kinds: readonly (readonly [boolean, fc.Arbitrary<object>])[] = [
    [true, of("password", { secret: maybe(fc.constantFrom("everywhere", "old")), keptIn: maybe(account) })],
    [true, of("security-questions", { madeUp: yes() })],
    [true, of("recovery-contact", { contact: fc.constantFrom("sister", "friend") })],
    [true, of("support-desk", { asks: maybe(fc.constant("personal-data")) })],
    [true, of("voiceprint")],
    [
      numbers.length > 0,
      of("sms-code", { number: oneOf(numbers), sender: maybe(fc.constantFrom("short-code", "long-number")) }),
    ],
    [numbers.length > 0, of("voice-code", { number: oneOf(numbers), keyPress: yes(), pin: yes() })],
    [numbers.length > 0, of("support-desk", { asks: fc.constant("call-back"), number: oneOf(numbers) })],
    [withAccounts, of("messenger-code", { messenger: account })],
    [withAccounts, of("email-code", { mailbox: account })],
    [withAccounts, of("email-link", { mailbox: account })],
    [
      withDevices,
      of("totp", {
        devices: onDevices,
        syncedTo: maybe(account),
        exportedTo: maybe(account),
        printedOn: maybe(thing(papers)),
      }),
    ],
    [papers.length > 0, of("totp", { printedOn: thing(papers) })],
    [withDevices, of("passkey", { devices: onDevices, syncedTo: maybe(account) })],
    [withDevices, of("hotp", { devices: onDevices, thing: maybe(thing(tokens)) })],
    [tokens.length > 0, of("hotp", { thing: thing(tokens) })],
    [tokens.length > 0, of("otp-token", { thing: thing(tokens) })],
    [withDevices, of("device-code", { devices: onDevices, needsInternet: yes() })],
    [withDevices, of("in-app-message", { devices: onDevices })],
    [withDevices, of("trusted-browser", { devices: onDevices })],
    [withDevices, of("session-approval", { devices: onDevices })],
    [
      withDevices,
      of("push", {
        devices: onDevices,
        answer: maybe(fc.constantFrom("approve", "number-matching", "typed-code")),
      }),
    ],
    [keys.length > 0, of("security-key", { thing: thing(keys), pin: yes() })],
    [
      papers.length > 0,
      of("recovery-codes", {
        sheet: thing(papers),
        storedIn: maybe(account),
        left: maybe(fc.integer({ min: 0, max: 100 })),
      }),
    ],
    [documents.length > 0, of("identity-proofing", { document: thing(documents) })],
    [documents.length > 0, of("support-desk", { asks: fc.constant("document"), document: thing(documents) })],
  ];
  return fc.oneof(...kinds.flatMap(([possible, kind]) => (possible ? [kind] : [])));
}

function anyAccount(id: string, ground: Ground, earlierAccounts: readonly string[]): fc.Arbitrary<object> {
  const described = anyIds("way", 4).chain((ids) => {
    const asked = someOf(ids);
    const gives = fc.oneof(
      fc.constantFrom({ gives: "new-password" }, { gives: "session" }, { gives: "new-number" }),
      ...(ids.length === 0
        ? []
        : [fc.record({ gives: fc.constant("factor-removal"), removes: fc.subarray(ids, { minLength: 1 }) })]),
    );
    return fc.record({
      id: fc.constant(id),
      title: maybe(anyText(120)),
      kind: maybe(fc.constantFrom("mailbox", "bank", "password-manager", "messenger", "government")),
      modelled: maybe(fc.constant(true)),
      signedInOn: maybe(someOf(ground.devices)),
      notifies:
        ground.numbers.length + earlierAccounts.length === 0
          ? fc.constant([])
          : fc.array(anyNotice(ground.numbers, earlierAccounts), { maxLength: 2 }),
      authenticators: fc.tuple(...ids.map((way) => anyAuthenticator(way, ground, earlierAccounts))),
      signIn: fc.array(fc.record({ with: asked, limited: yes() }), { maxLength: 3 }),
      recovery: fc.array(
        fc
          .tuple(fc.record({ with: asked, after: maybe(fc.constantFrom("30s", "24h", "7d")) }), gives)
          .map(([route, gift]) => ({ ...route, ...gift })),
        { maxLength: 3 },
      ),
      protectedActions: anyIds("action", 2).chain((actions) =>
        fc.tuple(
          ...actions.map((action) =>
            fc.record({
              id: fc.constant(action),
              with: asked,
              covers: maybe(fc.constantFrom("security-settings", "app-enrolment")),
            }),
          ),
        ),
      ),
      controls: maybe(
        fc.record(
          {
            codeLength: fc.integer({ min: 4, max: 8 }),
            codeLifetime: fc.constantFrom("10m", "1h"),
            attempts: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.constant("unlimited")),
            resendResetsAttempts: fc.boolean(),
            oneTimeUse: fc.boolean(),
            carrierChangeCheck: fc.boolean(),
            holdAfterChange: fc.constantFrom("12h", "7d"),
            textsDespiteApp: fc.boolean(),
            pushLimit: fc.integer({ min: 1, max: 100 }),
            recoveryKey: fc.boolean(),
            driftSteps: fc.integer({ min: 0, max: 10 }),
            resetKeepsSecondFactor: fc.boolean(),
            resetOpensSession: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      ),
    });
  });
  return fc.oneof(
    { weight: 9, arbitrary: described },
    { weight: 1, arbitrary: fc.constant({ id, modelled: false }) },
  );
}

function anyNotice(numbers: readonly string[], accounts: readonly string[]): fc.Arbitrary<object> {
  return fc.oneof(
    ...[...numbers.map((number) => ({ number })), ...accounts.map((mailbox) => ({ mailbox }))].map((notice) =>
      fc.constant(notice),
    ),
  );
}

/** A setup as somebody might write it, with references that lead somewhere and accounts that lean on earlier ones only. */
export const anySetupInput: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    numbers: anyIds("number", 3),
    devices: anyIds("device", 3),
    things: anyIds("thing", 6),
    accounts: anyIds("account", 4),
  })
  .chain(({ numbers, devices, things, accounts }) => {
    // By turns, so that a few things are of all kinds.
    const every4th = (rest: number) => things.filter((_, index) => index % 4 === rest);
    const [keys, papers, tokens, documents] = [every4th(0), every4th(1), every4th(2), every4th(3)];
    const kindOf = (_id: string, index: number) =>
      (["security-key", "paper", "otp-token", "id-document"] as const)[index % 4];
    return fc.record({
      version: fc.constant(1),
      title: anyText(120),
      story: maybe(anyText(400)),
      reactsWithin: maybe(fc.constantFrom("10m", "12h", "7d")),
      numbers: fc.tuple(
        ...numbers.map((id) =>
          fc.record({
            id: fc.constant(id),
            title: maybe(anyText(20)),
            line: maybe(fc.constantFrom("mobile", "landline")),
            carrier: maybe(
              fc.record(
                {
                  simChange: fc.constantFrom("nothing", "personal-data", "account-pin", "photo-id-in-person"),
                  numberLock: fc.boolean(),
                  ss7Filtering: fc.boolean(),
                  portOut: fc.constantFrom("letter", "account-pin"),
                  rerouting: fc.constantFrom("letter", "confirmed"),
                  forwarding: fc.constantFrom("personal-data", "account-pin"),
                },
                { requiredKeys: [] },
              ),
            ),
            simPin: yes(),
            voicemail: maybe(fc.constantFrom("none", "open", "pin")),
            wifiCalling: maybe(fc.constantFrom("none", "without-short-codes", "full")),
            abroad: maybe(fc.constantFrom("everything", "calls-only", "nothing")),
          }),
        ),
      ),
      devices: fc.tuple(
        ...devices.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constantFrom("smartphone", "feature-phone", "landline-phone", "tablet", "computer"),
            sims: someOf(numbers.filter((_, number) => number % devices.length === index)),
            mirrors: maybe(someOf(numbers.filter((_, number) => number % devices.length !== index))),
            wipedFrom: maybe(oneOf(accounts)),
            lock: maybe(fc.constantFrom("none", "code")),
            previews: maybe(fc.boolean()),
          }),
        ),
      ),
      things: fc.tuple(
        ...things.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constant(kindOf(id, index)),
            keptWith: maybe(oneOf(devices)),
          }),
        ),
      ),
      accounts: fc.tuple(
        ...accounts.map((id, index) =>
          anyAccount(id, { numbers, devices, keys, papers, tokens, documents }, accounts.slice(0, index)),
        ),
      ),
    });
  })
  .map((input) => JSON.parse(JSON.stringify(input)) as Record<string, unknown>);

/** The same, with defaults filled in. */
export const anySetup: fc.Arbitrary<Setup> = anySetupInput.map((input) => v.parse(setupSchema, input));
