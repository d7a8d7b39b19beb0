// Before the browser tests: finds a browser, builds the site as visitors get it, and serves it until the tests are done.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { buildSite } from "../../.scripts/build-site.ts";
import { startStaticServer } from "../../linter/cli/static-server.ts";
import { findChromium, thisMachine } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built site answers, with a slash at the end. */
    readonly siteUrl: string;
    /** The folder that it was built into, to go through all of its pages. */
    readonly siteFolder: string;
    readonly chromiumPath: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium(thisMachine);
  process.stderr.write(`Browser: ${chromium.path} (${chromium.how})\n`);
  // A folder of its own: what `npm start` serves meanwhile stays as it is.
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), ".output", "site");
  buildSite(folder);
  const server = await startStaticServer({ folder, port: 0 });
  project.provide("siteUrl", server.url);
  project.provide("siteFolder", folder);
  project.provide("chromiumPath", chromium.path);
  return server.close;
}
