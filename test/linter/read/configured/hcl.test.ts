// The language of Terraform, as far as settings are written out in it.
import { describe, expect, test } from "vitest";
import { readHcl } from "../../../../linter/read/configured/hcl.ts";
import type { Written } from "../../../../linter/read/configured/written.ts";

/** What is written, without places; what is not known is a question mark. */
function plain(written: Written | undefined): unknown {
  switch (written?.is) {
    case "value":
      return written.value;
    case "list":
      return written.items.map(plain);
    case "table":
      return Object.fromEntries([...written.entries].map(([key, value]) => [key, plain(value)]));
    case "unknown":
      return "?";
    case undefined:
      return undefined;
  }
}

const read = (text: string) => plain(readHcl("main.tf", text));

describe("an attribute", () => {
  test.each([
    ['"sms"', "sms"],
    ['"a \\"b\\" c"', 'a "b" c'],
    ["true", true],
    ["null", null],
    ["-12.5", -12.5],
    ["[]", []],
    ['["a", "b",]', ["a", "b"]],
    ["[\n  1, # one\n  2\n]", [1, 2]],
    ['{ a = 1, "b" : true }', { a: 1, b: true }],
    ["{\n  a = 1\n  b = [var.x]\n}", { a: 1, b: ["?"] }],
  ])("is what is written: %s", (text, value) => {
    expect(read(`a = ${text}\nz = 1\n`)).toEqual({ a: value, z: 1 });
  });

  test.each([
    "var.mode",
    'var.on ? "ON" : "OFF"',
    '"${var.name}-pool"',
    '"%{ if var.a }x%{ endif }"',
    'merge({ a = 1 }, { "b" = "}" })',
    '[for one in var.all : one["id"]]',
    "{ for key, value in var.all : key => value }",
    "<<EOF\n  a = {\n  EOF",
    '<<-TEXT\n  say "hello\n  TEXT',
    '"a" == var.b',
    "1 + 2",
    "(\n  var.a\n)",
  ])("is not known where it is worked out: %s", (text) => {
    expect(read(`a = ${text}\nz = 1\n`)).toEqual({ a: "?", z: 1 });
  });
});

describe("a block", () => {
  test("is a table under its name and labels", () => {
    expect(read('resource "pool" "main" {\n  name = "mill"\n  inner { on = true }\n}\n')).toEqual({
      resource: { pool: { main: { name: "mill", inner: { on: true } } } },
    });
  });

  test("is one of a list where there are several of its name", () => {
    expect(read("a {\n  b { n = 1 }\n  b { n = 2 }\n  b {}\n}\n")).toEqual({
      a: { b: [{ n: 1 }, { n: 2 }, {}] },
    });
  });

  test("is not known where it is made as often as something else says", () => {
    const text = 'a {\n  dynamic "b" {\n    for_each = var.all\n    content { n = b.value }\n  }\n}\n';
    expect(read(text)).toEqual({ a: { b: "?" } });
  });
});

test("comments say nothing, and may hold anything", () => {
  const text = '# a = {\n// "b\n/* c = [\n */ a = 1 // one\nb { /* { */ c = 2 } # }\n';
  expect(read(text)).toEqual({ a: 1, b: { c: 2 } });
});

test("each thing has its place", () => {
  const root = readHcl("main.tf", 'resource "a" "b" {\n  inner {\n    on = true\n  }\n}\n');
  const found = root?.is === "table" ? root.entries.get("resource") : undefined;
  expect(found?.place).toEqual({ file: "main.tf", line: 1, column: 1 });
  expect(JSON.stringify(plain(root))).toContain("on");
  const places = JSON.stringify(root, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  expect(places).toContain('{"file":"main.tf","line":3,"column":5}');
});

test.each(["a {", "a = [1", 'a = "b', "a = <<EOF\nb", "}", "a b = 1", "/* a", "= 1", "a = {\n b = (1 }\n"])(
  "%j is no file of it",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test.each([
  ["nested blocks", "a {".repeat(50_000)],
  ["nested lists", `a = ${"[".repeat(100_000)}`],
  ["comments that are never closed", `a = ${"/*".repeat(100_000)}`],
  ["texts that are never closed", `a = ${'<<E\n"'.repeat(50_000)}`],
  ["a text in a text in a text", `a = ${'"${'.repeat(50_000)}`],
])("%s take no long time", (_, text) => {
  const began = performance.now();
  expect(read(text)).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});
