// The whole play: steps in order, a scene for each, and an end that agrees with the verdicts.
import { describe, expect, test } from "vitest";
import { scenarios, story } from "../../simulator/index.ts";
import type { ScenarioRef, Setup, StoryStep } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { onePhone, setupOf } from "./playing.ts";

const cells = exampleSetupIds.flatMap((id) =>
  scenarios.flatMap((scenario) =>
    scenario.variants.map((variant) => ({
      id,
      ref: { id: scenario.id, variant: variant.id } satisfies ScenarioRef,
      name: `${id} × ${scenario.id}/${variant.id}`,
    })),
  ),
);

const ids = (steps: readonly StoryStep[]) => steps.map(({ entry }) => entry.what.id);

describe.each(cells)("$name", ({ id, ref }) => {
  const setup = exampleSetup(id);
  const told = story(setup, ref);

  test("its steps are numbered from 1 without a gap, and told in the order of time", () => {
    expect(told.steps.map(({ entry }) => entry.n)).toEqual(told.steps.map((_, at) => at + 1));
    const times = told.steps.map(({ entry }) => entry.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test("each step names a move of the play, and each move is told", () => {
    const moves = told.steps.map(({ move }) => move);
    expect(moves).toEqual(moves.toSorted((a, b) => a - b));
    const silent = told.moves.filter((move, at) => !moves.includes(at) && move.do !== "wait");
    expect(silent).toEqual([]);
  });

  test("in the last scene the attacker is inside of exactly what is called taken over", () => {
    const last = told.steps.at(-1)?.scene ?? told.before;
    for (const verdict of told.verdicts)
      expect(
        last.accounts.find(({ account }) => account === verdict.account)?.inside.includes("attacker"),
      ).toBe(verdict.attacker === "taken-over");
  });

  test("told twice it is the same", () => {
    expect(JSON.stringify(story(setup, ref))).toBe(JSON.stringify(told));
  });
});

describe("the chain of the SIM swap", () => {
  const told = story(exampleSetup("one-phone-for-everything"), { id: "sim-swap" });

  test("first the number goes, then the mailbox, then the bank", () => {
    const entered = told.steps
      .filter(({ entry }) => entry.what.id === "enters" && entry.actor === "attacker")
      .map(({ entry }) => entry.account);
    expect(ids(told.steps).slice(0, 3)).toEqual([
      "sim-change-asked-by-phone-call",
      "sim-moved",
      "service-lost",
    ]);
    expect(entered).toEqual(["mail", "bank", "shop"]);
  });

  test("the attacker does everything before the owner tries anything", () => {
    const people = told.steps
      .map(({ entry }) => entry.actor)
      .filter((actor) => actor === "owner" || actor === "attacker");
    expect(people.indexOf("owner")).toBeGreaterThan(people.lastIndexOf("attacker"));
  });

  test("what the owner can notice is the lost network, and the mails that arrive", () => {
    const seen = told.steps.flatMap(({ entry }) => (entry.sees === undefined ? [] : [entry.sees.id]));
    expect(new Set(seen)).toEqual(new Set(["no-service", "code-mail"]));
  });
});

describe("for one account", () => {
  const setup = exampleSetup("one-phone-for-everything");

  test("only its verdict is given", () => {
    expect(
      story(setup, { id: "sim-swap" }, { account: "bank" }).verdicts.map(({ account }) => account),
    ).toEqual(["bank"]);
  });

  test("the play goes through the mailbox that leads to it, and leaves others alone", () => {
    const { steps } = story(setup, { id: "sim-swap" }, { account: "bank" });
    const accounts = new Set(
      steps.map(({ entry }) => entry.account).filter((account) => account !== undefined),
    );
    expect([...accounts].toSorted()).toEqual(["bank", "mail"]);
  });

  test("an account that does not exist has no verdict", () => {
    expect(story(setup, { id: "sim-swap" }, { account: "nowhere" }).verdicts).toEqual([]);
  });
});

describe("what the attacker cannot change", () => {
  const guarded: Setup = setupOf({
    ...onePhone,
    devices: [...onePhone.devices, { id: "laptop", kind: "computer" }],
    accounts: [
      {
        id: "club",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile" },
          { id: "app", kind: "totp", devices: ["laptop"] },
        ],
        signIn: [{ with: ["password"] }, { with: ["app"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
        protectedActions: [{ id: "settings", with: ["app"], covers: "security-settings" }],
      },
    ],
  });

  test("stays: where the settings are guarded by an app, the owner still signs in with the app", () => {
    const { verdicts, end } = story(guarded, { id: "sim-swap" });
    expect(verdicts[0]).toMatchObject({ attacker: "taken-over", owner: "signed-in", obtained: [] });
    expect(end.actors["session:club/owner"]?.value).toBe("open");
  });
});

test("a setup without accounts is a short story", () => {
  const { moves, steps, verdicts } = story(setupOf(onePhone), { id: "lost-phone" });
  expect(moves.length).toBe(1);
  expect(ids(steps)).toEqual(["device-lost"]);
  expect(verdicts).toEqual([]);
});

test("a setup with nothing in it has no story at all", () => {
  for (const { id } of scenarios) {
    const { moves, steps } = story(setupOf({}), { id });
    expect({ moves, steps }).toEqual({ moves: [], steps: [] });
  }
});

describe("a trail holds no refusal that the world does not bear out", () => {
  test("an owner without any device is not shown a mail", () => {
    const told = story(exampleSetup("one-phone-for-everything"), { id: "lost-phone" });
    expect(told.steps.some(({ entry }) => entry.what.id === "mail-noticed")).toBe(false);
  });

  test("a locked-out owner fetches the password from the vault before saying that something else is missing", () => {
    const setup = setupOf({
      devices: [{ id: "phone", kind: "smartphone" }],
      things: [{ id: "key", kind: "security-key" }],
      accounts: [
        {
          id: "vault",
          authenticators: [{ id: "key", kind: "security-key", thing: "key" }],
          signIn: [{ with: ["key"] }],
        },
        {
          id: "mail",
          authenticators: [
            { id: "password", kind: "password", keptIn: "vault" },
            { id: "app", kind: "totp", devices: ["phone"] },
          ],
          signIn: [{ with: ["password", "app"] }],
        },
      ],
    });
    const told = story(setup, { id: "lost-phone" }, { account: "mail" }).steps.map(
      ({ entry }) => entry.what.id,
    );
    expect(told).toContain("finds-passwords");
    expect(told.filter((id) => id === "accepted")).toHaveLength(2);
    expect(told.filter((id) => id === "has-nothing")).toHaveLength(1);
  });

  test("who gets back in by a recovery is refused at the ordinary sign-in first", () => {
    const told = story(exampleSetup("passkey-and-recovery-codes"), { id: "lost-phone" }, { account: "club" });
    const ids = told.steps.map(({ entry }) => entry.what.id);
    expect(told.verdicts[0]?.owner).toBe("recoverable");
    expect(ids.indexOf("has-nothing")).toBeGreaterThan(ids.indexOf("begins-sign-in"));
    expect(ids.indexOf("begins-recovery")).toBeGreaterThan(ids.indexOf("has-nothing"));
  });

  test("an attacker who stays outside is seen to try what the number is good for", () => {
    const told = story(
      exampleSetup("five-banks-and-a-charity"),
      { id: "sim-swap" },
      { account: "heron-lane" },
    );
    const attackers = told.steps
      .filter(({ entry }) => entry.actor === "attacker")
      .map(({ entry }) => entry.what.id);
    expect(told.verdicts[0]?.attacker).toBe("safe");
    expect(attackers).toEqual(expect.arrayContaining(["begins-sign-in", "has-nothing"]));
  });
});
