// What is asked for beside a texted code: an authenticator app, a passkey, a recovery code, the current password.
import { describe, expect, test } from "vitest";
import { flowsIn, resetAsksFor } from "./bakery.ts";

const twilio = 'import twilio from "twilio";\nconst client = twilio(process.env.SID, process.env.TOKEN);';
const sends = 'await client.verify.v2.services("VA1").verifications.create({ to: phone, channel: "sms" });';
const texted =
  '(await client.verify.v2.services("VA1").verificationChecks.create({ to: phone, code: typed })).status === "approved"';

/** What the bakery's reset asks for where a texted code and this are asked for. */
async function besideText(imports: string, checks: string): Promise<readonly string[]> {
  const asked = await resetAsksFor({
    imports: `${twilio}\n${imports}`,
    sends,
    checks: `${texted} && (${checks})`,
  });
  return asked.filter((proof) => proof !== "sms-code by Twilio Verify");
}

describe("beside a text", () => {
  test.each([
    [
      "otplib 12",
      'import { authenticator } from "otplib";',
      "authenticator.check(req.body.app, req.body.secret)",
      "totp",
    ],
    [
      "otplib 13",
      'import { verify } from "otplib";',
      "(await verify({ secret: req.body.secret, token: req.body.app })).valid",
      "totp",
    ],
    [
      "speakeasy",
      'import speakeasy from "speakeasy";',
      'speakeasy.totp.verify({ secret: req.body.secret, encoding: "base32", token: req.body.app })',
      "totp",
    ],
    [
      "otpauth",
      'import { TOTP } from "otpauth";',
      "new TOTP({ secret: req.body.secret }).validate({ token: req.body.app, window: 1 }) !== null",
      "totp",
    ],
    [
      "node-2fa",
      'import twofactor from "node-2fa";',
      "twofactor.verifyToken(req.body.secret, req.body.app).delta === 0",
      "totp",
    ],
    [
      "Twilio Verify's own authenticator app",
      "",
      '(await client.verify.v2.services("VA1").entities(id).challenges.create({ factorSid: "YF1", authPayload: req.body.app })).status === "approved"',
      "totp",
    ],
    [
      "SimpleWebAuthn",
      'import { verifyAuthenticationResponse } from "@simplewebauthn/server";',
      "(await verifyAuthenticationResponse({ response: req.body.passkey })).verified",
      "passkey",
    ],
    [
      "fido2-lib",
      'import { Fido2Lib } from "fido2-lib";\nconst fido = new Fido2Lib();',
      "await fido.assertionResult(req.body.passkey, expected)",
      "passkey",
    ],
    [
      "Clerk's authenticator app",
      'import { clerkClient } from "@clerk/express";',
      "await clerkClient.users.verifyTOTP({ userId: id, code: req.body.app })",
      "totp",
    ],
    [
      "Stytch's recovery code",
      'import stytch from "stytch";\nconst shop = new stytch.Client({});',
      "await shop.totps.recover({ user_id: id, recovery_code: req.body.sheet })",
      "recovery-code",
    ],
    [
      "WorkOS",
      'import { WorkOS } from "@workos-inc/node";\nconst workos = new WorkOS("key");',
      "(await workos.mfa.verifyChallenge({ authenticationChallengeId: id, code: req.body.app })).valid",
      "totp",
    ],
    [
      "Supabase's authenticator app",
      'import { createClient } from "@supabase/supabase-js";\nconst supabase = createClient("url", "key");',
      "await supabase.auth.mfa.challengeAndVerify({ factorId: id, code: req.body.app })",
      "totp",
    ],
    [
      "the current password, compared by the model itself",
      "",
      "await (await prisma.user.findUnique({ where: { phone } })).comparePassword(req.body.current)",
      "password",
    ],
  ])("%s counts", async (_name, imports, checks, kind) => {
    expect(await besideText(imports, checks)).toEqual([kind]);
  });

  test.each([
    ["a secret that is made", 'import { authenticator } from "otplib";', "authenticator.generateSecret()"],
    [
      "a passkey that is enrolled",
      'import { verifyRegistrationResponse } from "@simplewebauthn/server";',
      "(await verifyRegistrationResponse({ response: req.body.passkey })).verified",
    ],
    [
      "a passkey whose answer is looked at for something else",
      'import { verifyAuthenticationResponse } from "@simplewebauthn/server";\nconst answers = [];',
      "answers.length === 0",
    ],
  ])("%s does not count", async (_name, imports, checks) => {
    expect(await besideText(imports, checks)).toEqual([]);
  });
});

describe("asking the carrier", () => {
  test.each([
    [
      "Twilio Lookup",
      'if ((await client.lookups.v2.phoneNumbers(phone).fetch({ fields: "sim_swap" })).simSwap.lastSimSwap.swappedInPeriod) return res.sendStatus(403);',
    ],
    [
      "Africa's Talking",
      'if ((await require("africastalking")({ apiKey: "k" }).INSIGHTS.checkSimSwapState([phone])).swapped) return res.sendStatus(403);',
    ],
    [
      "the operators' common interface",
      'if ((await (await fetch("https://api-eu.vonage.com/camara/sim-swap/v040/check", { method: "POST", body: JSON.stringify({ phoneNumber: phone }) })).json()).swapped) return res.sendStatus(403);',
    ],
  ])("%s is told beside the text, and is no proof", async (_name, asks) => {
    const flows = await flowsIn({
      "server.ts": `import express from "express";
${twilio}
const app = express();
app.post("/reset", async (req, res) => {
  const { phone, typed, password } = req.body;
  ${asks}
  if (!(${texted})) return res.sendStatus(403);
  await prisma.user.update({ where: { phone }, data: { password } });
  res.sendStatus(204);
});`,
    });
    expect(flows.map(({ proofs }) => proofs.map(({ kind }) => kind))).toEqual([["sms-code"]]);
    expect(flows[0]?.unknowns.join()).toContain("the carrier is asked");
  });

  test("a lookup of the line's type asks for nothing that matters", async () => {
    const flows = await flowsIn({
      "server.ts": `import express from "express";
${twilio}
const app = express();
app.post("/reset", async (req, res) => {
  const { phone, typed, password } = req.body;
  await client.lookups.v2.phoneNumbers(phone).fetch({ fields: "line_type_intelligence" });
  if (!(${texted})) return res.sendStatus(403);
  await prisma.user.update({ where: { phone }, data: { password } });
  res.sendStatus(204);
});`,
    });
    expect(flows[0]?.unknowns.join()).not.toContain("carrier");
  });
});
