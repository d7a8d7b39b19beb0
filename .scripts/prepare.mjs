// What npm runs after an install: builds the command. Plain JavaScript, because before an install the only Node there is
// may be too old for TypeScript.
import { existsSync } from "node:fs";

if (existsSync(new URL("../node_modules/esbuild/package.json", import.meta.url))) {
  const { buildCommand } = await import("./build-command.ts");
  await buildCommand();
} else {
  // `npx onefactor` in a fresh clone comes here too. Ending in an error would leave npx's own cache half made, and from
  // then on npx would fail in this folder even after `npm ci`.
  console.error(
    "The command onefactor is not built: its development packages are missing. Run `npm ci` first.",
  );
}
