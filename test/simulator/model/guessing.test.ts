// Guessing, checked against a table that others have published, and against the limit that NIST sets.
import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { guessingChance, guessingSucceeds } from "../../../simulator/model/guessing.ts";
import { setupSchema } from "../../../simulator/model/setup.ts";
import type { SetupInput } from "../../../simulator/model/setup.ts";

type AccountInput = NonNullable<SetupInput["accounts"]>[number];
type ControlsInput = NonNullable<AccountInput["controls"]>;
type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

function guessed(kind: "totp" | "hotp" | "sms-code" | "email-code" | "passkey", controls: ControlsInput) {
  const kinds = {
    totp: { id: "it", kind: "totp", devices: ["phone"] },
    hotp: { id: "it", kind: "hotp", devices: ["phone"] },
    "sms-code": { id: "it", kind: "sms-code", number: "mobile" },
    "email-code": { id: "it", kind: "email-code", mailbox: "mail" },
    passkey: { id: "it", kind: "passkey", devices: ["phone"] },
  } as const satisfies Record<typeof kind, AuthenticatorInput>;
  const setup = v.parse(setupSchema, {
    version: 1,
    title: "Somebody",
    accounts: [{ id: "club", authenticators: [kinds[kind]], controls }],
  });
  const [account] = setup.accounts;
  const [authenticator] = account?.authenticators ?? [];
  if (account === undefined || authenticator === undefined) throw new Error("there is one");
  return {
    chance: (hours: number) => guessingChance(authenticator, account.controls, hours),
    succeeds: guessingSucceeds(authenticator, account.controls),
  };
}

// OWASP Web Security Testing Guide, WSTG-ATHN-11, "TOTP brute force": six digits, ten tries in a second, no limit;
// per cent that have been hit after so many hours, by the number of codes that are accepted at one time.
const published: readonly (readonly [codes: number, percentAfter: Readonly<Record<number, number>>])[] = [
  [1, { 1: 4, 4: 13, 12: 35, 24: 58 }],
  [3, { 1: 10, 4: 35, 12: 72, 24: 92 }],
  [5, { 1: 16, 4: 51, 12: 88, 24: 99 }],
  [7, { 1: 22, 4: 63, 12: 95, 24: 99 }],
];

describe("codes of an app, tried without limit, as OWASP's table has it", () => {
  const cells = published.flatMap(([codes, row]) =>
    Object.entries(row).map(([hours, percent]) => [codes, Number(hours), percent] as const),
  );
  test.each(cells)(
    "%i codes accepted at once, after %i h: %i per cent, within one point",
    (codes, hours, percent) => {
      const { chance } = guessed("totp", { attempts: "unlimited", driftSteps: (codes - 1) / 2 });
      expect(Math.abs(100 * chance(hours) - percent)).toBeLessThanOrEqual(1);
    },
  );
});

describe("a limit", () => {
  test("of 100 tries, NIST's highest, leaves one chance in ten thousand", () => {
    const { chance, succeeds } = guessed("totp", { attempts: 100, driftSteps: 0 });
    expect(chance(24)).toBeCloseTo(0.0001, 7);
    expect(chance(24 * 365)).toBe(chance(24));
    expect(succeeds).toBe(false);
  });

  test("of five tries at a texted code leaves five in a million, however long somebody tries", () => {
    expect(guessed("sms-code", { attempts: 5 }).chance(24 * 365)).toBeCloseTo(5e-6, 12);
  });

  test("is worth less where asking for another code starts the count anew, as often as codes are sent", () => {
    const short = { attempts: 5, codeLength: 4 } as const;
    expect(guessed("sms-code", short).succeeds).toBe(false);
    expect(guessed("sms-code", { ...short, resendResetsAttempts: true }).succeeds).toBe(true);
    // One code a minute, five tries each: 7,200 tries at a million numbers in a day.
    const { chance, succeeds } = guessed("sms-code", { attempts: 5, resendResetsAttempts: true });
    expect(chance(24)).toBeCloseTo(0.0072, 4);
    expect(succeeds).toBe(false);
  });
});

describe("a sent code", () => {
  test("of four digits that may be tried for ever is found in its first ten minutes with six in ten chances", () => {
    // 600 seconds of ten tries each are 6,000 of 10,000 codes.
    const { chance } = guessed("sms-code", { attempts: "unlimited", codeLength: 4, codeLifetime: "10m" });
    expect(chance(1 / 6)).toBeCloseTo(0.6, 10);
  });

  test("is safer with every digit more", () => {
    const chances = [4, 5, 6, 7, 8].map((codeLength) =>
      guessed("email-code", { attempts: "unlimited", codeLength }).chance(24),
    );
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(chances.at(-1)).toBeLessThan(0.01);
  });

  test("that lives longer than it takes to try them all is certain to fall", () => {
    expect(guessed("sms-code", { attempts: "unlimited", codeLength: 4, codeLifetime: "1h" }).chance(1)).toBe(
      1,
    );
  });
});

test("nobody guesses before they begin, and nobody guesses a signature", () => {
  expect(guessed("totp", { attempts: "unlimited" }).chance(0)).toBe(0);
  expect(guessed("hotp", { attempts: "unlimited" }).chance(0)).toBe(0);
  expect(guessed("passkey", { attempts: "unlimited" }).chance(24 * 365)).toBe(0);
});

test("a counter that looks ahead accepts fewer codes than a clock that may be off either way", () => {
  const controls = { attempts: "unlimited", driftSteps: 3 } as const;
  expect(guessed("hotp", controls).chance(1)).toBeLessThan(guessed("totp", controls).chance(1));
});
