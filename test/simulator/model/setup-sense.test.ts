import { describe, expect, test } from "vitest";
import type { ProblemId } from "../../../simulator/model/problems.ts";
import { readSetup } from "../../../simulator/model/setup-text.ts";
import { sayProblem } from "../../../simulator/words/en/problems.ts";
import { firstOf, head, problemsOf, unmarked, withAccount } from "./told.ts";

/** A setup whose account has one more authenticator. */
const withAuthenticator = (authenticator: string) => withAccount(`      - { id: more, ${authenticator} }\n`);

// In all tables: what is wrong, a text with ▶ in front of it, and the path.
function placeOf(marked: string): { readonly told: string; readonly place: string } {
  const { text, place } = unmarked(marked);
  return { told: firstOf(text), place };
}

describe("a reference must lead somewhere", () => {
  const more = "accounts[0].authenticators[2]";
  test.each([
    ["the SIM of no number", `${head}devices: [{ id: a, kind: tablet, sims: [▶b] }]`, "devices[0].sims[0]"],
    [
      "a thing kept with no device",
      `${head}things: [{ id: a, kind: paper, keptWith: ▶b }]`,
      "things[0].keptWith",
    ],
    ["a text to no number", withAuthenticator("kind: sms-code, number: ▶home"), `${more}.number`],
    ["a call to no number", withAuthenticator("kind: voice-code, number: ▶home"), `${more}.number`],
    [
      "a message to no account",
      withAuthenticator("kind: messenger-code, messenger: ▶chat"),
      `${more}.messenger`,
    ],
    [
      "a seed exported to no account",
      withAuthenticator("kind: totp, exportedTo: ▶cloud"),
      `${more}.exportedTo`,
    ],
    [
      "a document that is no thing",
      withAuthenticator("kind: identity-proofing, document: ▶passport"),
      `${more}.document`,
    ],
    ["a session on no device", withAccount("    signedInOn: [▶laptop]"), "accounts[0].signedInOn[0]"],
    [
      "a notice to no account",
      withAccount("    notifies: [{ mailbox: ▶post }]"),
      "accounts[0].notifies[0].mailbox",
    ],
    [
      "a notice to no number",
      withAccount("    notifies: [{ number: ▶home }]"),
      "accounts[0].notifies[0].number",
    ],
    [
      "a tablet that mirrors no number",
      `${head}devices: [{ id: a, kind: tablet, mirrors: [▶b] }]`,
      "devices[0].mirrors[0]",
    ],
    [
      "a phone wiped from no account",
      `${head}devices: [{ id: a, kind: tablet, wipedFrom: ▶b }]`,
      "devices[0].wipedFrom",
    ],
    ["a mail to no account", withAuthenticator("kind: email-code, mailbox: ▶post"), `${more}.mailbox`],
    ["a password kept in no account", withAuthenticator("kind: password, keptIn: ▶safe"), `${more}.keptIn`],
    ["an app on no device", withAuthenticator("kind: totp, devices: [phone, ▶laptop]"), `${more}.devices[1]`],
    ["an app synced to no account", withAuthenticator("kind: totp, syncedTo: ▶cloud"), `${more}.syncedTo`],
    ["an app printed on no thing", withAuthenticator("kind: totp, printedOn: ▶paper"), `${more}.printedOn`],
    ["a passkey on no device", withAuthenticator("kind: passkey, devices: [▶laptop]"), `${more}.devices[0]`],
    [
      "a passkey synced to no account",
      withAuthenticator("kind: passkey, syncedTo: ▶cloud"),
      `${more}.syncedTo`,
    ],
    [
      "a security key that is no thing",
      withAuthenticator("kind: security-key, thing: ▶key"),
      `${more}.thing`,
    ],
    ["codes on no thing", withAuthenticator("kind: recovery-codes, sheet: ▶paper"), `${more}.sheet`],
    [
      "codes stored in no account",
      withAuthenticator("kind: recovery-codes, storedIn: ▶safe"),
      `${more}.storedIn`,
    ],
    [
      "a route with nothing known",
      withAccount("    signIn: [{ with: [▶passwort] }]"),
      "accounts[0].signIn[0].with[0]",
    ],
    [
      "a recovery with nothing known",
      withAccount("    recovery: [{ gives: session, with: [▶sms] }]"),
      "accounts[0].recovery[0].with[0]",
    ],
    [
      "a removal of nothing known",
      withAccount("    recovery: [{ with: [text], gives: factor-removal, removes: [▶app] }]"),
      "accounts[0].recovery[0].removes[0]",
    ],
    [
      "an action with nothing known",
      withAccount("    protectedActions: [{ id: pay, with: [▶app] }]"),
      "accounts[0].protectedActions[0].with[0]",
    ],
    [
      "an authenticator of another account",
      `${withAccount("")}  - id: bank\n    signIn: [{ with: [▶password] }]`,
      "accounts[1].signIn[0].with[0]",
    ],
  ])("refuses %s", (_what, marked, path) => {
    const { told, place } = placeOf(marked);
    expect(told).toBe(`dangling-reference at ${place} ${path}`);
  });

  test.each([
    ["a text to a device", withAuthenticator("kind: sms-code, number: ▶phone"), `${more}.number`],
    ["an app on a number", withAuthenticator("kind: totp, devices: [▶mobile]"), `${more}.devices[0]`],
    ["a mail to a thing", withAuthenticator("kind: email-code, mailbox: ▶sheet"), `${more}.mailbox`],
    [
      "a route with a number",
      withAccount("    signIn: [{ with: [▶mobile] }]"),
      "accounts[0].signIn[0].with[0]",
    ],
  ])("refuses %s, and says what it is", (_what, marked, path) => {
    const { told, place } = placeOf(marked);
    expect(told).toBe(`reference-of-other-kind at ${place} ${path}`);
  });

  test.each([
    ["two numbers", `${head}numbers: [{ id: a }, { id: ▶a }]`, "numbers[1].id"],
    ["two devices", `${head}devices: [{ id: a, kind: tablet }, { id: ▶a, kind: tablet }]`, "devices[1].id"],
    ["two things", `${head}things: [{ id: a, kind: other }, { id: ▶a, kind: other }]`, "things[1].id"],
    ["two accounts", `${head}accounts: [{ id: a }, { id: ▶a }]`, "accounts[1].id"],
    [
      "two authenticators",
      withAccount("      - { id: ▶text, kind: password }"),
      "accounts[0].authenticators[2].id",
    ],
    [
      "two actions",
      withAccount("    protectedActions: [{ id: a, with: [] }, { id: ▶a, with: [] }]"),
      "accounts[0].protectedActions[1].id",
    ],
  ])("refuses %s of one id", (_what, marked, path) => {
    const { told, place } = placeOf(marked);
    expect(told).toBe(`duplicate-id at ${place} ${path}`);
  });

  test("the same id may name a number and a device, since nothing can mean either", () => {
    const text = `${head}numbers: [{ id: a }]\ndevices: [{ id: a, kind: tablet, sims: [a] }]`;
    expect(readSetup(text, "my.yaml")).toMatchObject({ ok: true, warnings: [] });
  });
});

describe("parts that contradict each other", () => {
  const more = "accounts[0].authenticators[2]";
  const twoDevices = "devices: [{ id: a, kind: tablet, sims: [n] }, { id: b, kind: tablet, sims: [▶n] }]";
  test.each<[string, ProblemId, string, string]>([
    [
      "one SIM in two devices",
      "sim-in-two-devices",
      `${head}numbers: [{ id: n }]\n${twoDevices}`,
      "devices[1].sims[0]",
    ],
    [
      "a paper as security key",
      "thing-of-other-kind",
      withAuthenticator("kind: security-key, thing: ▶sheet"),
      `${more}.thing`,
    ],
    [
      "a paper as token",
      "thing-of-other-kind",
      withAuthenticator("kind: otp-token, thing: ▶sheet"),
      `${more}.thing`,
    ],
    [
      "a paper as token that counts",
      "thing-of-other-kind",
      withAuthenticator("kind: hotp, thing: ▶sheet"),
      `${more}.thing`,
    ],
    [
      "a paper as passport",
      "thing-of-other-kind",
      withAuthenticator("kind: identity-proofing, document: ▶sheet"),
      `${more}.document`,
    ],
    [
      "a paper shown to a desk",
      "thing-of-other-kind",
      withAuthenticator("kind: support-desk, asks: document, document: ▶sheet"),
      `${more}.document`,
    ],
    ...["totp", "hotp", "push", "in-app-message", "device-code", "trusted-browser", "session-approval"].map(
      (kind): [string, ProblemId, string, string] => [
        `${kind} that is nowhere`,
        "nowhere",
        withAccount(`      - ▶{ id: app, kind: ${kind} }`),
        more,
      ],
    ),
    [
      "a desk that calls back nobody knows where",
      "desk-without-ground",
      withAccount("      - ▶{ id: desk, kind: support-desk, asks: call-back }"),
      more,
    ],
    [
      "a desk that wants to see an unnamed document",
      "desk-without-ground",
      withAccount("      - ▶{ id: desk, kind: support-desk, asks: document }"),
      more,
    ],
    [
      "a link mailed into the account it opens",
      "code-to-itself",
      withAuthenticator("kind: email-link, mailbox: ▶mail"),
      `${more}.mailbox`,
    ],
    [
      "a message sent into the messenger that it opens",
      "code-to-itself",
      withAuthenticator("kind: messenger-code, messenger: ▶mail"),
      `${more}.messenger`,
    ],
    [
      "a notice that goes nowhere",
      "notice-nowhere",
      withAccount("    notifies: [▶{}]"),
      "accounts[0].notifies[0]",
    ],
    [
      "a notice that goes to two places",
      "notice-twice",
      withAccount("    notifies: [▶{ number: mobile, mailbox: post }]\n  - { id: post, modelled: false }"),
      "accounts[0].notifies[0]",
    ],
    ["a passkey that is nowhere", "nowhere", withAccount("      - ▶{ id: key, kind: passkey }"), more],
    [
      "a code mailed into the account it opens",
      "code-to-itself",
      withAuthenticator("kind: email-code, mailbox: ▶mail"),
      `${more}.mailbox`,
    ],
    [
      "a password kept in the account it opens",
      "kept-in-itself",
      withAuthenticator("kind: password, keptIn: ▶mail"),
      `${more}.keptIn`,
    ],
    [
      "a removal that removes nothing",
      "removes-nothing",
      withAccount("    recovery: [▶{ with: [text], gives: factor-removal }]"),
      "accounts[0].recovery[0]",
    ],
    [
      "removals without the gift of removal",
      "removes-without-removal",
      withAccount("    recovery: [{ with: [text], gives: session, ▶removes: [text] }]"),
      "accounts[0].recovery[0].removes",
    ],
    [
      "a description of what is not described",
      "described-although-not-modelled",
      withAccount("    modelled: false").replace("authenticators", "▶authenticators"),
      "accounts[0].authenticators",
    ],
    [
      "a way into what is not described",
      "described-although-not-modelled",
      `${head}accounts: [{ id: a, modelled: false, ▶signIn: [{ with: [] }] }]`,
      "accounts[0].signIn",
    ],
  ])("refuses %s", (_what, id, marked, path) => {
    const { told, place } = placeOf(marked);
    expect(told).toBe(`${id} at ${place} ${path}`);
  });

  const manager = (secret: string, moreWays = "") => `${head}accounts:
  - id: manager
    authenticators: [{ id: master, kind: password, secret: one }, { id: codes, kind: recovery-codes, storedIn: bank }]
    signIn: [{ with: [master] }]
    recovery: [${moreWays}]
  - id: bank
    authenticators: [{ id: password, kind: password, secret: ${secret}, keptIn: ▶manager }]
    signIn: [{ with: [password] }]
`;
  test("refuses a password kept in the account that only this same password opens", () => {
    const { text, place } = unmarked(manager("one"));
    const problem = problemsOf(text).find(({ id }) => id === "kept-behind-itself");
    expect(`${problem?.line}:${problem?.column}`).toBe(place);
    expect(problem?.path).toBe("accounts[1].authenticators[0].keptIn");
  });

  test("but not where that account has another password, or another way in", () => {
    expect(readSetup(unmarked(manager("two")).text, "my.yaml").ok).toBe(true);
    expect(readSetup(unmarked(manager("one", "{ with: [codes], gives: session }")).text, "my.yaml").ok).toBe(
      true,
    );
  });

  test("one broken part does not hide what is wrong elsewhere", () => {
    const text = `${withAuthenticator("kind: totp")}  - id: Bank\n  - id: shop\n    colour: red`;
    expect(problemsOf(text).map(({ id }) => id)).toEqual(["nowhere", "bad-id", "unknown-key"]);
  });
});

describe("what is legal but worth a thought", () => {
  const twoMailboxes = `${head}accounts:
  - id: first
    authenticators: [{ id: code, kind: email-code, mailbox: second }]
  - id: second
    authenticators: [{ id: code, kind: email-code, mailbox: first }]
  - id: third
    authenticators: [{ id: code, kind: email-code, mailbox: first }]
`;
  test("lets two mailboxes vouch for each other, with one warning", () => {
    const read = readSetup(twoMailboxes, "my.yaml");
    expect(read).toMatchObject({
      ok: true,
      warnings: [{ id: "circle", severity: "warning", path: "accounts[0]" }],
    });
    expect(problemsOf(twoMailboxes).map(sayProblem)).toEqual([
      "These accounts are reached through each other: first → second → first. Losing one can lose them all.",
    ]);
  });

  test("finds a circle of a thousand accounts", () => {
    const accounts = Array.from({ length: 1_000 }, (_, index) => ({
      id: `a-${index}`,
      authenticators: [{ id: "code", kind: "email-code", mailbox: `a-${(index + 1) % 1_000}` }],
    }));
    const text = JSON.stringify({ version: 1, title: "A setup", accounts });
    expect(problemsOf(text, "my.json")).toMatchObject([{ id: "circle", params: { accounts: 1_000 } }]);
  });

  test.each<[string, string, ProblemId]>([
    ["an authenticator listed twice", withAccount("    signIn: [{ with: [text, text] }]"), "listed-twice"],
    ["recovery codes that are nowhere", withAuthenticator("kind: recovery-codes"), "codes-nowhere"],
    ["an app that is synced to its own account", withAuthenticator("kind: totp, syncedTo: mail"), "circle"],
    [
      "an exported seed that lies in its own account",
      withAuthenticator("kind: totp, exportedTo: mail"),
      "circle",
    ],
    ["a number whose SIM is in no phone", withAccount("").replace(", sims: [mobile]", ""), "sim-nowhere"],
    [
      "calls to a number whose SIM is in no phone",
      withAccount("").replace(", sims: [mobile]", "").replace("kind: sms-code", "kind: voice-code"),
      "sim-nowhere",
    ],
    [
      "a landline that no phone answers",
      withAccount("").replace(", sims: [mobile]", "").replace("id: mobile", "id: mobile, line: landline"),
      "line-nowhere",
    ],
    [
      "a phone that mirrors its own number",
      withAccount("").replace("sims: [mobile]", "sims: [mobile], mirrors: [mobile]"),
      "mirrors-own-number",
    ],
  ])("warns of %s", (_what, text, id) => {
    expect(readSetup(text, "my.yaml")).toMatchObject({ ok: true, warnings: [{ id, severity: "warning" }] });
  });

  test("lets a landline end at a phone of its own, and a tablet mirror the number of the phone", () => {
    const text = withAccount("")
      .replace("id: mobile }", "id: mobile, line: landline }")
      .replace(
        "smartphone, sims: [mobile] }",
        "landline-phone, sims: [mobile] }, { id: tablet, kind: tablet, mirrors: [mobile] }",
      );
    expect(readSetup(text, "my.yaml")).toMatchObject({ ok: true, warnings: [] });
  });

  test("lets accounts that lean on each other by messenger and link do so, with one warning", () => {
    const text = `${head}accounts:
  - id: chat
    authenticators: [{ id: link, kind: email-link, mailbox: mail }]
  - id: mail
    authenticators: [{ id: message, kind: messenger-code, messenger: chat }]
`;
    expect(problemsOf(text)).toMatchObject([{ id: "circle", params: { accounts: 2 } }]);
  });
});
