// Links into the player: what opens, and what is refused in words.
import { describe, expect, test } from "vitest";
import { encodeLink, type Setup } from "../../../simulator/index.ts";
import { knownScenario } from "../../../site/player/known-scenario.ts";
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
    const opened = await openHash(address?.slice(address.indexOf("#")) ?? "", fallback, knownScenario);
    expect(opened).toEqual({ kind: "play", play });
  });

  test("without a scenario plays the page's own", async () => {
    const opened = await openHash(`#${await encodeLink({ setup: mira })}`, fallback, knownScenario);
    expect(opened).toMatchObject({ kind: "play", play: { scenario: fallback, step: 0 } });
  });

  test("that is empty opens nothing and complains about nothing", async () => {
    expect(await openHash("", fallback, knownScenario)).toEqual({ kind: "nothing" });
    expect(await openHash("#", fallback, knownScenario)).toEqual({ kind: "nothing" });
  });

  test.each([
    ["another version", "#9.abc"],
    ["no version", "#hello"],
    ["letters that no link has", "#1.%3Cscript%3E"],
    ["packed nonsense", "#1.AAAA"],
    ["a megabyte", `#1.${"A".repeat(1_000_000)}`],
  ])("with %s is refused with a reason", async (_, hash) => {
    const opened = await openHash(hash, fallback, knownScenario);
    expect(opened.kind).toBe("broken");
    expect(opened.kind === "broken" && opened.reasons.join("").length).toBeGreaterThan(10);
  });

  test.each([
    ["a scenario that does not exist", { id: "tea-party" }],
    ["a variant that the scenario does not have", { id: "sim-swap", variant: "by-pigeon" }],
    ["a target that the setup does not have", { id: "sim-swap", target: "moon" }],
  ])("with %s is refused", async (_, scenario) => {
    const opened = await openHash(`#${await encodeLink({ setup: mira, scenario })}`, fallback, knownScenario);
    expect(opened.kind).toBe("broken");
  });

  test("brings back what the owner does at once, and leaves out what is no answer", async () => {
    const banks = exampleSetup("five-banks-and-a-charity");
    const scenario = { id: "carrier-block" } as const;
    const opened = async (response: string) =>
      openHash(
        `#${await encodeLink({ setup: banks, scenario: { ...scenario, response } })}`,
        fallback,
        knownScenario,
      );
    expect(await opened("carrier-call-unblock")).toMatchObject({
      play: { scenario: { ...scenario, response: "carrier-call-unblock" } },
    });
    for (const response of ["set-clock-right", "dance"]) {
      const play = await opened(response);
      expect(play.kind === "play" && play.play.scenario).toEqual(scenario);
    }
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
