// Finds the Chromium that the browser tests drive, installs one where there is none, and says what it does.
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright-core";

/** What the search may ask of the machine, so that tests can answer in its place. */
export interface Machine {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  readonly isExecutable: (path: string) => boolean;
  /** Whether a browser starts at all: one without its libraries does not, nor does Ubuntu's stand-in for a snap. */
  readonly starts: (path: string) => boolean;
  /** Where Playwright keeps the Chromium of its own version, whether it is there or not. */
  readonly playwrightPath: () => string;
  /** Runs a program to its end and says whether it succeeded. */
  readonly run: (program: string, args: readonly string[]) => boolean;
  readonly say: (sentence: string) => void;
}

/** A browser that is there, and the words for how it was found. */
export interface FoundChromium {
  readonly path: string;
  readonly how: string;
}

const commandNames = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/**
 * The Chromium to test with: `CHROMIUM_PATH`, else one that is installed, else Playwright's own, else a new one.
 *
 * @throws where `CHROMIUM_PATH` leads nowhere, and where no browser is there and none can be installed; the message
 * says what was tried and what to do
 */
export function findChromium(machine: Machine): FoundChromium {
  const named = machine.environment["CHROMIUM_PATH"];
  if (named) {
    if (isBrowser(machine, named)) return { path: named, how: "named by CHROMIUM_PATH" };
    // Somebody who names a browser wants that one; testing with another without a word would mislead.
    throw new Error(
      `CHROMIUM_PATH is "${named}", and no program is there that starts. Correct it or leave it unset.`,
    );
  }
  return (
    installed(machine) ?? playwrights(machine, "Playwright's own, installed earlier") ?? install(machine)
  );
}

/** What to start Chromium with when nobody looks at it; `--no-sandbox` only where the sandbox refuses to start, as root. */
export function headlessFlags({ isRoot }: Pick<Machine, "isRoot">): readonly string[] {
  return [
    ...(isRoot ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
}

/** The machine on which the tests run. */
export const thisMachine: Machine = {
  environment: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  starts: (path) =>
    // Chrome for Windows opens a window instead of telling its version.
    process.platform === "win32" ||
    spawnSync(path, ["--version"], { stdio: "ignore", timeout: 30_000 }).status === 0,
  playwrightPath: () => chromium.executablePath(),
  // What an installer prints belongs on stderr: stdout is the report of the tests.
  run: (program, args) => spawnSync(program, args, { stdio: ["ignore", 2, 2] }).status === 0,
  say: (sentence) => process.stderr.write(`${sentence}\n`),
};

function isBrowser({ isExecutable, starts }: Machine, path: string): boolean {
  return isExecutable(path) && starts(path);
}

function installed(machine: Machine): FoundChromium | undefined {
  const { environment, platform } = machine;
  const ending = platform === "win32" ? ".exe" : "";
  for (const folder of (environment["PATH"] ?? "").split(delimiter))
    for (const name of commandNames) {
      const path = join(folder, name + ending);
      if (folder !== "" && isBrowser(machine, path)) return { path, how: "installed, found on PATH" };
    }
  const path = usualPlaces[platform]?.find((place) => isBrowser(machine, place));
  return path === undefined ? undefined : { path, how: "installed in a usual place" };
}

function playwrights(machine: Machine, how: string): FoundChromium | undefined {
  const path = machine.playwrightPath();
  return path !== "" && isBrowser(machine, path) ? { path, how } : undefined;
}

function install(machine: Machine): FoundChromium {
  machine.say(
    "No Chromium or Chrome that starts is installed. Installing Playwright's own into its folder in your home …",
  );
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright-core/package.json"));
  if (machine.run(process.execPath, [join(playwright, "cli.js"), "install", "chromium"])) {
    const found = playwrights(machine, "Playwright's own, installed just now");
    if (found) return found;
  }
  if (machine.platform === "linux" && machine.isRoot && machine.isExecutable("/usr/bin/apt-get")) {
    machine.say("That gave no browser that starts. Installing the distribution's package with apt-get …");
    if (
      machine.run("apt-get", ["update"]) &&
      machine.run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"])
    ) {
      const found = installed(machine);
      if (found) return { ...found, how: "the distribution's package, installed just now" };
    }
  }
  throw new Error(
    "The browser tests need Chromium or Chrome. None is installed, and installing one failed. " +
      "Install one (on Debian: `apt-get install chromium`), or name one: CHROMIUM_PATH=/path/to/chromium npm test.",
  );
}
