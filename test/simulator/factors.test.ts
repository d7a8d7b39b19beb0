// What each kind of authenticator rests on.
import { describe, expect, test } from "vitest";
import { factors, nameOf, waysToPresent } from "../../simulator/factors/index.ts";
import { secondFactors } from "../../simulator/model/second-factors.ts";
import { setupOf } from "./playing.ts";
import type { AccountInput } from "./playing.ts";

type AuthenticatorInput = NonNullable<AccountInput["authenticators"]>[number];

/** An account with these authenticators, as the schema completes it. */
function accountWith(authenticators: readonly AuthenticatorInput[], more: Partial<AccountInput> = {}) {
  const [account] = setupOf({ accounts: [{ id: "club", authenticators, ...more }] }).accounts;
  if (account === undefined) throw new Error("there is one account");
  return account;
}

function restsOn(authenticator: AuthenticatorInput) {
  const account = accountWith([authenticator]);
  return account.authenticators.map((each) => waysToPresent(each, account))[0];
}

const onPhone = [["device:phone", "unlock:phone"]];

describe("what each rests on, any of these lists with all that is in it", () => {
  const cases: readonly (readonly [string, AuthenticatorInput, readonly (readonly string[])[]])[] = [
    ["a password in memory: itself", { id: "it", kind: "password" }, [["secret:club/it"]]],
    [
      "a password used elsewhere too: the one secret",
      { id: "it", kind: "password", secret: "usual" },
      [["secret:usual"]],
    ],
    [
      "a password in a manager: the manager",
      { id: "it", kind: "password", keptIn: "vault" },
      [["account:vault"]],
    ],
    [
      "an SMS code: reading that account's texts",
      { id: "it", kind: "sms-code", number: "mobile" },
      [["reading:mobile/club"]],
    ],
    ["an e-mail code: the mailbox", { id: "it", kind: "email-code", mailbox: "mail" }, [["account:mail"]]],
    [
      "an app: each device with its lock, the synced copy, the printed seed",
      { id: "it", kind: "totp", devices: ["phone", "laptop"], syncedTo: "cloud", printedOn: "sheet" },
      [
        ["device:phone", "unlock:phone"],
        ["device:laptop", "unlock:laptop"],
        ["account:cloud"],
        ["thing:sheet"],
      ],
    ],
    ["an app on no device: nothing at all", { id: "it", kind: "totp" }, []],
    [
      "recovery codes: the sheet, or the account that keeps a copy",
      { id: "it", kind: "recovery-codes", sheet: "sheet", storedIn: "cloud" },
      [["thing:sheet"], ["account:cloud"]],
    ],
    [
      "recovery codes that are used up: nothing at all",
      { id: "it", kind: "recovery-codes", sheet: "sheet", left: 0 },
      [],
    ],
    ["a security key: the thing", { id: "it", kind: "security-key", thing: "key" }, [["thing:key"]]],
    [
      "a security key with its PIN: both together",
      { id: "it", kind: "security-key", thing: "key", pin: true },
      [["thing:key", "activation:thing/key"]],
    ],
    [
      "a passkey: a device with the gesture that the service insists on, or the synced copy",
      { id: "it", kind: "passkey", devices: ["phone"], syncedTo: "cloud" },
      [["device:phone", "activation:device/phone"], ["account:cloud"]],
    ],
    [
      "an app with an exported seed: the export, too",
      { id: "it", kind: "totp", exportedTo: "drive" },
      [["account:drive"]],
    ],
    ["a code by count: the token that counts", { id: "it", kind: "hotp", thing: "fob" }, [["thing:fob"]]],
    [
      "a code by count in an app: the device with its lock",
      { id: "it", kind: "hotp", devices: ["phone"] },
      onPhone,
    ],
    [
      "a code of an app that is bound to its phone: that phone",
      { id: "it", kind: "device-code", devices: ["phone"] },
      onPhone,
    ],
    ["a code token: the token", { id: "it", kind: "otp-token", thing: "token" }, [["thing:token"]]],
    ["a prompt: the device with its lock", { id: "it", kind: "push", devices: ["phone"] }, onPhone],
    [
      "a message in an app: the device with its lock",
      { id: "it", kind: "in-app-message", devices: ["phone"] },
      onPhone,
    ],
    [
      "a trusted browser: the device with its lock",
      { id: "it", kind: "trusted-browser", devices: ["phone"] },
      onPhone,
    ],
    [
      "an approval: a device that is signed in",
      { id: "it", kind: "session-approval", devices: ["phone"] },
      onPhone,
    ],
    [
      "a spoken code: hearing that account's calls, or the voicemail that recorded one",
      { id: "it", kind: "voice-code", number: "hall" },
      [["hearing:hall/club"], ["voicemail:hall"]],
    ],
    [
      "a spoken code after a key press: hearing the call, and no voicemail",
      { id: "it", kind: "voice-code", number: "hall", keyPress: true },
      [["hearing:hall/club"]],
    ],
    [
      "a spoken code that wants a PIN: the call and the PIN",
      { id: "it", kind: "voice-code", number: "hall", keyPress: true, pin: true },
      [["hearing:hall/club", "secret:club/it"]],
    ],
    [
      "a code in a messenger: the messenger's account",
      { id: "it", kind: "messenger-code", messenger: "chat" },
      [["account:chat"]],
    ],
    ["an e-mail link: the mailbox", { id: "it", kind: "email-link", mailbox: "mail" }, [["account:mail"]]],
    [
      "true answers: data about the owner",
      { id: "it", kind: "security-questions" },
      [["personal-data:owner"]],
    ],
    [
      "made-up answers: themselves",
      { id: "it", kind: "security-questions", madeUp: true },
      [["secret:club/it"]],
    ],
    [
      "a desk that goes by data: data about the owner",
      { id: "it", kind: "support-desk" },
      [["personal-data:owner"]],
    ],
    [
      "a desk that calls back: answering the call",
      { id: "it", kind: "support-desk", asks: "call-back", number: "mobile" },
      [["hearing:mobile/club"]],
    ],
    [
      "a desk that wants a document: the document",
      { id: "it", kind: "support-desk", asks: "document", document: "passport" },
      [["thing:passport"]],
    ],
    [
      "a contact: that person",
      { id: "it", kind: "recovery-contact", contact: "sister" },
      [["contact:sister"]],
    ],
    [
      "proof of identity: the document and the person",
      { id: "it", kind: "identity-proofing", document: "passport" },
      [["thing:passport", "self:owner"]],
    ],
    ["a voiceprint: the person", { id: "it", kind: "voiceprint" }, [["self:owner"]]],
  ];

  test.each(cases)("%s", (_, authenticator, ways) => {
    expect(restsOn(authenticator)).toEqual(ways);
  });

  test("every kind is among them", () => {
    expect(new Set(cases.map(([, { kind }]) => kind))).toEqual(new Set(Object.keys(factors)));
  });
});

describe("the second factors of an account", () => {
  const authenticators: readonly AuthenticatorInput[] = [
    { id: "password", kind: "password" },
    { id: "app", kind: "totp", devices: ["phone"] },
    { id: "key", kind: "security-key", thing: "key" },
  ];
  const of = (...routes: readonly (readonly string[])[]) =>
    secondFactors(accountWith(authenticators, { signIn: routes.map((asked) => ({ with: [...asked] })) }));

  test("are what stands beside the password", () => {
    expect(of(["password", "app"], ["password", "key"])).toEqual(["app", "key"]);
  });

  test("are counted once", () => {
    expect(of(["password", "app"], ["app", "password"])).toEqual(["app"]);
  });

  test("are not what signs in without a password", () => {
    expect(of(["key"], ["password"])).toEqual([]);
  });
});

test("an authenticator is called by its title, or by its kind in the reader's language", () => {
  const account = accountWith([
    { id: "one", kind: "totp", title: "App on the red phone" },
    { id: "two", kind: "totp" },
  ]);
  expect(account.authenticators.map(nameOf)).toEqual(["App on the red phone", "factor:totp"]);
});
