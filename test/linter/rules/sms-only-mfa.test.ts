// The rule `sms-only-mfa`, on setups written by hand and beside flows read from code.
import { expect, test } from "vitest";
import type { Flow, Proof, ProofKind } from "../../../linter/flow.ts";
import { judge } from "../../../linter/judge.ts";
import { club, found } from "./written-setups.ts";

const only = (routes: string) => found("sms-only-mfa", club(`    signIn:\n${routes}\n`));

test("texts and calls are one kind of second factor, by whatever number", async () => {
  expect(await only("      - with: [password, text]\n      - with: [password, call]")).toMatchObject([
    { severity: "warning", line: 26, message: 'the account "The club" has texts as its only second factor' },
  ]);
});

test.each([
  ["an app to choose", "[password, app]"],
  ["a security key that lets in by itself", "[key]"],
  ["recovery codes in place of the text", "[password, codes]"],
])("%s is another one", async (_, route) => {
  expect(await only(`      - with: [password, text]\n      - with: ${route}`)).toEqual([]);
});

test("no second factor at all is another rule's matter", async () => {
  expect(await only("      - with: [password]")).toEqual([]);
});

test("one path through code does not say what others offer", async () => {
  const at = { file: "sign-in.ts", line: 3, column: 1 };
  const proof = (kind: ProofKind): Proof => ({
    kind,
    confidence: "high",
    checked: { what: "checks-code", place: at, detail: "" },
  });
  const flow: Flow = {
    entry: { framework: "express", name: "POST /sign-in", symbol: "sign-in.ts#signIn", place: at },
    proofs: [proof("password"), proof("sms-code")],
    effect: { what: "opens-session", place: at, detail: "" },
    skips: [],
    makesAccount: false,
    whose: "found",
    chosen: false,
    asksCarrier: false,
    notifies: false,
    steps: [],
    confidence: "high",
    unknowns: [],
  };
  expect((await judge([flow], [], false)).filter(({ rule }) => rule === "sms-only-mfa")).toEqual([]);
});
