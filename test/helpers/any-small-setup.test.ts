import fc from "fast-check";
import { expect, test } from "vitest";
import { readSetup } from "../../simulator/model/setup-text.ts";
import { writeSetup } from "../../simulator/model/setup-writing.ts";
import { everyKind } from "./any-authenticator.ts";
import { anyOddSetup } from "./any-odd-setup.ts";
import { anySmallSetup, anyTinySetup } from "./any-small-setup.ts";

const kindsIn = (
  setups: readonly { readonly accounts: readonly { authenticators: readonly { kind: string }[] }[] }[],
) =>
  new Set(
    setups.flatMap(({ accounts }) =>
      accounts.flatMap(({ authenticators }) => authenticators.map(({ kind }) => kind)),
    ),
  );

test.each([
  ["small", anySmallSetup],
  ["tiny", anyTinySetup],
  ["odd", anyOddSetup],
])("every %s setup is one that can be written to a file and read from it", (_, anySetup) => {
  fc.assert(
    fc.property(anySetup, (setup) => {
      const read = readSetup(writeSetup(setup), "random.setup.yaml");
      expect(read).toMatchObject({ ok: true, setup });
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["small", anySmallSetup],
  ["odd", anyOddSetup],
])("among %s setups every kind of authenticator comes up", (_, anySetup) => {
  const kinds = kindsIn(fc.sample(anySetup, { seed: 22, numRuns: 300 }));
  expect([...kinds].toSorted()).toEqual([...everyKind].toSorted());
});
