// The transcript on the page about the linter is what the linter prints.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ruleExample } from "../helpers/rule-page.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test("the transcript on the lint page is what the linter prints for the example of the rule's page", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onefactor-transcript-"));
  try {
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src", "reset.ts"), ruleExample("sms-only-reset", "bad/reset.ts"));
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(root, "linter/cli/onefactor.ts"), "lint", "src"],
      { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" } },
    );
    expect(status).toBe(1);
    await expect(`$ npx onefactor lint src\n\n${stdout}`).toMatchFileSnapshot(
      "../../site/lint/transcript.txt",
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
