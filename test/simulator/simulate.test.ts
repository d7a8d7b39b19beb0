// Simulating: for each account its two answers, and a trail of its own that shows them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSetup, scenarios, simulate, verdicts } from "../../simulator/index.ts";
import type { TrailEntry } from "../../simulator/index.ts";
import { anySmallSetup } from "../helpers/any-small-setup.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";
import { onePhone, setupOf } from "./playing.ts";

const refs = scenarios.flatMap(({ id, variants }) =>
  variants.map((variant) => ({ id, variant: variant.id })),
);

/** Who is inside of an account when a trail ends, as far as the trail tells. */
function insideAfter(trail: readonly TrailEntry[], account: string) {
  const inside = { attacker: false, owner: false };
  for (const entry of trail) {
    if (entry.account !== account) continue;
    if (entry.what.id === "enters" && (entry.actor === "attacker" || entry.actor === "owner"))
      inside[entry.actor] = true;
    if (entry.what.id === "session-ended") inside[entry.to === "attacker" ? "attacker" : "owner"] = false;
  }
  return inside;
}

test.each(exampleSetupIds)("in %s each account has its own verdict and trail", (id) => {
  const setup = exampleSetup(id);
  for (const { id: scenario } of scenarios.slice(0, 4)) {
    const { accounts } = simulate(setup, { id: scenario });
    expect(accounts).toMatchObject(verdicts(setup, { id: scenario }));
  }
});

test("on random small setups a trail shows what is proved", () => {
  fc.assert(
    fc.property(anySmallSetup, fc.constantFrom(...refs), (setup, ref) => {
      for (const { account, attacker, owner, trail } of simulate(setup, ref).accounts) {
        const inside = insideAfter(trail, account);
        // Somebody may be inside all along, and then has nothing to enter.
        const shown = { attacker: attacker === "taken-over" || !inside.attacker, owner: inside.owner };
        expect({ account, ...shown }).toEqual({ account, attacker: true, owner: owner !== "locked-out" });
      }
    }),
    { numRuns: 60 },
  );
});

describe("one account", () => {
  const setup = exampleSetup("one-phone-for-everything");

  test("can be asked for alone, and its answer is the same", () => {
    const all = simulate(setup, { id: "sim-swap" }).accounts;
    const alone = simulate(setup, { id: "sim-swap" }, { account: "bank" }).accounts;
    expect(alone).toEqual(all.filter(({ account }) => account === "bank"));
  });

  test("that is not described has no answer", () => {
    const outside = setupOf({ ...onePhone, accounts: [{ id: "mail", modelled: false }] });
    expect(simulate(outside, { id: "sim-swap" }).accounts).toEqual([]);
  });
});

test("accounts may be called like something that every object has", () => {
  const names = ["constructor", "tostring", "valueof", "hasownproperty"];
  const text = JSON.stringify({
    version: 1,
    title: "Odd names",
    numbers: [{ id: "constructor" }],
    devices: [{ id: "constructor", kind: "smartphone", sims: ["constructor"] }],
    accounts: names.map((id) => ({
      id,
      authenticators: [
        { id: "constructor", kind: "password" },
        { id: "valueof", kind: "sms-code", number: "constructor" },
      ],
      signIn: [{ with: ["constructor", "valueof"] }],
      recovery: [{ with: ["valueof"], gives: "new-password" }],
    })),
  });
  const read = readSetup(text, "odd.setup.json");
  if (!read.ok) throw new Error("the setup is a legal one");
  for (const { account, attacker, trail } of simulate(read.setup, { id: "sim-swap" }).accounts) {
    expect({ account, attacker }).toEqual({ account, attacker: "taken-over" });
    expect(insideAfter(trail, account).attacker).toBe(true);
  }
});
