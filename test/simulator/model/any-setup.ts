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
}

function anyAuthenticator(
  id: string,
  ground: Ground,
  earlierAccounts: readonly string[],
): fc.Arbitrary<object> {
  const { numbers, devices, keys, papers } = ground;
  const named = { id: fc.constant(id), title: maybe(anyText(20)) };
  const password = fc.record({
    ...named,
    kind: fc.constant("password"),
    secret: maybe(fc.constantFrom("everywhere", "old")),
    keptIn: maybe(oneOf(earlierAccounts)),
  });
  const kinds: fc.Arbitrary<object>[] = [password];
  if (numbers.length > 0)
    kinds.push(
      fc.record({
        ...named,
        kind: fc.constant("sms-code"),
        number: oneOf(numbers),
        sender: maybe(fc.constantFrom("short-code", "long-number")),
      }),
    );
  if (earlierAccounts.length > 0)
    kinds.push(fc.record({ ...named, kind: fc.constant("email-code"), mailbox: oneOf(earlierAccounts) }));
  if (devices.length > 0)
    kinds.push(
      fc.record({
        ...named,
        kind: fc.constantFrom("totp", "passkey"),
        devices: fc.subarray([...devices], { minLength: 1 }),
        syncedTo: maybe(oneOf(earlierAccounts)),
      }),
    );
  if (keys.length > 0)
    kinds.push(
      fc.record({
        ...named,
        kind: fc.constant("security-key"),
        thing: oneOf(keys),
        pin: maybe(fc.boolean()),
      }),
    );
  if (papers.length > 0)
    kinds.push(
      fc.record({
        ...named,
        kind: fc.constant("recovery-codes"),
        sheet: oneOf(papers),
        storedIn: maybe(oneOf(earlierAccounts)),
        left: maybe(fc.integer({ min: 0, max: 100 })),
      }),
    );
  return fc.oneof(...kinds);
}

function anyAccount(id: string, ground: Ground, earlierAccounts: readonly string[]): fc.Arbitrary<object> {
  const described = anyIds("way", 4).chain((ids) => {
    const asked = someOf(ids);
    const gives = fc.oneof(
      fc.constantFrom({ gives: "new-password" }, { gives: "session" }),
      ...(ids.length === 0
        ? []
        : [fc.record({ gives: fc.constant("factor-removal"), removes: fc.subarray(ids, { minLength: 1 }) })]),
    );
    return fc.record({
      id: fc.constant(id),
      title: maybe(anyText(120)),
      kind: maybe(fc.constantFrom("mailbox", "bank", "password-manager")),
      modelled: maybe(fc.constant(true)),
      authenticators: fc.tuple(...ids.map((way) => anyAuthenticator(way, ground, earlierAccounts))),
      signIn: fc.array(fc.record({ with: asked }), { maxLength: 3 }),
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
              covers: maybe(fc.constant("security-settings")),
            }),
          ),
        ),
      ),
      controls: maybe(
        fc.record(
          {
            codeLength: fc.integer({ min: 4, max: 8 }),
            codeLifetime: fc.constantFrom("10m", "1h"),
            attempts: fc.integer({ min: 1, max: 100 }),
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

/** A setup as somebody might write it, with references that lead somewhere and accounts that lean on earlier ones only. */
export const anySetupInput: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    numbers: anyIds("number", 3),
    devices: anyIds("device", 3),
    things: anyIds("thing", 3),
    accounts: anyIds("account", 4),
  })
  .chain(({ numbers, devices, things, accounts }) => {
    const keys = things.filter((_, index) => index % 2 === 0);
    const papers = things.filter((_, index) => index % 2 === 1);
    return fc.record({
      version: fc.constant(1),
      title: anyText(120),
      story: maybe(anyText(400)),
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
                },
                { requiredKeys: [] },
              ),
            ),
          }),
        ),
      ),
      devices: fc.tuple(
        ...devices.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constantFrom("smartphone", "feature-phone", "tablet", "computer"),
            sims: someOf(numbers.filter((_, number) => number % devices.length === index)),
            lock: maybe(fc.constantFrom("none", "code")),
            previews: maybe(fc.boolean()),
          }),
        ),
      ),
      things: fc.tuple(
        ...things.map((id) =>
          fc.record({
            id: fc.constant(id),
            kind: fc.constant(keys.includes(id) ? "security-key" : "paper"),
            keptWith: maybe(oneOf(devices)),
          }),
        ),
      ),
      accounts: fc.tuple(
        ...accounts.map((id, index) =>
          anyAccount(id, { numbers, devices, keys, papers }, accounts.slice(0, index)),
        ),
      ),
    });
  })
  .map((input) => JSON.parse(JSON.stringify(input)) as Record<string, unknown>);

/** The same, with defaults filled in. */
export const anySetup: fc.Arbitrary<Setup> = anySetupInput.map((input) => v.parse(setupSchema, input));
