// One-time codes: the published values of the RFCs, and what makes plays repeatable.
import { generateSync } from "otplib";
import { describe, expect, test } from "vitest";
import {
  currentStep,
  playStart,
  recoveryCodeList,
  seedFor,
  sentCode,
  totpCode,
  totpStep,
} from "../../../simulator/machines/codes.ts";

/** "12345678901234567890", the key of both RFCs, in Base32. */
const rfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

describe("published values", () => {
  test.each([
    [0, "755224"],
    [1, "287082"],
    [2, "359152"],
    [3, "969429"],
    [4, "338314"],
    [5, "254676"],
    [6, "287922"],
    [7, "162583"],
    [8, "399871"],
    [9, "520489"],
  ])("RFC 4226, appendix D: the code of counter %i is %s", (counter, code) => {
    expect(sentCode(rfcKey, counter, 6)).toBe(code);
  });

  const ofRfc6238 = [
    [59, "94287082"],
    [1_111_111_109, "07081804"],
    [1_111_111_111, "14050471"],
    [1_234_567_890, "89005924"],
    [2_000_000_000, "69279037"],
    [20_000_000_000, "65353130"],
  ] as const;

  test.each(ofRfc6238)("RFC 6238, appendix B: at second %i the code of 8 digits is %s", (epoch, code) => {
    expect(generateSync({ secret: rfcKey, epoch, digits: 8 })).toBe(code);
  });

  test.each(ofRfc6238)("an app shows the last 6 of them: at second %i, of %s", (epoch, code) => {
    expect(totpCode(rfcKey, epoch * 1_000 - playStart)).toBe(code.slice(2));
  });

  test.each(ofRfc6238)("a service takes that code for the step of second %i", (epoch, code) => {
    const now = epoch * 1_000 - playStart;
    expect(totpStep(rfcKey, code.slice(2), now, 0)).toBe(Math.floor(epoch / 30));
  });
});

describe("the drift window", () => {
  const step = 30_000;
  // The play begins on a full step, so that a step of the play is a step of the clock.
  const at = (steps: number) => steps * step;
  const code = totpCode(rfcKey, at(10));

  test("a play begins on a full time step", () => {
    expect(playStart % step).toBe(0);
  });

  test.each([0, 1, 2, 10])("a code is good %i steps early and late, and not one step more", (drift) => {
    expect(totpStep(rfcKey, code, at(10 - drift), drift)).toBe(currentStep(at(10)));
    expect(totpStep(rfcKey, code, at(10 + drift), drift)).toBe(currentStep(at(10)));
    expect(totpStep(rfcKey, code, at(10 - drift) - 1, drift)).toBeUndefined();
    expect(totpStep(rfcKey, code, at(10 + drift + 1), drift)).toBeUndefined();
  });

  test("without drift a code is good for the 30 seconds of its own step", () => {
    expect(totpStep(rfcKey, code, at(11) - 1, 0)).toBe(currentStep(at(10)));
    expect(totpStep(rfcKey, code, at(11), 0)).toBeUndefined();
  });

  test.each(["000000", "", "12345", "1234567", "abcdef", "１２３４５６"])(
    "something that is no code of that time is refused without a fuss: %j",
    (other) => {
      expect(totpStep(rfcKey, other, at(10), 10)).toBeUndefined();
    },
  );
});

describe("codes and seeds", () => {
  test.each([4, 5, 6, 7, 8])("a service can send codes of %i digits", (digits) => {
    for (let counter = 0; counter < 50; counter++)
      expect(sentCode(rfcKey, counter, digits)).toMatch(new RegExp(`^[0-9]{${digits}}$`));
  });

  test("a seed is 160 bits in Base32", () => {
    expect(seedFor(1, "mail/app")).toMatch(/^[A-Z2-7]{32}$/);
  });

  test("the same seed of the world gives the same seed and the same codes", () => {
    expect(seedFor(7, "mail/app")).toBe(seedFor(7, "mail/app"));
    expect(recoveryCodeList(seedFor(7, "mail/codes"), 10)).toEqual(
      recoveryCodeList(seedFor(7, "mail/codes"), 10),
    );
  });

  test("another authenticator has another seed, and so has another world", () => {
    const keys = ["mail/app", "mail/app2", "bank/app", "mail/ap", "a/pp", "ap/p"];
    const seeds = [1, 2, 3, 1_000, -1, 0].flatMap((world) => keys.map((key) => seedFor(world, key)));
    expect(new Set(seeds).size).toBe(seeds.length);
  });

  test("a list of recovery codes has as many as asked for, all different", () => {
    const list = recoveryCodeList(seedFor(1, "mail/codes"), 100);
    expect(new Set(list).size).toBe(100);
    expect(list.every((code) => /^[0-9]{4}-[0-9]{4}$/.test(code))).toBe(true);
    expect(recoveryCodeList(seedFor(1, "mail/codes"), 0)).toEqual([]);
  });
});
