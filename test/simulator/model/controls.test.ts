// Every key of a setup that changes how others behave is a control: it has words, sources, and a place in the schema.
import { describe, expect, test } from "vitest";
import { authenticatorSchema } from "../../../simulator/model/authenticators.ts";
import { controls } from "../../../simulator/model/controls.ts";
import { setupJsonSchema } from "../../../simulator/model/json-schema.ts";
import { sources } from "../../../simulator/model/sources.ts";
import { controlWords } from "../../../simulator/words/en/controls.ts";

interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly oneOf?: readonly Part[];
  readonly anyOf?: readonly Part[];
}

/** What stands under these keys in the published schema, in each of the kinds that a list can hold. */
function partsAt(keys: readonly string[], parts: readonly Part[]): readonly Part[] {
  const inside = parts
    .flatMap((part) => (part.items === undefined ? [part] : [part.items]))
    .flatMap((part) => part.oneOf ?? part.anyOf ?? [part]);
  const [key, ...rest] = keys;
  if (key === undefined) return inside;
  return partsAt(
    rest,
    inside.flatMap((part) => part.properties?.[key] ?? []),
  );
}

const schema: Part = setupJsonSchema;
const keysAt = (path: string) => [
  ...new Set(partsAt(path.split("."), [schema]).flatMap((part) => Object.keys(part.properties ?? {}))),
];

/** What a setup says of somebody or something, rather than how it behaves. */
const noControls = ["id", "title", "kind", "line", "carrier", "sims"];

const described = new Set(Object.values(controls).map(({ at }) => at));
const missing = (path: string) =>
  keysAt(path)
    .filter((key) => !noControls.includes(key))
    .map((key) => `${path}.${key}`)
    .filter((at) => !described.has(at));

describe("controls", () => {
  test.each(["accounts.controls", "numbers.carrier", "numbers", "devices"])(
    "every key of %s is one",
    (path) => {
      expect(keysAt(path).length).toBeGreaterThan(4);
      expect(missing(path)).toEqual([]);
    },
  );

  test("every yes, no or choice that an authenticator can have is one", () => {
    const choices = authenticatorSchema.options.flatMap(({ entries }) =>
      Object.entries(entries).flatMap(([key, entry]) => {
        const text = JSON.stringify(entry);
        const isChoice = text.includes('"type":"picklist"') || text.includes('"type":"boolean"');
        return isChoice ? [`accounts.authenticators.${key}`] : [];
      }),
    );
    // What a desk goes by is what it rests on, as the number is of a text.
    expect([...new Set(choices)].filter((at) => !described.has(at))).toEqual([
      "accounts.authenticators.asks",
    ]);
  });

  test.each(Object.entries(controls))("%s is where it says", (_, { at }) => {
    expect(partsAt(at.split("."), [schema]).length).toBeGreaterThan(0);
  });

  test("each has words, and there are no words for others", () => {
    expect(Object.keys(controlWords)).toEqual(Object.keys(controls));
    for (const words of Object.values(controlWords))
      for (const text of Object.values(words)) expect(text).toMatch(/^[A-Z].{5,}/);
  });

  test.each(Object.entries(controls))("%s names sources of the bibliography", (_, { sources: own }) => {
    expect(own.length).toBeGreaterThan(0);
    for (const source of own) expect(Object.keys(sources)).toContain(source);
  });
});
