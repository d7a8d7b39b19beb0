// The number of effective factors, rule of counting by rule of counting.
import { describe, expect, test } from "vitest";
import { factorsLeft } from "../../../simulator/analysis/effective-factors.ts";
import { attackSets, effectiveFactors } from "../../../simulator/index.ts";
import type { Holding } from "../../../simulator/index.ts";
import { onePhone, setupOf } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

/** The effective factors of one account, on a phone with a number, a laptop, a key and a sheet of paper. */
function factorsOf(account: Omit<AccountInput, "id">, others: readonly AccountInput[] = []): number | null {
  const setup = setupOf({
    ...onePhone,
    devices: [...onePhone.devices, { id: "laptop", kind: "computer" }],
    things: [
      { id: "key", kind: "security-key" },
      { id: "sheet", kind: "paper" },
    ],
    accounts: [{ id: "bank", ...account }, ...others],
  });
  return effectiveFactors(setup, "bank");
}

const password = { id: "password", kind: "password" } as const;
const text = { id: "text", kind: "sms-code", number: "mobile" } as const;
const app = { id: "app", kind: "totp", devices: ["phone"] } as const;

describe("two factors switched on", () => {
  test("a password and an app are two", () => {
    expect(factorsOf({ authenticators: [password, app], signIn: [{ with: ["password", "app"] }] })).toBe(2);
  });

  test("a password and a text are two", () => {
    expect(factorsOf({ authenticators: [password, text], signIn: [{ with: ["password", "text"] }] })).toBe(2);
  });

  test("with a reset by text behind them they are one", () => {
    expect(
      factorsOf({
        authenticators: [password, text],
        signIn: [{ with: ["password", "text"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
      }),
    ).toBe(1);
  });

  test("an app that a reset by text forgets leaves one", () => {
    expect(
      factorsOf({
        authenticators: [password, app, text],
        signIn: [{ with: ["password", "app"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
        controls: { resetKeepsSecondFactor: false },
      }),
    ).toBe(1);
  });

  test("on one unlocked phone, an app that the reset keeps adds nothing to the text", () => {
    const account: AccountInput = {
      id: "bank",
      authenticators: [password, app, text],
      signIn: [{ with: ["password", "app"] }],
      recovery: [{ with: ["text"], gives: "new-password" }],
    };
    expect(factorsOf(account)).toBe(1);
  });

  test("an app on another device makes it two again", () => {
    expect(
      factorsOf({
        authenticators: [password, { ...app, devices: ["laptop"] }, text],
        signIn: [{ with: ["password", "app"] }],
        recovery: [{ with: ["text"], gives: "new-password" }],
      }),
    ).toBe(2);
  });

  test("two codes to the same number are one", () => {
    expect(
      factorsOf({
        authenticators: [text, { ...text, id: "second-text" }],
        signIn: [{ with: ["text", "second-text"] }],
      }),
    ).toBe(1);
  });

  test("the same password asked for twice is one", () => {
    expect(
      factorsOf({
        authenticators: [
          { ...password, secret: "the-usual" },
          { id: "second", kind: "password", secret: "the-usual" },
        ],
        signIn: [{ with: ["password", "second"] }],
      }),
    ).toBe(1);
  });
});

describe("what counts as a base", () => {
  test("a number does, even where its SIM is in a device that is also held", () => {
    const setup = setupOf({
      ...onePhone,
      accounts: [{ id: "bank", authenticators: [text], signIn: [{ with: ["text"] }] }],
    });
    expect(attackSets(setup, "bank").sets).toContainEqual(["number:mobile"]);
  });

  test("an account that is not described counts as one thing held", () => {
    const mailCode = { id: "mail-code", kind: "email-code", mailbox: "mail" } as const;
    expect(
      factorsOf({ authenticators: [mailCode], signIn: [{ with: ["mail-code"] }] }, [
        { id: "mail", modelled: false },
      ]),
    ).toBe(1);
  });

  test("an account that is described counts as what opens it", () => {
    const mailCode = { id: "mail-code", kind: "email-code", mailbox: "mail" } as const;
    expect(
      factorsOf({ authenticators: [mailCode], signIn: [{ with: ["mail-code"] }] }, [
        {
          id: "mail",
          authenticators: [password, app],
          signIn: [{ with: ["password", "app"] }],
        },
      ]),
    ).toBe(2);
  });

  test("a password in a manager and the codes of an app synced to the same cloud rest on one account", () => {
    expect(
      factorsOf(
        {
          authenticators: [
            { ...password, keptIn: "cloud" },
            { ...app, syncedTo: "cloud" },
          ],
          signIn: [{ with: ["password", "app"] }],
        },
        [{ id: "cloud", modelled: false }],
      ),
    ).toBe(1);
  });

  test("recovery codes that are used up open nothing", () => {
    const codes = { id: "codes", kind: "recovery-codes", sheet: "sheet", left: 0 } as const;
    expect(factorsOf({ authenticators: [codes], signIn: [{ with: ["codes"] }] })).toBeNull();
  });
});

describe("what weighs how much", () => {
  test("a screen lock is listed and weighs nothing", () => {
    const setup = setupOf({
      ...onePhone,
      accounts: [{ id: "bank", authenticators: [app], signIn: [{ with: ["app"] }] }],
    });
    expect(attackSets(setup, "bank").sets).toEqual([["device:phone", "unlock:phone"]]);
    expect(effectiveFactors(setup, "bank")).toBe(1);
  });

  test("a security key alone is one", () => {
    const key = { id: "key", kind: "security-key", thing: "key" } as const;
    expect(factorsOf({ authenticators: [key], signIn: [{ with: ["key"] }] })).toBe(1);
  });

  test("a security key whose PIN the service insists on is two", () => {
    const key = { id: "key", kind: "security-key", thing: "key", pin: true } as const;
    expect(factorsOf({ authenticators: [key], signIn: [{ with: ["key"] }] })).toBe(2);
  });

  test("a passkey on a device is two: the device, and the gesture that the service insists on", () => {
    const passkey = { id: "passkey", kind: "passkey", devices: ["phone"] } as const;
    expect(factorsOf({ authenticators: [passkey], signIn: [{ with: ["passkey"] }] })).toBe(2);
  });

  test("a passkey on two devices is still two: one of them with its own gesture is enough", () => {
    const passkey = { id: "passkey", kind: "passkey", devices: ["phone", "laptop"] } as const;
    expect(factorsOf({ authenticators: [passkey], signIn: [{ with: ["passkey"] }] })).toBe(2);
  });

  test("a passkey synced to an account that one password opens is one", () => {
    const passkey = { id: "passkey", kind: "passkey", devices: ["phone"], syncedTo: "cloud" } as const;
    expect(
      factorsOf({ authenticators: [passkey], signIn: [{ with: ["passkey"] }] }, [
        { id: "cloud", authenticators: [password], signIn: [{ with: ["password"] }] },
      ]),
    ).toBe(1);
  });
});

describe("the ends of the scale", () => {
  test("a route that asks for nothing gives 0, whatever stands beside it", () => {
    expect(
      factorsOf({
        authenticators: [password, app],
        signIn: [{ with: ["password", "app"] }],
        recovery: [{ with: [], gives: "session" }],
      }),
    ).toBe(0);
  });

  test("an account that no set of holdings opens has no number", () => {
    expect(factorsOf({})).toBeNull();
  });

  test("a way back that only ever removes what it asks for does not open the account", () => {
    expect(
      factorsOf({
        authenticators: [app],
        recovery: [{ with: ["app"], gives: "factor-removal", removes: ["app"] }],
      }),
    ).toBeNull();
  });
});

describe("accounts that vouch for each other", () => {
  const vouchedFor = (id: string, by: string, more: Partial<AccountInput> = {}): AccountInput => ({
    id,
    authenticators: [password, { id: "mail-code", kind: "email-code", mailbox: by }],
    recovery: [{ with: ["mail-code"], gives: "session" }],
    ...more,
  });

  test("a circle with no way in from outside opens to nobody", () => {
    const setup = setupOf({ accounts: [vouchedFor("one", "other"), vouchedFor("other", "one")] });
    expect([effectiveFactors(setup, "one"), effectiveFactors(setup, "other")]).toEqual([null, null]);
  });

  test("one weak member of a circle decides for all", () => {
    const setup = setupOf({
      accounts: [
        vouchedFor("one", "two"),
        vouchedFor("two", "three"),
        vouchedFor("three", "one", { signIn: [{ with: ["password"] }] }),
      ],
    });
    expect(["one", "two", "three"].map((id) => effectiveFactors(setup, id))).toEqual([1, 1, 1]);
  });
});

describe("how many are still left for somebody who already has something", () => {
  const setup = setupOf({
    ...onePhone,
    accounts: [
      {
        id: "bank",
        authenticators: [password, app, text],
        signIn: [{ with: ["password", "app"] }, { with: ["password", "text"] }],
      },
    ],
  });
  const sets = attackSets(setup, "bank");
  const left = (...held: readonly Holding[]) => factorsLeft(sets, new Set(held));

  test("all of them, for somebody who has nothing", () => {
    expect(left()).toBe(2);
  });

  test("one less for the password", () => {
    expect(left("secret:bank/password")).toBe(1);
  });

  test("none for password and number", () => {
    expect(left("secret:bank/password", "number:mobile")).toBe(0);
  });

  test("something that is in no set changes nothing", () => {
    expect(left("thing:umbrella")).toBe(2);
  });

  test("where nothing opens the account there is no number", () => {
    expect(factorsLeft({ sets: [], capped: false }, new Set())).toBeNull();
  });
});
