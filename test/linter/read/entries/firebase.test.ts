// Firebase functions of both generations.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("callable functions of the first generation", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "functions/index.js": file(`
const functions = require("firebase-functions");
const { isRightCode, textCode } = require("../src/texts.js");
const { setPassword } = require("../src/members.js");
exports.sendCode = functions.https.onCall(async (data, context) => {
  await textCode(data.phone);
});
exports.resetPassword = functions.region("europe-west1").https.onCall(async (data, context) => {
  if (!(await isRightCode(data.phone, data.code))) throw new functions.https.HttpsError("invalid-argument");
  await setPassword(data.phone, data.password);
});`),
    });
    expect(told.byTextAlone).toEqual([
      "firebase function resetPassword functions/index.js:7 writes-password",
    ]);
    expect(told.reported).toEqual(["functions/index.js:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "functions/index.js": file(`
const functions = require("firebase-functions");
const { isRightCode } = require("../src/texts.js");
const { knowsPassword, setPasswordOf } = require("../src/members.js");
exports.changePassword = functions.https.onCall(async (data, context) => {
  if (!(await knowsPassword(context.auth.uid, data.currentPassword))) throw new Error("wrong");
  if (!(await isRightCode(data.phone, data.code))) throw new Error("wrong code");
  await setPasswordOf(context.auth.uid, data.password);
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("callable functions of the second generation", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "functions/index.ts": file(`
import { onCall, HttpsError } from "firebase-functions/v2/https";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
export const sendCode = onCall({ region: "europe-west1" }, (request) => textCode(request.data.phone));
export const resetPassword = onCall(async (request) => {
  const { phone, code, password } = request.data;
  if (!(await isRightCode(phone, code))) throw new HttpsError("invalid-argument", "wrong code");
  await setPassword(phone, password);
});`),
    });
    expect(told.byTextAlone).toEqual([
      "firebase function resetPassword functions/index.ts:5 writes-password",
    ]);
    expect(told.reported).toEqual(["functions/index.ts:5"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "functions/index.ts": file(`
import { onCall, HttpsError } from "firebase-functions/v2/https";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
export const changePassword = onCall(async (request) => {
  const { phone, code, password, currentPassword } = request.data;
  if (!(await knowsPassword(request.auth.uid, currentPassword))) throw new HttpsError("permission-denied", "wrong");
  if (!(await isRightCode(phone, code))) throw new HttpsError("invalid-argument", "wrong code");
  await setPasswordOf(request.auth.uid, password);
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
