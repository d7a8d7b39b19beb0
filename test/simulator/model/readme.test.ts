// The page about writing setups shows one: here it is read and played.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { effectiveFactors, readSetup, verdicts } from "../../../simulator/index.ts";

const page = readFileSync(new URL("../../../simulator/model/README.md", import.meta.url), "utf8");
const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
const read = readSetup(example, "README.setup.yaml");

test("the setup on the page reads without a problem or a warning", () => {
  expect(read).toMatchObject({ ok: true, warnings: [] });
});

test("the setup on the page is worth playing: a lost phone leaves the codes, a PIN at the carrier stops a caller", () => {
  if (!read.ok) throw new Error("see the test above");
  const outcome = (scenario: "lost-phone" | "sim-swap") =>
    verdicts(read.setup, { id: scenario }).map(({ account, attacker, owner }) => [account, attacker, owner]);
  expect(outcome("lost-phone")).toEqual([
    ["mail", "safe", "recoverable"],
    ["bank", "safe", "signed-in"],
  ]);
  expect(outcome("sim-swap")).toEqual([
    ["mail", "safe", "signed-in"],
    ["bank", "safe", "signed-in"],
  ]);
  // Recovery codes alone open the mailbox; the synced passkey rests on the vault alone.
  expect(effectiveFactors(read.setup, "mail")).toBe(1);
  expect(effectiveFactors(read.setup, "bank")).toBe(1);
});
