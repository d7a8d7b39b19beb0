// `npm start` with a wrong wish: it says what it expected before it spends time on a build.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

test.each(["abc", "65536", "-1", "80 80"])("PORT=%s is refused with an example of what is meant", (port) => {
  const start = spawnSync(process.execPath, [join(root, ".scripts", "start.ts")], {
    encoding: "utf8",
    env: { ...process.env, PORT: port },
  });
  expect(start.status).toBe(2);
  expect(start.stderr).toContain(`PORT is "${port}"; expected a number from 0 to 65535`);
  expect(start.stdout).toBe("");
});
