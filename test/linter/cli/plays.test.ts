// Whole output of `onefactor simulate` for one scenario of each family, the overview, a response and a case.
import { expect, test } from "vitest";
import { onefactor } from "./run.ts";

const setupFile = (name: string) => `simulator/setups/${name}.setup.yaml`;

// What is told must be read by somebody whenever it changes: is it true, in order, and plain?
test.each([
  [
    "an attack on the number",
    [setupFile("one-phone-for-everything"), "--scenario", "port-out", "--account", "bank"],
  ],
  ["an attack on the phone", [setupFile("always-signed-in"), "--scenario", "stolen-phone/passcode-watched"]],
  [
    "an attack on the code",
    [setupFile("sign-on-tenant"), "--scenario", "push-bombing", "--account", "payroll"],
  ],
  ["an attack on recovery", [setupFile("device-locked-app"), "--scenario", "factor-removal-by-text"]],
  ["a failure", [setupFile("always-signed-in"), "--scenario", "broken-phone"]],
  [
    "a failure that somebody answers",
    [setupFile("one-phone-for-everything"), "--scenario", "lost-phone", "--response", "new-sim"],
  ],
  ["a scenario with nothing to strike", [setupFile("mail-link-only"), "--scenario", "clock-drift"]],
  ["every scenario", [setupFile("one-phone-for-everything")]],
  ["a case", ["--case", "german-banks-2017"]],
] as const)("%s", async (_, args) => {
  const { code, stdout, stderr } = await onefactor(["simulate", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).toMatchSnapshot();
});
