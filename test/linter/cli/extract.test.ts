// `onefactor extract`: what it writes can be played, judged and changed, and what it cannot say it says.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleExample } from "../../helpers/rule-page.ts";
import { clubSetup } from "./club.ts";
import { folderOf, onefactor } from "./run.ts";

const club = { "src/reset.ts": ruleExample("sms-only-reset", "bad/reset.ts") };

describe("onefactor extract", () => {
  test("writes a setup that plays to the verdict of the finding", async () => {
    const cwd = folderOf(club);
    const { code, stdout, stderr } = await onefactor(["extract", "src"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("# src/reset.ts:18 POST /forgotten/confirm, confidence high\n");
    expect(stdout).toContain("# src/reset.ts:14 sent (Twilio)\n");
    writeFileSync(join(cwd, "app.setup.yaml"), stdout);

    const played = await onefactor(
      ["simulate", "app.setup.yaml", "--scenario", "sim-swap", "--format", "json"],
      { cwd },
    );
    expect(played.stderr).toBe("");
    expect(JSON.parse(played.stdout)).toMatchObject({
      accounts: [{ id: "account", attacker: "taken-over", effectiveFactors: 1 }],
    });
    const judged = await onefactor(["lint", "app.setup.yaml"], { cwd });
    expect(judged.stdout).toContain("error[sms-only-reset]");
  });

  test("writes the same setup as JSON, without the comments", async () => {
    const cwd = folderOf(club);
    const { code, stdout } = await onefactor(["extract", "--format", "json"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, accounts: [{ id: "account" }] });
    writeFileSync(join(cwd, "app.setup.json"), stdout);
    expect((await onefactor(["simulate", "app.setup.json", "--scenario", "sim-swap"], { cwd })).code).toBe(0);
  });

  test("names files of a folder elsewhere as they were named", async () => {
    const elsewhere = folderOf(club);
    const { stdout } = await onefactor(["extract", elsewhere], { cwd: folderOf({}) });
    expect(stdout).toContain(`# ${elsewhere}/src/reset.ts:18 POST /forgotten/confirm`);
  });

  test("says that there is nothing to read, or no way in, and writes nothing", async () => {
    expect(await onefactor(["extract"], { cwd: folderOf({ "club.setup.yaml": clubSetup }) })).toEqual({
      code: 3,
      stdout: "",
      stderr:
        "onefactor: nothing to extract from: found no TypeScript or JavaScript file, only setups that are written already.\n" +
        "  Name a folder with code: onefactor extract path/to/code\n",
    });
    const { code, stdout, stderr } = await onefactor(["extract"], {
      cwd: folderOf({ "sum.ts": "export const sum = (a: number, b: number) => a + b;\n" }),
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toBe(
      "onefactor: nothing to extract: no sure way into an account was recognised in 1 file.\n" +
        "  What was read of a place: onefactor lint --explain-flow FILE:LINE\n",
    );
  });

  test("points to what was read where that is not sure enough", async () => {
    const unsure = club["src/reset.ts"].replace(
      /^ {2}await client\.messages\.create.*$/m,
      "  await tell(phone, code);",
    );
    const { code, stderr } = await onefactor(["extract"], { cwd: folderOf({ "src/reset.ts": unsure }) });
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /\n {2}What was read: onefactor lint --explain-flow src\/reset\.ts:18(, the first of 2 ways that are not sure enough)?\n$/,
    );
  });

  test.each([
    [["extract", "scr"], 'There is no file or folder "scr".'],
    [["extract", "--format", "yml"], "--format is one of yaml, json"],
    [["extract", "--standard", "x"], "There is no option --standard."],
  ])("%j ends with 2 and says why", async (args, message) => {
    const { code, stderr } = await onefactor(args, { cwd: folderOf(club) });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
