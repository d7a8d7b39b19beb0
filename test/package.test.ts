// What is published and what is pinned: the package as a stranger gets it, and the lock file as `npm ci` reads it.
import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommand } from "../.scripts/build-command.ts";
import { secondThread } from "../linter/cli/second-thread.ts";
import { markSays } from "../linter/search/mark.ts";
import { importsOf } from "./helpers/imports.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = readJson("package.json") as Manifest;

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}

test("a package holds the command, the example setups, the schema and the papers, and nothing else", () => {
  const npm = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const [packed]: { files: { path: string }[] }[] = JSON.parse(npm.stdout);
  const paths = packed?.files.map(({ path }) => path) ?? [];
  const expected = [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "action.yml",
    "package.json",
    "dist/onefactor.cjs",
    "dist/search-worker.cjs",
    "simulator/model/setup.schema.json",
    ...readdirSync(join(root, "simulator", "setups"))
      .filter((file) => file.endsWith(".setup.yaml"))
      .map((file) => `simulator/setups/${file}`),
  ];
  // The command's chunks carry hashes in their names.
  expect(paths.filter((path) => !/^dist\/[\w-]+-[A-Z0-9]{8}\.c?js$/.test(path)).toSorted()).toEqual(
    expected.toSorted(),
  );
});

describe("the command as somebody gets it who installs the package", () => {
  let installed: string;

  // A folder outside of the project, in which only what package.json calls a dependency can be found.
  beforeAll(async () => {
    installed = mkdtempSync(join(tmpdir(), "onefactor-installed-"));
    writeFileSync(join(installed, "package.json"), '{ "type": "module" }');
    for (const name of Object.keys(manifest.dependencies)) {
      mkdirSync(dirname(join(installed, "node_modules", name)), { recursive: true });
      symlinkSync(join(root, "node_modules", name), join(installed, "node_modules", name), "junction");
    }
    await buildCommand(join(installed, "dist"));
  });
  afterAll(() => rmSync(installed, { recursive: true }));

  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [join(installed, "dist", "onefactor.cjs"), ...args], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, XDG_CACHE_HOME: join(installed, "cache") },
    });

  test("says its version", () => {
    expect(run("--version")).toContain(manifest.version);
  });

  test("plays a scenario", () => {
    const setup = "simulator/setups/one-phone-for-everything.setup.yaml";
    expect(run("simulate", setup, "--scenario", "sim-swap")).toContain("taken over");
  });

  test("reads code", () => {
    expect(run("lint", ".scripts", "--format", "json")).toContain('"filesSeen"');
  });

  test("brings along what its second thread runs", async () => {
    const program = pathToFileURL(join(installed, "dist", "search-worker.cjs"));
    const thread = secondThread(join(root, ".scripts"), () => true, program);
    const marks = thread?.share(["build.ts", "no-such-file.ts"]) ?? new Uint8Array();
    await expect.poll(() => marks.every((mark) => mark !== 0)).toBe(true);
    thread?.end();
    expect([...marks].map(markSays)).toEqual([0, "unreadable"]);
  });

  test("needs every package that it brings along, and no other", () => {
    const asked = readdirSync(join(installed, "dist"))
      .filter((file) => /\.c?js$/.test(file))
      .flatMap((file) => importsOf(file, readFileSync(join(installed, "dist", file), "utf8")))
      .map(({ imported }) => imported)
      .filter((imported) => !isBuiltin(imported) && !/\.c?js$/.test(imported))
      .map((imported) =>
        imported
          .split("/")
          .slice(0, imported.startsWith("@") ? 2 : 1)
          .join("/"),
      );
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });
});

describe("what is pinned", () => {
  test("every dependency names one exact version", () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  // Some registries get the builds for single platforms later than the package that needs them. A lock file made in
  // between installs on the machine that made it, and `npm ci` refuses it everywhere else.
  test("the lock file knows every package for every platform", () => {
    interface Locked {
      readonly integrity?: string;
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    }
    const { packages } = readJson("package-lock.json") as { packages: Readonly<Record<string, Locked>> };
    const isLocked = (from: string, name: string): boolean =>
      `${from && `${from}/`}node_modules/${name}` in packages ||
      (from !== "" && isLocked(from.slice(0, Math.max(from.lastIndexOf("/node_modules/"), 0)), name));
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    expect(missing).toEqual([]);
    expect(Object.entries(packages).filter(([path, { integrity }]) => path && !integrity)).toEqual([]);
  });

  test("every action of others is named by the hash of a commit, never by a tag that can move", () => {
    const workflows = readdirSync(join(root, ".github", "workflows")).map(
      (file) => `.github/workflows/${file}`,
    );
    const used = ["action.yml", ...workflows].flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/uses:\s*(\S+)/g)].map(([, action]) => action),
    );
    expect(used.length).toBeGreaterThan(2);
    expect(
      used.filter((action) => action !== "./" && !/^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40}$/.test(action ?? "")),
    ).toEqual([]);
  });

  test("workflows may read the repository and nothing more", () => {
    for (const file of readdirSync(join(root, ".github", "workflows"))) {
      const text = readFileSync(join(root, ".github", "workflows", file), "utf8");
      expect(text).toMatch(/^permissions:\n {2}contents: read\n/m);
      expect(text).not.toMatch(/:\s*write\b/);
    }
  });
});
