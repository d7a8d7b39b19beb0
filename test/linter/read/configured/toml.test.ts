// TOML as it is read for settings: what it says, and where each key stands.
import { describe, expect, test } from "vitest";
import { readToml } from "../../../../linter/read/configured/toml.ts";
import { type Written, writtenAt } from "../../../../linter/read/configured/written.ts";

/** The value as plain data; what is no setting is `unknown`. */
function plain(written: Written | undefined): unknown {
  switch (written?.is) {
    case "value":
      return written.value;
    case "list":
      return written.items.map(plain);
    case "table":
      return Object.fromEntries([...written.entries].map(([key, value]) => [key, plain(value)]));
    default:
      return written?.is;
  }
}

const said = (text: string) => plain(readToml("bakery.toml", text));

/** `line:column` of the key at a path. */
function placeIn(text: string, ...path: readonly string[]): string | undefined {
  const place = writtenAt(readToml("bakery.toml", text), ...path)?.place;
  return place === undefined ? undefined : `${place.line}:${place.column}`;
}

describe("what is said", () => {
  test("keys belong to the table whose header stands before them", () => {
    expect(said('name = "rye"\n[oven]\nhot = true\n[oven.door]\nopen = false\n')).toEqual({
      name: "rye",
      oven: { hot: true, door: { open: false } },
    });
  });

  test("keys with dots, keys in quotes and tables on one line say the same as headers", () => {
    const expected = { oven: { "upper door": { open: true } } };
    expect(said('oven."upper door".open = true')).toEqual(expected);
    expect(said("[oven.'upper door']\nopen = true")).toEqual(expected);
    expect(said('oven = { "upper door" = { open = true } }')).toEqual(expected);
    expect(said("[ oven . 'upper door' ] # the left one\nopen = true")).toEqual(expected);
  });

  test("several tables of one name are a list, and what follows belongs to the last", () => {
    expect(said("[[loaf]]\nrye = true\n[loaf.crust]\nhard = true\n[[loaf]]\nrye = false")).toEqual({
      loaf: [{ rye: true, crust: { hard: true } }, { rye: false }],
    });
  });

  test("a sign in a text begins no comment, and a comment says nothing", () => {
    expect(said('a = "# not \\"this\\"" # enabled = true\n# b = true\nc = \'\\n\'')).toEqual({
      a: '# not "this"',
      c: "\\n",
    });
  });

  test("a text over several lines hides what looks like settings in it", () => {
    expect(said('text = """\nDear baker,\n[oven]\nhot = true\\\n   \n!"""\nhot = false\n')).toEqual({
      text: "Dear baker,\n[oven]\nhot = true!",
      hot: false,
    });
    expect(said("text = '''a''b'''''\n")).toEqual({ text: "a''b''" });
  });

  test("lists go over lines, with comments and a comma at their end", () => {
    expect(said('flours = [\n  "rye", # dark\n  "wheat",\n]\nnone = []')).toEqual({
      flours: ["rye", "wheat"],
      none: [],
    });
  });

  test("numbers, escapes and dates", () => {
    expect(
      said('a = 1_000\nb = -2.5\nc = "\\u00e9\\t"\nd = 2026-05-01T06:00:00Z\ne = 2026-05-01 06:00:00\n'),
    ).toEqual({
      a: 1000,
      b: -2.5,
      c: "é\t",
      d: "unknown",
      e: "unknown",
    });
  });

  test("a key may be called like something that every object has", () => {
    const root = readToml("bakery.toml", "[__proto__]\nhot = true\n[oven]\nconstructor.hot = false");
    expect(plain(writtenAt(root, "__proto__", "hot"))).toBe(true);
    expect(plain(writtenAt(root, "oven", "constructor", "hot"))).toBe(false);
    expect(writtenAt(root, "oven", "hot")).toBeUndefined();
  });

  test("ends of lines as Windows writes them, and a mark at the beginning", () => {
    expect(said("\uFEFF[oven]\r\nhot = true\r\n\r\n[shop]\r\nopen = false\r\n")).toEqual({
      oven: { hot: true },
      shop: { open: false },
    });
  });
});

describe("where a key stands", () => {
  const bakery = `# The bakery
name = "rye" # dark
text = """
[oven]
hot = false
"""

[oven]
  hot = true
shelf.upper = { full = true, empty = false }
"the door" = [
  1,
]
`;

  test.each([
    [["name"], "2:1"],
    [["oven"], "8:2"],
    [["oven", "hot"], "9:3"],
    [["oven", "shelf", "upper"], "10:1"],
    [["oven", "shelf", "upper", "empty"], "10:30"],
    [["oven", "the door"], "11:1"],
  ])("%j", (path, expected) => {
    expect(placeIn(bakery, ...path)).toBe(expected);
  });
});

describe("nothing is read of", () => {
  test.each([
    ["a key without a value", "[oven]\nhot ="],
    ["two keys on one line", "a = 1 b = 2"],
    ["the same key twice", "hot = true\nhot = false"],
    ["a text that does not end", 'a = "rye\nb = true'],
    ["a text that ends in an escape", 'a = "rye\\'],
    ["a list that does not end", "a = [1, 2"],
    ["a value that is a table as well", "a = 1\n[a]\nb = 2"],
    ["lists in lists without end", `a = ${"[".repeat(100_000)}`],
    ["lists in lists that end, ten thousand deep", `a = ${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["tables in tables without end", `a = ${"{ a = ".repeat(100_000)}`],
    ["something else", "<html></html>"],
    ["more than anybody writes", `hot = true\n${"# very hot\n".repeat(30_000)}`],
  ])("%s", (_, text) => {
    expect(readToml("bakery.toml", text)).toBeUndefined();
  });
});
