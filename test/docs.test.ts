// The papers at the top: what they show is what the commands print, what they name is there.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseScenarioRef, verdicts } from "../simulator/index.ts";
import { ruleExample } from "./helpers/rule-page.ts";
import { exampleSetup } from "./simulator/example-setups.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const papers = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
const textOf = (paper: string): string => readFileSync(join(root, paper), "utf8");
const manifest: {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(textOf("package.json"));

/** A folder with the example of the rule's page in it, for the transcript of a finding. */
let examples: string;
beforeAll(() => {
  examples = mkdtempSync(join(tmpdir(), "onefactor-docs-"));
  mkdirSync(join(examples, "rowing-club"));
  writeFileSync(join(examples, "rowing-club", "reset.ts"), ruleExample("sms-only-reset", "bad/reset.ts"));
});
afterAll(() => rmSync(examples, { recursive: true }));

// A fence `console` that begins with a call of the command, perhaps cut short by `| head`.
const transcript = /^(```console\n\$ npx onefactor (.+?)(?: \| head -n (\d+))?\n)[^]*?^```$/gm;

/** The text with every transcript as it would be today. */
function withTranscriptsOfToday(text: string): string {
  return text.replaceAll(transcript, (_, command: string, args: string, lines?: string) => {
    const run = spawnSync(process.execPath, [join(root, "linter/cli/onefactor.ts"), ...args.split(" ")], {
      cwd: args.includes("rowing-club") ? examples : root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, COLUMNS: undefined },
    });
    // 0 and 1 are answers; anything else would be shown to readers as if it were meant.
    if (run.status !== 0 && run.status !== 1) throw new Error(`npx onefactor ${args} failed:\n${run.stderr}`);
    const shown = run.stdout.split("\n").slice(0, lines === undefined ? undefined : Number(lines));
    return `${command}${shown.join("\n").trimEnd()}\n\`\`\``;
  });
}

test("the transcripts in the README are what the commands print today", async () => {
  // `vitest -u` writes what they print into the README.
  await expect(withTranscriptsOfToday(textOf("README.md"))).toMatchFileSnapshot(join(root, "README.md"));
});

const outcomes: Readonly<Record<string, string>> = {
  safe: "safe",
  "taken over": "taken-over",
  "signed in": "signed-in",
  recoverable: "recoverable",
  "locked out": "locked-out",
};

test("the examples in the README come out as its table says", () => {
  const rows = [
    ...textOf("README.md").matchAll(
      /^\| `([\w-]+)` +\| `([\w-]+)` +\| `([\w-]+)` +\| (.+?) +\| (.+?) +\|$/gm,
    ),
  ];
  expect(rows.length).toBeGreaterThan(4);
  for (const [row, setup = "", scenario, account, attacker = "", owner = ""] of rows) {
    const ref = parseScenarioRef(scenario ?? "");
    if (ref === undefined) throw new Error(`no such scenario: ${row}`);
    const verdict = verdicts(exampleSetup(setup), ref).find((each) => each.account === account);
    expect([row, verdict?.attacker, verdict?.owner]).toEqual([row, outcomes[attacker], outcomes[owner]]);
  }
});

test("the README shows a play and a finding", () => {
  expect(textOf("README.md")).toMatch(/^```console\n\$ npx onefactor simulate .+\n.+/m);
  expect(textOf("README.md")).toMatch(/^```console\n\$ npx onefactor lint .+\n.+/m);
});

describe.each(papers)("%s", (paper) => {
  const text = textOf(paper);

  test("links lead to files that are there", () => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? "");
    expect(links.filter((link) => !link.startsWith("https://") && !existsSync(join(root, link)))).toEqual([]);
  });

  test("files and folders of ours that it names are there", () => {
    const named = [...text.matchAll(/(?<![\w/])(?:simulator|linter|site|content|test|\.scripts)\/[\w./-]*/g)]
      .map(([path]) => path.replace(/[.-]+$/, ""))
      .filter((path) => !text.includes(`${path}<`));
    expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("scripts that it names can be run", () => {
    const named = [...text.matchAll(/`(?:npm run )?((?:check|test|bench|format|build):?\w*)`/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => name !== undefined && !(name in manifest.scripts))).toEqual([]);
  });
});

describe("CONTRIBUTING.md", () => {
  const text = textOf("CONTRIBUTING.md");

  test("every dependency has its line and its reason, and no line speaks of one that is gone", () => {
    const section = /^## Dependencies\n([^]*?)^## /m.exec(text)?.[1] ?? "";
    const named = [...section.matchAll(/^- (`[^:]+`):/gm)].flatMap(([, names = ""]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(new Set(named)).toEqual(new Set(all));
    expect(named.length).toBe(all.length);
  });

  test.each([
    "a scenario",
    "a factor",
    "a response",
    "a case",
    "an example setup",
    "a rule",
    "a provider",
    "a lesson",
  ])("adding %s takes fewer than ten lines", (what) => {
    const recipe = new RegExp(`^### Add ${what}\\n\\n([^]*?)\\n\\n(?=#)`, "m").exec(text)?.[1] ?? "";
    expect(recipe).toMatch(/^1\. /);
    expect(recipe.split("\n").length).toBeLessThan(10);
  });
});
