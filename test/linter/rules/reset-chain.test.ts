// The rule `reset-chain`, on setups written by hand: flows show one service and no chain.
import { describe, expect, test } from "vitest";
import { choirSetup } from "./choir.ts";
import { foundInSetup } from "./judging.ts";

const rule = "reset-chain";
const byText = { recovery: ["{ with: [text], gives: new-password }"] };

/** An account that is reset through another one. */
const resetBy = (id: string, authenticator: string, extra = "") => `  - id: ${id}
    title: The ${id}
    authenticators:
      - { id: password, kind: password }
      - { id: way, ${authenticator} }
      - { id: key, kind: passkey, devices: [phone] }
    signIn:
      - with: [password${extra}]
    recovery:
      - { with: [way], gives: new-password }
`;

describe("an account that rests on another one", () => {
  test("which a text opens is an error at its own place, with the chain played to its end", async () => {
    const { own } = await foundInSetup(
      rule,
      choirSetup({ ...byText, more: resetBy("shop", "kind: email-link, mailbox: choir") }),
    );
    expect(own).toMatchObject([
      {
        severity: "error",
        line: 38,
        scenario: "reset-chain",
        message:
          'the account "The shop" rests on "Choir website", and a texted code alone opens that account',
        attack:
          'Somebody who gets the carrier to move the number to another SIM asks for the code, receives it, takes over "Choir website" and finds there what this account asks for.',
      },
    ]);
  });

  test("over a third names every account on the way", async () => {
    const more =
      resetBy("shop", "kind: email-link, mailbox: choir") +
      resetBy("bank", "kind: email-code, mailbox: shop");
    const { own } = await foundInSetup(rule, choirSetup({ ...byText, more }));
    expect(own.map(({ message }) => message)).toEqual([
      'the account "The shop" rests on "Choir website", and a texted code alone opens that account',
      'the account "The bank" rests on "The shop", that on "Choir website", and a texted code alone opens the last of them',
    ]);
  });

  test("whose sign-in still asks for a key is a warning: the attacker stays out, and so does the owner", async () => {
    const more = resetBy("shop", "kind: email-link, mailbox: choir", ", key");
    const { own } = await foundInSetup(rule, choirSetup({ ...byText, more }));
    expect(own).toMatchObject([{ severity: "warning" }]);
    expect(own[0]!.attack).toContain("The second factor still keeps them out");
  });

  test("which asks for a printed code besides is silent", async () => {
    const recovery = ["{ with: [text, printed], gives: new-password }"];
    const more = resetBy("shop", "kind: email-link, mailbox: choir");
    expect(await foundInSetup(rule, choirSetup({ recovery, more }))).toEqual({ own: [], beside: [] });
  });

  test("that rests back on it is told at one of the two: a ring", async () => {
    const ring = choirSetup({
      recovery: ["{ with: [text], gives: new-password }", "{ with: [shop-mail], gives: new-password }"],
      more: resetBy("shop", "kind: email-link, mailbox: choir"),
    }).replace(
      "      - { id: printed,",
      "      - { id: shop-mail, kind: email-link, mailbox: shop }\n      - { id: printed,",
    );
    const { own } = await foundInSetup(rule, ring);
    expect(own.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '40 the account "The shop" rests on "Choir website", and a texted code alone opens that account',
    ]);
  });
});
