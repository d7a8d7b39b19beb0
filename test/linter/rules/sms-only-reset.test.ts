// The rule `sms-only-reset`, on setups written by hand and on flows as the reader would hand them over.
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../linter/finding.ts";
import type { Flow, FlowEffect, FlowStep, Place, Proof, ProofKind } from "../../../linter/flow.ts";
import { judge } from "../../../linter/judge.ts";
import { ruleMetas } from "../../../linter/rules/index.ts";
import { judgedSetupFile } from "../../../linter/setup-file.ts";
import { decodeLink } from "../../../simulator/index.ts";

const at = (file: string, line: number): Place => ({ file, line, column: 3 });

function step(what: FlowStep["what"], place: Place, detail = ""): FlowStep {
  return { what, place, detail };
}

function proof(kind: ProofKind): Proof {
  return {
    kind,
    confidence: "high",
    checked: step("checks-code", at("src/reset.ts", 14)),
    sent: step("sends-code", at("src/texts.ts", 3), "Twilio"),
  };
}

function reset(kinds: readonly ProofKind[], changes: Partial<Flow> = {}): Flow {
  const effect: FlowEffect = { what: "writes-password", place: at("src/reset.ts", 16), detail: "" };
  return {
    entry: {
      framework: "express",
      name: "POST /club/reset (reset)",
      symbol: "src/reset.ts#reset",
      place: at("src/reset.ts", 12),
    },
    proofs: kinds.map(proof),
    effect,
    skips: [],
    makesAccount: false,
    whose: "named",
    chosen: true,
    asksCarrier: false,
    notifies: false,
    steps: [...kinds.flatMap((kind) => [proof(kind).sent!, proof(kind).checked]), effect],
    confidence: "high",
    unknowns: [],
    ...changes,
  };
}

/** What other rules say of the same is theirs to test. */
const own = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === "sms-only-reset");
const chainOf = ({ consequences }: Finding) => consequences.filter(({ rule }) => rule === "reset-chain");
const judgeFlows = async (...flows: readonly Flow[]) => own(await judge(flows, [], false));

async function judgeSetup(yaml: string) {
  const judged = judgedSetupFile("club.setup.yaml", new TextEncoder().encode(yaml));
  return own(await judge([], "problems" in judged ? [] : [judged], false));
}

describe("a reset read from code", () => {
  test("that a texted code alone opens is an error, with the chain and a play that ends in a takeover", async () => {
    const [finding] = await judgeFlows(reset(["sms-code"]));
    expect(finding).toMatchObject({
      rule: "sms-only-reset",
      severity: "error",
      confidence: "high",
      file: "src/reset.ts",
      line: 12,
      message: "POST /club/reset (reset) sets a new password for a texted code alone",
      related: [
        { file: "src/texts.ts", line: 3, message: "sent here (Twilio)" },
        { file: "src/reset.ts", line: 14, message: "checked here" },
        { file: "src/reset.ts", line: 16, message: "password written here" },
      ],
    });
    const events = finding!.trail.map(({ what }) => what.id);
    expect(events).toContain("sim-moved");
    expect(events).toContain("text-reaches-attacker");
    expect(events).toContain("new-password-set");
  });

  test("rests on the clauses that the rule explains", async () => {
    const [finding] = await judgeFlows(reset(["sms-code"]));
    expect(finding!.clauses).toEqual(ruleMetas.get("sms-only-reset")!.clauses.map(({ id }) => id));
    expect(finding!.clauses).toEqual(
      expect.arrayContaining(["NIST SP 800-63B-4 4.2.2.2", "ASVS 5.0 6.4.3", "CWE-640"]),
    );
  });

  test("by a spoken code is as grave, by WhatsApp one level less", async () => {
    expect(await judgeFlows(reset(["voice-code"]))).toMatchObject([
      { severity: "error", message: expect.stringContaining("a code spoken in a call alone") },
    ]);
    expect(await judgeFlows(reset(["whatsapp-code"]))).toMatchObject([
      { severity: "warning", message: expect.stringContaining("by WhatsApp alone") },
    ]);
  });

  test("by two codes to the same number is still one factor", async () => {
    expect(await judgeFlows(reset(["sms-code", "whatsapp-code"]))).toMatchObject([{ severity: "error" }]);
  });

  test.each<[string, ProofKind[]]>([
    ["a mail beside the text", ["sms-code", "email-link"]],
    ["a mailed code beside the text", ["sms-code", "email-code"]],
    ["an authenticator app beside the text", ["sms-code", "totp"]],
    ["a passkey beside the text", ["sms-code", "passkey"]],
    ["a recovery code beside the text", ["sms-code", "recovery-code"]],
    ["the current password beside the text", ["sms-code", "password"]],
    ["a session that exists already", ["sms-code", "session"]],
    ["a mail alone", ["email-link"]],
    ["a code whose channel is unknown", ["unknown-code"]],
    ["nothing, which another rule is about", []],
  ])("is silent with %s", async (_, kinds) => {
    expect(await judgeFlows(reset(kinds))).toEqual([]);
  });

  test("after which every sign-in still asks for the app is a warning: nobody gets in, and the owner neither", async () => {
    const effect: FlowEffect = { what: "opens-session", place: at("src/enter.ts", 40), detail: "" };
    const entry = { ...reset([]).entry, symbol: "src/enter.ts#enter", place: at("src/enter.ts", 30) };
    const signIn = (...kinds: ProofKind[]) => reset(kinds, { effect, entry });
    const [guarded] = await judgeFlows(reset(["sms-code"]), signIn("password", "totp"));
    expect(guarded).toMatchObject({
      severity: "warning",
      attack: expect.stringContaining("The second factor still keeps them out, but the owner"),
    });
    const sometimes = [signIn("password", "totp"), signIn("password")];
    expect(await judgeFlows(reset(["sms-code"]), ...sometimes)).toMatchObject([{ severity: "error" }]);
    const atOnce = reset(["sms-code"], { effect });
    expect(await judgeFlows(reset(["sms-code"]), atOnce, signIn("password", "totp"))).toMatchObject([
      { severity: "error" },
    ]);
  });

  test("is not confused with a sign-in, which another rule is about", async () => {
    const effect: FlowEffect = { what: "opens-session", place: at("src/reset.ts", 16), detail: "" };
    expect(await judgeFlows(reset(["sms-code"], { effect }))).toEqual([]);
  });

  test("is as sure as the reading was, and passes on what the reading could not decide", async () => {
    const flow = reset(["sms-code"], { confidence: "low", unknowns: ["where the code is stored"] });
    expect(await judgeFlows(flow)).toMatchObject([
      { confidence: "low", notes: ["where the code is stored"] },
    ]);
  });

  test("read twice is one finding, the surer one", async () => {
    const findings = await judgeFlows(reset(["sms-code"], { confidence: "medium" }), reset(["sms-code"]));
    expect(findings).toMatchObject([{ confidence: "high" }]);
  });

  test("keeps its fingerprint when lines move, and has another in another handler", async () => {
    const [here] = await judgeFlows(reset(["sms-code"]));
    const moved = reset(["sms-code"]);
    const [below] = await judgeFlows({ ...moved, entry: { ...moved.entry, place: at("src/reset.ts", 90) } });
    const [elsewhere] = await judgeFlows({
      ...moved,
      entry: { ...moved.entry, symbol: "src/reset.ts#other" },
    });
    expect(below!.fingerprint).toBe(here!.fingerprint);
    expect(elsewhere!.fingerprint).not.toBe(here!.fingerprint);
    expect(here!.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test("comes with a link that carries the inferred setup and the scenario, unless links are switched off", async () => {
    const linked = (await judge([reset(["sms-code"])], [], true)).find(
      ({ rule }) => rule === "sms-only-reset",
    );
    expect(linked!.playUrl).toMatch(/^\/play\/#/);
    const link = await decodeLink(linked!.playUrl!.slice("/play/#".length));
    expect(link).toMatchObject({ ok: true, link: { scenario: { id: "sim-swap", target: "mobile" } } });
    const [unlinked] = await judgeFlows(reset(["sms-code"]));
    expect(unlinked).not.toHaveProperty("playUrl");
  });

  test("findings come by file and line, whatever order they were read in", async () => {
    const inFile = (file: string, line: number) => {
      const flow = reset(["sms-code"]);
      return { ...flow, entry: { ...flow.entry, symbol: `${file}#${line}`, place: at(file, line) } };
    };
    const findings = await judgeFlows(inFile("b.ts", 2), inFile("a.ts", 30), inFile("a.ts", 4));
    expect(findings.map(({ file, line }) => `${file}:${line}`)).toEqual(["a.ts:4", "a.ts:30", "b.ts:2"]);
  });
});

const club = (recovery: string, more = "") => `version: 1
title: The rowing club
numbers:
  - { id: mobile, carrier: { simChange: personal-data } }
devices:
  - { id: phone, kind: smartphone, sims: [mobile] }
accounts:
  - id: mail
    title: Club mailbox
    authenticators:
      - { id: password, kind: password }
      - { id: app, kind: totp, devices: [phone] }
      - { id: text, kind: sms-code, number: mobile }
    signIn:
      - with: [password]
    recovery:
      - ${recovery}
${more}`;

describe("a reset in a setup written by hand", () => {
  test("that a text alone opens is found at the line of its route", async () => {
    expect(await judgeSetup(club("{ with: [text], gives: new-password }"))).toMatchObject([
      {
        severity: "error",
        confidence: "high",
        file: "club.setup.yaml",
        line: 17,
        column: 9,
        message: 'the account "Club mailbox" sets a new password for a texted code alone',
        related: [],
      },
    ]);
  });

  test("that opens a session at once is found, too", async () => {
    expect(await judgeSetup(club("{ with: [text], gives: session }"))).toMatchObject([
      { message: 'the account "Club mailbox" opens for a texted code alone' },
    ]);
  });

  test("that asks for the authenticator app as well is no finding", async () => {
    expect(await judgeSetup(club("{ with: [text, app], gives: new-password }"))).toEqual([]);
  });

  test("that only removes a factor is another rule's matter", async () => {
    expect(await judgeSetup(club("{ with: [text], gives: factor-removal, removes: [app] }"))).toEqual([]);
  });

  test("that only puts another number on file is another rule's matter", async () => {
    expect(await judgeSetup(club("{ with: [text], gives: new-number }"))).toEqual([]);
  });

  test("takes along accounts that a link or a kept seed ties to that mailbox", async () => {
    const site = (id: string, authenticator: string) => `  - id: ${id}
    authenticators:
      - { id: password, kind: password }
      - { id: way, ${authenticator} }
    signIn:
      - with: [password]
    recovery:
      - { with: [way], gives: new-password }
`;
    const findings = await judgeSetup(
      club(
        "{ with: [text], gives: new-password }",
        site("website", "kind: email-link, mailbox: mail") +
          site("shop", "kind: totp, devices: [phone], exportedTo: mail"),
      ),
    );
    expect(findings).toHaveLength(1);
    expect(chainOf(findings[0]!)).toMatchObject([
      { message: 'the account "website" falls with it, because its reset rests on this account' },
      { message: 'the account "shop" falls with it, because its reset rests on this account' },
    ]);
  });

  test("takes along the accounts whose resets go to that mailbox, as one finding of its own", async () => {
    const site = (id: string, mailbox: string) => `  - id: ${id}
    authenticators:
      - { id: password, kind: password }
      - { id: mail-code, kind: email-code, mailbox: ${mailbox} }
    signIn:
      - with: [password]
    recovery:
      - { with: [mail-code], gives: new-password }
`;
    const findings = await judgeSetup(
      club("{ with: [text], gives: new-password }", site("website", "mail") + site("shop", "website")),
    );
    expect(findings).toHaveLength(1);
    expect(chainOf(findings[0]!)).toMatchObject([
      { message: 'the account "website" falls with it, because its reset rests on this account', line: 25 },
      { message: 'the account "shop" falls with it, because its reset rests on this account', line: 33 },
    ]);
  });

  test("behind a carrier that hears nobody is played as far as an insider or the network allows", async () => {
    const locked = club("{ with: [text], gives: new-password }").replace(
      "personal-data",
      "photo-id-in-person",
    );
    const [finding] = await judgeSetup(locked);
    expect(finding).toMatchObject({ severity: "error" });
    expect(finding!.trail.length).toBeGreaterThan(0);
  });

  test("whose sign-in still asks for the app is a warning: the attacker stays out, and so does the owner", async () => {
    const guarded = club("{ with: [text], gives: new-password }").replace(
      "- with: [password]",
      "- with: [password, app]",
    );
    const [finding] = await judgeSetup(guarded);
    expect(finding).toMatchObject({ severity: "warning", notes: [] });
    expect(finding!.attack).toContain("The second factor still keeps them out, but the owner");
    expect(finding!.trail.map(({ what }) => what.id)).toContain("new-password-set");
  });

  test("behind a carrier that nothing gets past is a warning that says so", async () => {
    const guarded = club("{ with: [text], gives: new-password }")
      .replace("mobile, carrier", "mobile, line: landline, carrier")
      .replace("simChange: personal-data", "rerouting: confirmed");
    expect(await judgeSetup(guarded)).toMatchObject([
      { severity: "warning", trail: [], notes: [expect.stringContaining("withstands every attack")] },
    ]);
  });

  test("on a landline whose texts a forged letter takes over says so", async () => {
    const hall = club("{ with: [text], gives: new-password }").replace(
      "mobile, carrier",
      "mobile, line: landline, carrier",
    );
    const [finding] = await judgeSetup(hall);
    expect(finding).toMatchObject({ severity: "error", scenario: "text-rerouting" });
    expect(finding!.attack).toBe(
      "Somebody who has a text service for businesses take the number's texts over asks for the code, reads it and chooses a new password.",
    );
  });

  test("that a call alone opens is told as a call", async () => {
    const called = club("{ with: [text], gives: new-password }").replace(
      "kind: sms-code",
      "kind: voice-code",
    );
    const [finding] = await judgeSetup(called);
    expect(finding!.message).toContain("a code spoken in a call alone");
    expect(finding!.attack).toContain("takes the call");
  });

  test("whose desk calls back is told as a call back", async () => {
    const desk = club("{ with: [text], gives: session }").replace(
      "kind: sms-code, number: mobile",
      "kind: support-desk, asks: call-back, number: mobile",
    );
    const [finding] = await judgeSetup(desk);
    expect(finding!.message).toBe(
      'the account "Club mailbox" opens for a call back to the phone number alone',
    );
  });

  test("that is no setup gives nothing to judge", () => {
    expect(judgedSetupFile("club.setup.yaml", new TextEncoder().encode("version: 2"))).toEqual({
      problems: expect.arrayContaining([expect.stringMatching(/^1:10 version: /)]),
    });
  });
});
