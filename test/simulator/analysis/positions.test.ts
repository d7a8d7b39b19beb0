// What analysis says about controls, notices and lasting changes: openings written by hand against small setups.
import { describe, expect, test } from "vitest";
import { verdictsOf } from "../../../simulator/analysis/verdicts.ts";
import type { Opening } from "../../../simulator/model/scenario.ts";
import type { Setup } from "../../../simulator/model/setup.ts";
import type { Verdict } from "../../../simulator/model/verdict.ts";
import { onePhone, setupOf } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

const passive: Opening = { attacked: true, moves: [], closing: [], knows: [], gains: [], losses: [] };
/** Somebody has the number now, and the owner has it no more. */
const swapped: Opening = {
  ...passive,
  gains: ["number:mobile"],
  losses: ["number:mobile"],
  moved: ["mobile"],
};
/** Somebody reads the texts for a while. */
const intercepted: Opening = { ...passive, gains: ["interception:mobile"] };

function withAccounts(
  accounts: readonly AccountInput[],
  more: Partial<Parameters<typeof setupOf>[0]> = {},
): Setup {
  return setupOf({ ...onePhone, ...more, accounts: [...accounts] });
}

function verdictOf(setup: Setup, opening: Opening, account = "bank"): Verdict {
  const found = verdictsOf(setup, opening).find((verdict) => verdict.account === account);
  if (found === undefined) throw new Error(`no verdict for ${account}`);
  return found;
}

const password = { id: "password", kind: "password" } as const;
const text = { id: "text", kind: "sms-code", number: "mobile" } as const;
const app = { id: "app", kind: "totp", devices: ["phone"] } as const;

describe("a recovery that waits and tells", () => {
  const mail: AccountInput = { id: "mail", authenticators: [password], signIn: [{ with: ["password"] }] };
  const bank = (after: string, more: Partial<AccountInput> = {}): AccountInput => ({
    id: "bank",
    authenticators: [password, text],
    signIn: [{ with: ["password"] }],
    recovery: [{ with: ["text"], gives: "session", after }],
    notifies: [{ mailbox: "mail" }],
    ...more,
  });

  test("is stopped by an owner who reads the notice in time", () => {
    const setup = withAccounts([mail, bank("24h")], { reactsWithin: "12h" });
    expect(verdictOf(setup, intercepted)).toMatchObject({ attacker: "safe", owner: "signed-in" });
  });

  test("is not stopped by an owner who reads it too late", () => {
    const setup = withAccounts([mail, bank("24h")], { reactsWithin: "2d" });
    expect(verdictOf(setup, intercepted).attacker).toBe("taken-over");
  });

  test("is not stopped where nobody is told", () => {
    const setup = withAccounts([mail, bank("24h", { notifies: [] })], { reactsWithin: "12h" });
    expect(verdictOf(setup, intercepted).attacker).toBe("taken-over");
  });

  test("is not stopped where the notice comes to a mailbox that the attacker is in", () => {
    const opened: AccountInput = { ...mail, authenticators: [password, text], signIn: [{ with: ["text"] }] };
    const setup = withAccounts([opened, bank("24h")], { reactsWithin: "12h" });
    expect(verdictOf(setup, intercepted).attacker).toBe("taken-over");
  });

  test("is stopped by a text that reaches the owner, and not by one that goes to the attacker", () => {
    const told = bank("24h", {
      authenticators: [password, { id: "mail-code", kind: "email-code", mailbox: "open" }],
      recovery: [{ with: ["mail-code"], gives: "session", after: "24h" }],
      notifies: [{ number: "mobile" }],
    });
    const setup = withAccounts([{ id: "open", modelled: false }, told]);
    const inMailbox: Opening = { ...passive, knows: ["account:open"], gains: ["account:open"] };
    expect(verdictOf(setup, inMailbox).attacker).toBe("safe");
    expect(verdictOf(setup, { ...inMailbox, gains: ["account:open", "interception:mobile"] }).attacker).toBe(
      "taken-over",
    );
  });
});

describe("a hold after a change", () => {
  const bank: AccountInput = {
    id: "bank",
    authenticators: [password, text],
    signIn: [{ with: ["password"] }],
    recovery: [{ with: ["text"], gives: "new-password" }],
    protectedActions: [{ id: "pay", with: [] }],
    notifies: [{ mailbox: "mail" }],
    controls: { holdAfterChange: "2d" },
  };
  const mail: AccountInput = { id: "mail", modelled: false };

  test("keeps the money where it is, though the attacker is in", () => {
    const setup = withAccounts([mail, bank]);
    expect(verdictOf(setup, swapped)).toMatchObject({ attacker: "taken-over", obtained: [] });
  });

  test("only delays an attacker of whom nobody is told", () => {
    const setup = withAccounts([mail, { ...bank, notifies: [] }]);
    expect(verdictOf(setup, swapped).obtained).toEqual(["pay"]);
  });

  test("does not hinder an attacker who needs no change", () => {
    const setup = withAccounts([mail, bank]);
    const phished: Opening = { ...passive, knows: ["secret:bank/password"], gains: ["secret:bank/password"] };
    expect(verdictOf(setup, phished).obtained).toEqual(["pay"]);
  });

  test("saves the security settings, and with them the owner's way in, if it covers them", () => {
    const guarded: AccountInput = {
      ...bank,
      authenticators: [password, text, app],
      signIn: [{ with: ["password"] }, { with: ["app"] }],
      protectedActions: [{ id: "settings", with: [], covers: "security-settings" }],
    };
    expect(verdictOf(withAccounts([mail, guarded]), swapped)).toMatchObject({
      attacker: "taken-over",
      owner: "signed-in",
    });
    expect(verdictOf(withAccounts([mail, { ...guarded, notifies: [] }]), swapped).owner).toBe("locked-out");
  });
});

describe("lasting changes", () => {
  test("whoever only may look changes nothing", () => {
    const bank: AccountInput = {
      id: "bank",
      authenticators: [password, text],
      signIn: [{ with: ["text"], limited: true }, { with: ["password"] }],
      protectedActions: [{ id: "pay", with: [] }],
    };
    const setup = withAccounts([bank]);
    expect(verdictOf(setup, intercepted)).toMatchObject({
      attacker: "taken-over",
      owner: "signed-in",
      obtained: [],
    });
  });

  const desk: AccountInput = {
    id: "bank",
    authenticators: [password, text, { id: "desk", kind: "identity-proofing", document: "passport" }],
    signIn: [{ with: ["text"] }],
    recovery: [{ with: ["desk"], gives: "session", after: "3d" }],
  };
  const things = [{ id: "passport", kind: "id-document" }] as const;

  test("nobody inside can replace the proof of identity", () => {
    expect(verdictOf(withAccounts([desk], { things: [...things] }), intercepted)).toMatchObject({
      attacker: "taken-over",
      owner: "recoverable",
      recoverableAfter: 3 * 24 * 3_600_000,
    });
  });

  test("but a recovery key shuts the owner out of it", () => {
    const setup = withAccounts([{ ...desk, controls: { recoveryKey: true } }], { things: [...things] });
    expect(verdictOf(setup, intercepted)).toMatchObject({ ownerBefore: "signed-in", owner: "locked-out" });
  });

  test("a number on file that was changed by somebody else takes the owner's texts away", () => {
    const bank: AccountInput = {
      id: "bank",
      authenticators: [password, text, { id: "questions", kind: "security-questions" }],
      signIn: [{ with: ["password", "text"] }],
      recovery: [{ with: ["questions"], gives: "new-number" }],
    };
    const knowing: Opening = { ...passive, knows: ["personal-data:owner"], gains: ["personal-data:owner"] };
    expect(verdictOf(withAccounts([bank]), knowing)).toMatchObject({
      attacker: "safe",
      ownerBefore: "signed-in",
      // The owner knows the answers, too, and puts the number right.
      owner: "recoverable",
    });
    const both: Opening = { ...knowing, gains: ["personal-data:owner", "secret:bank/password"] };
    expect(verdictOf(withAccounts([bank]), both)).toMatchObject({
      attacker: "taken-over",
      owner: "locked-out",
    });
  });

  test("a device that stays signed in lets its holder in, until the account is somebody else's", () => {
    const bank: AccountInput = {
      id: "bank",
      signedInOn: ["phone"],
      authenticators: [password, text],
      signIn: [{ with: ["password", "text"] }],
    };
    const setup = withAccounts([bank]);
    const noTexts: Opening = { ...passive, attacked: false, losses: ["delivery:mobile/bank"] };
    expect(verdictOf(setup, noTexts).owner).toBe("signed-in");
    expect(verdictOf(withAccounts([{ ...bank, signedInOn: [] }]), noTexts).owner).toBe("locked-out");

    const thief: Opening = { ...passive, gains: ["device:phone", "unlock:phone"], losses: ["device:phone"] };
    expect(verdictOf(setup, thief)).toMatchObject({ attacker: "taken-over", owner: "locked-out" });
    expect(verdictOf(setup, { ...thief, gains: ["device:phone"] }).attacker).toBe("safe");
  });
});

describe("what services ask and send", () => {
  const bank = (controls: AccountInput["controls"]): AccountInput => ({
    id: "bank",
    authenticators: [password, text, app],
    signIn: [{ with: ["text"] }, { with: ["password", "app"] }],
    controls,
  });

  test("a number that has just moved gets no text from a service that asks the carrier", () => {
    expect(verdictOf(withAccounts([bank({})]), swapped).attacker).toBe("taken-over");
    expect(verdictOf(withAccounts([bank({ carrierChangeCheck: true })]), swapped)).toMatchObject({
      attacker: "safe",
      owner: "signed-in",
    });
  });

  test("asking the carrier does not show that texts are read on their way", () => {
    expect(verdictOf(withAccounts([bank({ carrierChangeCheck: true })]), intercepted).attacker).toBe(
      "taken-over",
    );
  });

  test("somebody whose own number has just moved gets no text either", () => {
    const only: AccountInput = { ...bank({ carrierChangeCheck: true }), signIn: [{ with: ["text"] }] };
    const returned: Opening = { ...passive, attacked: false, moved: ["mobile"] };
    expect(verdictOf(withAccounts([only]), returned).owner).toBe("locked-out");
  });

  test("a service that texts nobody who has an app is safe from texts, and locks out whoever loses the app", () => {
    const setup = withAccounts([bank({ textsDespiteApp: false })]);
    expect(verdictOf(setup, swapped).attacker).toBe("safe");
    const noApp: Opening = { ...passive, attacked: false, losses: ["works:bank/app/phone"] };
    expect(verdictOf(setup, noApp).owner).toBe("locked-out");
    expect(verdictOf(withAccounts([bank({})]), noApp).owner).toBe("signed-in");
  });

  test("it texts again once the app has been taken off the account", () => {
    const setup = withAccounts([bank({ textsDespiteApp: false })]);
    expect(verdictOf(setup, { ...swapped, waives: ["bank/app"] }).attacker).toBe("taken-over");
  });

  test("what is no longer asked for is asked of nobody", () => {
    const two: AccountInput = { ...bank({}), signIn: [{ with: ["password", "app"] }] };
    const leaked: Opening = { ...passive, gains: ["secret:bank/password"] };
    expect(verdictOf(withAccounts([two]), leaked).attacker).toBe("safe");
    expect(verdictOf(withAccounts([two]), { ...leaked, waives: ["bank/app"] }).attacker).toBe("taken-over");
  });

  test("an account that is closed lets nobody in", () => {
    const closed: Opening = { ...passive, attacked: false, losses: ["works:bank"] };
    expect(verdictOf(withAccounts([bank({})]), closed).owner).toBe("locked-out");
  });
});

describe("an owner who is deceived", () => {
  const bank: AccountInput = { id: "bank", authenticators: [text], signIn: [{ with: ["text"] }] };

  test("hands over what they have", () => {
    expect(verdictOf(withAccounts([bank]), { ...passive, gains: ["coax:bank/text"] }).attacker).toBe(
      "taken-over",
    );
  });

  test("cannot hand over what does not reach them", () => {
    const cut: Opening = { ...passive, gains: ["coax:bank/text"], losses: ["delivery:mobile/bank"] };
    expect(verdictOf(withAccounts([bank]), cut).attacker).toBe("safe");
  });
});
