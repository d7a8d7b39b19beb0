// What the owner can do about a scenario: when it is an answer, what it gives back, and what it takes from the attacker.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conditionsOf, ownerHoldings } from "../../simulator/model/holdings.ts";
import type { ResponseOpening } from "../../simulator/model/response.ts";
import type { Setup } from "../../simulator/model/setup.ts";
import { sources } from "../../simulator/model/sources.ts";
import { responseById, responses } from "../../simulator/responses/index.ts";
import type { ResponseId } from "../../simulator/responses/index.ts";
import { openScenario, scenarios } from "../../simulator/scenarios/index.ts";
import type { ScenarioRef } from "../../simulator/scenarios/index.ts";
import { responseWords } from "../../simulator/words/en/responses.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { setupOf } from "./playing.ts";

const home = homeWith(true);

/** Somebody with one phone in use, and perhaps an old one in a drawer. */
function homeWith(spare: boolean): Setup {
  return setupOf({
    numbers: [{ id: "mobile", carrier: { simChange: "nothing" } }],
    devices: [
      { id: "phone", kind: "smartphone", sims: ["mobile"], wipedFrom: "cloud" },
      ...(spare ? [{ id: "drawer-phone", kind: "feature-phone" } as const] : []),
    ],
    accounts: [
      { id: "cloud", kind: "cloud", modelled: false },
      {
        id: "bank",
        kind: "bank",
        signedInOn: ["phone"],
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "call", kind: "voice-code", number: "mobile" },
          { id: "app", kind: "totp", devices: ["phone"] },
        ],
        signIn: [{ with: ["password", "text"] }, { with: ["password", "app"] }],
      },
      {
        id: "club",
        authenticators: [{ id: "password", kind: "password", secret: "everywhere" }],
        signIn: [{ with: ["password"] }],
      },
      {
        id: "shop",
        authenticators: [{ id: "password", kind: "password", secret: "everywhere" }],
        signIn: [{ with: ["password"] }],
      },
    ],
  });
}

function answer(id: ResponseId, ref: ScenarioRef, setup: Setup = home): ResponseOpening | undefined {
  return responseById(id).open(setup, openScenario(setup, ref));
}

function answersTo(ref: ScenarioRef, setup: Setup = home): readonly ResponseId[] {
  const opening = openScenario(setup, ref);
  return responses.filter((response) => response.open(setup, opening) !== undefined).map(({ id }) => id);
}

describe("what can be done about", () => {
  test.each<readonly [ScenarioRef, readonly ResponseId[]]>([
    [{ id: "carrier-block" }, ["carrier-call-unblock"]],
    [{ id: "app-enrolment" }, ["carrier-call-unblock"]],
    [{ id: "sim-swap" }, ["get-number-back"]],
    [{ id: "port-out" }, ["get-number-back"]],
    [{ id: "text-rerouting" }, ["get-number-back"]],
    [{ id: "call-forwarding" }, ["stop-forwarding"]],
    [{ id: "ss7-interception" }, []],
    [{ id: "recycled-number" }, []],
    [{ id: "lost-phone" }, ["new-sim", "remove-stolen-device", "erase-device"]],
    [{ id: "stolen-phone" }, ["new-sim", "remove-stolen-device", "erase-device"]],
    [
      { id: "stolen-phone", variant: "sim-moved" },
      ["get-number-back", "new-sim", "remove-stolen-device", "erase-device"],
    ],
    [{ id: "new-phone" }, []],
    [{ id: "no-coverage" }, ["use-wifi-calling"]],
    [{ id: "no-coverage", variant: "public-wifi" }, []],
    [{ id: "no-coverage", variant: "in-flight" }, ["wait-it-out"]],
    [{ id: "roaming-abroad" }, []],
    [{ id: "carrier-outage" }, ["wait-it-out"]],
    [{ id: "provider-outage" }, ["wait-it-out"]],
    [{ id: "clock-drift" }, ["set-clock-right"]],
    [{ id: "password-breach", variant: "all-services" }, ["change-passwords"]],
    [{ id: "number-changed" }, []],
    [{ id: "password-forgotten" }, []],
  ])("%j: %j", (ref, ids) => {
    expect(answersTo(ref)).toEqual(ids);
  });

  test("a broken phone: a new SIM, unless the old one fits into the phone in the drawer", () => {
    expect(answersTo({ id: "broken-phone" }, homeWith(false))).toEqual(["new-sim"]);
    expect(answersTo({ id: "broken-phone" })).toEqual([]);
  });

  test("a SIM swap that the carrier refused: nothing has to be undone", () => {
    const setup = setupOf({
      numbers: [{ id: "mobile", carrier: { simChange: "photo-id-in-person" } }],
      devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"] }],
    });
    expect(answersTo({ id: "sim-swap" }, setup)).toEqual([]);
  });

  test("a moved SIM without another phone: only a new SIM and a new phone", () => {
    expect(answersTo({ id: "stolen-phone", variant: "sim-moved" }, homeWith(false))).not.toContain(
      "get-number-back",
    );
  });
});

describe("the carrier", () => {
  test("removes a block, and what it stopped arrives again", () => {
    const [step] = answer("carrier-call-unblock", { id: "carrier-block" })?.steps ?? [];
    expect(step?.restores).toEqual(["delivery:mobile/bank"]);
    expect(step?.moves).toEqual([{ actor: "carrier", do: "unblock-texts", number: "mobile" }]);
  });

  test("gives a swapped number back, and the attacker has it no more", () => {
    expect(answer("get-number-back", { id: "sim-swap" })?.steps).toMatchObject([
      { restores: ["number:mobile"], revokes: ["number:mobile"], stops: [] },
    ]);
  });

  test("ends a re-routing, and texts arrive again at the phone, which had its number all along", () => {
    expect(answer("get-number-back", { id: "text-rerouting" })?.steps).toMatchObject([
      { restores: ["delivery:mobile/bank"], revokes: ["interception:mobile"] },
    ]);
  });

  test("sends a new SIM, and the one in the thief's hand is dead", () => {
    expect(answer("new-sim", { id: "stolen-phone" })?.steps).toMatchObject([
      { restores: ["number:mobile"], revokes: [], stops: ["line:mobile/phone"] },
    ]);
  });
});

describe("a device that is gone", () => {
  test("is removed from each account that knows it, from inside", () => {
    expect(answer("remove-stolen-device", { id: "stolen-phone" })?.steps).toEqual([
      {
        inside: "bank",
        moves: [{ actor: "owner", do: "revoke-device", account: "bank", device: "phone" }],
        restores: [],
        revokes: [],
        stops: ["works:bank/app/phone", "works:bank/@phone"],
      },
    ]);
  });

  test("is erased from the account that can do it", () => {
    expect(answer("erase-device", { id: "stolen-phone" })?.steps).toMatchObject([
      { inside: "cloud", stops: ["works:bank/app/phone", "works:bank/@phone"] },
    ]);
  });
});

describe("changing passwords", () => {
  test("takes the leaked password from the attacker, but leaves one that is used in two places alone", () => {
    const opened = answer("change-passwords", { id: "password-breach", variant: "all-services" });
    expect(opened?.steps.map(({ inside, revokes }) => ({ inside, revokes }))).toEqual([
      { inside: "bank", revokes: ["secret:bank/password"] },
    ]);
  });
});

describe("waiting", () => {
  test("takes as long as the outage, and gives everything back", () => {
    const opening = openScenario(home, { id: "carrier-outage" });
    const opened = responseById("wait-it-out").open(home, opening);
    expect(opened?.takes).toBe(15 * 3_600_000);
    expect(opened?.steps.flatMap(({ restores }) => restores)).toEqual(opening.losses);
  });

  test("in flight ends with Internet on every device again", () => {
    const moves = answer("wait-it-out", { id: "no-coverage", variant: "in-flight" })?.steps[0]?.moves;
    expect(moves?.map((move) => move.do)).toEqual(["set-reception", "restore-internet", "restore-internet"]);
  });
});

const refs = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

describe.each(responses.map(({ id }) => id))("%s", (id) => {
  test("has words and sources", () => {
    expect(responseWords[id].does.length).toBeGreaterThan(10);
    expect(responseById(id).sources.filter((source) => source in sources).length).toBeGreaterThan(0);
  });

  test("is an answer to something, and not to everything", () => {
    const opened = refs.map((ref) => answer(id, ref) ?? answer(id, ref, homeWith(false)));
    expect(opened.some((response) => response !== undefined)).toBe(true);
    expect(opened.some((response) => response === undefined)).toBe(true);
  });

  test.each(exampleSetupIds)("promises in %s only what was lost, gained or there", (setupId) => {
    const setup = exampleSetup(setupId);
    const there = new Set<string>([...ownerHoldings(setup), ...conditionsOf(setup)]);
    for (const ref of refs) {
      const opening = openScenario(setup, ref);
      const opened = responseById(id).open(setup, opening);
      if (opened === undefined) continue;
      expect(opened.takes).toBeGreaterThan(0);
      expect(opened.steps.length).toBeGreaterThan(0);
      for (const { restores, revokes, stops, moves } of opened.steps) {
        expect(opening.losses).toEqual(expect.arrayContaining([...restores]));
        expect(opening.gains).toEqual(expect.arrayContaining([...revokes]));
        expect(stops.filter((condition) => !there.has(condition))).toEqual([]);
        expect(moves.length).toBeGreaterThan(0);
      }
    }
  });
});

test("every response has a file of its own", () => {
  const helpers = new Set(["index.ts", "number-back.ts", "on-device.ts", "undoing.ts", "what-happened.ts"]);
  const files = readdirSync(new URL("../../simulator/responses/", import.meta.url));
  expect(files.filter((file) => !helpers.has(file)).toSorted()).toEqual(
    responses.map(({ id }) => `${id}.ts`).toSorted(),
  );
});

test("an unknown response is an error that names it", () => {
  expect(() => responseById("panic")).toThrow('"panic"');
});
