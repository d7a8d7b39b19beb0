// Builds the training site, and shows what the build said only where it failed.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Builds the site into `folder`, which is emptied first.
 *
 * @throws with everything that Astro printed, where the build failed
 */
export function buildSite(folder: string = join(root, "dist", "site")): void {
  const astro = join(root, "node_modules", "astro", "bin", "astro.mjs");
  const build = spawnSync(process.execPath, [astro, "build", "--outDir", folder], {
    cwd: root,
    encoding: "utf8",
    // Astro would otherwise report the build to its makers. And in a test it would take the libraries' development
    // versions, which are larger and slower than what visitors get.
    env: { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  if (build.error) throw build.error;
  if (build.status !== 0) throw new Error(`The site could not be built.\n${build.stdout}${build.stderr}`);
}
