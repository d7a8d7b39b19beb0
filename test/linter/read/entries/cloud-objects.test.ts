// Cloud objects: every method can be called from outside, and files that hold one function each.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("cloud objects", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "uniCloud-aliyun/cloudfunctions/account/index.obj.js": file(`
const { isRightCode, textCode } = require("../../../src/texts.js");
module.exports = {
  async sendCode({ phone }) {
    await textCode(phone);
  },
  resetPassword: require("./reset-password"),
};`),
      "uniCloud-aliyun/cloudfunctions/account/reset-password.js": file(`
const { isRightCode } = require("../../../src/texts.js");
const { setPassword } = require("../../../src/members.js");
module.exports = async function (params = {}) {
  const { phone, code, password } = params;
  if (!(await isRightCode(phone, code))) throw { errCode: "wrong-code" };
  await setPassword(phone, password);
};`),
    });
    expect(told.byTextAlone).toEqual([
      "cloud-object method resetPassword uniCloud-aliyun/cloudfunctions/account/reset-password.js:3 writes-password",
    ]);
    expect(told.reported).toEqual(["uniCloud-aliyun/cloudfunctions/account/reset-password.js:3"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "uniCloud-aliyun/cloudfunctions/account/index.obj.js": file(`
const { isRightCode } = require("../../../src/texts.js");
const { knowsPassword, setPasswordOf } = require("../../../src/members.js");
module.exports = {
  async changePassword({ phone, code, password, currentPassword }) {
    const { uid } = this.authInfo;
    if (!(await knowsPassword(uid, currentPassword))) throw { errCode: "wrong" };
    if (!(await isRightCode(phone, code))) throw { errCode: "wrong-code" };
    await setPasswordOf(uid, password);
  },
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
