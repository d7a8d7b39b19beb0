// Runs the command in this process, in a folder of its own, and gives back everything that it said.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../../../linter/cli/main.ts";

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the command says and ends with. Its output is no terminal unless `terminal` is set. */
export async function onefactor(
  args: readonly string[],
  {
    cwd = process.cwd(),
    terminal = false,
    env = {},
  }: { cwd?: string; terminal?: boolean; env?: Record<string, string> } = {},
): Promise<Said> {
  const said = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => void (said[name] += text),
    isTerminal: terminal,
    columns: 80,
  });
  const code = await main(args, { cwd, stdout: output("stdout"), stderr: output("stderr"), env });
  return { code, ...said };
}

/** A folder with the given files, gone when the test is over. Its path is real, as the command will see it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "onefactor-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
