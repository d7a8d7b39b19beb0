// Which compilers of V8 are left out while a project is read.
import { expect, test } from "vitest";
import { compileQuickly } from "../../../linter/cli/compile-quickly.ts";

test.each([
  ["13.6.233.17-node.26", ["--no-turbofan"]],
  ["14.0.1", ["--no-turbofan"]],
  ["12.4.254.21-node.33", []],
])("of V8 %s: %j", (version, expected) => {
  const flags: string[] = [];
  compileQuickly(version, (flag) => void flags.push(flag));
  expect(flags).toEqual(expected);
});
