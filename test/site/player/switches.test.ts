// Switching parts of a setup on and off, and what the simulator then says.
import { describe, expect, test } from "vitest";
import { encodeLink, readSetup, type Setup, verdicts } from "../../../simulator/index.ts";
import { accountSwitches, carrierSwitches, type Switch } from "../../../site/player/switches.ts";
import { exampleIds, exampleSetup } from "../examples.ts";

const mira = exampleSetup("one-phone-for-everything");

function switchesOf(setup: Setup, original: Setup): readonly Switch[] {
  return [
    ...accountSwitches(setup, original).flatMap(({ factors, recovery }) => [...factors, ...recovery]),
    ...carrierSwitches(setup).flatMap(({ lock, filtering }) => [lock, filtering]),
  ];
}

function thrown(setup: Setup, original: Setup, ...ids: readonly string[]): Setup {
  let changed = setup;
  for (const id of ids) {
    const next = switchesOf(changed, original).find((each) => each.id === id)?.next;
    if (next === undefined) throw new Error(`there is no switch "${id}" to throw`);
    changed = next;
  }
  return changed;
}

function verdictOf(setup: Setup, scenario: "sim-swap" | "ss7-interception" | "lost-phone", account: string) {
  const found = verdicts(setup, { id: scenario }).find((verdict) => verdict.account === account);
  return found && { attacker: found.attacker, owner: found.owner };
}

describe("a switch", () => {
  test.each(exampleIds)("of %s leads to a setup that could stand in a file", (id) => {
    const setup = exampleSetup(id);
    const unreadable = switchesOf(setup, setup).flatMap(({ id: name, next }) => {
      const read = next && readSetup(JSON.stringify(next), "switched.json");
      return read === undefined || read.ok ? [] : [name, ...read.problems];
    });
    expect(unreadable).toEqual([]);
  });

  test.each(exampleIds)("of %s thrown twice gives back the verdicts that were there", (id) => {
    const setup = exampleSetup(id);
    const first = verdicts(setup, { id: "sim-swap" });
    const thrownTwice = switchesOf(setup, setup).flatMap(({ id: name, next }) => {
      const back = next && switchesOf(next, setup).find((each) => each.id === name)?.next;
      return back === undefined ? [] : [[name, verdicts(back, { id: "sim-swap" })] as const];
    });
    expect(thrownTwice.length).toBeGreaterThan(3);
    expect(thrownTwice).toEqual(thrownTwice.map(([name]) => [name, first]));
  });

  test.each(exampleIds)("of %s never leaves an account without a way to sign in", (id) => {
    const setup = exampleSetup(id);
    const closed = switchesOf(setup, setup).flatMap(({ id: name, next }) =>
      next?.accounts.some(({ modelled, signIn }) => modelled && signIn.length === 0) ? [name] : [],
    );
    expect(closed).toEqual([]);
  });

  test("makes a setup that fits into a link", async () => {
    const changed = thrown(mira, mira, "mail-recovery-codes", "bank-totp", "shop-security-key");
    await expect(encodeLink({ setup: changed })).resolves.toMatch(/^1\./u);
  });
});

describe("what the first lesson and the workshop tell", () => {
  test("with the reset by text, a SIM swap takes the mailbox, the bank and the shop", () => {
    for (const account of ["mail", "bank", "shop"])
      expect(verdictOf(mira, "sim-swap", account)).toEqual({ attacker: "taken-over", owner: "locked-out" });
  });

  const withoutReset = thrown(mira, mira, "mail-back-sms-code-new-password");

  test("without it the stranger is out, and so is Mira", () => {
    expect(verdictOf(withoutReset, "sim-swap", "mail")).toEqual({ attacker: "safe", owner: "locked-out" });
  });

  test.each(["mail-recovery-codes", "mail-security-key", "mail-totp"])(
    "with %s she is in, and the stranger is not",
    (id) => {
      const mended = thrown(withoutReset, mira, id);
      expect(verdictOf(mended, "sim-swap", "mail")).toEqual({ attacker: "safe", owner: "signed-in" });
    },
  );

  test("on the day the phone is lost, codes and key at home still work and the app on the phone does not", () => {
    expect(verdictOf(thrown(withoutReset, mira, "mail-recovery-codes"), "lost-phone", "mail")?.owner).toBe(
      "signed-in",
    );
    expect(verdictOf(thrown(withoutReset, mira, "mail-security-key"), "lost-phone", "mail")?.owner).toBe(
      "signed-in",
    );
    expect(verdictOf(thrown(withoutReset, mira, "mail-totp"), "lost-phone", "mail")?.owner).toBe(
      "locked-out",
    );
  });

  test("an authenticator app does not help while the reset by text stays on", () => {
    const changed = thrown(mira, mira, "mail-totp");
    expect(verdictOf(changed, "sim-swap", "mail")?.attacker).toBe("taken-over");
  });

  test("app and number on one phone: when it is lost, the owner of the mailbox is locked out", () => {
    const setup = exampleSetup("app-with-sms-reset");
    expect(verdictOf(setup, "lost-phone", "mail")).toEqual({ attacker: "safe", owner: "locked-out" });
  });
});

describe("what a carrier can do", () => {
  test("a number lock keeps the number where it is", () => {
    expect(verdictOf(thrown(mira, mira, "mobile-lock"), "sim-swap", "mail")).toEqual({
      attacker: "safe",
      owner: "signed-in",
    });
  });

  test("filtering foreign signalling keeps texts from being read along", () => {
    expect(verdictOf(thrown(mira, mira, "mobile-filtering"), "ss7-interception", "mail")?.attacker).toBe(
      "safe",
    );
  });
});
