// Services that keep the accounts themselves: what a call asks for and what it does, in pages and on servers.
import { describe, expect, test } from "vitest";
import { flowsIn, pageDoes } from "./bakery.ts";

/** The page's functions, in a component as people write it. */
function page(imports: string, body: string): string {
  return `${imports}
export function Counter({ phone, email, typed, password }) {
  const [confirmationResult, setConfirmationResult] = useState(null);
  const begin = async () => { ${body.split("---")[0] ?? ""} };
  const finish = async () => { ${body.split("---")[1] ?? ""} };
  return <button onClick={finish}>Done</button>;
}`;
}

describe("a page signs in by a number", () => {
  test.each([
    [
      "Firebase, what came back kept in a state",
      'import { useState } from "react";\nimport { getAuth, signInWithPhoneNumber } from "firebase/auth";',
      "setConfirmationResult(await signInWithPhoneNumber(getAuth(), phone, verifier)); --- await confirmationResult.confirm(typed);",
    ],
    [
      "Firebase, what came back kept on the window",
      'import { getAuth, signInWithPhoneNumber } from "firebase/auth";',
      "window.confirmationResult = await signInWithPhoneNumber(getAuth(), phone, verifier); --- await window.confirmationResult.confirm(typed);",
    ],
    [
      "Firebase, at one go",
      'import auth from "@react-native-firebase/auth";',
      "const confirmation = await auth().signInWithPhoneNumber(phone); await confirmation.confirm(typed); ---",
    ],
    [
      "Firebase by a credential",
      'import { getAuth, PhoneAuthProvider, signInWithCredential } from "firebase/auth";',
      "const id = await new PhoneAuthProvider(getAuth()).verifyPhoneNumber(phone, verifier); --- await signInWithCredential(getAuth(), PhoneAuthProvider.credential(id, typed));",
    ],
    [
      "Supabase",
      'import { supabase } from "./supabase-client";',
      "await supabase.auth.signInWithOtp({ phone }); --- const { error } = await supabase.auth.verifyOtp({ phone, token: typed, type: 'sms' }); if (error) throw error;",
    ],
    [
      "Clerk",
      'import { useSignIn } from "@clerk/nextjs";\nconst { signIn } = useSignIn();',
      'await signIn.create({ strategy: "phone_code", identifier: phone }); --- await signIn.attemptFirstFactor({ strategy: "phone_code", code: typed });',
    ],
    [
      "Clerk's newer way",
      'import { useSignIn } from "@clerk/nextjs";\nconst { signIn } = useSignIn();',
      "await signIn.phoneCode.sendCode({ phoneNumber: phone }); --- await signIn.phoneCode.verifyCode({ code: typed });",
    ],
    [
      "Auth0",
      'import auth0 from "auth0-js";\nconst shop = new auth0.WebAuth({});',
      'shop.passwordlessStart({ connection: "sms", send: "code", phoneNumber: phone }, () => {}); --- shop.passwordlessLogin({ connection: "sms", phoneNumber: phone, verificationCode: typed }, () => {});',
    ],
    [
      "Better Auth",
      'import { createAuthClient } from "better-auth/react";\nconst authClient = createAuthClient({});',
      "await authClient.phoneNumber.sendOtp({ phoneNumber: phone }); --- await authClient.phoneNumber.verify({ phoneNumber: phone, code: typed });",
    ],
    [
      "Descope",
      'import Descope from "@descope/web-js-sdk";\nconst sdk = Descope({ projectId: "P1" });',
      "await sdk.otp.signIn.sms(phone); --- await sdk.otp.verify.sms(phone, typed);",
    ],
  ])("%s", async (_name, imports, body) => {
    expect(await pageDoes(page(imports, body))).toEqual(["opens-session: sms-code"]);
  });

  test("a mailed code is no texted one", async () => {
    expect(
      await pageDoes(
        page(
          'import { supabase } from "./supabase-client";',
          "--- await supabase.auth.verifyOtp({ email, token: typed, type: 'email' });",
        ),
      ),
    ).toEqual(["opens-session: email-code"]);
  });

  test("a second factor, a dialog and a sign-in by another service are left alone", async () => {
    expect(
      await pageDoes(
        page(
          'import { getAuth, getMultiFactorResolver, GoogleAuthProvider, PhoneAuthProvider, PhoneMultiFactorGenerator, signInWithCredential } from "firebase/auth";',
          `const resolver = getMultiFactorResolver(getAuth(), failed);
           await resolver.resolveSignIn(PhoneMultiFactorGenerator.assertion(PhoneAuthProvider.credential(id, typed)));
           await signInWithCredential(getAuth(), GoogleAuthProvider.credential(token));
           --- await confirmation.confirm(); await dialog.confirm(typed); await confirmation.confirm({ title: "Order?" });`,
        ),
      ),
    ).toEqual([]);
  });
});

describe("a page writes a password", () => {
  test.each([
    [
      "Clerk, for a texted code",
      'import { useSignIn } from "@clerk/nextjs";\nconst { signIn } = useSignIn();',
      '--- await signIn.attemptFirstFactor({ strategy: "reset_password_phone_code", code: typed, password });',
      ["writes-password: sms-code"],
    ],
    [
      "Clerk, for a mailed code",
      'import { useSignIn } from "@clerk/nextjs";\nconst { signIn } = useSignIn();',
      '--- await signIn.attemptFirstFactor({ strategy: "reset_password_email_code", code: typed, password });',
      ["writes-password: email-code"],
    ],
    [
      "Better Auth, for a texted code",
      'import { createAuthClient } from "better-auth/react";\nconst authClient = createAuthClient({});',
      "--- await authClient.phoneNumber.resetPassword({ phoneNumber: phone, otp: typed, newPassword: password });",
      ["writes-password: sms-code"],
    ],
    [
      "Supabase, right after signing in by a text",
      'import { supabase } from "./supabase-client";',
      "--- await supabase.auth.verifyOtp({ phone, token: typed, type: 'sms' }); await supabase.auth.updateUser({ password });",
      ["opens-session: sms-code", "writes-password: sms-code"],
    ],
    [
      "Supabase, for somebody signed in before",
      'import { supabase } from "./supabase-client";',
      "--- await supabase.auth.updateUser({ password });",
      ["writes-password: session"],
    ],
    [
      "Firebase, for somebody who gave the old one",
      'import { EmailAuthProvider, getAuth, reauthenticateWithCredential, signInWithCredential, updatePassword } from "firebase/auth";',
      "--- await reauthenticateWithCredential(user, EmailAuthProvider.credential(email, typed)); await updatePassword(user, password); await signInWithCredential(getAuth(), other);",
      ["writes-password: password + session"],
    ],
    [
      "Amplify, for a code whose way is configured elsewhere",
      'import { confirmResetPassword } from "aws-amplify/auth";',
      "--- await confirmResetPassword({ username: email, confirmationCode: typed, newPassword: password });",
      ["writes-password: unknown-code"],
    ],
  ])("%s", async (_name, imports, body, expected) => {
    expect(await pageDoes(page(imports, body))).toEqual(expected);
  });
});

describe("a server acts on accounts", () => {
  const server = async (imports: string, body: string): Promise<readonly string[]> => {
    const flows = await flowsIn({
      "server.ts": `import express from "express";
${imports}
const app = express();
app.post("/account", async (req, res) => {
  const { id, email, phone, typed, password } = req.body;
  ${body}
  res.sendStatus(204);
});`,
    });
    return flows
      .map(
        ({ effect, proofs }) => `${effect.what}: ${proofs.map(({ kind }) => kind).join(" + ") || "nothing"}`,
      )
      .toSorted();
  };

  test.each([
    [
      "Cognito resets for a code whose way is configured elsewhere",
      'import { CognitoIdentityProviderClient, ConfirmForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";\nconst client = new CognitoIdentityProviderClient({});',
      "await client.send(new ConfirmForgotPasswordCommand({ Username: email, ConfirmationCode: typed, Password: password }));",
      ["writes-password: unknown-code"],
    ],
    [
      "Cognito signs in for a texted code alone",
      'import { CognitoIdentityProviderClient, RespondToAuthChallengeCommand } from "@aws-sdk/client-cognito-identity-provider";\nconst client = new CognitoIdentityProviderClient({});',
      'await client.send(new RespondToAuthChallengeCommand({ ChallengeName: "SMS_OTP", ChallengeResponses: { USERNAME: email, SMS_OTP_CODE: typed } }));',
      ["opens-session: sms-code"],
    ],
    [
      "Cognito asks for a texted code after the password",
      'import { CognitoIdentityProviderClient, RespondToAuthChallengeCommand } from "@aws-sdk/client-cognito-identity-provider";\nconst client = new CognitoIdentityProviderClient({});',
      'await client.send(new RespondToAuthChallengeCommand({ ChallengeName: "SMS_MFA", ChallengeResponses: { USERNAME: email, SMS_MFA_CODE: typed } }));',
      ["opens-session: sms-code + password"],
    ],
    [
      "Cognito takes the authenticator app away",
      'import { CognitoIdentityProviderClient, SetUserMFAPreferenceCommand } from "@aws-sdk/client-cognito-identity-provider";\nconst client = new CognitoIdentityProviderClient({});',
      "await client.send(new SetUserMFAPreferenceCommand({ AccessToken: typed, SoftwareTokenMfaSettings: { Enabled: false } }));",
      ["removes-factor: session"],
    ],
    [
      "Firebase writes the password of whose token it is",
      'import { getAuth } from "firebase-admin/auth";',
      "const { uid } = await getAuth().verifyIdToken(req.headers.authorization); await getAuth().updateUser(uid, { password });",
      ["writes-password: session"],
    ],
    [
      "Firebase's token names the number, and the number names the customer",
      'import { getAuth } from "firebase-admin/auth";',
      "const { phone_number } = await getAuth().verifyIdToken(typed); await prisma.user.update({ where: { phone: phone_number }, data: { password } });",
      ["writes-password: sms-code"],
    ],
    [
      "Firebase's token must name the number that was typed",
      'import admin from "firebase-admin";',
      "const token = await admin.auth().verifyIdToken(typed); if (token.phone_number !== phone) return res.sendStatus(403); await prisma.user.update({ where: { phone }, data: { password } });",
      ["writes-password: sms-code"],
    ],
    [
      "Firebase's token names the customer by number, who is then found by another key",
      'import admin from "firebase-admin";',
      "const token = await admin.auth().verifyIdToken(typed); const user = await prisma.user.findFirst({ where: { phone: token.phone_number } }); if (!user) return res.sendStatus(404); await prisma.user.update({ where: { id: user.id }, data: { password } });",
      ["writes-password: sms-code"],
    ],
    [
      "Firebase's token names the customer by an id",
      'import admin from "firebase-admin";',
      "const token = await admin.auth().verifyIdToken(typed); await prisma.user.update({ where: { firebaseId: token.uid }, data: { password } });",
      ["writes-password: session"],
    ],
    [
      "Firebase writes anybody's password",
      'import admin from "firebase-admin";',
      "await admin.auth().updateUser(id, { password });",
      ["writes-password: nothing"],
    ],
    [
      "Supabase writes anybody's password",
      'import { createClient } from "@supabase/supabase-js";\nconst supabase = createClient("url", "key");',
      "await supabase.auth.admin.updateUserById(id, { password });",
      ["writes-password: nothing"],
    ],
    [
      "Stytch signs in for a texted code",
      'import stytch from "stytch";\nconst client = new stytch.Client({});',
      "await client.otps.sms.loginOrCreate({ phone_number: phone }); await client.otps.authenticate({ method_id: id, code: typed });",
      ["opens-session: sms-code"],
    ],
    [
      "Auth0 signs in for a texted code",
      'import { AuthenticationClient } from "auth0";\nconst auth = new AuthenticationClient({});',
      "await auth.passwordless.loginWithSMS({ phone_number: phone, code: typed });",
      ["opens-session: sms-code"],
    ],
    [
      "SuperTokens signs in for a texted code",
      'import Passwordless from "supertokens-node/recipe/passwordless";\nimport Session from "supertokens-node/recipe/session";',
      'await Passwordless.createCode({ phoneNumber: phone, tenantId: "public" }); const answer = await Passwordless.consumeCode({ deviceId: id, userInputCode: typed }); if (answer.status !== "OK") return res.sendStatus(403); await Session.createNewSession(req, res, "public", answer.recipeUserId);',
      ["opens-session: sms-code"],
    ],
    [
      "WorkOS resets by a mailed link",
      'import { WorkOS } from "@workos-inc/node";\nconst workos = new WorkOS("key");',
      "await workos.userManagement.resetPassword({ token: typed, newPassword: password });",
      ["writes-password: email-code"],
    ],
  ])("%s", async (_name, imports, body, expected) => {
    expect(await server(imports, body)).toEqual(expected);
  });
});

test("a link that a server makes and follows by itself shows nobody's mailbox, however it was named", async () => {
  const flows = await flowsIn({
    "server.ts": `import express from "express";
import { createClient } from "@supabase/supabase-js";
import twilio from "twilio";
const app = express();
const bakery = createClient(process.env.URL, process.env.KEY);
const verify = twilio(process.env.SID, process.env.TOKEN).verify.v2.services("VA");
app.post("/sign-in", async (req, res) => {
  const check = await verify.verificationChecks.create({ to: req.body.phone, code: req.body.code });
  if (check.status !== "approved") return res.sendStatus(401);
  const { data: link } = await bakery.auth.admin.generateLink({ type: "magiclink", email: req.body.phone + "@bakery.example" });
  const { data } = await bakery.auth.verifyOtp({ type: "magiclink", token_hash: link.properties.hashed_token });
  res.json({ token: data.session.access_token });
});
`,
  });
  expect(flows.map(({ proofs }) => proofs.map(({ kind }) => kind))).toEqual([["sms-code"]]);
});
