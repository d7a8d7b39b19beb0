// Links into the player: what opens, and what is refused in words.
import { describe, expect, test } from "vitest";
import { encodeLink, type Setup } from "../../../simulator/index.ts";
import { addressOf, openHash } from "../../../site/player/link-state.ts";
import { exampleSetup } from "../examples.ts";

const mira = exampleSetup("one-phone-for-everything");
const fallback = { id: "sim-swap" } as const;

describe("a link", () => {
  test("brings back the setup, the scenario and the step that it was made from", async () => {
    const play = {
      setup: mira,
      scenario: { id: "ss7-interception", variant: "with-passwords" },
      step: 7,
    } as const;
    const address = await addressOf(play, "/play/");
    const opened = await openHash(address?.slice(address.indexOf("#")) ?? "", fallback);
    expect(opened).toEqual({ kind: "play", play });
  });

  test("without a scenario plays the page's own", async () => {
    const opened = await openHash(`#${await encodeLink({ setup: mira })}`, fallback);
    expect(opened).toMatchObject({ kind: "play", play: { scenario: fallback, step: 0 } });
  });

  test("that is empty opens nothing and complains about nothing", async () => {
    expect(await openHash("", fallback)).toEqual({ kind: "nothing" });
    expect(await openHash("#", fallback)).toEqual({ kind: "nothing" });
  });

  test.each([
    ["another version", "#9.abc"],
    ["no version", "#hello"],
    ["letters that no link has", "#1.%3Cscript%3E"],
    ["packed nonsense", "#1.AAAA"],
    ["a megabyte", `#1.${"A".repeat(1_000_000)}`],
  ])("with %s is refused with a reason", async (_, hash) => {
    const opened = await openHash(hash, fallback);
    expect(opened.kind).toBe("broken");
    expect(opened.kind === "broken" && opened.reasons.join("").length).toBeGreaterThan(10);
  });

  test.each([
    ["a scenario that does not exist", { id: "tea-party" }],
    ["a variant that the scenario does not have", { id: "sim-swap", variant: "by-pigeon" }],
    ["a target that the setup does not have", { id: "sim-swap", target: "moon" }],
  ])("with %s is refused", async (_, scenario) => {
    const opened = await openHash(`#${await encodeLink({ setup: mira, scenario })}`, fallback);
    expect(opened.kind).toBe("broken");
  });

  test("of a setup that is too large has no address", async () => {
    const [first] = mira.accounts;
    if (first === undefined) throw new Error("the example has no accounts");
    const accounts = Array.from({ length: 3_000 }, (_, index) => ({
      ...first,
      id: `account-${index}`,
      title: `${index}`.repeat(20),
    }));
    const large: Setup = { ...mira, accounts };
    expect(await addressOf({ setup: large, scenario: fallback, step: 0 }, "/play/")).toBeUndefined();
  });
});
