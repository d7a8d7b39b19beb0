import { describe, expect, test } from "vitest";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { firstOf, head, problemsOf, unmarked, withAccount } from "./told.ts";

describe("the shape of a setup", () => {
  // What is wrong, a text with ▶ in front of it, what is told, and the path.
  const password = "{ id: b, kind: password, ▶number: c }";
  const controls = "accounts[0].controls";
  const authenticator = "accounts[0].authenticators[0]";
  test.each([
    ["an unknown key", `${head}▶number: []`, "unknown-key", "number"],
    ["a key that every object has by nature", `${head}▶toString: 1`, "unknown-key", "toString"],
    [
      "an unknown key deep inside",
      withAccount("    controls: { ▶codelength: 6 }"),
      "unknown-key",
      `${controls}.codelength`,
    ],
    [
      "a key of another kind of authenticator",
      `${head}accounts: [{ id: a, authenticators: [${password}] }]`,
      "unknown-key",
      `${authenticator}.number`,
    ],
    ["a list that is left empty", `${head}accounts:▶`, "wrong-type", "accounts"],
    ["a mapping in the place of a list", `${head}accounts: ▶{ id: mail }`, "wrong-type", "accounts"],
    ["a list in the place of a mapping", `${head}accounts: [▶[]]`, "wrong-type", "accounts[0]"],
    ["a number in the place of text", "version: 1\ntitle: ▶1", "wrong-type", "title"],
    [
      "yes in the place of true",
      `${head}numbers: [{ id: a, carrier: { numberLock: ▶yes } }]`,
      "wrong-type",
      "numbers[0].carrier.numberLock",
    ],
    ["a missing id", `${head}accounts:\n  - ▶title: Mail`, "missing-key", "accounts[0]"],
    [
      "an authenticator without kind",
      `${head}accounts: [{ id: a, authenticators: [▶{ id: b }] }]`,
      "missing-key",
      authenticator,
    ],
    ["an id that is none", `${head}accounts: [{ id: ▶My Mail }]`, "bad-id", "accounts[0].id"],
    ["an empty id", `${head}accounts: [{ id: ▶"" }]`, "bad-id", "accounts[0].id"],
    [
      "a kind that is not known",
      `${head}devices: [{ id: a, kind: ▶phone }]`,
      "not-one-of",
      "devices[0].kind",
    ],
    [
      "an authenticator of no known kind",
      `${head}accounts: [{ id: a, authenticators: [{ id: b, kind: ▶sms }] }]`,
      "not-one-of",
      `${authenticator}.kind`,
    ],
    [
      "a length of time in words",
      withAccount("    controls: { codeLifetime: ▶ten minutes }"),
      "bad-duration",
      `${controls}.codeLifetime`,
    ],
    [
      "a count too small",
      withAccount("    controls: { codeLength: ▶3 }"),
      "out-of-range",
      `${controls}.codeLength`,
    ],
    [
      "a count too large",
      withAccount("    controls: { attempts: ▶101 }"),
      "out-of-range",
      `${controls}.attempts`,
    ],
    ["half an attempt", withAccount("    controls: { attempts: ▶1.5 }"), "not-whole", `${controls}.attempts`],
    [
      "endless attempts",
      withAccount("    controls: { attempts: ▶1e400 }"),
      "not-whole",
      `${controls}.attempts`,
    ],
    ["an empty title", 'version: 1\ntitle: ▶""', "too-short", "title"],
    ["a title without end", `version: 1\ntitle: ▶${"a".repeat(121)}`, "too-long", "title"],
  ])("refuses %s", (_what, marked, id, path) => {
    const { text, place } = unmarked(marked);
    expect(firstOf(text)).toBe(`${id} at ${place} ${path}`);
    expect(readSetup(text, "my.yaml").ok).toBe(false);
  });

  test("has its places in JSON too", () => {
    const json = `{ "version": 1, "title": "A setup",
      "accounts": [{ "id": "a" }, { "id": "b", "kind": "bnak",
        "colour": 1 }] }`;
    expect(problemsOf(json, "my.json").map(({ id, path, line, column }) => [id, path, line, column])).toEqual(
      [
        ["not-one-of", "accounts[1].kind", 2, 56],
        ["unknown-key", "accounts[1].colour", 3, 9],
      ],
    );
  });
});
