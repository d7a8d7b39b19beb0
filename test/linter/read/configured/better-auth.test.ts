// The plugins of better-auth for phone numbers and second factors.
import { expect, test } from "vitest";
import { findingsIn, toldOf } from "./linting.ts";

const choir = (options: string, more = "") => ({
  "auth.ts": `import { betterAuth } from "better-auth";
import { phoneNumber, twoFactor } from "better-auth/plugins";
import twilio from "twilio";
const client = twilio(process.env.SID, process.env.TOKEN);
const text = (to, code) => client.messages.create({ to, from: "choir", body: "Code: " + code });
export const auth = betterAuth({ ${more} plugins: [phoneNumber({
  ${options}
})] });
`,
});

test("a reset by phone is one finding, with the takeover played", async () => {
  const findings = await findingsIn(
    choir(`sendOTP: ({ phoneNumber, code }) => text(phoneNumber, code),
  sendPasswordResetOTP: ({ phoneNumber, code }) => text(phoneNumber, code),`),
  );
  expect(findings).toMatchObject([
    {
      rule: "framework-phone-reset",
      severity: "error",
      confidence: "high",
      line: 8,
      message: "the phoneNumber plugin sets a new password for a texted code alone (sendPasswordResetOTP)",
      scenario: "sim-swap",
    },
  ]);
});

test("a sign-in by phone without a reset is a warning", async () => {
  expect(await toldOf(choir("sendOTP: ({ phoneNumber, code }) => text(phoneNumber, code),"))).toEqual([
    "warning/high framework-phone-reset auth.ts:6",
  ]);
});

test("a function whose channel was not recognised is told with medium confidence", async () => {
  const findings = await findingsIn(choir("sendOTP: async (data) => hand(data),"));
  expect(findings).toMatchObject([{ confidence: "medium", notes: ["by which channel the code is sent"] }]);
});

test("a function that does nothing yet sends nothing", async () => {
  expect(await toldOf(choir("sendOTP: async () => {},"))).toEqual([]);
});

test("paths that are switched off are no way in", async () => {
  const texting = "sendOTP: ({ phoneNumber, code }) => text(phoneNumber, code),";
  expect(await toldOf(choir(texting, 'disabledPaths: ["/phone-number/verify"],'))).toEqual([]);
});

test("a code that goes by a messenger is one level less grave than a text, for the reset and for the sign-in", async () => {
  const messenger = (option: string) =>
    `${option}: ({ phoneNumber, code }) =>
    client.messages.create({ to: "whatsapp:" + phoneNumber, from: "whatsapp:choir", body: code }),`;
  expect(await toldOf(choir(messenger("sendPasswordResetOTP")))).toEqual([
    "warning/high framework-phone-reset auth.ts:7",
  ]);
  expect(await toldOf(choir(messenger("sendOTP")))).toEqual(["info/high framework-phone-reset auth.ts:6"]);
});
