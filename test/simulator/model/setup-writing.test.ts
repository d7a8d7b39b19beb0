import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutDefaults } from "../../../simulator/model/defaults.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { writeSetup } from "../../../simulator/model/setup-writing.ts";
import { exampleSetup, exampleSetupIds } from "../example-setups.ts";
import { anySetup } from "./any-setup.ts";

describe("writing a setup", () => {
  test.each(exampleSetupIds)("%s is the same when it is read again", (id) => {
    const setup = exampleSetup(id);
    expect(readSetup(writeSetup(setup), "my.yaml")).toEqual({ ok: true, setup, warnings: [] });
  });

  test("any setup is the same when it is read again, and is written the same then", () => {
    const same = fc.property(anySetup, (setup) => {
      const text = writeSetup(setup);
      const read = readSetup(text, "my.yaml");
      // Random setups may keep a password behind itself; those are refused, written or not.
      fc.pre(read.ok || readSetup(JSON.stringify(setup), "my.json").ok);
      expect(read).toMatchObject({ ok: true, setup });
      expect(read.ok && writeSetup(read.setup)).toBe(text);
    });
    fc.assert(same, { numRuns: 300 });
  });

  test("leaves out what goes without saying, and keeps the order of the format", () => {
    const read = readSetup(
      '{"accounts":[{"controls":{"attempts":3,"codeLength":6},"id":"mail","kind":"other"}],"numbers":[],"title":"A setup","version":1}',
      "my.json",
    );
    expect(read.ok && writeSetup(read.setup)).toBe(
      "version: 1\ntitle: A setup\naccounts:\n  - id: mail\n    controls:\n      attempts: 3\n",
    );
  });

  test("keeps what differs from the default only in being said", () => {
    const read = readSetup(
      '{"version":1,"title":"A setup","accounts":[{"id":"mail","modelled":false}]}',
      "my.json",
    );
    expect(read.ok && withoutDefaults(read.setup)).toEqual({
      version: 1,
      title: "A setup",
      accounts: [{ id: "mail", modelled: false }],
    });
  });
});
