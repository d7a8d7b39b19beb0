// Rules that ask for extra care are silent unless the strict profile asks for them.
import { expect, test } from "vitest";
import { defaultLevels } from "../../../linter/levels.ts";
import { lint } from "../../../linter/lint.ts";
import { ruleMetas } from "../../../linter/rules/index.ts";
import { memoryTree } from "../memory-tree.ts";
import { club } from "./written-setups.ts";

const rulesIn = async (yaml: string, profile: "default" | "strict") => {
  const { findings } = await lint({
    tree: memoryTree({ "club.setup.yaml": yaml }),
    starts: [{ path: "", kind: "folder" }],
    levels: defaultLevels,
    links: false,
    profile,
  });
  return findings.flatMap(({ rule, consequences }) => [rule, ...consequences.map((one) => one.rule)]);
};

test.each([
  ["no-recovery-codes", "    signIn:\n      - with: [password, app]\n"],
  ["sms-default-factor", "    signIn:\n      - with: [password, text]\n      - with: [password, app]\n"],
])("%s speaks in the strict profile only", async (id, lines) => {
  expect(ruleMetas.get(id)?.strict).toBe(true);
  expect(await rulesIn(club(lines), "strict")).toContain(id);
  expect(await rulesIn(club(lines), "default")).toEqual([]);
});
