// Signing in, getting back in, sessions, protected actions, and what an account keeps.
import { describe, expect, test } from "vitest";
import type { Knowledge } from "../../../simulator/machines/knowledge.ts";
import type { World } from "../../../simulator/machines/world.ts";
import {
  contextOf,
  goOn,
  isInside,
  lastOf,
  movesOf,
  onePhone,
  play,
  setupOf,
  stateOf,
  told,
  wait,
} from "../playing.ts";
import type { AccountInput } from "../playing.ts";

const password = { id: "password", kind: "password" } as const;
const app = { id: "app", kind: "totp", devices: ["phone"] } as const;
const codes = { id: "codes", kind: "recovery-codes", sheet: "sheet" } as const;

/** A club that asks for password and app, and whose way back is a printed code. */
function club(more: Partial<AccountInput> = {}, others: readonly AccountInput[] = []) {
  return setupOf({
    ...onePhone,
    things: [{ id: "sheet", kind: "paper" }],
    accounts: [
      {
        id: "club",
        authenticators: [password, app, codes],
        signIn: [{ with: ["password", "app"] }],
        ...more,
      },
      ...others,
    ],
  });
}

const owner = movesOf("owner", "club");
const attacker = movesOf("attacker", "club");
const signsIn = [owner.begin(), owner.present("password"), owner.present("app", 30_000)];
const lastWords = (world: World) => lastOf(world).what.id;

describe("signing in", () => {
  test("takes everything that the route asks for", () => {
    const half = play(club(), signsIn.slice(0, 2));
    expect(isInside(half, "owner", "club")).toBe(false);
    expect(isInside(goOn(half, signsIn.slice(2)), "owner", "club")).toBe(true);
  });

  test("can be done in any order", () => {
    const world = play(club(), [owner.begin(), owner.present("app"), owner.present("password")]);
    expect(isInside(world, "owner", "club")).toBe(true);
  });

  test("does not count the same proof twice", () => {
    const world = play(club(), [owner.begin(), owner.present("password"), owner.present("password")]);
    expect(isInside(world, "owner", "club")).toBe(false);
  });

  test("begun anew, forgets what was proven before", () => {
    const world = play(club(), [...signsIn.slice(0, 2), owner.begin(), ...signsIn.slice(2)]);
    expect(isInside(world, "owner", "club")).toBe(false);
  });

  test("does not take what the route does not ask for", () => {
    expect(lastWords(play(club(), [owner.begin(), owner.present("codes")]))).toBe("not-asked");
  });

  test("takes nothing from somebody who has begun nothing, and says so", () => {
    expect(told(play(club(), [owner.present("password")]))).toEqual(["nothing-begun"]);
    expect(told(play(club(), [owner.ask("app")]))).toEqual(["nothing-begun"]);
  });

  test("takes nothing more once it is done", () => {
    expect(lastWords(play(club(), [...signsIn, owner.present("password")]))).toBe("not-asked");
  });

  test("of one person does not let the other one in", () => {
    const world = play(club(), [
      owner.begin(),
      owner.present("password"),
      attacker.begin(),
      ...signsIn.slice(2),
    ]);
    expect(isInside(world, "owner", "club")).toBe(true);
    expect(isInside(world, "attacker", "club")).toBe(false);
    expect(stateOf(world, "attacker")).toBe("outside");
  });

  test("by a route that asks for nothing opens to anybody at once", () => {
    const world = play(club({ signIn: [{ with: [] }] }), [attacker.begin()]);
    expect(told(world)).toEqual(["begins-sign-in-unasked", "enters"]);
    expect(stateOf(world, "attacker")).toBe("inside");
  });
});

describe("a way back that makes people wait", () => {
  const delayed = club({ recovery: [{ with: ["codes"], gives: "session", after: "24h" }] });
  const day = 24 * 60 * 60 * 1_000;
  const asked = play(delayed, [owner.begin("recovery"), owner.present("codes")]);

  test("says so", () => {
    expect(told(asked).slice(-2)).toEqual(["accepted-code", "cooling-off"]);
    expect(lastOf(asked).what.params["wait"]).toBe("24h");
  });

  test("does not let anybody in a millisecond too early", () => {
    expect(isInside(goOn(asked, [wait(day - 1)]), "owner", "club")).toBe(false);
  });

  test("lets in exactly when the time is over, without anybody doing anything", () => {
    const world = goOn(asked, [wait(day)]);
    expect(isInside(world, "owner", "club")).toBe(true);
    expect(lastOf(world).at).toBe(day);
  });

  test("starts again when it is begun anew", () => {
    const world = goOn(asked, [
      wait(day - 1),
      owner.begin("recovery"),
      owner.present("codes"),
      wait(day - 1),
    ]);
    expect(isInside(world, "owner", "club")).toBe(false);
    expect(isInside(goOn(world, [wait(1)]), "owner", "club")).toBe(true);
  });

  test("takes nothing while the time runs", () => {
    expect(lastWords(goOn(asked, [owner.present("codes")]))).toBe("not-asked");
  });
});

describe("what a way back gives", () => {
  const giving = (recovery: AccountInput["recovery"], more: Partial<AccountInput> = {}) =>
    club({ recovery, ...more });
  const recovers = [attacker.begin("recovery"), attacker.present("codes")];
  const withSheet = { attackerHolds: ["thing:sheet"] };
  const reset = [{ with: ["codes"], gives: "new-password" }] as const;

  test("a session lets straight in", () => {
    const world = play(giving([{ with: ["codes"], gives: "session" }]), recovers, withSheet);
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("a new password still takes the second factor", () => {
    const world = play(
      giving(reset),
      [...recovers, attacker.begin(), attacker.present("password")],
      withSheet,
    );
    expect(told(world).slice(-2)).toEqual(["begins-sign-in", "accepted"]);
    expect(isInside(world, "attacker", "club")).toBe(false);
  });

  test("a new password with which the second factor is forgotten is enough", () => {
    const forgets = giving(reset, { controls: { resetKeepsSecondFactor: false } });
    const world = play(forgets, [...recovers, attacker.begin(), attacker.present("password")], withSheet);
    expect(told(world)).toContain("second-factor-forgotten");
    expect(isInside(world, "attacker", "club")).toBe(true);
  });

  test("a reset can let straight in", () => {
    const opens = giving(reset, { controls: { resetOpensSession: true } });
    expect(isInside(play(opens, recovers, withSheet), "attacker", "club")).toBe(true);
  });

  test("a removed authenticator is not asked for again, by whomever it was removed", () => {
    const removes = giving([{ with: ["codes"], gives: "factor-removal", removes: ["app"] }]);
    const world = play(removes, [...recovers, owner.begin(), owner.present("password")], withSheet);
    expect(told(world)).toContain("authenticators-removed");
    expect(isInside(world, "owner", "club")).toBe(true);
  });

  test("a route that a removal has emptied still wants one thing proven", () => {
    const removes = giving([{ with: ["codes"], gives: "factor-removal", removes: ["app", "password"] }]);
    const world = play(removes, [...recovers, attacker.begin()], withSheet);
    expect(isInside(world, "attacker", "club")).toBe(false);
    expect(isInside(goOn(world, [owner.begin(), owner.present("password")]), "owner", "club")).toBe(true);
  });
});

describe("being inside", () => {
  const mailbox: AccountInput = {
    id: "mail",
    kind: "mailbox",
    authenticators: [password],
    signIn: [{ with: ["password"] }],
  };
  const mailed = club(
    {
      authenticators: [password, { id: "mail-code", kind: "email-code", mailbox: "mail" }],
      signIn: [{ with: ["mail-code"] }],
    },
    [mailbox],
  );
  const ownersMail = movesOf("owner", "mail");

  test("is needed for looking inside", () => {
    expect(told(play(mailed, [ownersMail.look()]))).toEqual(["not-inside"]);
  });

  test("is needed for replacing authenticators", () => {
    expect(told(play(mailed, [movesOf("attacker", "mail").replace()]))).toEqual(["not-inside"]);
  });

  test("is needed for protected actions", () => {
    const acts = club({ protectedActions: [{ id: "pay", with: ["app"] }] });
    expect(told(play(acts, [owner.begin("action")]))).toEqual(["not-inside"]);
  });

  test("a mailed code is known to whoever asked for it and then reads the mailbox", () => {
    const asked = play(mailed, [
      ownersMail.begin(),
      ownersMail.present("password"),
      owner.begin(),
      owner.ask("mail-code"),
    ]);
    expect(lastWords(asked)).toBe("mail-arrives");
    expect(lastWords(goOn(asked, [owner.present("mail-code")]))).toBe("has-nothing");
    expect(isInside(goOn(asked, [ownersMail.look(), owner.present("mail-code")]), "owner", "club")).toBe(
      true,
    );
  });

  test("a mailed code that the owner asked for does not help an attacker who reads the mailbox", () => {
    const world = play(
      mailed,
      [
        movesOf("attacker", "mail").begin(),
        movesOf("attacker", "mail").present("password"),
        owner.begin(),
        owner.ask("mail-code"),
        movesOf("attacker", "mail").look(),
        attacker.begin(),
        attacker.present("mail-code"),
      ],
      { attackerHolds: ["secret:mail/password"] },
    );
    expect(told(world)).toContain("looks-inside");
    expect(lastWords(world)).toBe("has-nothing");
  });

  test("an account that is not described is open to its owner from the beginning", () => {
    const outside = club({}, [{ id: "mail", modelled: false }]);
    const world = play(outside, []);
    expect(isInside(world, "owner", "mail")).toBe(true);
    expect(isInside(world, "attacker", "mail")).toBe(false);
    expect(isInside(play(outside, [], { attackerHolds: ["account:mail"] }), "attacker", "mail")).toBe(true);
  });

  test("the manager gives its passwords to whoever looks inside", () => {
    const kept = club(
      { authenticators: [{ ...password, keptIn: "manager" }], signIn: [{ with: ["password"] }] },
      [{ id: "manager", modelled: false }],
    );
    const before = play(kept, [owner.begin(), owner.present("password")]);
    expect(lastWords(before)).toBe("has-nothing");
    const after = goOn(before, [movesOf("owner", "manager").look(), owner.present("password")]);
    expect(isInside(after, "owner", "club")).toBe(true);
  });

  test.each([
    ["a synced seed", { ...app, devices: [], syncedTo: "cloud" }],
    ["a synced passkey", { id: "app", kind: "passkey", syncedTo: "cloud" }],
    ["a stored list of codes", { id: "app", kind: "recovery-codes", storedIn: "cloud" }],
  ] as const)("the cloud gives %s to whoever looks inside", (_, authenticator) => {
    const synced = club({ authenticators: [authenticator], signIn: [{ with: ["app"] }] }, [
      { id: "cloud", modelled: false },
    ]);
    const tries = [attacker.begin(), attacker.present("app")];
    const inCloud = { attackerHolds: ["account:cloud"] };
    expect(lastWords(play(synced, tries, inCloud))).toBe("has-nothing");
    const looked = play(synced, [movesOf("attacker", "cloud").look(), ...tries], inCloud);
    expect(isInside(looked, "attacker", "club")).toBe(true);
  });
});

describe("protected actions", () => {
  const acting = club({
    signIn: [{ with: ["password"] }],
    protectedActions: [
      { id: "pay", title: "Pay a bill", with: ["app"] },
      { id: "read", with: [] },
      { id: "settings", with: ["app"], covers: "security-settings" },
    ],
  });
  const thiefInside = play(acting, [attacker.begin(), attacker.present("password")], {
    attackerHolds: ["secret:club/password"],
  });

  test("ask again for what they name", () => {
    const world = goOn(thiefInside, [attacker.begin("action"), attacker.present("app")]);
    expect(told(world).slice(-2)).toEqual(["begins-action", "has-nothing"]);
  });

  test("are done for somebody who proves it", () => {
    const world = play(acting, [
      owner.begin(),
      owner.present("password"),
      owner.begin("action"),
      owner.present("app"),
    ]);
    expect(lastOf(world).what).toMatchObject({
      id: "action-done",
      params: { action: "Pay a bill", id: "pay" },
    });
  });

  test("that ask for nothing are done at once", () => {
    expect(told(goOn(thiefInside, [attacker.begin("action", 1)])).slice(-2)).toEqual([
      "begins-action-unasked",
      "action-done",
    ]);
  });

  test("that guard the settings keep a thief from replacing anything", () => {
    const world = goOn(thiefInside, [attacker.replace(), owner.begin(), owner.present("password")]);
    expect(told(world)).toContain("replacement-refused");
    expect(isInside(world, "owner", "club")).toBe(true);
  });

  test("once done, open the settings to the one who did them and to nobody else", () => {
    const ownerDid = goOn(thiefInside, [
      owner.begin(),
      owner.present("password"),
      owner.begin("action", 2),
      owner.present("app"),
    ]);
    expect(lastWords(ownerDid)).toBe("action-done");
    expect(lastWords(goOn(ownerDid, [attacker.replace()]))).toBe("replacement-refused");
    expect(told(goOn(ownerDid, [owner.replace()]))).toContain("authenticators-replaced");
  });
});

describe("after the attacker has replaced the authenticators", () => {
  const open = club(
    {
      authenticators: [password, app, codes, { id: "mail-code", kind: "email-code", mailbox: "mail" }],
      recovery: [
        { with: [], gives: "session" },
        { with: ["codes"], gives: "session" },
      ],
    },
    [{ id: "mail", modelled: false }],
  );
  const taken = play(open, [attacker.begin("recovery"), attacker.replace()]);

  test("nothing that the owner has is accepted", () => {
    const world = goOn(taken, [...signsIn, owner.begin("recovery", 1), owner.present("codes")]);
    expect(told(world).filter((id) => id === "refused-replaced").length).toBe(3);
    expect(isInside(world, "owner", "club")).toBe(false);
  });

  test("mails that arrive in a taken mailbox are not seen by the owner", () => {
    const chain = club({}, [
      {
        id: "bank",
        authenticators: [{ id: "mail-code", kind: "email-code", mailbox: "club" }],
        signIn: [{ with: ["mail-code"] }],
      },
    ]);
    const setup = {
      ...chain,
      accounts: chain.accounts.map((account) =>
        account.id === "club" ? { ...account, signIn: [{ with: [], limited: false }] } : account,
      ),
    };
    const bank = movesOf("attacker", "bank");
    const before = play(setup, [bank.begin(), bank.ask("mail-code")]);
    expect(lastOf(before)).toMatchObject({ what: { id: "mail-noticed" }, sees: { id: "code-mail" } });
    const after = play(setup, [attacker.begin(), attacker.replace(), bank.begin(), bank.ask("mail-code")]);
    expect(lastOf(after).what.id).toBe("mail-arrives");
    expect(lastOf(after).sees).toBeUndefined();
  });
});

describe("owner and attacker", () => {
  test("the owner suspects nothing while everything goes on as usual", () => {
    expect(stateOf(play(club(), signsIn), "owner")).toBe("unaware");
  });

  test("the owner does not become suspicious of a carrier that filters", () => {
    const block = { actor: "carrier", do: "block-texts", number: "mobile", senders: "all-services" } as const;
    expect(stateOf(play(club(), [block]), "owner")).toBe("unaware");
  });

  test("the attacker starts outside of everything and with nothing", () => {
    const world = play(club(), []);
    expect(stateOf(world, "attacker")).toBe("outside");
    expect((contextOf(world, "attacker") as Knowledge).holds).toEqual([]);
  });
});
