import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeLink, encodeLink, largestUnpacked, longestHash } from "../../../simulator/model/link.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { sayProblem } from "../../../simulator/words/en/problems.ts";
import { exampleSetup, exampleSetupIds } from "../example-setups.ts";
import { anySetup } from "./any-setup.ts";

const small = { version: 1, title: "A setup" };

/** A hash that is packed as it should be, around any JSON. */
async function hashOf(json: string, version = "1"): Promise<string> {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return `${version}.${Buffer.from(await new Response(stream).arrayBuffer()).toString("base64url")}`;
}

/** The problem's id, or `opened`. */
async function told(hash: string): Promise<string> {
  const read = await decodeLink(hash);
  if (read.ok) return "opened";
  for (const problem of read.problems) expect(sayProblem(problem)).not.toMatch(/undefined|[\p{Cc}\p{Cf}]/u);
  return read.problems.map(({ id }) => id).join(" ");
}

describe("a link", () => {
  test.each(exampleSetupIds)("carries %s and a play, in letters that a link may hold", async (id) => {
    const link = {
      setup: exampleSetup(id),
      scenario: { id: "sim-swap", variant: "insider", target: "mobile" },
      step: 7,
    };
    const hash = await encodeLink(link);
    expect(hash).toMatch(/^1\.[A-Za-z0-9_-]+$/);
    expect(hash.length, "short enough for a message").toBeLessThan(1_500);
    expect(await decodeLink(hash)).toEqual({ ok: true, link, warnings: [] });
    expect(await decodeLink(`#${hash}`)).toEqual({ ok: true, link, warnings: [] });
  });

  test("gives back whatever it was made of", async () => {
    const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
    const scenario = fc.record({ id, variant: id, target: id }, { requiredKeys: ["id"] });
    const extras = fc.record({ scenario, step: fc.nat(10_000) }, { requiredKeys: [] });
    const same = fc.asyncProperty(anySetup, extras, async (setup, { scenario, step }) => {
      fc.pre(readSetup(JSON.stringify(setup), "my.json").ok);
      const link = {
        setup,
        ...(scenario && { scenario: { ...scenario } }),
        ...(step === undefined ? {} : { step }),
      };
      expect(await decodeLink(await encodeLink(link))).toMatchObject({ ok: true, link });
    });
    await fc.assert(same, { numRuns: 100 });
  });

  test("passes on the warnings of its setup", async () => {
    const read = await decodeLink(
      await hashOf(JSON.stringify({ setup: { ...small, title: "Call +49 170 9876543" } })),
    );
    expect(read).toMatchObject({ ok: true, warnings: [{ id: "real-phone-number" }] });
  });

  test("keeps tags in titles as the plain text that they are", async () => {
    const title = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    const read = await decodeLink(await hashOf(JSON.stringify({ setup: { ...small, title } })));
    expect(read.ok && read.link.setup.title).toBe(title);
  });

  test("is not made of a setup that would not fit", async () => {
    const accounts = Array.from({ length: 5_000 }, (_, index) => ({
      id: `account-${index}`,
      title: "x".repeat(100),
    }));
    const read = readSetup(JSON.stringify({ ...small, accounts }), "my.json");
    if (!read.ok) throw new Error("the setup should be valid");
    await expect(encodeLink({ setup: read.setup })).rejects.toThrow(RangeError);
  });
});

describe("a hostile or broken link is refused", () => {
  test.each([
    ["an empty hash", "", "link-unreadable"],
    ["a mere #", "#", "link-unreadable"],
    ["a heading's hash", "#about-us", "link-unreadable"],
    ["a version to come", "2.AAAA", "link-version"],
    ["a version made of markup", "<b>.AAAA", "link-version"],
    ["no content", "1.", "link-unreadable"],
    ["letters that are not base64url", "1.ab+/", "link-unreadable"],
    ["a length that base64 cannot have", "1.abcde", "link-unreadable"],
    ["bytes that are not packed", "1.AAAAAAAA", "link-unreadable"],
    ["a hash over the limit", `1.${"A".repeat(longestHash)}`, "link-too-large"],
  ])("%s", async (_what, hash, id) => {
    expect(await told(hash)).toBe(id);
  });

  test("a link cut off anywhere", async () => {
    const hash = await encodeLink({ setup: exampleSetup("traveller"), scenario: { id: "lost-phone" } });
    for (let length = 0; length < hash.length; length += 13)
      expect(await told(hash.slice(0, length))).toMatch(/^link-unreadable$/);
  });

  test("a link with one letter changed is refused or still a sound setup", async () => {
    const hash = await encodeLink({ setup: exampleSetup("traveller") });
    const changed = fc.asyncProperty(
      fc.nat(hash.length - 1),
      fc.constantFrom(..."aZ0_-.#"),
      async (at, letter) => {
        const read = await decodeLink(hash.slice(0, at) + letter + hash.slice(at + 1));
        const sound = read.ok
          ? readSetup(JSON.stringify(read.link.setup), "my.json").ok
          : read.problems.length > 0;
        expect(sound).toBe(true);
      },
    );
    await fc.assert(changed, { numRuns: 200 });
  });

  test("any text", async () => {
    const anyHash = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String().map((text) => `1.${text.replaceAll("=", "")}`),
    );
    await fc.assert(
      fc.asyncProperty(anyHash, async (hash) => {
        expect(await told(hash)).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test("a bomb that unpacks to more than fits", async () => {
    const bomb = await hashOf(JSON.stringify({ setup: { ...small, story: " ".repeat(20_000_000) } }));
    expect(bomb.length, "the bomb itself is small enough to be looked at").toBeLessThan(longestHash);
    expect(await told(bomb)).toBe("link-too-large");
    expect(await told(await hashOf(" ".repeat(largestUnpacked + 1)))).toBe("link-too-large");
  });

  test.each([
    ["no JSON", "{"],
    ["a prototype", '{"setup":{"version":1,"title":"A setup"},"__proto__":{"polluted":true}}'],
    ["a prototype deep inside", '{"setup":{"version":1,"title":"A setup","constructor":{"prototype":1}}}'],
    ["deep nesting", `{"setup":${"[".repeat(1_000)}`],
    ["a setup that stands twice", '{"setup":{"version":1,"title":"a"},"setup":{"version":1,"title":"b"}}'],
  ])("%s", async (_what, json) => {
    expect(await told(await hashOf(json))).toBe("link-unreadable");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ["no setup", {}],
    ["a step before the first", { setup: small, step: -1 }],
    ["half a step", { setup: small, step: 1.5 }],
    ["a step beyond all plays", { setup: small, step: 1e9 }],
    ["a step that is no number", { setup: small, step: Number.NaN }],
    ["a step in quotes", { setup: small, step: "1" }],
    ["a scenario that is no id", { setup: small, scenario: { id: "../../etc" } }],
    ["a variant that is no id", { setup: small, scenario: { id: "sim-swap", variant: "<b>" } }],
    ["a target that is no id", { setup: small, scenario: { id: "sim-swap", target: "A b" } }],
    ["a scenario without id", { setup: small, scenario: {} }],
    ["more than a link holds", { setup: small, colour: "red" }],
  ])("%s", async (_what, content) => {
    expect(await told(await hashOf(JSON.stringify(content)))).toBe("link-incomplete");
  });

  test("a setup that would not be read from a file either", async () => {
    const setup = { ...small, accounts: [{ id: "mail", signIn: [{ with: ["password"] }] }] };
    expect(await told(await hashOf(JSON.stringify({ setup })))).toBe("dangling-reference");
    expect(await told(await hashOf(JSON.stringify({ setup: { ...small, version: 2 } })))).toBe(
      "version-unknown",
    );
  });
});
