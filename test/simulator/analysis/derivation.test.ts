// The cheapest way to a fact: least waiting first, fewest steps second.
import { describe, expect, test } from "vitest";
import { cheapestDerivation, stepsTo } from "../../../simulator/analysis/derivation.ts";
import { accessGraph } from "../../../simulator/analysis/graph.ts";
import { effectiveFactors, verdicts } from "../../../simulator/index.ts";
import { conditionsOf } from "../../../simulator/model/holdings.ts";
import type { Setup } from "../../../simulator/index.ts";
import { onePhone, setupOf } from "../playing.ts";
import type { AccountInput } from "../playing.ts";
import { graphOf } from "./graphs.ts";

const hour = 60 * 60 * 1_000;

/** A bank whose app was on the phone, with ways back that take different times. */
function bank(recovery: AccountInput["recovery"]): Setup {
  return setupOf({
    ...onePhone,
    things: [
      { id: "sheet", kind: "paper" },
      { id: "key", kind: "security-key" },
    ],
    accounts: [
      {
        id: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"] },
          { id: "codes", kind: "recovery-codes", sheet: "sheet" },
          { id: "key", kind: "security-key", thing: "key" },
        ],
        signIn: [{ with: ["password", "app"] }],
        recovery,
      },
    ],
  });
}

function afterLosingThePhone(setup: Setup) {
  const [verdict] = verdicts(setup, { id: "lost-phone" });
  return { owner: verdict?.owner, after: verdict?.recoverableAfter };
}

describe("how long the owner waits for the way back", () => {
  test("a way back without a delay is there at once", () => {
    expect(afterLosingThePhone(bank([{ with: ["codes"], gives: "session" }]))).toEqual({
      owner: "recoverable",
      after: 0,
    });
  });

  test("of two ways back the faster one counts, wherever it stands in the list", () => {
    const slow = { with: ["codes"], gives: "session", after: "7d" } as const;
    const fast = { with: ["key"], gives: "session", after: "24h" } as const;
    expect(afterLosingThePhone(bank([slow, fast])).after).toBe(24 * hour);
    expect(afterLosingThePhone(bank([fast, slow])).after).toBe(24 * hour);
  });

  test("more steps without waiting beat one step with waiting", () => {
    const removal = { with: ["codes"], gives: "factor-removal", removes: ["app"] } as const;
    expect(
      afterLosingThePhone(bank([{ with: ["key"], gives: "session", after: "30s" }, removal])).after,
    ).toBe(0);
  });

  test("waits that follow one another are added up", () => {
    const setup = setupOf({
      ...onePhone,
      accounts: [
        {
          id: "mail",
          authenticators: [
            { id: "password", kind: "password" },
            { id: "app", kind: "totp", devices: ["phone"] },
          ],
          signIn: [{ with: ["password", "app"] }],
          recovery: [{ with: ["password"], gives: "session", after: "24h" }],
        },
        {
          id: "bank",
          authenticators: [
            { id: "app", kind: "totp", devices: ["phone"] },
            { id: "mail-code", kind: "email-code", mailbox: "mail" },
          ],
          signIn: [{ with: ["app"] }],
          recovery: [{ with: ["mail-code"], gives: "session", after: "2h" }],
        },
      ],
    });
    const after = verdicts(setup, { id: "lost-phone" }).map(({ recoverableAfter }) => recoverableAfter);
    expect(after).toEqual([24 * hour, 26 * hour]);
  });

  test("a wait that two branches share is waited for once", () => {
    const mailed = { kind: "email-code", mailbox: "mail" } as const;
    const setup = setupOf({
      ...onePhone,
      accounts: [
        {
          id: "mail",
          authenticators: [
            { id: "password", kind: "password" },
            { id: "app", kind: "totp", devices: ["phone"] },
          ],
          signIn: [{ with: ["password", "app"] }],
          recovery: [{ with: ["password"], gives: "session", after: "24h" }],
        },
        {
          id: "bank",
          authenticators: [
            { id: "one", ...mailed },
            { id: "two", ...mailed },
          ],
          signIn: [{ with: ["one", "two"] }],
        },
      ],
    });
    const bankVerdict = verdicts(setup, { id: "lost-phone" }).find(({ account }) => account === "bank");
    expect(bankVerdict).toMatchObject({ owner: "recoverable", recoverableAfter: 24 * hour });
  });

  test("where the owner signs in as always there is no wait to name", () => {
    const setup = bank([]);
    expect(verdicts(setup, { id: "carrier-block" })[0]).toMatchObject({
      owner: "signed-in",
      recoverableAfter: null,
    });
  });
});

describe("derivations", () => {
  const graph = graphOf([
    ["account:a", "secret:a"],
    ["account:b", "account:a"],
    ["account:c", "account:b"],
    ["account:c", "secret:c"],
    ["account:d", "account:a", "account:b"],
  ]);

  test("the shorter of two ways is taken", () => {
    const derivation = cheapestDerivation(graph, ["secret:a", "secret:c"]);
    expect(stepsTo(graph, derivation, "account:c")?.length).toBe(1);
  });

  test("each step comes after those that it builds on, and only once", () => {
    const derivation = cheapestDerivation(graph, ["secret:a"]);
    const heads = stepsTo(graph, derivation, "account:d")?.map(({ head }) => graph.facts[head]);
    expect(heads).toEqual(["account:a", "account:b", "account:d"]);
  });

  test("what does not follow has no steps", () => {
    expect(stepsTo(graph, cheapestDerivation(graph, []), "account:d")).toBeUndefined();
  });

  test("what is held takes no steps", () => {
    const derivation = cheapestDerivation(graph, ["account:b"]);
    expect(stepsTo(graph, derivation, "account:b")).toEqual([]);
  });
});

describe("a thousand accounts, each reset from the one before", () => {
  const length = 1_000;
  const accounts = Array.from({ length }, (_, at): AccountInput => ({
    id: `a${at}`,
    authenticators: [
      { id: "password", kind: "password" },
      at === 0
        ? { id: "reset", kind: "sms-code", number: "mobile" }
        : { id: "reset", kind: "email-code", mailbox: `a${at - 1}` },
    ],
    signIn: [{ with: ["password"] }],
    recovery: [{ with: ["reset"], gives: "new-password" }],
  }));

  test.each([
    ["in the order of the chain", accounts],
    ["in the opposite order", accounts.toReversed()],
  ])("all fall to one SIM swap, written %s", (_, written) => {
    const setup = setupOf({ ...onePhone, accounts: written });
    const said = verdicts(setup, { id: "sim-swap" });
    expect(said.length).toBe(length);
    expect(said.every(({ attacker }) => attacker === "taken-over")).toBe(true);
    expect(said.every(({ effectiveFactors }) => effectiveFactors === 1)).toBe(true);
  });

  test("the way to the last is planned through all others", () => {
    const setup = setupOf({ ...onePhone, accounts });
    const graph = accessGraph(setup, "attacker");
    const derivation = cheapestDerivation(graph, ["number:mobile", ...conditionsOf(setup)]);
    const entered = stepsTo(graph, derivation, `account:a${length - 1}`)?.filter(
      ({ step }) => step.kind === "sign-in",
    );
    expect(entered?.length).toBe(length);
    expect(effectiveFactors(setup, `a${length - 1}`)).toBe(1);
  });
});
