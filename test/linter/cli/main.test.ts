// The command line as such: finding commands, refusing what is wrong, and saying what to do instead.
import { describe, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { onefactor } from "./run.ts";

describe("onefactor by itself", () => {
  test("without a command, it says on the error output what there is, and that this was wrong use", async () => {
    const { code, stdout, stderr } = await onefactor([]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Usage: onefactor <command> [options]");
  });

  test.each([["--help"], ["-h"], ["help"]])("%s prints the list of commands", async (flag) => {
    const { code, stdout } = await onefactor([flag]);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "onefactor: a second factor that rests on the same thing as the first is one factor.

      Usage: onefactor <command> [options]

        lint      find ways into accounts that a phone number alone opens, and careless codes
        extract   write down the setup that code stands for, to be played and changed
        simulate  play an attack or a failure against a setup, step by step
        explain   tell about a rule, scenario, factor, control, response or case
        schema    print the JSON Schema of a setup file

      Try:
        onefactor lint .
        onefactor simulate my.setup.yaml --scenario sim-swap
        onefactor simulate --case german-banks-2017
        onefactor <command> --help

      Exit codes: 0 nothing found, 1 findings, 2 wrong use, 3 nothing to scan.
      "
    `);
  });

  test("--version prints the version of the package", async () => {
    expect(await onefactor(["--version"])).toEqual({
      code: 0,
      stdout: `onefactor ${packageJson.version}\n`,
      stderr: "",
    });
  });
});

describe("wrong use ends with 2, with words and without a stack", () => {
  test("a mistyped command gets the nearest one", async () => {
    expect(await onefactor(["lnit"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'onefactor: There is no command "lnit".\n  Did you mean: onefactor lint?\n  See: onefactor --help\n',
    });
  });

  test("a command that is nothing like one gets the list", async () => {
    expect((await onefactor(["frobnicate"])).stderr).toContain(
      "There are: lint, extract, simulate, explain, schema.",
    );
  });

  test.each(["__proto__", "constructor", "toString"])("%s is no command", async (name) => {
    expect((await onefactor([name])).stderr).toContain(`There is no command "${name}".`);
  });

  test("a mistyped option gets the nearest one", async () => {
    const { code, stderr } = await onefactor(["lint", "--formt", "json"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "onefactor: There is no option --formt.\n  Did you mean --format?\n  See: onefactor lint --help\n",
    );
  });

  test("a mistyped value gets the nearest one", async () => {
    const { stderr } = await onefactor(["lint", "--format", "josn"]);
    expect(stderr).toContain(
      '--format is one of text, json, sarif; found "josn".\n  Did you mean --format json?',
    );
  });

  test.each([
    [["lint", "--format"], "--format needs a value: text|json|sarif."],
    [["lint", "--format", "--no-links"], "--format needs a value: text|json|sarif."],
    [["lint", "--no-links=yes"], '--no-links takes no value, found "yes".'],
    [["lint", "--format", "json", "--format", "text"], "--format is given twice."],
    [["lint", "-x"], "There is no option -x."],
    [["schema", "mine"], "schema takes no argument."],
  ])("%j: %s", async (args, message) => {
    const { code, stderr } = await onefactor(args);
    expect(code).toBe(2);
    expect(stderr).toContain(`onefactor: ${message}\n`);
    expect(stderr).not.toContain("    at ");
  });

  test("what was typed is shown without the power to steer the terminal", async () => {
    const { stderr } = await onefactor(["\u001b[2Jlint"]);
    expect(stderr).toContain('"\\x1b[2Jlint"');
    expect(stderr).not.toContain("\u001b");
  });
});

describe("help", () => {
  test.each(["lint", "simulate", "explain", "schema"])(
    "%s --help tells usage, options and examples within 80 columns",
    async (name) => {
      const { code, stdout } = await onefactor([name, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: onefactor ${name}`);
      expect(stdout).toMatch(/Example/);
      expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
      expect(await onefactor(["help", name])).toEqual({ code: 0, stdout, stderr: "" });
    },
  );
});

describe("schema", () => {
  test("prints a JSON Schema that requires a version and a title", async () => {
    const { code, stdout } = await onefactor(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      type: "object",
      required: expect.arrayContaining(["version", "title"]),
    });
  });
});
