// The three kinds of tests: plain Node, a simulated page, and a real browser on the built site.
import { defineConfig } from "vitest/config";

const domTests = ["test/site/**/*.dom.test.{ts,tsx}"];
const browserTests = ["test/site/browser/**/*.test.ts"];

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  // Islands are Preact; without this the JSX of `.tsx` files would ask for React.
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    // Property and command-line tests share two cores with a browser in CI: patience, not speed, is asserted here.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          benchmark: { include: ["test/**/*.bench.ts"] },
          exclude: [...domTests, ...browserTests, "test/linter/fixtures/**"],
        },
      },
      {
        test: {
          name: "dom",
          environment: "happy-dom",
          include: domTests,
          benchmark: { include: [] },
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: browserTests,
          benchmark: { include: [] },
          globalSetup: "test/helpers/served-site.ts",
          // One browser at a time: two of them starve each other on two cores and make the tests flaky.
          fileParallelism: false,
          // What a page does after a click may take its time on a busy machine; only what it does is asserted.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
