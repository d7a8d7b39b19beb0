// `onefactor lint` as people and CI meet it: whole outputs, exit codes, and the built command itself.
import { execFile } from "node:child_process";
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { buildCommand } from "../../../.scripts/build-command.ts";
import { clubSetup } from "./club.ts";
import { folderOf, onefactor } from "./run.ts";

const harmless = { "src/sum.ts": "export const sum = (a: number, b: number) => a + b;\n" };
const club = { ...harmless, "club.setup.yaml": clubSetup };

describe("what a person reads", () => {
  test("a finding, why it matters, and what was read", async () => {
    const { code, stdout, stderr } = await onefactor(["lint"], { cwd: folderOf(club) });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatchInlineSnapshot(`
      "error[sms-only-reset]: the account "Club mailbox" sets a new password for a
                             texted code alone
        --> club.setup.yaml:19:9
         |
      19 |       - { with: [text], gives: new-password }
         |
        = also: error[reset-chain] the account "Club website" falls with it, because
                its reset rests on this account (club.setup.yaml:29)
        = also: error[sms-bypasses-mfa] the account "Club mailbox" opens for a texted
                code alone and goes round the authenticator app
        = attack: Somebody who gets the carrier to move the number to another SIM asks
                  for the code, receives it and chooses a new password.
        = mend: Before the new password is written, ask for a second proof that does
                not hang on the phone number, such as the enrolled authenticator app,
                a passkey or a recovery code.
        = play it: npx onefactor simulate club.setup.yaml --scenario sim-swap

      error[reset-chain]: the account "Club website" rests on "Club mailbox", and a
                          texted code alone opens that account
        --> club.setup.yaml:29:9
         |
      29 |       - { with: [mail-code], gives: new-password }
         |
        = attack: Somebody who gets the carrier to move the number to another SIM asks
                  for the code, receives it, takes over "Club mailbox" and finds there
                  what this account asks for.
        = mend: Ask for a proof that does not lie in that account, or take the phone
                number out of the ways into that account.
        = play it: npx onefactor simulate club.setup.yaml --scenario reset-chain

      Why sms-only-reset matters
        Whoever holds the phone number holds the account: the password and any second
        factor stand beside a door that asks for neither. Numbers change hands without
        their owner, by a SIM swap or by texts read on their way through the phone
        network. Good codes do not help: long, random and short-lived, they still go
        to whoever has the number. OWASP's Forgot Password Cheat Sheet still allows a
        PIN by text as the only proof; this rule is stricter than that page, and rests
        on the clauses named with it.
        - NIST SP 800-63B-4 4.2.2.2: recovery at AAL2 takes two recovery codes sent by
          different methods, or one code and an authenticator already bound to the
          account, or identity proofing again (our reading of the draft; the final
          keeps the clause number)
        - NIST SP 800-63B-4 3.1.3.3: codes over the telephone network are restricted,
          and a SIM change or a port should be looked for before one is sent
        - ASVS 5.0 6.4.3: a reset does not bypass multi-factor authentication that is
          switched on (level 2)
        - ASVS 5.0 6.3.4: all ways in are equally strong, and none is undocumented
          (level 2)
        - ASVS 5.0 6.6.1: codes by phone or SMS only beside stronger methods and with
          their risk told (level 2), not at all at level 3
        - CWE-640: weak password recovery mechanism for forgotten password
        - CWE-308: use of single-factor authentication
        For more, and when it is fine: npx onefactor explain sms-only-reset

      Why reset-chain matters
        A link by mail is as safe as the mailbox, and a passkey in a cloud as safe as
        the cloud. Where that account opens for a texted code, the number opens both:
        first it, then everything that trusts it. The account at the end of the chain
        never sent a text.
        - ASVS 5.0 6.4.3: a reset does not bypass multi-factor authentication that is
          switched on (level 2)
        - ASVS 5.0 6.3.4: all ways in are equally strong, and none is undocumented
          (level 2)
        - NIST SP 800-63B-4 4.2.2.2: recovery at AAL2 takes two recovery codes sent by
          different methods, or one code and an authenticator already bound to the
          account, or identity proofing again (our reading of the draft; the final
          keeps the clause number)
        - CWE-640: weak password recovery mechanism for forgotten password
        For more, and when it is fine: npx onefactor explain reset-chain

      2 findings: 2 errors.
      4 findings of rules that the profile default leaves out; see them with --profile
      strict.
      Searched 2 files, parsed none, judged 1 setup file.
      "
    `);
  });

  test("no authentication code", async () => {
    const { code, stdout } = await onefactor(["lint"], { cwd: folderOf(harmless) });
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "No authentication code found: no file mentions codes, texts or password resets.

      No findings.
      Searched 1 file, parsed none.
      "
    `);
  });

  test("settings of a sign-in that cannot be parsed, which are not taken for nothing", async () => {
    const cwd = folderOf({
      "club.ts": "export const oars = 8;",
      "pool.tf": 'resource "aws_cognito_user_pool" "club" {',
    });
    const { stdout } = await onefactor(["lint"], { cwd });
    expect(stdout).toContain("pool.tf");
    expect(stdout).toContain("has settings of a sign-in in it and could not be parsed");
    expect(stdout).not.toContain("No authentication code found");
  });

  test("nothing to scan is exit code 3 and not a clean bill", async () => {
    expect(await onefactor(["lint"], { cwd: folderOf({ "README.md": "" }) })).toEqual({
      code: 3,
      stdout: "",
      stderr:
        "onefactor: nothing to scan: found no TypeScript, JavaScript or setup file, and no settings of a sign-in.\n  Name a folder with code: onefactor lint path/to/code\n",
    });
  });

  test("a path that does not exist is exit code 2, with what to do", async () => {
    const { code, stderr } = await onefactor(["lint", "scr"], { cwd: folderOf(harmless) });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no file or folder "scr".');
  });

  test("a single file can be named", async () => {
    const { code, stdout } = await onefactor(["lint", "club.setup.yaml"], { cwd: folderOf(club) });
    expect(code).toBe(1);
    expect(stdout).toContain("--> club.setup.yaml:19:9");
  });
});

describe("places and commands can be copied from the report", () => {
  test("of a folder elsewhere, as it was named", async () => {
    const elsewhere = folderOf(club);
    const { stdout } = await onefactor(["lint", elsewhere], { cwd: folderOf({}) });
    expect(stdout).toContain(`--> ${elsewhere}/club.setup.yaml:19:9`);
    expect(stdout).toContain(
      `= play it: npx onefactor simulate ${elsewhere}/club.setup.yaml --scenario sim-swap`,
    );
    expect(stdout).toContain(`(${elsewhere}/club.setup.yaml:29)`);
  });

  test("of a folder beside this one, by the way from here", async () => {
    const around = folderOf({ "here/a.ts": "", "there/club.setup.yaml": clubSetup });
    const { stdout } = await onefactor(["lint", "../there"], { cwd: join(around, "here") });
    expect(stdout).toContain("--> ../there/club.setup.yaml:19:9");
  });

  test("of an absolute path inside this folder, from here", async () => {
    const cwd = folderOf(club);
    const { stdout } = await onefactor(["lint", join(cwd, "club.setup.yaml")], { cwd });
    expect(stdout).toContain("--> club.setup.yaml:19:9");
  });

  test("of a file elsewhere, as it was named, however often its folder is named too", async () => {
    const elsewhere = folderOf(club);
    const { stdout } = await onefactor(["lint", join(elsewhere, "club.setup.yaml"), join(elsewhere, "src")], {
      cwd: folderOf({}),
    });
    expect(stdout).toContain(`--> ${elsewhere}/club.setup.yaml:19:9`);
  });
});

describe("a setup file that is wrong", () => {
  const broken = clubSetup
    .replace("with: [text]", "with: [txet]")
    .replace("number: mobile", "number: nowhere");
  const formats = ["text", "json", "sarif"];

  test.each(formats)("named as path: exit code 2 and every problem with its place, as %s", async (format) => {
    const cwd = folderOf({ "club.setup.yaml": broken });
    const { code, stderr } = await onefactor(["lint", "club.setup.yaml", "--format", format], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^onefactor: "club\.setup\.yaml" is not a setup that can be judged\.\n/);
    expect(stderr).toMatch(/\n {2}club\.setup\.yaml:15:\d+ accounts\[0\]\.authenticators\[2\]\.number: /);
    expect(stderr).toMatch(
      /\n {2}club\.setup\.yaml:19:\d+ accounts\[0\]\.recovery\[0\]\.with\[0\]: .*Did you mean "text"\?/,
    );
  });

  test.each(formats)(
    "met on the way: exit code 2, its first problem, and the findings, as %s",
    async (format) => {
      const cwd = folderOf({ ...club, "old/club.setup.yaml": broken });
      const { code, stdout, stderr } = await onefactor(["lint", "--format", format], { cwd });
      expect(code).toBe(2);
      expect(stdout).toContain("sms-only-reset");
      expect(stdout).toMatch(/old\/club\.setup\.yaml[^]*15:\d+ accounts/);
      expect(stderr).toMatch(/old\/club\.setup\.yaml:15:\d+ .*\n {2}and 1 more; name the file to see/);
    },
  );

  test("is listed in JSON with what is wrong with it", async () => {
    const cwd = folderOf({ "club.setup.yaml": broken });
    const { stdout } = await onefactor(["lint", "--format", "json"], { cwd });
    const { skipped } = JSON.parse(stdout) as { skipped: readonly object[] };
    expect(skipped).toEqual([
      {
        file: "club.setup.yaml",
        reason: "invalid-setup",
        details: [expect.stringMatching(/^15:\d+ accounts/), expect.stringMatching(/^19:\d+ accounts/)],
      },
    ]);
  });

  test("cannot steer the terminal, neither by its name nor by what it holds", async () => {
    const cwd = folderOf({ "a\u001b[2J.setup.yaml": 'version: 1\ntitle: a\n"x\\e[2J": 1\n' });
    const { code, stdout, stderr } = await onefactor(["lint"], { cwd });
    expect(code).toBe(2);
    expect(stdout + stderr).not.toContain("\u001b");
  });
});

describe("what a program reads", () => {
  test("JSON has the documented shape and nothing of the machine that made it", async () => {
    const cwd = folderOf(club);
    const { code, stdout } = await onefactor(["lint", "--format", "json"], { cwd });
    expect(code).toBe(1);
    expect(stdout).not.toContain(cwd);
    const report = JSON.parse(stdout) as { stats: object; findings: readonly object[] };
    expect(Object.keys(report)).toEqual(["version", "findings", "flows", "stats", "skipped"]);
    expect(report.findings).toMatchObject([
      {
        rule: "sms-only-reset",
        file: "club.setup.yaml",
        line: 19,
        playUrl: expect.stringMatching(/^\/play\/#1\./),
      },
      { rule: "reset-chain", file: "club.setup.yaml", line: 29 },
    ]);
    expect(report.stats).toMatchObject({ filesSeen: 2, milliseconds: expect.any(Number) });
  });

  test("--no-links leaves out every link, because a link carries the configuration", async () => {
    const { stdout } = await onefactor(["lint", "--format", "json", "--no-links"], { cwd: folderOf(club) });
    expect(stdout).not.toContain("playUrl");
  });

  test("SARIF ends with 0 on findings unless it is asked to fail", async () => {
    const cwd = folderOf(club);
    const { code, stdout } = await onefactor(["lint", "--format", "sarif"], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: "2.1.0",
      runs: [{ results: [{ ruleId: "sms-only-reset" }, { ruleId: "reset-chain" }] }],
    });
    expect((await onefactor(["lint", "--format", "sarif", "--exit-code"], { cwd })).code).toBe(1);
  });

  test("SARIF and JSON are written even where nothing is scanned, so that an upload finds its file", async () => {
    for (const format of ["json", "sarif"]) {
      const { code, stdout } = await onefactor(["lint", "--format", format], { cwd: folderOf({}) });
      expect(code).toBe(3);
      expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    }
  });

  test("the report is the same wherever the folder lies", async () => {
    const findings = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { findings: readonly object[] }).findings;
    const here = await onefactor(["lint", "--format", "json"], { cwd: folderOf(club) });
    const elsewhere = await onefactor(["lint", folderOf(club), "--format", "json"], { cwd: folderOf({}) });
    expect(findings(elsewhere)).toEqual(findings(here));
  });
});

describe("levels", () => {
  test("findings below the chosen severity do not fail the run, and are counted", async () => {
    const guarded = clubSetup.replace("    controls: { resetKeepsSecondFactor: false }\n", "");
    const cwd = folderOf({ "club.setup.yaml": guarded });
    expect((await onefactor(["lint"], { cwd })).code).toBe(1);
    const { code, stdout } = await onefactor(["lint", "--min-severity", "error"], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain("1 finding of lower severity or confidence not shown");
  });
});

describe("profiles", () => {
  const guarded = clubSetup.replace("    recovery:\n      - { with: [text], gives: new-password }\n", "");

  test("a standard is chosen by its name, and named in the report", async () => {
    const cwd = folderOf({ "club.setup.yaml": guarded.replace("[password, app]", "[password, text]") });
    const { code, stdout } = await onefactor(["lint", "--profile", "asvs-l3"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('error[sms-only-mfa]: the account "Club mailbox" has texts as its only second');
    expect(stdout).toContain("\nJudged by the profile asvs-l3.\n");
  });

  test("one that does not exist gets the nearest that does", async () => {
    const cwd = folderOf(club);
    expect((await onefactor(["lint", "--profile", "asvs-12"], { cwd })).stderr).toContain(
      '--profile is one of default, strict, asvs-l2, asvs-l3, nist-aal2; found "asvs-12".\n  Did you mean --profile asvs-l2?',
    );
    expect((await onefactor(["lint", "--profile"], { cwd })).stderr).toContain(
      "--profile needs a value: default|strict|asvs-l2|asvs-l3|nist-aal2.",
    );
  });
});

// Built here, so that these tests never run a command of yesterday; inside the project, where its packages are found.
const outputs = fileURLToPath(new URL("../../.output/command", import.meta.url));
const built = join(outputs, "onefactor.cjs");

/** Runs the built command as a shell would. */
function runBuilt(
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [built, ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("the built command", () => {
  beforeAll(() => buildCommand(outputs));

  test("says what the sources say, and ends with their exit code", async () => {
    const cwd = folderOf(club);
    const { code, stdout, stderr } = await runBuilt(["lint"], cwd);
    expect(stderr).toBe("");
    expect(stdout).toBe((await onefactor(["lint"], { cwd })).stdout);
    expect(code).toBe(1);
  });

  test("does not mind that nobody reads to the end", async () => {
    const cwd = folderOf({ "club.setup.yaml": clubSetup });
    const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
      execFile(
        "sh",
        ["-c", `"${process.execPath}" "${built}" simulate club.setup.yaml --format json | head -c 10`],
        { cwd },
        (_, stdout, stderr) => resolve({ stdout, stderr }),
      );
    });
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe("");
  });

  test.skipIf(process.platform !== "linux")(
    "says in one line that its output cannot be written, and ends with 2",
    async () => {
      const cwd = folderOf({ "club.setup.yaml": clubSetup });
      for (const command of ["lint", "simulate club.setup.yaml --format json", "--help"]) {
        const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
          execFile(
            "sh",
            ["-c", `"${process.execPath}" "${built}" ${command} >/dev/full`],
            { cwd },
            (error, _, stderr) => resolve({ code: error?.code, stderr }),
          );
        });
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: "onefactor: the output cannot be written (ENOSPC).\n",
        });
      }
    },
  );

  test("leaves nothing behind in the folder that it scans", async () => {
    const cwd = folderOf(club);
    symlinkSync("..", join(cwd, "up"));
    await runBuilt(["lint"], cwd);
    expect(readdirSync(cwd).toSorted()).toEqual(["club.setup.yaml", "src", "up"]);
  });
});
