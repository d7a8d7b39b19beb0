// The example in the simulator's README is run, and prints what stands below it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, vi } from "vitest";

const readme = new URL("../../simulator/README.md", import.meta.url);

function fence(language: string): string {
  const text = readFileSync(readme, "utf8");
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m").exec(text)?.[1] ?? "";
}

test("the example prints what the README says", async () => {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((...parts: unknown[]) => {
    printed.push(parts.join(" "));
  });
  const folder = mkdtempSync(join(tmpdir(), "onefactor-readme-"));
  try {
    const file = join(folder, "example.ts");
    const door = new URL("../../simulator/index.ts", import.meta.url).href;
    writeFileSync(file, fence("ts").replace('"./index.ts"', JSON.stringify(door)));
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true });
  }
  expect(printed.join("\n")).toBe(fence("text").trimEnd());
});
