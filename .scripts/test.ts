// `npm test`: runs every stage, whatever the ones before it said, and ends with how many tests passed and failed.
// With names of stages after it (`node .scripts/test.ts lint types`) it runs those alone.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { countsOf, type Counts } from "./test-counts.ts";

interface Stage {
  readonly name: string;
  /** Each a program of node_modules/.bin and its arguments, with a space between two. */
  readonly commands: readonly string[];
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const report = "test/.output/report.json";

const stages: readonly Stage[] = [
  { name: "format", commands: ["prettier --check --log-level warn ."] },
  { name: "lint", commands: ["oxlint --deny-warnings"] },
  // astro check comes first: it writes the types of the content collections, which tsc reads.
  { name: "types", commands: ["astro check", "tsc --noEmit"] },
  {
    name: "tests",
    commands: [
      `vitest run --config test/vitest.config.ts --reporter=default --reporter=json --outputFile.json=${report}`,
    ],
  },
];

/** Runs the commands of a stage one after another, their output passed on, and says whether all of them succeeded. */
function passes({ name, commands }: Stage): boolean {
  console.log(`\n${name}`);
  let passed = true;
  for (const command of commands) {
    const [program = "", ...args] = command.split(" ");
    const { status, error } = spawnSync(program, args, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: "1",
        PATH: [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter),
      },
    });
    if (error) console.error(`${program} could not be started: ${error.message}`);
    passed &&= status === 0;
  }
  return passed;
}

function readCounts(): Counts | undefined {
  try {
    return countsOf(JSON.parse(readFileSync(join(root, report), "utf8")));
  } catch {
    return undefined;
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !stages.some((stage) => stage.name === name));
if (unknown !== undefined) {
  console.error(`There is no stage "${unknown}"; expected ${stages.map((stage) => stage.name).join(", ")}.`);
  process.exit(2);
}

// A report of an earlier run must not be taken for this one's.
mkdirSync(dirname(join(root, report)), { recursive: true });
rmSync(join(root, report), { force: true });

const done = stages
  .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  .map((stage) => {
    const begin = performance.now();
    const passed = passes(stage);
    return { name: stage.name, passed, seconds: Math.round((performance.now() - begin) / 1000) };
  });

console.log("");
for (const { name, passed, seconds } of done)
  console.log(`${passed ? "passed" : "FAILED"}  ${name.padEnd(8)}${String(seconds).padStart(5)} s`);
const failed = done.filter((stage) => !stage.passed).map((stage) => stage.name);
if (failed.length > 0) {
  console.log(`Failed: ${failed.join(", ")}.`);
  process.exitCode = 1;
}
if (done.some(({ name }) => name === "tests")) {
  const counts = readCounts();
  if (!counts) console.log("The tests wrote no report: they did not run to their end.");
  // Where vitest fails outside of its tests (no browser, a site that cannot be built), no test says so.
  const atLeast = failed.includes("tests") || !counts ? 1 : 0;
  console.log(`${counts?.passed ?? 0} passed, ${Math.max(counts?.failed ?? 0, atLeast)} failed`);
  process.exitCode ||= !counts || counts.failed > 0 ? 1 : 0;
}
