import { describe, expect, test } from "vitest";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { firstOf, head, withAccount } from "./told.ts";

describe("a text that is a setup", () => {
  test("is read from YAML, with defaults filled in", () => {
    const read = readSetup(withAccount("    signIn: [{ with: [password, text] }]\n"), "my.setup.yaml");
    expect(read).toMatchObject({
      ok: true,
      warnings: [],
      setup: {
        numbers: [
          { id: "mobile", line: "mobile", carrier: { simChange: "personal-data", numberLock: false } },
        ],
        accounts: [{ id: "mail", modelled: true, controls: { codeLength: 6, codeLifetime: "10m" } }],
      },
    });
  });

  test("is read from JSON, by the name or by its first character", () => {
    const json = JSON.stringify({ version: 1, title: "A setup" });
    for (const name of ["my.json", "MY.JSON", "-", ""]) expect(readSetup(json, name).ok).toBe(true);
  });

  test("may be JSON in a file that is named YAML, since that is YAML too", () => {
    expect(readSetup('{ "version": 1, "title": "A setup" }', "my.yaml").ok).toBe(true);
  });

  test("may come as bytes, and may begin with a byte order mark", () => {
    for (const text of [head, `\u{feff}${head}`]) {
      expect(readSetup(text, "my.yaml").ok).toBe(true);
      expect(readSetup(new TextEncoder().encode(text), "my.yaml").ok).toBe(true);
    }
    expect(readSetup('\u{feff}{ "version": 1, "title": "A setup" }', "-").ok).toBe(true);
  });

  test("may use Windows line ends, and places are still right", () => {
    expect(firstOf("version: 1\r\ntitle: A setup\r\ncolour: red\r\n")).toBe("unknown-key at 3:1 colour");
  });

  test("may name a value once and use it twice", () => {
    const text = `${head}devices:\n  - { id: a, kind: &kind tablet }\n  - { id: b, kind: *kind }\n`;
    expect(readSetup(text, "my.yaml")).toMatchObject({
      ok: true,
      setup: { devices: [{}, { kind: "tablet" }] },
    });
  });
});

describe("a text that is no setup is refused with its place", () => {
  const deep = (times: number) => "[".repeat(times);
  type Case = [what: string, text: string | Uint8Array, told: string, name?: string];
  const cases: Case[] = [
    ["an empty file", "", "empty at 1:1"],
    ["a file of spaces", " \n\n ", "empty at 1:1"],
    ["a file of comments", "# nothing here\n", "empty at 1:1"],
    ["a YAML document without content", "---\n...\n", "empty at 1:1"],
    ["JSON null", "null", "empty at 1:1", "my.json"],
    ["a list", "- version: 1", "not-a-mapping at 1:1"],
    ["a number", "1", "not-a-mapping at 1:1", "my.json"],
    ["a missing version", "title: A setup", "version-missing at 1:1"],
    ["a version that is yet to come", "version: 2\ntitle: A setup", "version-unknown at 1:10 version"],
    ["a version in quotes", 'version: "1"\ntitle: A setup', "version-unknown at 1:10 version"],
    ["a missing title", "version: 1", "missing-key at 1:1"],
    ["a NUL character", "version: 1\0", "binary at 1:1"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "not-utf-8 at 1:1"],
    ["UTF-16 with its mark", new Uint8Array([0xff, 0xfe, 0x76, 0x00]), "not-utf-8 at 1:1"],
    ["UTF-16 without its mark", new Uint8Array([0x76, 0x00, 0x65, 0x00]), "binary at 1:1"],
    ["broken UTF-8", new Uint8Array([0x61, 0xc3, 0x28]), "not-utf-8 at 1:1"],
    ["YAML over a megabyte", `${head}# ${"x".repeat(1_000_000)}`, "too-large at 1:1"],
    ["YAML over a megabyte in bytes alone", `${head}# ${"ü".repeat(600_000)}`, "too-large at 1:1"],
    ["JSON over sixteen megabytes", `{"a":"${"x".repeat(16_000_000)}"}`, "too-large at 1:1", "my.json"],
    ["a tab as indentation", "version: 1\nnumbers:\n\t- id: a", "yaml-syntax at 3:1"],
    ["an open bracket", "version: [1", "yaml-syntax at 1:12"],
    ["an open quote", "version: 'one", "yaml-syntax at 1:14"],
    ["a second document", `${head}---\nversion: 1`, "several-documents at 3:1"],
    ["YAML 1.1", `%YAML 1.1\n---\n${head}`, "yaml-directive at 1:1"],
    ["a tag directive", `%TAG ! tag:a.test,2000:\n---\n${head}`, "yaml-directive at 1:1"],
    ["a tag", "version: 1\ntitle: !!binary aGFsbG8=", "yaml-tag at 2:8"],
    ["a tag that asks for code", "version: 1\ntitle: !!js/function 'x'", "yaml-tag at 2:8"],
    ["an alias without an anchor", "version: *one\ntitle: A setup", "unusable-alias at 1:1"],
    ["an alias inside its own anchor", "version: 1\nnumbers: &all [*all]", "too-deep at 1:1"],
    ["more signs than any setup has", `[${",".repeat(900_000)}`, "too-many-values at 1:1"],
    ["a heap of closing brackets", "]".repeat(900_000), "too-many-values at 1:1"],
    ["many aliases", `a: &a 1\nb: [${"*a, ".repeat(40)}]`, "too-many-aliases at 2:129"],
    ["a YAML bomb", bomb(9, 9), "too-many-aliases at 5:10"],
    ["a small YAML bomb", bomb(5, 4), "unusable-alias at 1:1"],
    ["a merge key", `${head}devices:\n  - <<: { id: a }`, 'merge-key at 4:5 devices[0]["<<"]'],
    ["a key that is a number", `${head}1: one`, "key-not-text at 3:1"],
    ["a key that is a list", `${head}? [a]\n: b`, "key-not-text at 3:3"],
    ["a key that stands twice", `${head}title: Again`, "duplicate-key at 3:1 title"],
    ["__proto__ in YAML", `${head}__proto__: { ok: true }`, "forbidden-key at 3:1 __proto__"],
    [
      "constructor deep in YAML",
      `${head}numbers: [{ constructor: 1 }]`,
      "forbidden-key at 3:13 numbers[0].constructor",
    ],
    ["__proto__ in JSON", '{"version":1,\n"__proto__":{}}', "forbidden-key at 2:1 __proto__", "my.json"],
    [
      "__proto__ in JSON in disguise",
      String.raw`{"\u005f_proto__":{}}`,
      "forbidden-key at 1:2 __proto__",
      "my.json",
    ],
    [
      "prototype in JSON",
      '{"numbers":[{"prototype":1}]}',
      "forbidden-key at 1:14 numbers[0].prototype",
      "my.json",
    ],
    [
      "a key that stands twice in JSON",
      '{"version":1,"title":"a","title":"b"}',
      "duplicate-key at 1:26 title",
      "my.json",
    ],
    ["nesting in YAML lists", deep(100_000), "too-deep at 1:65"],
    ["nesting in YAML mappings", "{a: ".repeat(1_000), "too-deep at 1:257"],
    ["nesting in YAML without brackets", "- ".repeat(100_000), "too-deep at 1:129"],
    ["nesting in JSON", deep(100_000), "too-deep at 1:65", "my.json"],
    ["a trailing comma in JSON", '{"version":1,}', "json-syntax at 1:14", "my.json"],
    ["a comment in JSON", '{"version":1 // one\n}', "json-syntax at 1:14 version", "my.json"],
    ["single quotes in JSON", "{'version':1}", "json-syntax at 1:2", "my.json"],
    ["a leading zero in JSON", '{"version":01}', "json-syntax at 1:12 version", "my.json"],
    ["a line break in a JSON text", '{"version":1,\n"title":"a\nb"}', "json-syntax at 2:9 title", "my.json"],
    ["JSON that ends too soon", '{"version":1,', "json-syntax at 1:14", "my.json"],
    ["text after JSON", '{"version":1} and more', "json-syntax at 1:15", "my.json"],
    ["YAML in a file named JSON", head, "json-syntax at 1:1", "my.json"],
    ["a number that is none", "version: .nan\ntitle: A setup", "version-unknown at 1:10 version"],
    [
      "a number beyond all bounds",
      withAccount("    controls: { attempts: 1e400 }"),
      "not-whole at 11:27 accounts[0].controls.attempts",
    ],
  ];
  test.each(cases)("%s", (_what, text, told, name) => {
    expect(firstOf(text, name)).toBe(told);
    expect(readSetup(text, name ?? "my.setup.yaml").ok).toBe(false);
  });

  test("nesting of 64 levels is not too deep", () => {
    expect(firstOf(`${"[".repeat(64)}${"]".repeat(64)}`, "my.json")).toBe("not-a-mapping at 1:1");
    expect(firstOf(`${"[".repeat(64)}${"]".repeat(64)}`, "my.yaml")).toBe("not-a-mapping at 1:1");
  });

  test("no object gets a new prototype from a text", () => {
    for (const name of ["my.yaml", "my.json"]) readSetup('{"__proto__":{"polluted":true}}', name);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

/** Lists, each naming the one before several times: nine of nine would be over three hundred million values. */
function bomb(lists: number, times: number): string {
  const line = (n: number) =>
    `l${n}: &l${n} [${Array.from({ length: times }, () => `*l${n - 1}`).join(", ")}]`;
  return ["l0: &l0 [a]", ...Array.from({ length: lists }, (_, index) => line(index + 1))].join("\n");
}
