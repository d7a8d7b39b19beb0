import { describe, expect, test } from "vitest";
import type { ProblemId } from "../../../simulator/model/problems.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { sayProblem } from "../../../simulator/words/en/problems.ts";
import { problemsOf } from "./told.ts";

describe("what looks real is warned of, since setups get shared", () => {
  test.each<[string, ProblemId]>([
    ["+49 170 9876543", "real-phone-number"],
    ["(212) 867-5309", "real-phone-number"],
    ["Call 01709876543 at night", "real-phone-number"],
    ["mira@heronlane.co.uk", "real-address"],
    ["JBSWY3DPEHPK3PXP", "real-seed"],
    ["jbsw y3dp ehpk 3pxp", "real-seed"],
    ["jbswy3dpehpk3pxp", "real-seed"],
    ["otpauth://totp/x", "real-secret-link"],
    ["https://heronlane.co.uk/reset?user=1&token=abc", "real-secret-link"],
    ["https://mira:secret@heronlane.co.uk/", "real-secret-link"],
  ])("%s", (title, id) => {
    const read = readSetup(JSON.stringify({ version: 1, title }), "my.json");
    expect(read).toMatchObject({ ok: true, warnings: [{ id, path: "title", severity: "warning" }] });
    const [warning] = read.ok ? read.warnings : [];
    expect(sayProblem(warning!), "the secret itself is not repeated").not.toContain(title);
  });

  test.each([
    "Mira's phone, bought 2024-01-15 for 1200 crowns",
    "555-0123",
    "mira@mail.example",
    "https://heronlane.example/help?page=2",
    "five-banks-and-a-charity",
    "authenticationsettings",
    "They said this will take some more time than that.",
    "The 5 banks sent 10 texts in 24 hours",
  ])("but not: %s", (title) => {
    expect(problemsOf(JSON.stringify({ version: 1, title }), "my.json")).toEqual([]);
  });
});
