// `onefactor lint --explain-flow FILE:LINE`: finds the flow at a place however it is pointed at, or says what was read.
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ruleExample } from "../../helpers/rule-page.ts";
import { clubSetup } from "./club.ts";
import { folderOf, onefactor } from "./run.ts";

const reset = ruleExample("sms-only-reset", "bad/reset.ts");
const club = {
  "src/reset.ts": reset,
  "src/sum.ts": "export const sum = (a: number, b: number) => a + b;\n",
  "src/tests/reset.ts": reset,
  "src/club.setup.yaml": clubSetup,
  "README.md": "# Club\n",
};

const explain = (place: string, ...args: readonly string[]) =>
  onefactor(["lint", ...args, "--explain-flow", place], { cwd: folderOf(club) });

describe("a place in code", () => {
  test.each([
    ["src/reset.ts:18", "its entry point"],
    ["src/reset.ts:19", "inside its handler"],
    ["src/reset.ts:22:7", "inside its handler, one of its steps"],
    ["src/reset.ts:14", "one of its steps"],
    ["src/reset.ts:27", "inside its handler, what it ends in"],
    ["./src/../src/reset.ts:18", "its entry point"],
  ])("%s is %s", async (place, touch) => {
    const { code, stdout, stderr } = await explain(place);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("is part of 1 flow.\n\nPOST /forgotten/confirm\n  --> src/reset.ts:18:5\n");
    expect(stdout).toContain(`  the place asked about: ${touch}\n`);
    expect(stdout).toContain("    - a code by text (sms-code), believed with confidence high\n");
    expect(stdout).toContain("      sent (Twilio) at src/reset.ts:14:25\n");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("for a texted code alone. Reported.");
  });

  test("handlers are known by their extent, as functions with a name and as methods, too", async () => {
    const cwd = folderOf({
      "src/reset.ts": reset
        .replace('app.post("/forgotten/confirm", async (req, res) => {', "async function confirm(req, res) {")
        .replace(/\}\);\n$/, '}\napp.post("/forgotten/confirm", confirm);\n'),
    });
    const { stdout } = await onefactor(["lint", "--explain-flow", "src/reset.ts:19"], { cwd });
    expect(stdout).toContain("POST /forgotten/confirm (confirm)");
    expect(stdout).toContain("  the place asked about: inside its handler\n");
    const after = await onefactor(["lint", "--explain-flow", "src/reset.ts:31"], { cwd });
    expect(after.stdout).toContain("No flow goes through src/reset.ts:31.");
    expect(after.stdout).toContain("The nearest of 1 flow\n");
  });

  test("in settings is told to be judged as it stands", async () => {
    const cwd = folderOf({ "pool.tf": 'resource "aws_cognito_user_pool" "club" {\n}\n' });
    const { stdout } = await onefactor(["lint", "--explain-flow", "pool.tf:1"], { cwd });
    expect(stdout).toContain("holds settings of a sign-in, which are judged as they stand");
  });

  test("faults that look alike are each told as reported, as the report tells each", async () => {
    const cwd = folderOf({
      "src/reset.ts": reset.replace(
        /^(.*messages\.create.*)$/m,
        "if (req.body.a) return res.json({ code });\nif (req.body.b) return res.json({ code });\n$1",
      ),
    });
    const { stdout } = await onefactor(["lint", "--format", "json"], { cwd });
    const report: { findings: { rule: string }[] } = JSON.parse(stdout);
    expect(report.findings.filter(({ rule }) => rule === "otp-in-response")).toHaveLength(2);
    const explained = (await onefactor(["lint", "--explain-flow", "src/reset.ts:20"], { cwd })).stdout;
    expect(explained).toContain("otp-in-response");
    expect(explained).not.toContain("Not told twice");
  });

  test("a rule that is silent is named once", async () => {
    const { stdout } = await explain("src/reset.ts:18");
    for (const rule of ["otp-reusable", "totp-window-wide"])
      expect([rule, stdout.split(rule).length - 1]).toEqual([rule, 1]);
  });

  test("what levels leave out of the report is told, with the reason", async () => {
    const { stdout } = await explain("src/reset.ts:18", "--profile", "nist-aal2");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Reported.");
    const cwd = folderOf({ "src/reset.ts": reset.replace("client.messages.create", "sms.send") });
    const low = await onefactor(["lint", "--min-confidence", "high", "--explain-flow", "src/reset.ts:18"], {
      cwd,
    });
    expect(low.stdout.replaceAll(/\s+/g, " ")).toContain("Not told: it is below --min-confidence.");
  });

  test("a file elsewhere is named together with its folder, and shown as it was named", async () => {
    const elsewhere = folderOf(club);
    const args = ["lint", join(elsewhere, "src"), "--explain-flow", join(elsewhere, "src/reset.ts:18")];
    const { stdout } = await onefactor(args, { cwd: folderOf({}) });
    expect(stdout).toContain(`${elsewhere}/src/reset.ts:18 is part of 1 flow.`);
  });
});

describe("a place without a flow", () => {
  test.each([
    ["src/sum.ts:1", "The file was searched and not parsed"],
    ["src/reset.ts:1", "The file was parsed, and nothing on this line was recognised"],
    ["src/tests/reset.ts:18", "The file was not read, because of the folder src/tests: it is a test."],
    ["src/club.setup.yaml:3", "What rules say of it: onefactor lint src/club.setup.yaml"],
    ["README.md:1", "The file is neither TypeScript nor JavaScript"],
  ])("%s says what was read of the file, and which flows are nearest", async (place, words) => {
    const { code, stdout } = await explain(place);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(words);
    expect(stdout).toContain("The nearest of 1 flow\n  - POST /forgotten/confirm, which writes the password");
  });

  test("a file beside the paths that are scanned is said to be that", async () => {
    const { stdout } = await explain("src/sum.ts:1", "src/reset.ts");
    expect(stdout).toContain("The file lies outside the paths that were scanned.");
  });
});

describe("an argument that is none", () => {
  test.each([
    ["src/reset.ts", 'needs a file and a line, such as src/reset.ts:18; found "src/reset.ts".'],
    [":18", "needs a file and a line"],
    ["src/rest.ts:18", 'There is no file "src/rest.ts".'],
    ["src:1", '"src" is no file that can be read.'],
    ["src/sum.ts:0", "Lines are counted from 1; found 0."],
    ["src/sum.ts:99", '"src/sum.ts" has 2 lines; there is no line 99.'],
    [`src/sum.ts:${"9".repeat(400)}`, `Lines are counted from 1; found ${"9".repeat(30)}.`],
    ["/etc/passwd:1", '"/etc/passwd" lies outside of what is scanned.'],
    ["../../../../etc/passwd:1", "lies outside of what is scanned."],
    ["a\u001b[2J\u202e\n:1", 'There is no file "a\\x1b[2J\\u{202e}\\n".'],
    ["src/sum.ts\u0000:1", "There is no file"],
  ])("%j ends with 2 and says why", async (place, words) => {
    const { code, stdout, stderr } = await explain(place);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
    expect(stderr).toContain("See: onefactor lint --help");
    expect(stderr).not.toMatch(/[^\n\P{C}]/u);
  });

  test.each([[["--format", "json"]], [["--exit-code"]]])("with %j it is refused", async (args) => {
    const { code, stderr } = await explain("src/reset.ts:18", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain("--explain-flow is told as text and ends with 0");
  });

  test("a link that leads out of the folder is not followed", async () => {
    const cwd = folderOf(club);
    symlinkSync(join(folderOf({ "secret.ts": reset }), "secret.ts"), join(cwd, "link.ts"));
    const { code, stderr } = await onefactor(["lint", "--explain-flow", "link.ts:1"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"link.ts" lies outside of what is scanned.');
  });
});
