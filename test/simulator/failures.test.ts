// What each failure takes from a household, told in conditions and holdings that a lay reader can judge.
import { describe, expect, test } from "vitest";
import { factorOf } from "../../simulator/factors/index.ts";
import { conditionsOf, ownerHoldings } from "../../simulator/model/holdings.ts";
import type { Setup } from "../../simulator/model/setup.ts";
import { openScenario, scenarios } from "../../simulator/scenarios/index.ts";
import type { ScenarioRef } from "../../simulator/scenarios/index.ts";
import { isSent, needsDeviceOnline } from "../../simulator/scenarios/conditions.ts";
import { scenarioWords } from "../../simulator/words/en/scenarios.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { setupOf } from "./playing.ts";

const household = householdWith({});

function householdWith({
  spare = false,
  wifiCalling = "none",
  abroad = "calls-only",
}: HouseholdOptions): Setup {
  return setupOf({
    numbers: [
      { id: "hall", line: "landline" },
      { id: "mobile", wifiCalling, abroad },
    ],
    devices: [
      { id: "telephone", kind: "landline-phone", sims: ["hall"] },
      { id: "phone", kind: "smartphone", sims: ["mobile"] },
      { id: "laptop", kind: "computer" },
      ...(spare ? [{ id: "drawer-phone", kind: "feature-phone" } as const] : []),
    ],
    things: [
      { id: "sheet", kind: "paper" },
      { id: "shopping-list", kind: "paper" },
      { id: "token", kind: "otp-token" },
      { id: "key", kind: "security-key", keptWith: "phone" },
      { id: "passport", kind: "id-document" },
    ],
    accounts: [
      {
        id: "mail",
        kind: "mailbox",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone", "laptop"] },
          { id: "codes", kind: "recovery-codes", sheet: "sheet" },
          { id: "browser", kind: "trusted-browser", devices: ["laptop"] },
        ],
        signIn: [{ with: ["password", "app"] }, { with: ["password", "browser"] }],
        recovery: [{ with: ["codes"], gives: "session" }],
      },
      {
        id: "bank",
        kind: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "call", kind: "voice-code", number: "mobile" },
          { id: "bank-app", kind: "device-code", devices: ["phone"] },
          { id: "prompt", kind: "push", devices: ["phone"] },
        ],
        signIn: [
          { with: ["password", "text"] },
          { with: ["password", "call"] },
          { with: ["password", "bank-app"] },
          { with: ["password", "prompt"] },
        ],
        controls: { codeLifetime: "30m" },
      },
      {
        id: "club",
        authenticators: [
          { id: "password", kind: "password", keptIn: "vault" },
          { id: "text", kind: "sms-code", number: "mobile", sender: "long-number" },
          { id: "friend", kind: "recovery-contact", contact: "aunt" },
        ],
        signIn: [{ with: ["password", "text"] }],
        recovery: [{ with: ["friend"], gives: "session" }],
        controls: { driftSteps: 0 },
      },
      { id: "vault", kind: "password-manager", modelled: false },
    ],
  });
}

interface HouseholdOptions {
  readonly spare?: boolean;
  readonly wifiCalling?: "none" | "without-short-codes" | "full";
  readonly abroad?: "everything" | "calls-only" | "nothing";
}

function lossesOf(ref: ScenarioRef, setup: Setup = household): readonly string[] {
  return openScenario(setup, ref).losses.toSorted();
}

const texts = ["delivery:mobile/bank", "delivery:mobile/club"];
const textsAndCalls = [...texts, "ringing:mobile"];

describe("a failure takes", () => {
  test.each<readonly [string, ScenarioRef, readonly string[]]>([
    ["the texts of one sender", { id: "carrier-block", variant: "one-sender" }, ["delivery:mobile/bank"]],
    [
      "texts from short numbers, when an app is to be enrolled",
      { id: "app-enrolment" },
      ["delivery:mobile/bank"],
    ],
    ["all texts and calls at home, without Wi-Fi calling", { id: "no-coverage" }, textsAndCalls],
    ["all texts and calls on a public hotspot", { id: "no-coverage", variant: "public-wifi" }, textsAndCalls],
    [
      "texts, calls and prompts in flight, and no code of the app",
      { id: "no-coverage", variant: "in-flight" },
      [...textsAndCalls, "works:bank/prompt/phone"],
    ],
    ["prompts on a phone that is offline", { id: "no-internet" }, ["works:bank/prompt/phone"]],
    ["texts abroad, where only calls come through", { id: "roaming-abroad" }, texts],
    [
      "texts that are later than their codes live",
      { id: "texts-delayed", variant: "quarter-of-an-hour" },
      ["delivery:mobile/club"],
    ],
    ["all texts that take two hours", { id: "texts-delayed", variant: "two-hours" }, texts],
    [
      "the texts and calls of a service that is out of order",
      { id: "provider-outage", target: "bank" },
      ["works:bank/call", "works:bank/text"],
    ],
    [
      "every sent code and prompt in an outage of the second-factor service",
      { id: "provider-outage", variant: "second-factor-service" },
      [
        "works:bank/call",
        "works:bank/prompt",
        "works:bank/prompt/phone",
        "works:bank/text",
        "works:club/text",
      ],
    ],
    ["all texts and calls in an outage of the carrier", { id: "carrier-outage" }, textsAndCalls],
    ["a number that was given up", { id: "number-changed" }, ["number:mobile"]],
    ["texts that go to the landline", { id: "landline-as-mobile" }, texts],
    [
      "every second factor that is not sent to a number",
      { id: "text-demanded" },
      [
        "works:bank/bank-app",
        "works:bank/bank-app/phone",
        "works:bank/prompt",
        "works:bank/prompt/phone",
        "works:mail/app",
        "works:mail/app/laptop",
        "works:mail/app/phone",
        "works:mail/browser",
        "works:mail/browser/laptop",
      ],
    ],
    [
      "codes of a clock that is two minutes off",
      { id: "clock-drift" },
      ["works:bank/bank-app/phone", "works:mail/app/phone"],
    ],
    ["nothing where the clock is half a minute off", { id: "clock-drift", variant: "half-a-minute" }, []],
    ["the sheet with the codes, and no other paper", { id: "recovery-codes-lost" }, ["thing:sheet"]],
    ["the use of every code", { id: "recovery-codes-lost", variant: "used-up" }, ["works:mail/codes"]],
    ["the key rather than the token", { id: "security-key-lost" }, ["thing:key"]],
    ["the passport", { id: "document-lost" }, ["thing:passport"]],
    ["the trust in browsers", { id: "browser-forgets" }, ["works:mail/browser", "works:mail/browser/laptop"]],
    ["the mailbox for everybody", { id: "mailbox-closed" }, ["works:mail"]],
    [
      "memorised passwords, and not those that are kept in a password manager",
      { id: "password-forgotten" },
      ["secret:bank/password", "secret:mail/password"],
    ],
    ["the password of one account", { id: "password-forgotten", target: "bank" }, ["secret:bank/password"]],
    ["the person who would vouch", { id: "contact-unreachable" }, ["contact:aunt"]],
    [
      "the phone, its number and what is carried with it",
      { id: "lost-phone" },
      ["device:phone", "number:mobile", "thing:key"],
    ],
    [
      "a broken phone and, without a spare one, its number",
      { id: "broken-phone" },
      ["device:phone", "number:mobile"],
    ],
    ["what was in the old phone, and not the number", { id: "new-phone" }, ["device:phone"]],
    ["the app that is bound to the old phone", { id: "device-bound-app" }, ["works:bank/bank-app/phone"]],
  ])("%s", (_, ref, losses) => {
    expect(lossesOf(ref)).toEqual(losses.toSorted());
  });

  test("a broken phone only, where its SIM fits into another one", () => {
    expect(lossesOf({ id: "broken-phone" }, householdWith({ spare: true }))).toEqual(["device:phone"]);
  });

  test("short numbers only, where Wi-Fi calling leaves them out", () => {
    const setup = householdWith({ wifiCalling: "without-short-codes" });
    expect(lossesOf({ id: "no-coverage" }, setup)).toEqual(["delivery:mobile/bank"]);
    expect(lossesOf({ id: "no-coverage", variant: "public-wifi" }, setup)).toEqual(textsAndCalls.toSorted());
  });

  test("nothing at home with full Wi-Fi calling, and nothing abroad where everything comes through", () => {
    expect(lossesOf({ id: "no-coverage" }, householdWith({ wifiCalling: "full" }))).toEqual([]);
    expect(lossesOf({ id: "roaming-abroad" }, householdWith({ abroad: "everything" }))).toEqual([]);
  });

  test("texts and calls abroad where nothing comes through", () => {
    expect(lossesOf({ id: "roaming-abroad" }, householdWith({ abroad: "nothing" }))).toEqual(
      textsAndCalls.toSorted(),
    );
  });

  test("half a minute's codes where the service allows no drift", () => {
    const setup = setupOf({
      devices: [{ id: "phone", kind: "smartphone" }],
      accounts: [
        {
          id: "strict",
          authenticators: [{ id: "app", kind: "totp", devices: ["phone"] }],
          signIn: [{ with: ["app"] }],
          controls: { driftSteps: 0 },
        },
      ],
    });
    expect(lossesOf({ id: "clock-drift", variant: "half-a-minute" }, setup)).toEqual([
      "works:strict/app/phone",
    ]);
  });
});

describe("what is over by itself", () => {
  test.each<readonly [ScenarioRef, number | undefined]>([
    [{ id: "carrier-outage" }, 15],
    [{ id: "provider-outage", variant: "second-factor-service" }, 14],
    [{ id: "no-coverage", variant: "in-flight" }, 12],
    [{ id: "no-coverage" }, undefined],
    [{ id: "carrier-block" }, undefined],
  ])("%j lasts %s hours", (ref, hours) => {
    const { lasts } = openScenario(household, ref);
    expect(lasts).toBe(hours === undefined ? undefined : hours * 3_600_000);
  });
});

const failures = scenarios.filter(({ kind }) => kind === "failure");
const refs = failures.flatMap(({ id, variants }) => variants.map((variant) => ({ id, variant: variant.id })));

describe.each(refs)("$id/$variant", (ref) => {
  test("has no attacker, begins after a quiet moment, and says what it strikes", () => {
    const opening = openScenario(household, ref);
    expect(opening).toMatchObject({ attacked: false, gains: [], knows: [], closing: [] });
    expect(opening.target).toBeDefined();
    expect(opening.moves[0]?.after).toBe(120_000);
    expect(opening.moves.slice(1).every(({ after }) => after === undefined)).toBe(true);
  });

  test("does nothing where nobody has anything", () => {
    expect(openScenario(setupOf({}), ref)).toMatchObject({ moves: [], losses: [] });
    expect(openScenario(setupOf({}), ref).target).toBeUndefined();
  });

  test("does nothing to what does not exist", () => {
    expect(openScenario(household, { ...ref, target: "nowhere" })).toMatchObject({ moves: [], losses: [] });
  });

  test.each(exampleSetupIds)("takes only what was there in %s, and nothing twice", (id) => {
    const setup = exampleSetup(id);
    const there = new Set<string>([...ownerHoldings(setup), ...conditionsOf(setup)]);
    const { losses } = openScenario(setup, ref);
    expect(losses.filter((loss) => !there.has(loss))).toEqual([]);
    expect(new Set(losses).size).toBe(losses.length);
  });

  test("has words for the variant", () => {
    expect(scenarioWords[ref.id].variants[ref.variant]?.length).toBeGreaterThan(5);
  });
});

test("what needs the device online is what its factor says, and a code app that is set so", () => {
  for (const { authenticators } of exampleSetupIds.flatMap((id) => exampleSetup(id).accounts))
    for (const authenticator of authenticators) {
      if (!("devices" in authenticator)) continue;
      const isOnline =
        factorOf(authenticator).needs === "internet" ||
        (authenticator.kind === "device-code" && authenticator.needsInternet);
      expect([authenticator.kind, needsDeviceOnline(authenticator)]).toEqual([authenticator.kind, isOnline]);
    }
});

test("what a service sends is what its charts of codes and prompts are for", () => {
  const kinds = exampleSetupIds
    .flatMap((id) => exampleSetup(id).accounts)
    .flatMap((account) => account.authenticators);
  for (const authenticator of kinds) {
    const { verifier } = factorOf(authenticator);
    expect([authenticator.kind, isSent(authenticator)]).toEqual([
      authenticator.kind,
      verifier === "challenge" || verifier === "prompt",
    ]);
  }
});
