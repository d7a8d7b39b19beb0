// What npm runs after an install: builds the command. Plain JavaScript, because before an install the only Node there is
// may be too old for TypeScript.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

if (existsSync(new URL("node_modules/esbuild/package.json", root))) {
  const { buildCommand } = await import("./build-command.ts");
  await buildCommand();
} else {
  // `npx onefactor` in a fresh clone comes here, too, and then links the command into a cache of its own. Ending in an
  // error, or without a file to link, would leave that cache half made, and npx would go on failing after `npm ci`.
  const sentence =
    "onefactor: the command is not built, its development packages are missing. Run `npm ci` first.";
  const command = fileURLToPath(new URL("dist/onefactor.cjs", root));
  mkdirSync(new URL("dist/", root), { recursive: true });
  writeFileSync(
    command,
    `#!/usr/bin/env node\nconsole.error(${JSON.stringify(sentence)});\nprocess.exitCode = 2;\n`,
  );
  chmodSync(command, 0o755);
  console.error(sentence);
}
