// Which versions of Node the command runs on.
import { describe, expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { nodeComplaint } from "../../../linter/cli/node-version.ts";

const least = packageJson.engines.node.replace(">=", "");

describe("the version of Node", () => {
  test.each(["18.20.4", "20.20.2", "22.9.0", "22.17.1", "9.30.0"])(
    "%s is too old, and that is said",
    (version) => {
      expect(nodeComplaint(version)).toBe(
        `onefactor: needs Node ${least} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and try again.`,
      );
    },
  );

  test.each([least, "22.18.1", "22.100.0", "23.0.0", "24.21.0", "26.0.0-nightly2026"])(
    "%s will do",
    (version) => {
      expect(nodeComplaint(version)).toBeUndefined();
    },
  );
});
