// `onefactor explain`: every rule, scenario, factor, control, response and case has something to say.
import { describe, expect, test } from "vitest";
import { ruleMetas } from "../../../linter/rules/index.ts";
import {
  caseWords,
  controlWords,
  factorWords,
  responseWords,
  scenarios,
  scenarioWords,
} from "../../../simulator/index.ts";
import { onefactor } from "./run.ts";

const topics = [
  ...ruleMetas.keys(),
  ...scenarios.map(({ id }) => id),
  ...Object.keys(factorWords),
  ...Object.keys(controlWords),
  ...Object.keys(responseWords),
  ...Object.keys(caseWords),
];

describe("onefactor explain", () => {
  test.each(topics)("%s is explained within 80 columns, addresses aside", async (topic) => {
    const { code, stdout } = await onefactor(["explain", topic]);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(80);
    expect(stdout.split("\n").filter((line) => line.length > 80 && !line.includes("https://"))).toEqual([]);
  });

  test("a scenario tells how it works, what it needs, what is noticed, what to do, and its sources", async () => {
    const { stdout } = await onefactor(["explain", "ss7-interception"]);
    for (const heading of [
      "What it needs",
      "What the owner notices",
      "What to do now",
      "Variants",
      "Sources",
    ])
      expect(stdout).toContain(`\n${heading}\n`);
  });

  test("a rule tells how to mend it, when it is fine, and what it rests on", async () => {
    const { stdout } = await onefactor(["explain", "sms-only-reset"]);
    for (const heading of ["How to mend it", "When it is fine", "What it rests on"])
      expect(stdout).toContain(`\n${heading}\n`);
  });

  test("a rule says in which profiles it speaks", async () => {
    expect((await onefactor(["explain", "sms-only-reset"])).stdout).toContain(
      "\nSpeaks in the profiles: default, strict, asvs-l2, asvs-l3, nist-aal2.\n",
    );
  });

  test("the list has every rule under what it is about", async () => {
    const { stdout } = await onefactor(["explain", "--help"]);
    expect(stdout).toMatch(/^Rules about who gets in:\n {2}.*sms-only-reset/m);
    const listed = stdout.replaceAll(/\s+/g, " ");
    for (const id of ruleMetas.keys()) expect(listed).toMatch(new RegExp(`[ ]${id}(?:,| )`));
  });

  test("no two topics have one id, but for a rule that is called after what it is about", () => {
    const twice = topics.filter((topic, index) => topics.indexOf(topic) !== index);
    expect(twice).toEqual(["reset-chain"]);
  });

  test("a rule and a scenario of one name are both told, the rule first", async () => {
    const { code, stdout } = await onefactor(["explain", "reset-chain"]);
    expect(code).toBe(0);
    const rule = stdout.indexOf("reset-chain (error): ");
    const between = stdout.indexOf("\nOf the same name\n");
    const scenario = stdout.indexOf(scenarioWords["reset-chain"].title);
    expect(rule).toBe(0);
    expect(between).toBeGreaterThan(rule);
    expect(scenario).toBeGreaterThan(between);
  });

  test.each([
    ["rule", "sms-only-reset"],
    ["scenario", "push-bombing"],
    ["variant", "sim-swap/insider"],
    ["factor", "push"],
    ["control", "carrier-change-check"],
    ["response", "get-number-back"],
    ["case", "watched-passcode-2023"],
  ])("the whole text about a %s, such as %s", async (_kind, topic) => {
    expect((await onefactor(["explain", topic])).stdout).toMatchSnapshot();
  });

  test("a scenario says who does it, and a failure says nothing of the kind", async () => {
    expect((await onefactor(["explain", "ss7-interception"])).stdout).toContain(
      "Who does it: somebody with access to the phone network",
    );
    expect((await onefactor(["explain", "lost-phone"])).stdout).not.toContain("Who does it");
  });

  test("a control is found by the key that a setup writes, too", async () => {
    const [byId, byKey] = await Promise.all(
      ["code-length", "codeLength"].map((topic) => onefactor(["explain", topic])),
    );
    expect(byKey).toEqual(byId);
  });

  test("a case tells how it ended for each account, and which scenario replays it", async () => {
    const { stdout } = await onefactor(["explain", "watched-passcode-2023"]);
    expect(stdout).toContain(
      "\nHow it ended, as published\n  - Account of the phone (taken over, the owner is",
    );
    expect(stdout).toContain(
      "\nIt replays as: stolen-phone/passcode-watched\nPlay it: onefactor simulate --case watched-passcode-2023\n",
    );
  });

  test("an unknown topic gets the nearest one", async () => {
    expect(await onefactor(["explain", "sim-swop"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'onefactor: There is no rule, scenario, factor, control, response or case "sim-swop".\n  Did you mean: onefactor explain sim-swap?\n  See: onefactor explain --help\n',
    });
  });

  test("a variant is explained with its scenario, and named first", async () => {
    const { code, stdout } = await onefactor(["explain", "sim-swap/insider"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SIM swap: .*\n\nsim-swap\/insider: Somebody who works for the carrier\n/);
    expect(stdout).toContain("\nVariants\n");
  });

  test.each(scenarios.flatMap(({ id, variants }) => variants.map((variant) => `${id}/${variant.id}`)))(
    "the variant %s is explained",
    async (topic) => expect((await onefactor(["explain", topic])).code).toBe(0),
  );

  test("a variant that does not exist gets those that do", async () => {
    const { code, stderr } = await onefactor(["explain", "sim-swap/nope"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'onefactor: The scenario sim-swap has no variant "nope".\n' +
        "  It has: sim-swap/phone-call, sim-swap/insider, sim-swap/bribed-store, sim-swap/with-passwords.\n" +
        "  See: onefactor explain --help\n",
    );
  });

  test("a topic that is nothing like one is sent to the list", async () => {
    const { code, stderr } = await onefactor(["explain", "nope"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'onefactor: There is no rule, scenario, factor, control, response or case "nope".\n  See: onefactor explain --help\n',
    );
    const { stdout } = await onefactor(["explain", "--help"]);
    for (const id of ["sms-only-reset", "sim-swap", "totp", "code-length", "new-sim", "german-banks-2017"])
      expect(stdout).toMatch(new RegExp(`[ ]${id}\\b`));
  });

  test.each([[["explain"]], [["explain", "sim-swap", "totp"]], [["explain", "__proto__"]]])(
    "%j ends with 2",
    async (args) => {
      expect((await onefactor(args)).code).toBe(2);
    },
  );
});
