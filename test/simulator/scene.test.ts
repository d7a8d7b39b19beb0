// The scene: what a picture of one moment shows.
import { describe, expect, test } from "vitest";
import { attackSets, cords, story } from "../../simulator/index.ts";
import type { Scene, ScenarioRef, Setup, Story } from "../../simulator/index.ts";
import { initialWorld } from "../../simulator/machines/world.ts";
import { pegsOf, sceneOf } from "../../simulator/scene.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { onePhone, setupOf } from "./playing.ts";

const setup = exampleSetup("one-phone-for-everything");

/** The scene right after the first entry with this id. */
function sceneAfter(told: Story, id: string): Scene {
  const found = told.steps.find(({ entry }) => entry.what.id === id);
  if (found === undefined) throw new Error(`"${id}" is not in the play`);
  return found.scene;
}

describe("before anything has happened", () => {
  const { before } = story(setup, { id: "sim-swap" });

  test("everything is with its owner, and works", () => {
    // What is known about the owner is known to an attacker who has picked this victim.
    const pegs = before.pegs.filter(({ holding }) => holding !== "personal-data:owner");
    expect(pegs.every(({ holders }) => holders.join() === "owner")).toBe(true);
    expect(before.lines).toEqual([
      {
        number: "mobile",
        holder: "owner",
        intercepted: false,
        blocked: [],
        undelivered: [],
        liveIn: ["phone"],
        inUse: true,
        callsTaken: false,
        voicemailOpened: false,
      },
    ]);
    expect(before.handsets).toEqual([
      { device: "phone", custody: "owner", service: true, messages: [], working: true, watched: false },
    ]);
  });

  test("nobody is inside, and as many factors are left as there are", () => {
    for (const { inside, replaced, factorsLeft } of before.accounts)
      expect({ inside, replaced, factorsLeft }).toEqual({ inside: [], replaced: false, factorsLeft: 1 });
  });
});

describe("after the SIM swap", () => {
  const told = story(setup, { id: "sim-swap" });
  const scene = sceneAfter(told, "sim-moved");

  test("the attacker has the number, and the phone has no service", () => {
    expect(scene.lines[0]).toMatchObject({ holder: "attacker", intercepted: false });
    expect(scene.handsets[0]).toMatchObject({ custody: "owner", service: false });
    expect(scene.pegs.find(({ holding }) => holding === "number:mobile")?.holders).toEqual(["attacker"]);
  });

  test("the phone's screen says that there is no service", () => {
    expect(scene.handsets[0]?.messages.map(({ from, text }) => [from, text.id])).toEqual([
      ["carrier", "no-service"],
    ]);
  });

  test("no factor is left anywhere, though nobody is inside yet", () => {
    expect(scene.accounts.map(({ factorsLeft, inside }) => ({ factorsLeft, inside }))).toEqual(
      scene.accounts.map(() => ({ factorsLeft: 0, inside: [] })),
    );
  });

  test("at the end everything is replaced", () => {
    expect(told.steps.at(-1)?.scene.accounts.every(({ replaced }) => replaced)).toBe(true);
  });
});

describe("during a redirect", () => {
  const told = story(setup, { id: "ss7-interception" });

  test("owner and attacker both have the number's texts in reach, and the phone looks as always", () => {
    const scene = sceneAfter(told, "texts-redirected");
    expect(scene.lines[0]).toMatchObject({ holder: "owner", intercepted: true });
    expect(scene.handsets[0]).toMatchObject({ service: true, messages: [] });
    expect(scene.pegs.find(({ holding }) => holding === "number:mobile")?.holders).toEqual([
      "owner",
      "attacker",
    ]);
  });

  test("afterwards only the owner has it", () => {
    const scene = sceneAfter(told, "redirect-ended");
    expect(scene.lines[0]).toMatchObject({ holder: "owner", intercepted: false });
    expect(scene.pegs.find(({ holding }) => holding === "number:mobile")?.holders).toEqual(["owner"]);
  });
});

describe("after the phone is lost", () => {
  const passkeys = exampleSetup("passkey-and-recovery-codes");
  const scene = sceneAfter(story(passkeys, { id: "lost-phone" }), "device-lost");
  const holders = (holding: string) => scene.pegs.find((peg) => peg.holding === holding)?.holders;

  test("nobody has it", () => {
    expect(scene.handsets.map(({ device, custody }) => [device, custody])).toEqual([
      ["phone", "nobody"],
      ["laptop", "owner"],
    ]);
    expect(holders("device:phone")).toEqual([]);
  });

  test("its number and what was kept with it are out of reach, and the rest is not", () => {
    expect(holders("number:mobile")).toEqual([]);
    expect(holders("thing:key")).toEqual([]);
    expect(holders("thing:sheet")).toEqual(["owner"]);
  });

  test("it leaves as many factors for a stranger as there were", () => {
    const before = story(passkeys, { id: "lost-phone" }).before.accounts;
    expect(scene.accounts.map(({ factorsLeft }) => factorsLeft)).toEqual(
      before.map(({ factorsLeft }) => factorsLeft),
    );
  });
});

test("a carrier block shows the accounts whose texts are stopped", () => {
  const scene = sceneAfter(story(setup, { id: "carrier-block" }), "texts-blocked");
  expect(scene.lines[0]?.blocked).toEqual(["bank"]);
});

test("a text that arrives stands on the screen with its code", () => {
  const told = story(setup, { id: "ss7-interception" });
  const arrived = told.steps.find(({ entry }) => entry.what.id === "text-arrives");
  const message = arrived?.scene.handsets[0]?.messages.at(-1);
  expect(message?.text.params["code"]).toBe(arrived?.entry.what.params["code"]);
  expect(message?.at).toBe(arrived?.entry.at);
});

describe("factors left", () => {
  const refs: readonly ScenarioRef[] = [
    { id: "sim-swap" },
    { id: "sim-swap", variant: "with-passwords" },
    { id: "ss7-interception" },
    { id: "ss7-interception", variant: "with-passwords" },
  ];
  const cells = exampleSetupIds.flatMap((id) => refs.map((ref) => ({ id, ref })));

  test.each(cells)("in $id fall to 0 for what is taken over: $ref", ({ id, ref }) => {
    const example = exampleSetup(id);
    const { steps, before, verdicts } = story(example, ref);
    // A service that asks the carrier, or an owner who is told in time, can stop somebody who lacks nothing.
    const canBeStopped = example.accounts.some(
      ({ controls, notifies }) => controls.carrierChangeCheck || notifies.length > 0,
    );
    for (const { account, attacker } of verdicts) {
      const left = [before, ...steps.map(({ scene }) => scene)].map(
        (scene) => scene.accounts.find((each) => each.account === account)?.factorsLeft,
      );
      const isTaken = attacker === "taken-over";
      const isOpen = isTaken || !canBeStopped ? left.includes(0) : false;
      expect({ account, isOpen }).toEqual({ account, isOpen: isTaken });
    }
  });

  test("a password known from a breach counts before anything has happened", () => {
    const travelling = exampleSetup("traveller");
    const { before } = story(travelling, { id: "sim-swap", variant: "with-passwords" });
    expect(before.accounts.find(({ account }) => account === "ferries")?.factorsLeft).toBe(0);
  });
});

describe("pegs and cords", () => {
  test.each(exampleSetupIds)("every cord of %s hangs on a peg or on a described account", (id) => {
    const example: Setup = exampleSetup(id);
    const pegs = new Set<string>(pegsOf(example));
    const described = new Set(
      example.accounts.filter(({ modelled }) => modelled).map((account) => `account:${account.id}`),
    );
    for (const { holding } of cords(example)) expect(pegs.has(holding) || described.has(holding)).toBe(true);
  });

  test("an app on two devices has two cords, and an authenticator that no route asks for has none", () => {
    const two = setupOf({
      ...onePhone,
      devices: [...onePhone.devices, { id: "laptop", kind: "computer" }],
      accounts: [
        {
          id: "club",
          authenticators: [
            { id: "app", kind: "totp", devices: ["phone", "laptop"] },
            { id: "text", kind: "sms-code", number: "mobile" },
          ],
          signIn: [{ with: ["app"] }],
        },
      ],
    });
    expect(cords(two)).toEqual([
      { account: "club", authenticator: "app", way: "sign-in", holding: "device:phone" },
      { account: "club", authenticator: "app", way: "sign-in", holding: "device:laptop" },
    ]);
  });

  test("an account that stays signed in on a device hangs on that device, without an authenticator", () => {
    const sessions = cords(exampleSetup("always-signed-in")).filter(
      ({ authenticator }) => authenticator === undefined,
    );
    expect(sessions.map(({ way, holding }) => [way, holding])).toEqual([
      ["sign-in", "device:phone"],
      ["sign-in", "device:phone"],
      ["sign-in", "device:till"],
      ["sign-in", "device:till"],
    ]);
  });

  test("a text hangs on its number, once for signing in and once for coming back", () => {
    const ways = cords(setup).filter(
      ({ account, authenticator }) => account === "mail" && authenticator === "text",
    );
    expect(ways.map(({ way, holding }) => [way, holding])).toEqual([
      ["sign-in", "number:mobile"],
      ["recovery", "number:mobile"],
    ]);
  });
});

describe("a screen lock, which weighs nothing", () => {
  const accountsAtEnd = (variant: string) => {
    const told = story(exampleSetup("texts-on-the-laptop"), { id: "stolen-laptop", variant });
    return (told.steps.at(-1)?.scene ?? told.before).accounts;
  };

  test("is said to be left where it alone keeps the thief out", () => {
    const mailbox = accountsAtEnd("locked").find(({ account }) => account === "mail");
    expect(mailbox).toMatchObject({ inside: ["owner"], factorsLeft: 0, lockLeft: true });
  });

  test("is left nowhere once it is passed", () => {
    expect(accountsAtEnd("unlocked").filter(({ lockLeft }) => lockLeft)).toEqual([]);
  });

  test("does not stand in the way of somebody who has the number", () => {
    const { accounts } = sceneAfter(story(setup, { id: "sim-swap" }), "sim-moved");
    expect(accounts.filter(({ lockLeft }) => lockLeft)).toEqual([]);
  });
});

test("without attack sets at hand, no number of factors is shown", () => {
  const scene = sceneOf(initialWorld(setup), new Map([["mail", attackSets(setup, "mail")]]));
  expect(scene.accounts.map(({ factorsLeft }) => factorsLeft)).toEqual([1, null, null]);
});

test("an attacker who is inside lacks nothing, even when the redirected texts go to the owner again", () => {
  const { accounts, lines } = sceneAfter(story(setup, { id: "ss7-interception" }), "redirect-ended");
  expect(lines[0]?.intercepted).toBe(false);
  expect(accounts.map(({ inside, factorsLeft }) => [inside.includes("attacker"), factorsLeft])).toEqual([
    [true, 0],
    [true, 0],
    [true, 0],
  ]);
});
