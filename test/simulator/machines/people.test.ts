// What people do to each other by way of a service: lures, guessing, looking on, objecting, sessions on devices.
import { describe, expect, test } from "vitest";
import { explore } from "../../../simulator/machines/explore.ts";
import { initialWorld } from "../../../simulator/machines/world.ts";
import type { World } from "../../../simulator/machines/world.ts";
import type { Lure } from "../../../simulator/model/lures.ts";
import type { Move } from "../../../simulator/model/move.ts";
import { goOn, isInside, lastOf, movesOf, onePhone, play, setupOf, stateOf, told, wait } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

type Authenticators = NonNullable<AccountInput["authenticators"]>;

const hour = 60 * 60 * 1_000;
const password = { id: "password", kind: "password" } as const;

/** A bank with one route for each authenticator, and whatever else it has. */
function bank(
  authenticators: Authenticators,
  more: Partial<AccountInput> = {},
  others: readonly AccountInput[] = [],
) {
  return setupOf({
    ...onePhone,
    devices: [
      { ...onePhone.devices[0], sims: ["mobile"] },
      { id: "laptop", kind: "computer" },
    ],
    things: [
      { id: "key", kind: "security-key" },
      { id: "sheet", kind: "paper" },
      { id: "token", kind: "otp-token" },
      { id: "passport", kind: "id-document" },
    ],
    accounts: [
      { id: "bank", authenticators, signIn: authenticators.map(({ id }) => ({ with: [id] })), ...more },
      ...others,
    ],
  });
}

const owner = movesOf("owner", "bank");
const attacker = movesOf("attacker", "bank");
const lastWords = (world: World) => lastOf(world).what.id;
const deceive = (lure: Lure): Move => ({ actor: "attacker", do: "deceive-owner", account: "bank", lure });
const steal = { actor: "attacker", do: "take-device", device: "phone" } as const;
const tries = (id: string) => [attacker.begin(), attacker.ask(id), attacker.present(id)];
const presents = (id: string) => [attacker.begin(), attacker.present(id)];

describe("a push", () => {
  const push = { id: "push", kind: "push", devices: ["phone"] } as const;
  const signsIn = [owner.begin(), owner.ask("push"), owner.present("push")];

  test("is approved by the person who signs in and has the unlocked phone", () => {
    expect(isInside(play(bank([push]), signsIn), "owner", "bank")).toBe(true);
  });

  test("does not appear while the phone has no Internet", () => {
    const world = play(bank([push]), [{ actor: "chance", do: "cut-internet", device: "phone" }, ...signsIn]);
    expect(lastWords(world)).toBe("has-nothing");
  });

  test("that the owner did not ask for is denied, and the attacker gets nothing", () => {
    const world = play(bank([push]), tries("push"));
    expect(told(world)).toContain("prompt-denied");
    expect(world.trail.some(({ sees }) => sees?.id === "prompt-text")).toBe(true);
    expect(isInside(world, "attacker", "bank")).toBe(false);
  });

  test("is answered by a thief who can unlock the phone, and by no other", () => {
    const unlocked = play(bank([push]), [steal, ...tries("push")], { attackerHolds: ["unlock:phone"] });
    expect(isInside(unlocked, "attacker", "bank")).toBe(true);
    expect(isInside(play(bank([push]), [steal, ...tries("push")]), "attacker", "bank")).toBe(false);
  });

  test("on two devices is approved by the thief of one before the owner denies it on the other", () => {
    const both = bank([{ ...push, devices: ["phone", "laptop"] }]);
    const world = play(both, [steal, ...tries("push")], { attackerHolds: ["unlock:phone"] });
    expect(isInside(world, "attacker", "bank")).toBe(true);
    const answers = ["prompt-denied", "approved-before-denied", "accepted"];
    expect(told(world).filter((id) => answers.includes(id))).toEqual(answers);
  });

  test("after push upon push is approved to have quiet", () => {
    const world = play(bank([push]), [deceive("prompts"), ...tries("push")]);
    const pestering = ["prompt-sent", "prompt-denied", "prompts-go-on", "hands-over-to-prompts"];
    expect(told(world).filter((id) => pestering.includes(id))).toEqual([
      "prompt-sent",
      "prompt-denied",
      "prompts-go-on",
      "prompt-sent",
      "hands-over-to-prompts",
    ]);
    expect(isInside(world, "attacker", "bank")).toBe(true);
  });

  test("where the service limits them, stops before the owner gives in", () => {
    const limited = bank([push], { controls: { pushLimit: 2 } });
    const world = play(limited, [deceive("prompts"), ...tries("push")]);
    expect(told(world)).toContain("no-more-prompts");
    expect(isInside(world, "attacker", "bank")).toBe(false);
  });

  test("with a number to match cannot be had by pestering, but by a false page", () => {
    const matching = bank([{ ...push, answer: "number-matching" }]);
    expect(isInside(play(matching, [deceive("prompts"), ...tries("push")]), "attacker", "bank")).toBe(false);
    expect(isInside(play(matching, [deceive("false-site"), ...tries("push")]), "attacker", "bank")).toBe(
      true,
    );
  });

  test("is not sent while the service is down, and again afterwards", () => {
    const down = play(bank([push]), [{ actor: "service", do: "stop-sending", account: "bank" }, ...signsIn]);
    expect(isInside(down, "owner", "bank")).toBe(false);
    const up = goOn(down, [{ actor: "service", do: "resume-sending", account: "bank" }, ...signsIn]);
    expect(isInside(up, "owner", "bank")).toBe(true);
  });
});

describe("a deceived owner", () => {
  const hotp = { id: "it", kind: "hotp", devices: ["phone"] } as const;

  test.each([
    ["a password", password, "password"],
    ["the code of an app", { id: "it", kind: "totp", devices: ["phone"] }, "it"],
    ["the code of an app that counts", hotp, "it"],
    ["the code of a token", { id: "it", kind: "otp-token", thing: "token" }, "it"],
    ["a recovery code", { id: "it", kind: "recovery-codes", sheet: "sheet" }, "it"],
  ] as const)("types %s into a false page", (_, authenticator, id) => {
    const world = play(bank([authenticator]), [deceive("false-site"), ...presents(id)]);
    expect(told(world)).toContain("hands-over-to-false-site");
    expect(isInside(world, "attacker", "bank")).toBe(true);
  });

  test("reads out to a caller the code that the caller had sent", () => {
    const texted = bank([{ id: "text", kind: "sms-code", number: "mobile" }]);
    expect(isInside(play(texted, tries("text")), "attacker", "bank")).toBe(false);
    const world = play(texted, [deceive("phone-call"), ...tries("text")]);
    expect(isInside(world, "attacker", "bank")).toBe(true);
    expect(stateOf(world, "owner")).toBe("deceived");
  });

  test("tells no caller the password", () => {
    const world = play(bank([password]), [deceive("phone-call"), ...presents("password")]);
    expect(told(world)).toContain("hands-nothing-over");
    expect(isInside(world, "attacker", "bank")).toBe(false);
  });

  test.each([
    ["a security key", { id: "it", kind: "security-key", thing: "key" }],
    ["a passkey", { id: "it", kind: "passkey", devices: ["phone"] }],
  ] as const)("has nothing for a false page with %s", (_, authenticator) => {
    const world = play(bank([authenticator]), [deceive("false-site"), ...presents("it")]);
    expect(told(world)).toContain("signs-for-the-real-site-only");
    expect(isInside(world, "attacker", "bank")).toBe(false);
  });

  test("has nothing to hand over when the phone with the app is gone", () => {
    const world = play(bank([{ id: "it", kind: "totp", devices: ["phone"] }]), [
      { actor: "chance", do: "lose-device", device: "phone" },
      deceive("false-site"),
      ...presents("it"),
    ]);
    expect(told(world)).toContain("has-nothing-to-hand-over");
  });

  test("fetches a kept password and a mailed code to hand them over", () => {
    const mailbox = { id: "mail", authenticators: [password], signIn: [{ with: ["password"] }] };
    const mailed = bank([{ id: "it", kind: "email-code", mailbox: "mail" }], {}, [mailbox]);
    expect(isInside(play(mailed, [deceive("false-site"), ...tries("it")]), "attacker", "bank")).toBe(true);
    const kept = bank([{ ...password, keptIn: "mail" }], {}, [mailbox]);
    expect(isInside(play(kept, [deceive("false-site"), ...presents("password")]), "attacker", "bank")).toBe(
      true,
    );
  });

  test("is deceived at the one account only", () => {
    const shop = { id: "shop", authenticators: [password], signIn: [{ with: ["password"] }] };
    const atShop = movesOf("attacker", "shop");
    const world = play(bank([password], {}, [shop]), [
      deceive("false-site"),
      atShop.begin(),
      atShop.present("password"),
    ]);
    expect(lastWords(world)).toBe("has-nothing");
  });
});

describe("an attacker who copies, guesses or looks on", () => {
  const guesses = { actor: "attacker", do: "start-guessing", account: "bank" } as const;
  const app = { id: "app", kind: "totp", devices: ["phone"] } as const;
  const overlooks = { actor: "attacker", do: "look-over-shoulder", account: "bank" } as const;

  test("guesses the code of an app only where tries are not counted", () => {
    const counted = play(bank([app]), [guesses, ...presents("app")]);
    expect(lastWords(counted)).toBe("refused-exhausted");
    const uncounted = bank([app], { controls: { attempts: "unlimited" } });
    expect(isInside(play(uncounted, [guesses, ...presents("app")]), "attacker", "bank")).toBe(true);
    expect(lastWords(play(uncounted, presents("app")))).toBe("has-nothing");
  });

  test("does not lock the owner out by guessing in vain", () => {
    const world = play(bank([app]), [guesses, ...presents("app"), owner.begin(), owner.present("app")]);
    expect(isInside(world, "owner", "bank")).toBe(true);
  });

  test.each([
    ["an app", app],
    ["a token", { id: "app", kind: "otp-token", thing: "token" }],
    ["an app that counts", { id: "app", kind: "hotp", devices: ["phone"] }],
    ["an app bound to the phone", { id: "app", kind: "device-code", devices: ["phone"] }],
  ] as const)("makes the codes of %s with the seed out of the service's database", (_, authenticator) => {
    const copies = { actor: "attacker", do: "copy-seeds", account: "bank" } as const;
    expect(isInside(play(bank([authenticator]), presents("app")), "attacker", "bank")).toBe(false);
    expect(isInside(play(bank([authenticator]), [copies, ...presents("app")]), "attacker", "bank")).toBe(
      true,
    );
  });

  test("makes codes with a copy of the seed that the owner once exported", () => {
    const exported = bank([{ ...app, printedOn: "sheet" }]);
    const copy = { actor: "attacker", do: "take-copy", account: "bank", authenticator: "app" } as const;
    expect(isInside(play(exported, [copy, ...presents("app")]), "attacker", "bank")).toBe(true);
  });

  test.each([
    ["the code of an app", app],
    ["the code of an app that counts", { id: "app", kind: "hotp", devices: ["phone"] }],
    ["a recovery code", { id: "app", kind: "recovery-codes", sheet: "sheet" }],
    ["a texted code", { id: "app", kind: "sms-code", number: "mobile" }],
  ] as const)("who has seen %s offers it again, where codes are good twice", (_, authenticator) => {
    const seen = [overlooks, owner.begin(), owner.ask("app"), owner.present("app"), ...presents("app")];
    const twice = bank([authenticator], { controls: { oneTimeUse: false } });
    expect(isInside(play(twice, seen), "attacker", "bank")).toBe(true);
    const once = play(bank([authenticator]), seen);
    expect(told(once)).toContain("refused-used-already");
    expect(isInside(once, "attacker", "bank")).toBe(false);
  });
});

describe("an app that counts", () => {
  const token = { id: "it", kind: "hotp", thing: "token" } as const;

  test("is accepted again and again, and its owner presses on when somebody else has used it", () => {
    const copies = { actor: "attacker", do: "copy-seeds", account: "bank" } as const;
    const world = play(bank([token]), [
      copies,
      ...presents("it"),
      ...presents("it"),
      owner.begin(),
      owner.present("it"),
    ]);
    expect(told(world).filter((id) => id === "accepted-code").length).toBe(3);
    expect(isInside(world, "owner", "bank")).toBe(true);
  });
});

describe("an app on two devices", () => {
  test("is tried on the other one when the clock of the first is wrong", () => {
    const app = bank([{ id: "app", kind: "totp", devices: ["phone", "laptop"] }]);
    const drifts = { actor: "chance", do: "set-clock", device: "phone", seconds: 120 } as const;
    const world = play(app, [drifts, owner.begin(), owner.present("app")]);
    expect(told(world)).toContain("refused-wrong");
    expect(isInside(world, "owner", "bank")).toBe(true);
  });
});

describe("a desk", () => {
  const desk = { id: "desk", kind: "support-desk" } as const;
  const talk = { actor: "attacker", do: "talk-round", account: "bank", authenticator: "desk" } as const;

  test("that goes by personal data lets in whoever knows them", () => {
    expect(lastWords(play(bank([desk]), presents("desk")))).toBe("has-nothing");
    const knows = { attackerHolds: ["personal-data:owner"] };
    expect(isInside(play(bank([desk]), presents("desk"), knows), "attacker", "bank")).toBe(true);
  });

  test("can be talked round, but not into having seen a document", () => {
    const world = play(bank([desk]), [talk, ...presents("desk")]);
    expect(isInside(world, "attacker", "bank")).toBe(true);
    const strict = bank([{ ...desk, asks: "document", document: "passport" }]);
    const refused = play(strict, [talk, ...presents("desk")]);
    expect(told(refused)).toContain("desk-stays-firm");
    expect(isInside(refused, "attacker", "bank")).toBe(false);
    expect(isInside(play(strict, [owner.begin(), owner.present("desk")]), "owner", "bank")).toBe(true);
  });

  test("that calls back talks to whoever has the number", () => {
    const callsBack = bank([{ ...desk, asks: "call-back", number: "mobile" }]);
    const asks = [owner.begin(), owner.ask("desk"), owner.present("desk")];
    expect(isInside(play(callsBack, asks), "owner", "bank")).toBe(true);
    expect(isInside(play(callsBack, tries("desk")), "attacker", "bank")).toBe(false);
    const swap = { actor: "attacker", do: "swap-sim", number: "mobile", approach: "insider" } as const;
    expect(isInside(play(callsBack, [swap, ...tries("desk")]), "attacker", "bank")).toBe(true);
  });

  test.each([
    ["a contact", { id: "desk", kind: "recovery-contact", contact: "sister" }, "contact:sister"],
    ["a voice", { id: "desk", kind: "voiceprint" }, "self:owner"],
  ] as const)("goes by %s", (_, authenticator, holding) => {
    expect(
      isInside(play(bank([authenticator]), [owner.begin(), owner.present("desk")]), "owner", "bank"),
    ).toBe(true);
    expect(lastWords(play(bank([authenticator]), presents("desk")))).toBe("has-nothing");
    const held = play(bank([authenticator]), presents("desk"), { attackerHolds: [holding] });
    expect(isInside(held, "attacker", "bank")).toBe(true);
  });

  test("outlives a replacement, unless a recovery key has been set", () => {
    const open = (recoveryKey: boolean) =>
      bank([desk], { recovery: [{ with: [], gives: "session" }], controls: { recoveryKey } });
    const moves = [attacker.begin("recovery"), attacker.replace(), owner.begin(), owner.present("desk")];
    expect(isInside(play(open(false), moves), "owner", "bank")).toBe(true);
    expect(lastWords(play(open(true), moves))).toBe("refused-replaced");
  });
});

describe("questions", () => {
  const questions = (madeUp: boolean) => bank([{ id: "it", kind: "security-questions", madeUp }]);
  const knows = { attackerHolds: ["personal-data:owner"] };

  test("are answered by whoever knows the person, unless the answers are made up", () => {
    expect(isInside(play(questions(false), presents("it"), knows), "attacker", "bank")).toBe(true);
    expect(isInside(play(questions(true), presents("it"), knows), "attacker", "bank")).toBe(false);
    expect(isInside(play(questions(true), [owner.begin(), owner.present("it")]), "owner", "bank")).toBe(true);
  });
});

describe("a device that stays signed in", () => {
  const signedIn = bank([password], { signedInOn: ["phone"] });
  const uses = { actor: "attacker", do: "use-device", account: "bank", device: "phone" } as const;
  const unlocks = { attackerHolds: ["unlock:phone"] };
  const ownersDoing = (doing: "revoke" | "change"): Move =>
    doing === "revoke"
      ? { actor: "owner", do: "revoke-device", account: "bank", device: "phone" }
      : { actor: "owner", do: "change-password", account: "bank" };
  const ownerInside = [owner.begin(), owner.present("password")];

  test("opens to a thief who passes its lock", () => {
    expect(isInside(play(signedIn, [steal, uses], unlocks), "attacker", "bank")).toBe(true);
    expect(isInside(play(signedIn, [steal, uses]), "attacker", "bank")).toBe(false);
    expect(isInside(play(signedIn, [uses], unlocks), "attacker", "bank")).toBe(false);
  });

  test.each(["revoke", "change"] as const)("is shut when the owner does this: %s", (doing) => {
    const before = play(signedIn, [steal, ...ownerInside, ownersDoing(doing), uses], unlocks);
    expect(lastWords(before)).toBe("device-signed-out");
    const after = play(signedIn, [steal, uses, ...ownerInside, ownersDoing(doing)], unlocks);
    expect(isInside(after, "attacker", "bank")).toBe(false);
    expect(isInside(after, "owner", "bank")).toBe(true);
  });

  test("that has been taken off the list gives no more codes for this account", () => {
    const app = bank([password, { id: "app", kind: "totp", devices: ["phone"] }]);
    const world = play(
      app,
      [steal, ...ownerInside, ownersDoing("revoke"), attacker.begin("sign-in", 1), attacker.present("app")],
      unlocks,
    );
    expect(lastWords(world)).toBe("refused-revoked");
  });

  test("is signed out when a thief replaces everything", () => {
    const world = play(signedIn, [steal, uses, attacker.replace()], unlocks);
    const laptop = bank([password], { signedInOn: ["phone", "laptop"] });
    const ownersLaptop = { actor: "owner", do: "use-device", account: "bank", device: "laptop" } as const;
    expect(isInside(world, "attacker", "bank")).toBe(true);
    const shut = play(laptop, [steal, uses, attacker.replace(), ownersLaptop], unlocks);
    expect(lastWords(shut)).toBe("device-signed-out");
    expect(isInside(play(laptop, [ownersLaptop]), "owner", "bank")).toBe(true);
  });

  test("a new password is what the owner signs in with next time", () => {
    const changed = play(signedIn, [...ownerInside, ownersDoing("change"), ...ownerInside]);
    expect(isInside(changed, "owner", "bank")).toBe(true);
    const thief = play(signedIn, [...ownerInside, ownersDoing("change"), ...presents("password")], {
      attackerHolds: ["secret:bank/password"],
    });
    expect(lastWords(thief)).toBe("refused-wrong");
  });
});

describe("a limited way in", () => {
  const limited = bank([password, { id: "app", kind: "totp", devices: ["phone"] }], {
    signIn: [{ with: ["password"], limited: true }, { with: ["app"] }],
    protectedActions: [{ id: "pay", with: [] }],
  });
  const inside = play(limited, [owner.begin(), owner.present("password")]);

  test("allows looking and nothing else", () => {
    expect(isInside(inside, "owner", "bank")).toBe(true);
    expect(lastWords(goOn(inside, [owner.look()]))).not.toBe("session-limited");
    expect(lastWords(goOn(inside, [owner.begin("action")]))).toBe("session-limited");
    expect(lastWords(goOn(inside, [owner.replace()]))).toBe("session-limited");
  });

  test("is lifted by signing in once more by the full one, and a limited one takes nothing away", () => {
    const full = goOn(inside, [owner.begin("sign-in", 1), owner.present("app")]);
    expect(lastWords(goOn(full, [owner.begin("action")]))).toBe("action-done");
    const again = goOn(full, [owner.begin(), owner.present("password"), owner.begin("action")]);
    expect(lastWords(again)).toBe("action-done");
  });
});

describe("notices and objections", () => {
  const mailbox = { id: "mail", modelled: false } as const;
  const recovering = (more: Partial<AccountInput>) =>
    bank(
      [password, { id: "codes", kind: "recovery-codes", sheet: "sheet" }],
      {
        notifies: [{ mailbox: "mail" }],
        ...more,
      },
      [mailbox],
    );
  const objects = (after: number): Move => ({ actor: "owner", do: "object", account: "bank", after });
  const recovers = [attacker.begin("recovery"), attacker.present("codes")];
  const withSheet = { attackerHolds: ["thing:sheet"] };
  const slow = recovering({ recovery: [{ with: ["codes"], gives: "session", after: "24h" }] });

  test("an owner who is told in time stops a recovery", () => {
    const world = play(slow, [...recovers, objects(12 * hour), wait(24 * hour)], withSheet);
    expect(world.trail.some(({ sees }) => sees?.id === "notice-recovery-waits")).toBe(true);
    expect(told(world)).toContain("recovery-cancelled");
    expect(isInside(world, "attacker", "bank")).toBe(false);
  });

  test("an owner who objects too late stops nothing", () => {
    const world = play(slow, [...recovers, objects(24 * hour)], withSheet);
    expect(lastWords(world)).toBe("nothing-to-stop");
    expect(isInside(world, "attacker", "bank")).toBe(true);
  });

  test("without a notice the owner knows of nothing", () => {
    const silent = recovering({
      recovery: [{ with: ["codes"], gives: "session", after: "24h" }],
      notifies: [],
    });
    const world = play(silent, [...recovers, objects(12 * hour), wait(24 * hour)], withSheet);
    expect(told(world)).toContain("knows-of-nothing");
    expect(isInside(world, "attacker", "bank")).toBe(true);
  });

  test("an attacker who is in the mailbox deletes the notice", () => {
    const world = play(slow, [...recovers, objects(12 * hour)], {
      attackerHolds: ["thing:sheet", "account:mail"],
    });
    expect(told(world)).toContain("notice-deleted");
    expect(lastWords(world)).toBe("knows-of-nothing");
  });

  test("a notice by text reaches whoever has the number", () => {
    const texted = recovering({
      recovery: [{ with: ["codes"], gives: "session", after: "24h" }],
      notifies: [{ number: "mobile" }],
    });
    const warned = play(texted, [...recovers, objects(12 * hour)], withSheet);
    expect(lastWords(warned)).toBe("recovery-cancelled");
    expect(stateOf(warned, "owner")).toBe("alarmed");
    const swap = { actor: "attacker", do: "swap-sim", number: "mobile", approach: "insider" } as const;
    expect(lastWords(play(texted, [swap, ...recovers, objects(12 * hour)], withSheet))).toBe(
      "knows-of-nothing",
    );
  });

  describe("after a change", () => {
    const held = recovering({
      recovery: [{ with: ["codes"], gives: "new-password" }],
      signIn: [{ with: ["password"] }],
      protectedActions: [{ id: "pay", with: [] }],
      controls: { holdAfterChange: "24h" },
    });
    const inside = [...recovers, ...presents("password")];

    test("protected actions are held back until the time is over", () => {
      const world = play(held, [...inside, attacker.begin("action")], withSheet);
      expect(lastOf(world).what).toMatchObject({ id: "action-held-back", params: { wait: "24h" } });
      const later = goOn(world, [wait(24 * hour), attacker.begin("action")]);
      expect(lastWords(later)).toBe("action-done");
    });

    test("an objection keeps them from the other person for good", () => {
      const world = play(
        held,
        [...inside, objects(12 * hour), wait(24 * hour), attacker.begin("action")],
        withSheet,
      );
      expect(lastWords(world)).toBe("action-blocked");
    });
  });
});

describe("what a service decides for everybody", () => {
  const app = { id: "app", kind: "totp", devices: ["phone"] } as const;
  const both = bank([password, app], { signIn: [{ with: ["password", "app"] }] });
  const signsIn = [owner.begin(), owner.present("password"), owner.present("app")];

  test("what it waives is no longer asked for", () => {
    const world = play(both, [
      { actor: "service", do: "waive", account: "bank", authenticators: ["app"] },
      ...signsIn.slice(0, 2),
    ]);
    expect(isInside(world, "owner", "bank")).toBe(true);
  });

  test("what it withdraws is no longer accepted", () => {
    const world = play(both, [
      { actor: "service", do: "withdraw", account: "bank", authenticators: ["app"] },
      ...signsIn,
    ]);
    expect(lastWords(world)).toBe("refused-withdrawn");
    expect(isInside(world, "owner", "bank")).toBe(false);
  });

  test("an account that is closed lets nobody in and takes no mail", () => {
    const close = { actor: "service", do: "close-account", account: "bank" } as const;
    expect(isInside(play(both, [...signsIn, close]), "owner", "bank")).toBe(false);
    expect(told(play(both, [close, owner.begin()]))).toContain("account-is-closed");
    const shop = {
      id: "shop",
      authenticators: [{ id: "code", kind: "email-code" as const, mailbox: "bank" }],
      signIn: [{ with: ["code"] }],
    };
    const atShop = movesOf("owner", "shop");
    const mailed = play(bank([password], {}, [shop]), [close, atShop.begin(), atShop.ask("code")]);
    expect(lastWords(mailed)).toBe("mail-bounces");
  });

  test("a browser that has forgotten what the service knew it by is asked for more", () => {
    const browser = bank([{ id: "it", kind: "trusted-browser", devices: ["laptop"] }]);
    const opens = [owner.begin(), owner.present("it")];
    expect(isInside(play(browser, opens), "owner", "bank")).toBe(true);
    const forgets = { actor: "chance", do: "forget-browser", account: "bank", authenticator: "it" } as const;
    expect(lastWords(play(browser, [forgets, ...opens]))).toBe("refused-forgotten");
  });

  test("a list whose codes are all used opens nothing", () => {
    const list = bank([{ id: "it", kind: "recovery-codes", sheet: "sheet" }]);
    const spend = { actor: "chance", do: "spend-codes", account: "bank", authenticator: "it" } as const;
    expect(lastWords(play(list, [spend, owner.begin(), owner.present("it")]))).toBe("refused-used-already");
  });

  test("a recovery that takes a new number sends codes there, until the owner does it again", () => {
    const texted = bank([{ id: "text", kind: "sms-code", number: "mobile" }], {
      recovery: [{ with: [], gives: "new-number" }],
    });
    const ownersTry = [owner.begin(), owner.ask("text"), owner.present("text")];
    const taken = play(texted, [attacker.begin("recovery"), ...ownersTry]);
    expect(isInside(taken, "owner", "bank")).toBe(false);
    expect(isInside(goOn(taken, tries("text")), "attacker", "bank")).toBe(true);
    const mended = goOn(taken, [owner.begin("recovery"), ...ownersTry]);
    expect(isInside(mended, "owner", "bank")).toBe(true);
  });
});

test.each([
  ["a desk that calls back", { id: "it", kind: "support-desk", asks: "call-back", number: "mobile" }],
  ["a push", { id: "it", kind: "push", devices: ["phone"] }],
  ["an app that counts", { id: "it", kind: "hotp", devices: ["phone"] }],
] as const)("everything that can be done with %s is soon tried, by either person", (_, authenticator) => {
  const first = initialWorld(bank([authenticator], { signedInOn: ["laptop"] }), { attackerHolds: [] });
  const found = explore(first, "owner", { limit: 500 });
  expect(found.complete).toBe(true);
  expect([...found.entered]).toEqual(["bank"]);
  const outside = explore(first, "attacker", { limit: 500 });
  expect(outside.complete).toBe(true);
  expect([...outside.entered]).toEqual([]);
});
