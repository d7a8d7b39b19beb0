import { describe, expect, test } from "vitest";
import { idLike, nearest } from "../../../simulator/model/nearest.ts";

describe("the nearest known word", () => {
  const words = ["password", "sms-code", "email-code", "totp"];
  test.each([
    ["passwort", "password"],
    ["pasword", "password"],
    ["psasword", "password"],
    ["PASSWORD", "password"],
    ["sms_code", "sms-code"],
    ["e-mail-code", "email-code"],
    ["topt", "totp"],
  ])("%s: %s", (typed, meant) => expect(nearest(typed, words)).toBe(meant));

  test.each(["", "fingerprint", "sms", "x", "a".repeat(100_000)])("nothing is near to %.20s", (typed) =>
    expect(nearest(typed, words)).toBeUndefined(),
  );
});

test("an id is made of what people write", () => {
  expect(idLike("My Phone (old)")).toBe("my-phone-old");
  expect(idLike("myPhone")).toBe("my-phone");
  expect(idLike("äöü")).toBeUndefined();
});
