// The GitHub action: what it promises about itself, and its script, run as a runner would run it.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildCommand } from "../.scripts/build-command.ts";
import { ruleExample } from "./helpers/rule-page.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(join(root, "action.yml"), "utf8"));
const { steps } = action.runs;
const stepNamed = (name: string): Step | undefined => steps.find((step) => step.name === name);

describe("what it promises", () => {
  test("it takes paths, a profile and whether to upload, and uploads unless told otherwise", () => {
    expect(Object.keys(action.inputs)).toEqual(["paths", "profile", "upload"]);
    expect(action.inputs["upload"]?.default).toBe("true");
    expect(stepNamed("Upload")?.if).toBe("${{ inputs.upload == 'true' }}");
  });

  test("nothing is written into a script by the runner, so that no input can become code", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("it runs the code at its own path and fetches no package by a name", () => {
    const scripts = steps.map(({ run }) => run ?? "").join("\n");
    expect(scripts).toContain('cd "$GITHUB_ACTION_PATH"\nnpm ci');
    expect(scripts).toContain('"$GITHUB_ACTION_PATH/dist/onefactor.cjs"');
    expect(scripts).not.toMatch(/\bnpx\b|npm (?:install|i|exec|add)\b|curl|wget/);
  });
});

// A runner's bash is not everywhere; the workflow runs the whole action on GitHub itself.
describe.skipIf(process.platform === "win32")("what its script does", () => {
  let folder: string;

  // In place of the command: it writes down what it was called with and ends as it is told.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "onefactor-action-"));
    mkdirSync(join(folder, "action", "dist"), { recursive: true });
    mkdirSync(join(folder, "action", "node_modules", ".bin"), { recursive: true });
    symlinkSync(process.execPath, join(folder, "action", "node_modules", ".bin", "node"));
    const command = join(folder, "action", "dist", "onefactor.cjs");
    writeFileSync(
      command,
      "console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = +process.env.ENDS;",
    );
    chmodSync(command, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function lint(
    paths: string,
    ends = 0,
    at = "action",
    profile = "default",
  ): { status: number | null; written: string; outputs: string } {
    const outputs = join(folder, "outputs");
    writeFileSync(outputs, "");
    const { status } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", stepNamed("Lint")?.run ?? ""],
      {
        cwd: folder,
        env: {
          PATH: process.env["PATH"],
          GITHUB_ACTION_PATH: join(folder, at),
          XDG_CACHE_HOME: join(folder, "cache"),
          RUNNER_TEMP: folder,
          GITHUB_OUTPUT: outputs,
          INPUT_PATHS: paths,
          INPUT_PROFILE: profile,
          ENDS: String(ends),
        },
      },
    );
    const written = readFileSync(join(folder, "onefactor.sarif"), "utf8");
    return { status, written, outputs: readFileSync(outputs, "utf8") };
  }

  test("every line of paths is one path, whatever is in it", () => {
    const hostile = "my code\n$(touch pwned)\n`id`; rm -rf x\n--config=evil\n";
    expect(JSON.parse(lint(hostile).written)).toEqual([
      "lint",
      "--format",
      "sarif",
      "--exit-code",
      "--no-links",
      "--profile=default",
      "--",
      "my code",
      "$(touch pwned)",
      "`id`; rm -rf x",
      "--config=evil",
    ]);
  });

  test("a profile is one word to the command, whatever is in it", () => {
    const { written } = lint(".", 0, "action", "asvs-l2; touch pwned --format text");
    expect(JSON.parse(written)).toContain("--profile=asvs-l2; touch pwned --format text");
  });

  test("findings do not fail the job, and are told to it", () => {
    const { status, outputs } = lint(".", 1);
    expect(status).toBe(0);
    expect(outputs).toBe(`sarif=${join(folder, "onefactor.sarif")}\nfindings=true\n`);
  });

  test("no findings are told, too", () => {
    expect(lint(".").outputs).toContain("findings=false\n");
  });

  test.each([2, 3])(
    "wrong use and nothing to scan (exit code %i) fail the job, and nothing is uploaded",
    (ends) => {
      const { status, outputs } = lint(".", ends);
      expect(status).toBe(ends);
      expect(outputs).toBe("");
    },
  );

  test.each([
    ["bad/reset.ts", "true"],
    ["good/reset.ts", "false"],
  ])("with the command itself, %s gives findings=%s", async (file, findings) => {
    await buildCommand(join(folder, "real", "dist"));
    if (!existsSync(join(folder, "real", "node_modules")))
      symlinkSync(join(root, "node_modules"), join(folder, "real", "node_modules"));
    const source = join(folder, "src", file);
    mkdirSync(dirname(source), { recursive: true });
    writeFileSync(source, ruleExample("sms-only-reset", file));
    const { status, written, outputs } = lint(`src/${file}`, 0, "real");
    expect(status).toBe(0);
    expect(outputs).toContain(`findings=${findings}\n`);
    const { runs }: { runs: { results: unknown[] }[] } = JSON.parse(written);
    expect(runs[0]?.results.length).toBe(findings === "true" ? 1 : 0);
  });
});
