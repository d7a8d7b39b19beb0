// Minimal attack sets: compared with a published example, and with trying every subset.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closure } from "../../../simulator/analysis/closure.ts";
import { accessGraph } from "../../../simulator/analysis/graph.ts";
import { attackSets, effectiveFactors, holdingParts, routeSets } from "../../../simulator/index.ts";
import type { Holding, HoldingSets, Setup } from "../../../simulator/index.ts";
import { conditionsOf, ownerHoldings } from "../../../simulator/model/holdings.ts";
import { anySmallSetup } from "../../helpers/any-small-setup.ts";
import { onePhone, setupOf } from "../playing.ts";
import type { AccountInput } from "../playing.ts";

/** The sets in an order that does not depend on how they were found. */
function sorted({ sets }: HoldingSets): readonly (readonly Holding[])[] {
  return sets.map((set) => set.toSorted()).toSorted((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
}

describe("the webshop of User Account Access Graphs (CCS 2019)", () => {
  // Published: the shop opens with its password or with the mailbox; the mailbox with its password and a code; the
  // code with the device and a finger, or with the device and its PIN. The minimal sets of the shop are its password;
  // the mailbox's password, device and finger; the mailbox's password, device and PIN.
  // Here a device has one screen lock, passed by whatever means, so that the last two are one set.
  const webshop = setupOf({
    devices: [{ id: "phone", kind: "smartphone" }],
    accounts: [
      {
        id: "mail",
        kind: "mailbox",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "app", kind: "totp", devices: ["phone"] },
        ],
        signIn: [{ with: ["password", "app"] }],
      },
      {
        id: "shop",
        kind: "shop",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "mail-code", kind: "email-code", mailbox: "mail" },
        ],
        signIn: [{ with: ["password"] }, { with: ["mail-code"] }],
      },
    ],
  });
  const throughTheMailbox = ["device:phone", "secret:mail/password", "unlock:phone"];

  test("the mailbox opens with its password, the device and its lock", () => {
    expect(sorted(attackSets(webshop, "mail"))).toEqual([throughTheMailbox]);
  });

  test("the shop opens with its password, or with all that opens the mailbox", () => {
    expect(sorted(attackSets(webshop, "shop"))).toEqual([throughTheMailbox, ["secret:shop/password"]]);
  });

  test("the lighter set comes first", () => {
    expect(attackSets(webshop, "shop").sets[0]).toEqual(["secret:shop/password"]);
  });

  test("a lock that is off is not in the sets", () => {
    const unlocked = setupOf({
      ...webshop,
      devices: [{ id: "phone", kind: "smartphone", lock: "none" }],
    });
    expect(sorted(attackSets(unlocked, "mail"))).toEqual([["device:phone", "secret:mail/password"]]);
  });
});

describe("seventeen services that sent a text to sign in and a text to reset", () => {
  // Lee and others, SOUPS 2020: seventeen websites on which a SIM swap alone was enough.
  const services = setupOf({
    numbers: [{ id: "mobile" }],
    accounts: Array.from({ length: 17 }, (_, at): AccountInput => ({
      id: `service-${at + 1}`,
      authenticators: [
        { id: "password", kind: "password" },
        { id: "text", kind: "sms-code", number: "mobile" },
      ],
      signIn: [{ with: ["password", "text"] }],
      recovery: [{ with: ["text"], gives: "new-password" }],
    })),
  });

  test.each(services.accounts.map(({ id }) => id))("%s opens to the number alone", (id) => {
    expect(attackSets(services, id)).toEqual({ sets: [["number:mobile"]], capped: false });
  });
});

describe("the sets of an account", () => {
  test("an account without any route opens to nothing", () => {
    const shut = setupOf({ accounts: [{ id: "vault" }] });
    expect(attackSets(shut, "vault")).toEqual({ sets: [], capped: false });
  });

  test("a route that asks for nothing opens to everybody", () => {
    const open = setupOf({
      accounts: [
        {
          id: "club",
          authenticators: [{ id: "password", kind: "password" }],
          signIn: [{ with: ["password"] }, { with: [] }],
        },
      ],
    });
    expect(attackSets(open, "club")).toEqual({ sets: [[]], capped: false });
  });

  test("an account that the setup does not have opens to nothing", () => {
    expect(attackSets(setupOf({}), "nowhere")).toEqual({ sets: [], capped: false });
  });

  test("a text can be read with the number, or on the device with its SIM", () => {
    const setup = setupOf({
      ...onePhone,
      accounts: [
        {
          id: "club",
          authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
          signIn: [{ with: ["text"] }],
        },
      ],
    });
    expect(sorted(attackSets(setup, "club"))).toEqual([["device:phone"], ["number:mobile"]]);
  });

  test("where previews are off, reading on the device takes its lock too", () => {
    const setup = setupOf({
      numbers: [{ id: "mobile" }],
      devices: [{ id: "phone", kind: "smartphone", sims: ["mobile"], previews: false }],
      accounts: [
        {
          id: "club",
          authenticators: [{ id: "text", kind: "sms-code", number: "mobile" }],
          signIn: [{ with: ["text"] }],
        },
      ],
    });
    expect(sorted(attackSets(setup, "club"))).toEqual([["device:phone", "unlock:phone"], ["number:mobile"]]);
  });

  test("interception is an attack, not a thing that one can have", () => {
    fc.assert(
      fc.property(anySmallSetup, (setup) => {
        for (const { id } of setup.accounts)
          for (const holding of attackSets(setup, id).sets.flat())
            expect([
              "interception",
              "calls",
              "voicemail",
              "watch",
              "pass",
              "coax",
              "delivery",
              "works",
            ]).not.toContain(holdingParts(holding).kind);
      }),
      { numRuns: 50 },
    );
  });
});

test("the sets of random small setups are those that trying every subset finds", () => {
  fc.assert(
    fc.property(anySmallSetup, (setup) => {
      // What no way in rests on can be in no minimal set.
      const { indexOf } = accessGraph(setup, "attacker");
      const bases = ownerHoldings(setup).filter((holding) => indexOf.has(holding));
      fc.pre(bases.length <= 12);
      for (const { id } of setup.accounts.filter(({ modelled }) => modelled))
        expect(sorted(attackSets(setup, id))).toEqual(triedOut(setup, id, bases));
    }),
    { numRuns: 60 },
  );
});

/** The minimal sets, found the slow way: every subset of the base holdings is tried, small ones first. */
function triedOut(setup: Setup, account: string, bases: readonly Holding[]): readonly (readonly Holding[])[] {
  const graph = accessGraph(setup, "attacker");
  const conditions = conditionsOf(setup);
  const subsets = Array.from({ length: 2 ** bases.length }, (_, bits) =>
    bases.filter((_holding, at) => (bits >> at) & 1),
  ).toSorted((a, b) => a.length - b.length);
  const minimal: (readonly Holding[])[] = [];
  for (const subset of subsets) {
    if (minimal.some((known) => known.every((holding) => subset.includes(holding)))) continue;
    if (closure(graph, [...conditions, ...subset]).has(`account:${account}`)) minimal.push(subset);
  }
  return sorted({ sets: minimal, capped: false });
}

describe("the sets of one route", () => {
  const setup = setupOf({
    ...onePhone,
    accounts: [
      {
        id: "mail",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "text", kind: "sms-code", number: "mobile", sender: "long-number" },
          { id: "app", kind: "totp", devices: ["phone"] },
        ],
        signIn: [{ with: ["password", "app"] }],
        recovery: [
          { with: ["text"], gives: "new-password" },
          { with: ["app"], gives: "factor-removal", removes: ["app"] },
        ],
        protectedActions: [{ id: "export", with: ["text"] }],
      },
      {
        id: "bank",
        authenticators: [
          { id: "password", kind: "password" },
          { id: "mail-code", kind: "email-code", mailbox: "mail" },
        ],
        signIn: [{ with: ["password"] }],
        recovery: [{ with: ["mail-code"], gives: "new-password" }],
      },
    ],
  });

  test("a sign-in route is judged as if the resets beside it did not exist", () => {
    expect(sorted(routeSets(setup, { account: "mail", ceremony: "sign-in", route: 0 }))).toEqual([
      ["device:phone", "secret:mail/password", "unlock:phone"],
    ]);
  });

  test("a reset is judged by what it takes to set the new password", () => {
    expect(sorted(routeSets(setup, { account: "mail", ceremony: "recovery", route: 0 }))).toEqual([
      ["device:phone"],
      ["number:mobile"],
    ]);
  });

  test("a removal is judged by what it takes to have the authenticator removed", () => {
    expect(sorted(routeSets(setup, { account: "mail", ceremony: "recovery", route: 1 }))).toEqual([
      ["device:phone", "unlock:phone"],
    ]);
  });

  test("how its mailbox is entered counts, whichever way that is", () => {
    expect(sorted(routeSets(setup, { account: "bank", ceremony: "recovery", route: 0 }))).toEqual([
      ["device:phone", "unlock:phone"],
    ]);
  });

  test("a route that does not exist gives nothing", () => {
    expect(routeSets(setup, { account: "bank", ceremony: "recovery", route: 7 }).sets).toEqual([]);
  });
});

describe("when there are too many sets to keep", () => {
  /** An account with a sign-in route for each of many passwords. */
  function manyPasswords(count: number): Setup {
    const ids = Array.from({ length: count }, (_, at) => `password-${at}`);
    return setupOf({
      accounts: [
        {
          id: "club",
          authenticators: ids.map((id) => ({ id, kind: "password" })),
          signIn: ids.map((id) => ({ with: [id] })),
        },
        {
          id: "other",
          authenticators: [{ id: "password", kind: "password" }],
          signIn: [{ with: ["password"] }],
        },
      ],
    });
  }

  test("64 are kept, and nothing is said to be missing while that is all", () => {
    const { sets, capped } = attackSets(manyPasswords(64), "club");
    expect({ kept: sets.length, capped }).toEqual({ kept: 64, capped: false });
  });

  test("one more is owned up to", () => {
    const { sets, capped } = attackSets(manyPasswords(65), "club");
    expect({ kept: sets.length, capped }).toEqual({ kept: 64, capped: true });
  });

  test("an account that has nothing to do with it is not called incomplete", () => {
    expect(attackSets(manyPasswords(65), "other").capped).toBe(false);
  });

  test("an account that is reached through it is", () => {
    const { accounts } = manyPasswords(65);
    const setup = setupOf({
      accounts: [
        ...accounts,
        {
          id: "bank",
          authenticators: [{ id: "mail-code", kind: "email-code", mailbox: "club" }],
          signIn: [{ with: ["mail-code"] }],
        },
      ],
    });
    expect(attackSets(setup, "bank").capped).toBe(true);
  });

  test("the lightest are the ones that are kept", () => {
    const { accounts } = manyPasswords(65);
    const [club] = accounts;
    const ids = club?.authenticators.map(({ id }) => id) ?? [];
    const inPairs = setupOf({
      accounts: [
        {
          ...club,
          id: "club",
          signIn: [...ids.slice(1).map((id) => ({ with: [id, ids[0] ?? ""] })), { with: [ids[7] ?? ""] }],
        },
      ],
    });
    expect(attackSets(inPairs, "club").sets[0]).toEqual([`secret:club/${ids[7]}`]);
    expect(effectiveFactors(inPairs, "club")).toBe(1);
  });
});
