// The setup of a project: which accounts, which ways in, what speaks for each, and what is no part of it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Extracted, PartPath } from "../../linter/extracted.ts";
import type { EffectKind, Flow, ProofKind } from "../../linter/flow.ts";
import { durationText } from "../../linter/infer-project-controls.ts";
import { inferProject } from "../../linter/infer-project.ts";
import { setupYaml } from "../../linter/report/setup-yaml.ts";
import { effectiveFactors, readSetup, type Setup, verdicts } from "../../simulator/index.ts";
import { clubFlow, placeAt } from "./flows.ts";

function extractedOf(...flows: readonly Flow[]): Extracted {
  const extracted = inferProject(flows);
  if (extracted === undefined) throw new Error("nothing was extracted");
  return extracted;
}

function setupOf(extracted: Extracted): Setup {
  const reading = readSetup(JSON.stringify(extracted.setup), "club.json");
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.setup;
}

const accountsOf = (...flows: readonly Flow[]) =>
  setupOf(extractedOf(...flows)).accounts.filter(({ modelled, id }) => modelled && id !== "messenger");

function remarksAt({ remarks }: Extracted, path: PartPath): readonly string[] {
  return remarks
    .filter((one) => JSON.stringify(one.path) === JSON.stringify(path))
    .flatMap((one) => one.remarks)
    .map(({ at, text }) => (at === undefined ? text : `${at.file}:${at.line} ${text}`));
}

const reset = clubFlow({ ends: "writes-password", asks: ["sms-code"], name: "POST /forgotten" });
const signIn = clubFlow({ ends: "opens-session", asks: ["password", "totp"], name: "POST /sign-in" });

describe("what a flow becomes", () => {
  test("a sign-in and a reset are two ways into one account", () => {
    const [account, ...others] = accountsOf(signIn, reset);
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      authenticators: [
        { id: "password", kind: "password" },
        { id: "app", kind: "totp", devices: ["phone"] },
        { id: "text", kind: "sms-code", number: "mobile" },
      ],
      signIn: [{ with: ["password", "app"] }],
      recovery: [{ with: ["text"], gives: "new-password" }],
    });
  });

  test("a change of number and a removal of factors are recoveries, and say what they give", () => {
    const [account] = accountsOf(
      signIn,
      clubFlow({ ends: "changes-phone", asks: ["email-code"] }),
      clubFlow({ ends: "removes-factor", asks: ["sms-code"] }),
    );
    expect(account?.recovery).toMatchObject([
      { with: ["mail-code"], gives: "new-number" },
      { with: ["text"], gives: "factor-removal", removes: ["app"] },
    ]);
  });

  test("a removal does not remove what it asks for, and none is told where no factor is known", () => {
    const removal = clubFlow({ ends: "removes-factor", asks: ["totp"] });
    const extracted = extractedOf(signIn, removal);
    expect(setupOf(extracted).accounts.at(-1)?.recovery).toEqual([]);
    expect(extracted.aside.map(({ text }) => text)).toEqual([
      "POST /boathouse removes a factor: which one was not found",
    ]);
  });

  test("what is asked again of somebody signed in guards an action, and is no way in", () => {
    const change = clubFlow({ ends: "changes-email", asks: ["session", "password"] });
    const other = clubFlow({ ends: "changes-email", asks: ["session", "totp"] });
    const [account] = accountsOf(signIn, change, other);
    expect(account).toMatchObject({
      signIn: [{ with: ["password", "app"] }],
      recovery: [],
      protectedActions: [
        { id: "change-mail-address", with: ["password"] },
        { id: "change-mail-address-2", with: ["app"] },
      ],
    });
  });

  test("a call is a call, and a code by WhatsApp lies in a messenger that the number opens", () => {
    const [account] = accountsOf(clubFlow({ ends: "opens-session", asks: ["password", "voice-code"] }));
    expect(account?.authenticators).toMatchObject([{ kind: "password" }, { kind: "voice-code" }]);
    const setup = setupOf(extractedOf(clubFlow({ ends: "opens-session", asks: ["whatsapp-code"] })));
    expect(setup.accounts.map(({ id }) => id)).toEqual(["messenger", "account"]);
    expect(effectiveFactors(setup, "account")).toBe(1);
    const verdict = verdicts(setup, { id: "sim-swap" }).find(({ account: id }) => id === "account");
    expect(verdict?.attacker).toBe("taken-over");
  });

  test.each([
    ["a sign-up", clubFlow({ ends: "opens-session", asks: ["sms-code"], changes: { makesAccount: true } })],
    ["what only names speak for", clubFlow({ ends: "opens-session", changes: { confidence: "low" } })],
    ["a code of unknown origin", clubFlow({ ends: "opens-session", asks: ["unknown-code"] })],
    ["a session for who is signed in", clubFlow({ ends: "opens-session", asks: ["session"] })],
    [
      "a change that asks whoever is inside for nothing",
      clubFlow({ ends: "writes-password", asks: ["session"] }),
    ],
    ["a session for nothing that was found", clubFlow({ ends: "opens-session" })],
    ["a reset for nothing that was found", clubFlow({ ends: "writes-password" })],
    ["a change of mail address from outside", clubFlow({ ends: "changes-email", asks: ["sms-code"] })],
  ])("%s is told aside, with its place and the reason", (_what, flow) => {
    const { setup, aside } = extractedOf(signIn, flow);
    expect(setup).toEqual(extractedOf(signIn).setup);
    expect(aside).toHaveLength(1);
    expect(aside[0]).toMatchObject({ at: flow.entry.place });
    expect(aside[0]?.text).toMatch(/^POST \/boathouse \w+ .+: .+/);
    expect(inferProject([flow])).toBeUndefined();
  });
});

describe("what speaks for a part", () => {
  test("a route that several flows take stands there once, with the place of each", () => {
    const again = clubFlow({
      ends: "writes-password",
      asks: ["sms-code"],
      file: "src/v2.ts",
      name: "POST /v2",
    });
    const extracted = extractedOf(signIn, reset, again);
    expect(extracted.setup.accounts?.[0]?.recovery).toHaveLength(1);
    expect(remarksAt(extracted, ["accounts", 0, "recovery", 0])).toEqual([
      "src/boathouse.ts:20 POST /forgotten, confidence high",
      "src/v2.ts:20 POST /v2, confidence high",
    ]);
  });

  test("a code says where it is sent and where it is checked", () => {
    const extracted = extractedOf(signIn, reset);
    expect(remarksAt(extracted, ["accounts", 0, "authenticators", 2])).toEqual([
      "src/texts.ts:4 sent (Twilio)",
      "src/boathouse.ts:30 checked (compared)",
    ]);
  });

  test("a sign-in with the password is assumed where a password can be set and none was read, and says so", () => {
    const extracted = extractedOf(reset);
    expect(extracted.setup.accounts?.[0]?.signIn).toEqual([{ with: ["password"] }]);
    expect(remarksAt(extracted, ["accounts", 0, "signIn", 0])).toEqual([
      "assumed: a password can be set, and no sign-in that asks for it was read",
    ]);
    expect(remarksAt(extractedOf(signIn, reset), ["accounts", 0, "signIn", 0])).toEqual([
      "src/boathouse.ts:20 POST /sign-in, confidence high",
    ]);
  });
});

describe("accounts", () => {
  const rowers = { file: "apps/rowers/reset.ts", store: "rower" };
  const coaches = { file: "apps/coaches/reset.ts", store: "coach" };
  const ofRowers = clubFlow({ ends: "writes-password", asks: ["sms-code"], ...rowers });
  const ofCoaches = clubFlow({ ends: "writes-password", asks: ["email-code"], ...coaches });

  test("there is one for each store of passwords, and what stands beside its flows belongs to it", () => {
    const inside = clubFlow({
      ends: "opens-session",
      asks: ["password", "totp"],
      file: "apps/coaches/in.ts",
    });
    expect(
      accountsOf(ofRowers, ofCoaches, inside).map(({ id, title, signIn: ways, recovery }) => [
        id,
        title,
        ways.map((way) => way.with),
        recovery.map((way) => way.with),
      ]),
    ).toEqual([
      ["account", "the account (rower)", [["password"]], [["text"]]],
      ["account-2", "the account (coach)", [["password", "app"]], [["mail-code"]]],
    ]);
  });

  test("there is one for all where a sign-in may belong to either", () => {
    const anywhere = clubFlow({ ends: "opens-session", asks: ["password"], file: "apps/in.ts" });
    expect(accountsOf(ofRowers, ofCoaches, anywhere)).toHaveLength(1);
  });

  test("a store's name makes a title and no surprise", () => {
    const [account] = accountsOf(
      clubFlow({
        ends: "writes-password",
        asks: ["sms-code"],
        store: "\u001b[2J\u202e+1 555 0100\nevil: true",
      }),
    );
    expect(account?.title).toBe("the account (2J 1 555 0100 evil true)");
  });
});

const place = placeAt("src/codes.ts", 7);
const within = "src/codes.ts#codes";

describe("what was read of codes", () => {
  const flow = clubFlow({
    ends: "opens-session",
    asks: ["sms-code"],
    code: {
      made: [
        { place, within, how: "random", source: "randomInt", choices: 9_000, guarded: false },
        { place, within, how: "fixed", source: "1", choices: 1, guarded: true },
      ],
      kept: [
        { place, within, store: "codes", hashed: false, ends: "yes", lifetime: 90_000 },
        { place, within, store: "codes", hashed: false, ends: "yes", lifetime: 900_000 },
      ],
      checked: [
        { place, within, loose: "no", complete: true, limited: "yes", consumed: "yes", alsoFor: [] },
        { place, within, loose: "no", complete: true, limited: "no", consumed: "no", alsoFor: [] },
      ],
    },
  });

  test("becomes the controls of the account, the weakest of each, with its place", () => {
    const extracted = extractedOf(flow);
    expect(extracted.setup.accounts?.[0]?.controls).toEqual({
      codeLength: 4,
      codeLifetime: "15m",
      attempts: "unlimited",
      oneTimeUse: false,
    });
    expect(remarksAt(extracted, ["accounts", 0, "controls", "codeLength"])).toEqual([
      "src/codes.ts:7 9000 codes can come out",
    ]);
    expect(setupOf(extracted).accounts[0]?.controls.attempts).toBe("unlimited");
  });

  test("and what was not is named as not known", () => {
    const extracted = extractedOf(signIn, reset);
    expect(extracted.setup.accounts?.[0]?.controls).toBeUndefined();
    expect(remarksAt(extracted, ["accounts", 0])).toContain(
      "controls that are not known, and left at their defaults: codeLength, codeLifetime, attempts, oneTimeUse",
    );
  });

  test.each([
    [600_000, "10m"],
    [86_400_000, "1d"],
    [1_500, "2s"],
    [30_000_500, "501m"],
    [5_000_000_000_500, "9999m"],
  ])("%d milliseconds are written as a length of time that a setup can have", (milliseconds, text) => {
    expect(durationText(milliseconds)).toMatch(/^[0-9]{1,4}[smhd]$/);
    expect(durationText(milliseconds)).toBe(text);
  });
});

describe("whatever flows there are", () => {
  const kinds: readonly ProofKind[] = [
    "password",
    "sms-code",
    "voice-code",
    "whatsapp-code",
    "email-code",
    "email-link",
    "totp",
    "passkey",
    "recovery-code",
    "session",
    "unknown-code",
  ];
  const effects: readonly EffectKind[] = [
    "writes-password",
    "opens-session",
    "changes-phone",
    "changes-email",
    "removes-factor",
  ];
  const anyFlow = fc
    .record({
      ends: fc.constantFrom(...effects),
      asks: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 3 }),
      file: fc.constantFrom("apps/rowers/a.ts", "apps/coaches/b.ts", "c.ts"),
      line: fc.integer({ min: 1, max: 999 }),
      name: fc.string({ unit: "binary", maxLength: 20 }),
      store: fc.oneof(fc.constantFrom("rower", "coach", ""), fc.string({ unit: "binary", maxLength: 200 })),
      code: fc.constantFrom({}, { kept: [{ place, within, store: "s", hashed: true, ends: "no" as const }] }),
      changes: fc.record({
        makesAccount: fc.boolean(),
        confidence: fc.constantFrom("high" as const, "medium" as const, "low" as const),
      }),
    })
    .map(clubFlow);

  test("the setup can be read, every remark stands beside a part, and every flow is told", () => {
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 12 }), (flows) => {
        const extracted = inferProject(flows);
        if (extracted === undefined) return;
        const read = readSetup(JSON.stringify(extracted.setup), "club.json");
        expect(read.ok && read.setup.title).toBe("Inferred from code");
        const yaml = readSetup(setupYaml(extracted, { shownPath: (file) => file }), "club.setup.yaml");
        expect(yaml.ok && yaml.setup).toEqual(read.ok && read.setup);
        const parts = extracted.remarks.map(({ path }) =>
          path.reduce<unknown>(
            (part, key) => (part as Record<string | number, unknown>)[key],
            extracted.setup,
          ),
        );
        expect(parts.filter((part) => part === undefined)).toEqual([]);
        const told = [...extracted.remarks.flatMap(({ remarks }) => remarks), ...extracted.aside];
        const places = new Set(told.map(({ at }) => `${at?.file}:${at?.line}`));
        for (const { entry } of flows) expect(places).toContain(`${entry.place.file}:${entry.place.line}`);
      }),
      { numRuns: 300 },
    );
  });
});
