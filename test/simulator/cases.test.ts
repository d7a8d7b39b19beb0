// Incidents that were published: each replays to the outcome that it had.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cases } from "../../simulator/cases/index.ts";
import { readSetup, simulate, sources, verdicts } from "../../simulator/index.ts";
import { caseWords } from "../../simulator/words/en/cases.ts";
import { setupOf } from "./playing.ts";

const replays = cases.flatMap(({ id, setup, scenario, outcome }) =>
  Object.entries(outcome).map(([account, published]) => ({
    name: `${id}: ${account}`,
    setup: setupOf(setup),
    scenario,
    account,
    published,
  })),
);

describe("a case ends as published", () => {
  test.each(replays)("$name", ({ setup, scenario, account, published }) => {
    const verdict = verdicts(setup, scenario).find((each) => each.account === account);
    expect(verdict).toMatchObject(published);
  });
});

describe("and the play shows it", () => {
  test.each(replays)("$name", ({ setup, scenario, account, published }) => {
    const [result] = simulate(setup, scenario, { account }).accounts;
    const title = setup.accounts.find(({ id }) => id === account)?.title;
    const entered = new Set(
      result?.trail
        .filter(({ what }) => what.id === "enters" && what.params["account"] === title)
        .map(({ actor }) => actor),
    );
    const { attacker, owner } = published;
    const wrong = [
      ...(attacker !== undefined && entered.has("attacker") !== (attacker === "taken-over")
        ? ["attacker"]
        : []),
      ...(owner !== undefined && entered.has("owner") !== (owner !== "locked-out") ? ["owner"] : []),
    ];
    expect(wrong).toEqual([]);
  });
});

describe("what turned the case", () => {
  const outcomeOf = (id: string, change: (text: string) => string, scenario = {}) => {
    const found = cases.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no case "${id}"`);
    const setup = setupOf(JSON.parse(change(JSON.stringify(found.setup))));
    return verdicts(setup, { ...found.scenario, ...scenario }).map(({ attacker, owner }) => [
      attacker,
      owner,
    ]);
  };

  test("with the second factor left on, the agency's account would have held", () => {
    const leftOn = outcomeOf("agency-2024", (text) => text, {
      id: "sim-swap",
      variant: "phone-call",
      target: "mobile",
    });
    const withApp = outcomeOf(
      "agency-2024",
      (text) => text.replace('"kind":"sms-code","number":"mobile"}', '"kind":"totp","devices":["phone"]}'),
      { id: "sim-swap", variant: "phone-call", target: "mobile" },
    );
    expect(leftOn).toEqual([["taken-over", "locked-out"]]);
    expect(withApp[0]?.[0]).toBe("safe");
  });

  test("with number matching, the prompts would have been in vain", () => {
    const matched = outcomeOf("prompts-2022", (text) =>
      text.replace('"kind":"push"', '"kind":"push","answer":"number-matching"'),
    );
    expect(matched).toEqual([["safe", "signed-in"]]);
  });

  test("with codes in place of the keys, the employees' passwords would have been enough", () => {
    const codes = outcomeOf("keys-2022", (text) =>
      text.replace('"kind":"security-key","thing":"key"', '"kind":"totp","devices":["phone"]'),
    );
    expect(codes[0]?.[0]).toBe("taken-over");
  });

  test("with seeds that were not synced, the cloud account would have given nothing", () => {
    expect(outcomeOf("synced-codes-2023", (text) => text.replace(',"syncedTo":"cloud"', ""))).toEqual([
      ["safe", "signed-in"],
    ]);
  });

  test("without a recovery key, proving one's identity would have brought the owner back", () => {
    const [outcome] = outcomeOf("watched-passcode-2023", (text) => text.replace("true", "false"));
    expect(outcome).toEqual(["taken-over", "recoverable"]);
  });

  test("with Wi-Fi calling that lets short codes through, the codes in the mountains would have come", () => {
    expect(outcomeOf("mountains-2025", (text) => text.replace("without-short-codes", "full"))).toEqual([
      ["safe", "signed-in"],
      ["safe", "signed-in"],
    ]);
  });
});

describe("cases", () => {
  const ids = cases.map(({ id }) => id);
  const noCases = ["case", "index", "one-phone"];

  test("each has a file of its own name, and each file is listed", () => {
    const files = readdirSync(new URL("../../simulator/cases/", import.meta.url)).map((file) =>
      file.replace(".ts", ""),
    );
    expect(files.filter((file) => !noCases.includes(file)).toSorted()).toEqual(ids.toSorted());
  });

  test("there are takeovers and lock-outs among them", () => {
    const outcomes = cases.flatMap(({ outcome }) => Object.values(outcome));
    expect(outcomes.filter(({ attacker }) => attacker === "taken-over").length).toBeGreaterThanOrEqual(8);
    expect(outcomes.filter(({ owner }) => owner === "locked-out").length).toBeGreaterThanOrEqual(6);
  });

  test.each(cases)("$id is a setup that reads without a problem or a warning", ({ setup, id }) => {
    // The number that the owner gave up is in no phone of theirs: that is the case.
    const warnings = id === "old-number-2018" ? [{ id: "sim-nowhere" }] : [];
    expect(readSetup(JSON.stringify(setup), "case.json")).toMatchObject({ ok: true, warnings });
  });

  test.each(cases)("$id has words, a sentence for each outcome, a date and sources", (each) => {
    const words = caseWords[each.id];
    for (const text of [words.title, words.happened, words.teaches]) expect(text).toMatch(/^[A-Z].{9,}/);
    expect(Object.keys(words.published)).toEqual(Object.keys(each.outcome));
    expect(each.date).toMatch(/^20\d{2}(?:-\d{2}){0,2}$/);
    expect(each.sources.length).toBeGreaterThan(0);
    for (const source of each.sources) expect(Object.keys(sources)).toContain(source);
  });

  test("there are no words for others", () => {
    expect(Object.keys(caseWords)).toEqual(ids);
  });
});
