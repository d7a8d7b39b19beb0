// The extracted setup as YAML: readable again, with its evidence, and with nothing that breaks out of a comment.
import { expect, test } from "vitest";
import { inferProject } from "../../../linter/infer-project.ts";
import { setupYaml } from "../../../linter/report/setup-yaml.ts";
import type { Flow } from "../../../linter/flow.ts";
import { readSetup } from "../../../simulator/index.ts";
import { clubFlow } from "../flows.ts";

function yamlOf(...flows: readonly Flow[]): string {
  const extracted = inferProject(flows);
  if (extracted === undefined) throw new Error("nothing was extracted");
  return setupYaml(extracted, { shownPath: (file) => `../club/${file}` });
}

test("shows each part with what speaks for it, and at the end what is no part", () => {
  expect(
    yamlOf(
      clubFlow({ ends: "opens-session", asks: ["password", "totp"], name: "POST /sign-in" }),
      clubFlow({ ends: "writes-password", asks: ["sms-code"], name: "POST /forgotten", line: 60 }),
      clubFlow({ ends: "opens-session", asks: ["unknown-code"], line: 90 }),
    ),
  ).toMatchInlineSnapshot(`
    "# What onefactor extract read in this code, as a setup. Change what you know better, then play it:
    #   npx onefactor simulate <this file>
    # Beside each part stands where it was read. What no code says is assumed, or not known and left at its default.

    version: 1
    title: Inferred from code
    numbers:
      # not known: what the carrier asks for before it moves a number
      - { id: mobile, title: the phone number }
    devices:
      # assumed: one phone, which is all that people have
      - { id: phone, title: the phone, kind: smartphone, sims: [ mobile ] }
    accounts:
      # ../club/src/boathouse.ts:80 its password is written (member)
      # controls that are not known, and left at their defaults: codeLength, codeLifetime, attempts, oneTimeUse
      - id: account
        title: the account (member)
        authenticators:
          # ../club/src/boathouse.ts:30 checked (compared)
          - { id: password, kind: password }
          # ../club/src/boathouse.ts:30 checked (compared)
          - { id: app, kind: totp, devices: [ phone ] }
          # ../club/src/texts.ts:4 sent (Twilio)
          # ../club/src/boathouse.ts:70 checked (compared)
          - { id: text, kind: sms-code, number: mobile }
        signIn:
          # ../club/src/boathouse.ts:20 POST /sign-in, confidence high
          - { with: [ password, app ] }
        recovery:
          # ../club/src/boathouse.ts:60 POST /forgotten, confidence high
          - { with: [ text ], gives: new-password }

    # Read, and no part of the setup:
    # ../club/src/boathouse.ts:90 POST /boathouse opens a session: it asks for a code, and how that is sent was not found
    "
  `);
});

test("is the same setup when it is read again", () => {
  const flows = [
    clubFlow({ ends: "opens-session", asks: ["password", "whatsapp-code"] }),
    clubFlow({ ends: "writes-password", asks: ["email-link", "recovery-code"] }),
    clubFlow({ ends: "changes-phone", asks: ["session", "passkey"] }),
  ];
  const read = readSetup(yamlOf(...flows), "club.setup.yaml");
  const given = readSetup(JSON.stringify(inferProject(flows)?.setup), "club.setup.json");
  expect(read).toMatchObject({ ok: true, setup: given.ok && given.setup });
});

test("text from outside stays in its comment", () => {
  const evil = "a\n---\nversion: 2\r# \u2028...\u0085accounts: []\u001b[2J\u202e\ud800 */ %TAG ! tag:";
  const flows = [
    clubFlow({ ends: "opens-session", asks: ["sms-code"], name: evil, file: evil, store: evil }),
    clubFlow({ ends: "opens-session", asks: ["unknown-code"], name: evil, file: evil }),
    clubFlow({ ends: "writes-password", asks: ["sms-code"], store: evil, changes: { unknowns: [evil] } }),
  ];
  const yaml = yamlOf(...flows);
  expect(yaml).not.toMatch(/[^\n\P{C}]/u);
  expect(yaml.split("\n").filter((line) => /^(---|\.\.\.|%|version: 2)/.test(line))).toEqual([]);
  expect(readSetup(yaml, "club.setup.yaml")).toMatchObject({ ok: true, setup: { version: 1 } });
});

test("forty places of one route are told by their first, and counted", () => {
  const flows = Array.from({ length: 40 }, (_, index) =>
    clubFlow({ ends: "opens-session", asks: ["sms-code"], line: index + 1 }),
  );
  const yaml = yamlOf(...flows);
  expect(yaml).toContain("boathouse.ts:8 POST /boathouse, confidence high\n      # and 32 more\n");
  expect(yaml).not.toContain("boathouse.ts:9 POST /boathouse");
});
