// Parse: cloud functions, with rules on who may call them.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("cloud functions of Parse", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "cloud/main.js": file(`
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Parse.Cloud.define("sendCode", (request) => textCode(request.params.phone));
Parse.Cloud.define("resetPassword", async ({ params }) => {
  if (!(await isRightCode(params.phone, params.code))) throw new Parse.Error(400, "wrong code");
  await setPassword(params.phone, params.password);
});`),
    });
    expect(told.byTextAlone).toEqual(["parse function resetPassword cloud/main.js:4 writes-password"]);
    expect(told.reported).toEqual(["cloud/main.js:4"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "cloud/main.js": file(`
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Parse.Cloud.define("changePassword", async ({ params, user }) => {
  if (!(await knowsPassword(user.id, params.currentPassword))) throw new Parse.Error(403, "wrong");
  if (!(await isRightCode(params.phone, params.code))) throw new Parse.Error(400, "wrong code");
  await setPasswordOf(user.id, params.password);
}, { requireUser: true });`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
