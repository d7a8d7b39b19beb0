// AWS Lambda: functions behind a gateway, and the triggers of Amazon Cognito.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("functions behind a gateway", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/reset.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const handler = async (event) => {
  const { phone, code, password } = JSON.parse(event.body);
  if (!(await isRightCode(phone, code))) return { statusCode: 400 };
  await setPassword(phone, password);
  return { statusCode: 204 };
};`),
      "src/code.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const handler = middy(async (event) => {
  await textCode(JSON.parse(event.body).phone);
  return { statusCode: 204 };
});`),
    });
    expect(told.byTextAlone).toEqual([
      "lambda function src/reset.ts (handler) src/reset.ts:3 writes-password",
    ]);
    expect(told.reported).toEqual(["src/reset.ts:3"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/password.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.claims;
  const { phone, code, password, currentPassword } = JSON.parse(event.body);
  if (!(await knowsPassword(sub, currentPassword))) return { statusCode: 403 };
  if (!(await isRightCode(phone, code))) return { statusCode: 400 };
  await setPasswordOf(sub, password);
  return { statusCode: 204 };
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("triggers of Amazon Cognito", () => {
  test("a sign-in that a texted code alone opens is found", async () => {
    const told = await clubWith({
      "src/create-challenge.ts": file(`
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
import { randomInt } from "node:crypto";
const sns = new SNSClient();
export const handler = async (event) => {
  const code = String(randomInt(100000, 1000000));
  await sns.send(new PublishCommand({ PhoneNumber: event.request.userAttributes.phone_number, Message: "Your code: " + code }));
  event.response.privateChallengeParameters = { code };
  return event;
};`),
      "src/verify-challenge.ts": file(`
export const handler = async (event) => {
  const expected = event.request.privateChallengeParameters.code;
  event.response.answerCorrect = event.request.challengeAnswer === expected;
  return event;
};`),
    });
    expect(told.byTextAlone).toEqual([
      "lambda function src/verify-challenge.ts (handler) src/verify-challenge.ts:1 opens-session",
    ]);
  });

  test("the same with a second proof is not", async () => {
    const told = await clubWith({
      "src/create-challenge.ts": file(`
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
import { randomInt } from "node:crypto";
const sns = new SNSClient();
export const handler = async (event) => {
  const code = String(randomInt(100000, 1000000));
  await sns.send(new PublishCommand({ PhoneNumber: event.request.userAttributes.phone_number, Message: "Your code: " + code }));
  event.response.privateChallengeParameters = { code };
  return event;
};`),
      "src/verify-challenge.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
import { authenticator } from "otplib";
export const handler = async (event) => {
  const expected = event.request.privateChallengeParameters.code;
  const [text, app] = event.request.challengeAnswer.split("/");
  if (!authenticator.check(app, await secretOf(event.userName))) return event;
  event.response.answerCorrect = text === expected;
  return event;
};`),
    });
    expect(told.together).toEqual(["sms-code + totp"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
