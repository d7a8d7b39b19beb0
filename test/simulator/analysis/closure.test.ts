// The closure on graphs small enough to be followed with a finger, and on one that is not.
import { describe, expect, test } from "vitest";
import { closure } from "../../../simulator/analysis/closure.ts";
import type { Fact } from "../../../simulator/analysis/graph.ts";
import { graphOf } from "./graphs.ts";

const shop = graphOf([
  ["account:shop", "secret:shop"],
  ["account:shop", "account:mail"],
  ["account:mail", "secret:mail", "device:phone"],
]);

describe("what follows from what somebody holds", () => {
  test("nothing follows from nothing", () => {
    expect([...closure(shop, [])]).toEqual([]);
  });

  test("what is held stays held", () => {
    expect(closure(shop, ["secret:mail"])).toEqual(new Set(["secret:mail"]));
  });

  test("one alternative is enough", () => {
    expect(closure(shop, ["secret:shop"]).has("account:shop")).toBe(true);
  });

  test("a rule with two parts needs both", () => {
    expect(closure(shop, ["device:phone"]).has("account:mail")).toBe(false);
    expect(closure(shop, ["device:phone", "secret:mail"]).has("account:mail")).toBe(true);
  });

  test("what is derived opens what builds on it", () => {
    expect(closure(shop, ["device:phone", "secret:mail"]).has("account:shop")).toBe(true);
  });

  test("a rule that asks for nothing gives its fact to everybody", () => {
    const open = graphOf([["account:club"], ["account:shop", "account:club"]]);
    expect(closure(open, [])).toEqual(new Set(["account:club", "account:shop"]));
  });

  test("something held that the graph does not know is kept and does no harm", () => {
    expect(closure(shop, ["thing:umbrella"])).toEqual(new Set(["thing:umbrella"]));
  });

  test("holding the same twice counts once", () => {
    expect(closure(shop, ["device:phone", "device:phone"]).has("account:mail")).toBe(false);
  });

  test("rules can be left out of account", () => {
    const withoutMail = closure(shop, ["device:phone", "secret:mail"], (rule) => rule.body.length === 1);
    expect(withoutMail.has("account:mail")).toBe(false);
  });

  test("a rule without a body that is left out gives nothing", () => {
    expect([...closure(graphOf([["account:club"]]), [], () => false)]).toEqual([]);
  });
});

describe("circles", () => {
  const circle = graphOf([
    ["account:one", "account:other"],
    ["account:other", "account:one"],
    ["account:one", "secret:one"],
  ]);

  test("two mailboxes that vouch for each other never open by themselves", () => {
    expect([...closure(circle, [])]).toEqual([]);
  });

  test("whoever gets into one of them gets into the other", () => {
    expect(closure(circle, ["secret:one"]).has("account:other")).toBe(true);
  });

  test("an account that is needed for itself stays shut", () => {
    const itself = graphOf([["account:safe", "account:safe", "secret:safe"]]);
    expect(closure(itself, ["secret:safe"]).has("account:safe")).toBe(false);
  });
});

test("each rule is looked at once for each of its facts, however long the chain is", () => {
  const length = 5_000;
  const name = (at: number): Fact => `account:a${at}`;
  const chain = graphOf(Array.from({ length }, (_, at) => [name(at + 1), name(at)] as const).toReversed());
  let looks = 0;
  const counted = {
    ...chain,
    rules: chain.rules.map((rule) => ({
      ...rule,
      get head() {
        looks++;
        return rule.head;
      },
    })),
  };
  expect(closure(counted, [name(0)]).size).toBe(length + 1);
  expect(looks).toBe(length);
});
