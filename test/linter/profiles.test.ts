// Profiles: which rules speak, and what a standard makes of their findings.
import { describe, expect, test } from "vitest";
import { asvsLevel } from "../../linter/asvs-levels.ts";
import type { Clause, Finding, Severity } from "../../linter/finding.ts";
import type { Flow } from "../../linter/flow.ts";
import { judgeBy, judgeFlow } from "../../linter/judge.ts";
import { defaultLevels } from "../../linter/levels.ts";
import { lint } from "../../linter/lint.ts";
import { profileById, profileIds, type ProfileId, weighed } from "../../linter/profiles.ts";
import { ruleMetas } from "../../linter/rules/index.ts";
import { clubFlow } from "./flows.ts";
import { memoryTree } from "./memory-tree.ts";

const clause = (id: string): Clause => ({ id, asks: "something" });
const speakers = (clauses: readonly string[], strict = false): readonly ProfileId[] =>
  profileIds.filter((id) =>
    profileById(id).speaks({ clauses: clauses.map(clause), ...(strict ? { strict } : {}) }),
  );

describe("which rules speak", () => {
  test("a rule that asks for extra care is silent by default and speaks in strict", () => {
    expect(speakers(["CWE-532"], true)).toEqual(["strict"]);
    expect(speakers(["CWE-532"])).toEqual(["default", "strict"]);
  });

  test("a level of ASVS hears what rests on it or on a level below", () => {
    expect(speakers(["ASVS 5.0 6.3.2"], true)).toEqual(["strict", "asvs-l2", "asvs-l3"]);
    expect(speakers(["ASVS 5.0 6.5.1"], true)).toEqual(["strict", "asvs-l2", "asvs-l3"]);
    expect(speakers(["ASVS 5.0 6.3.8"], true)).toEqual(["strict", "asvs-l3"]);
  });

  test("AAL2 hears clauses of NIST, but not those that only AAL3 asks for", () => {
    expect(speakers(["NIST SP 800-63B-4 4.2.2.2"], true)).toEqual(["strict", "nist-aal2"]);
    expect(speakers(["NIST SP 800-63B-4 3.1.3"], true)).toEqual(["strict", "nist-aal2"]);
    for (const section of ["2.3.2", "4.2.2.3"])
      expect(speakers([`NIST SP 800-63B-4 ${section}`], true)).toEqual(["strict"]);
  });

  test("a clause that merely looks like one is none", () => {
    expect(speakers(["ASVS 4.0 6.3.2", "ASVS 5.0 6.3.99", "NIST SP 800-63A 4.2"], true)).toEqual(["strict"]);
  });
});

test("requirements of ASVS have the level that the standard gives them", () => {
  expect(["6.1.1", "6.6.1", "6.3.8", "16.2.5", "17.2.8", "6.6.9"].map(asvsLevel)).toEqual([
    1,
    2,
    3,
    2,
    3,
    undefined,
  ]);
});

test.each(profileIds)("every rule that %s raises exists, and is heard there", (id) => {
  const { raised, speaks } = profileById(id);
  const heard = [...raised.keys()].filter((rule) => {
    const meta = ruleMetas.get(rule);
    return meta !== undefined && speaks(meta);
  });
  expect(heard).toEqual([...raised.keys()]);
});

test("every clause of ASVS that a rule names is one", () => {
  const named = [...ruleMetas.values()].flatMap(({ clauses }) => clauses.map(({ id }) => id));
  const asvs = named.filter((id) => id.startsWith("ASVS"));
  expect(asvs.length).toBeGreaterThan(0);
  expect(asvs.filter((id) => asvsLevel(id.replace("ASVS 5.0 ", "")) === undefined)).toEqual([]);
});

describe("how grave it is", () => {
  const told = (rule: string, severity: Severity) => ({ rule, severity });

  test("a sign-in by text alone is an error where two factors are asked for", () => {
    const warned = told("sms-only-login", "warning");
    const severityUnder = (id: ProfileId) =>
      weighed(warned, profileById(id), { severity: "warning" }).severity;
    expect(profileIds.map((id) => [id, severityUnder(id)])).toEqual([
      ["default", "warning"],
      ["strict", "warning"],
      ["asvs-l2", "error"],
      ["asvs-l3", "error"],
      ["nist-aal2", "error"],
    ]);
  });

  test("what the rule itself calls milder than usual stays so", () => {
    const mild = told("otp-reusable", "info");
    expect(weighed(mild, profileById("asvs-l2"), { severity: "warning" })).toEqual(mild);
  });

  test("no profile makes anything milder", () => {
    const order: readonly Severity[] = ["info", "warning", "error"];
    for (const id of profileIds)
      for (const [rule, severity] of profileById(id).raised) {
        const own = ruleMetas.get(rule)?.severity ?? "info";
        expect([id, rule, order.indexOf(severity) >= order.indexOf(own)]).toEqual([id, rule, true]);
      }
  });
});

/** What the bans of a profile say of a flow; what rules say for themselves is told elsewhere. */
function bansOf(id: ProfileId, flow: Flow): readonly Pick<Finding, "rule" | "severity" | "clauses">[] {
  return judgeFlow(flow, [flow], profileById(id))
    .filter(({ message }) =>
      /accepts a code sent to a phone number|codes that are all sent out/.test(message),
    )
    .map(({ rule, severity, clauses }) => ({ rule, severity, clauses }));
}

describe("where a standard bans what other profiles accept", () => {
  const mailAndText = clubFlow({ ends: "writes-password", asks: ["sms-code", "email-code"] });
  const secondFactor = clubFlow({ ends: "opens-session", asks: ["password", "sms-code"] });

  const banned = [{ severity: "error", clauses: ["ASVS 5.0 6.6.1"] }];

  test("a text as second factor is an error at level 3 of ASVS and nowhere else", () => {
    expect(bansOf("asvs-l3", secondFactor)).toMatchObject(banned);
    expect(bansOf("asvs-l3", secondFactor)).toMatchObject([{ rule: "sms-only-mfa" }]);
    for (const id of ["default", "strict", "asvs-l2", "nist-aal2"] as const)
      expect(bansOf(id, secondFactor)).toEqual([]);
  });

  test("a text and a mail in one reset are an error at level 3 of ASVS, and a warning at AAL2", () => {
    expect(bansOf("asvs-l3", mailAndText)).toMatchObject(banned);
    expect(bansOf("asvs-l3", mailAndText)).toMatchObject([{ rule: "sms-only-reset" }]);
    expect(bansOf("nist-aal2", mailAndText)).toEqual([
      { rule: "sms-only-reset", severity: "warning", clauses: ["NIST SP 800-63B-4 4.2.2.2"] },
    ]);
    for (const id of ["default", "strict", "asvs-l2"] as const) expect(bansOf(id, mailAndText)).toEqual([]);
  });

  test("a text and an app in one reset are accepted at AAL2, and not at level 3 of ASVS", () => {
    const flow = clubFlow({ ends: "writes-password", asks: ["sms-code", "totp"] });
    expect(bansOf("nist-aal2", flow)).toEqual([]);
    expect(bansOf("asvs-l3", flow)).toMatchObject(banned);
  });

  test("a reset without any code by phone is banned nowhere", () => {
    const flow = clubFlow({ ends: "writes-password", asks: ["email-code", "recovery-code"] });
    for (const id of profileIds) expect(bansOf(id, flow)).toEqual([]);
  });

  test("where the rule has spoken for itself, the ban does not speak again", () => {
    const flow = clubFlow({ ends: "writes-password", asks: ["sms-code"] });
    expect(bansOf("asvs-l3", flow)).toEqual([]);
    const rules = judgeFlow(flow, [flow], profileById("asvs-l3")).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === "sms-only-reset")).toHaveLength(1);
  });

  test("setups written by hand are held to it, too", async () => {
    const setup = `version: 1
title: The rowing club
numbers: [{ id: mobile }]
accounts:
  - id: club
    authenticators:
      - { id: password, kind: password }
      - { id: call, kind: voice-code, number: mobile }
    signIn: [{ with: [password, call] }]
`;
    const found = async (profile: ProfileId) => {
      const tree = memoryTree({ "club.setup.yaml": setup });
      const starts = [{ path: "", kind: "folder" }] as const;
      const { findings, stats } = await lint({ tree, starts, levels: defaultLevels, links: false, profile });
      const errors = findings.filter(({ severity }) => severity === "error");
      return { profile: stats.profile, errors: errors.map(({ rule, line }) => `${rule} ${line}`) };
    };
    expect(await found("asvs-l3")).toEqual({ profile: "asvs-l3", errors: ["sms-only-mfa 9"] });
    expect((await found("default")).profile).toBe("default");
  });
});

test("what a profile leaves out is counted apart from what the levels hide", async () => {
  const flow = clubFlow({ ends: "writes-password", asks: ["sms-code"] });
  const deaf = { ...profileById("default"), speaks: () => false };
  const { findings, leftOut } = await judgeBy(deaf, { flows: [flow], setups: [], configured: [] }, false);
  expect(findings).toEqual([]);
  expect(leftOut.map(({ rule }) => rule)).toContain("sms-only-reset");
});
