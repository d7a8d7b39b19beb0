// The transcript on the page about the linter is what the linter prints.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The example that the rule's page marks as reported. */
function reportedExample(): string {
  const page = readFileSync(join(root, "content/rules/sms-only-reset.mdx"), "utf8");
  const [, code] = /```ts file=bad\/reset\.ts\n([^]*?)```/u.exec(page) ?? [];
  if (code === undefined) throw new Error("the rule's page no longer has the example bad/reset.ts");
  return code;
}

test("the transcript on the lint page is what the linter prints for the example of the rule's page", async () => {
  const folder = mkdtempSync(join(tmpdir(), "onefactor-transcript-"));
  try {
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src", "reset.ts"), reportedExample());
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(root, "linter/cli/onefactor.ts"), "lint", "src"],
      { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1", COLUMNS: "80" } },
    );
    expect(status).toBe(1);
    await expect(`$ npx onefactor lint src\n\n${stdout}`).toMatchFileSnapshot("../../site/lint/transcript.txt");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
