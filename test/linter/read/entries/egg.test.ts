// Egg: routes name methods of controllers by their place, controllers reach services the same way.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Egg controllers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "app/router.js": file(`
module.exports = (app) => {
  const { router, controller } = app;
  router.post("/member/code", controller.member.account.code);
  router.post("/member/reset", controller.member.account.reset);
};`),
      "app/controller/member/account.js": file(`
const { Controller } = require("egg");
class AccountController extends Controller {
  async code() {
    const { ctx } = this;
    await ctx.service.texts.send(ctx.request.body.phone);
    ctx.body = "sent";
  }
  async reset() {
    const { ctx, service } = this;
    const { phone, code, password } = ctx.request.body;
    if (!(await service.texts.isRight(phone, code))) ctx.throw(400, "wrong code");
    await ctx.model.Member.updateOne({ phone }, { password: ctx.helper.hash(password) });
    ctx.body = "done";
  }
}
module.exports = AccountController;`),
      "app/service/texts.js": file(`
const { Service } = require("egg");
const service = require("twilio")("sid", "token").verify.v2.services("club");
class TextsService extends Service {
  async send(phone) {
    await service.verifications.create({ to: phone, channel: "sms" });
  }
  async isRight(phone, code) {
    const check = await service.verificationChecks.create({ to: phone, code });
    return check.status === "approved";
  }
}
module.exports = TextsService;`),
    });
    expect(told.byTextAlone).toEqual([
      "egg POST /member/reset (AccountController.reset) app/controller/member/account.js:8 writes-password",
    ]);
    expect(told.reported).toEqual(["app/controller/member/account.js:8"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "app/router.js": file(`
module.exports = (app) => {
  const { router, controller } = app;
  router.post("/member/password", app.middleware.requireLogin(), controller.member.account.change);
};`),
      "app/controller/member/account.js": file(`
const { Controller } = require("egg");
const { isRightCode } = require("../../../src/texts.js");
const { knowsPassword, setPasswordOf } = require("../../../src/members.js");
class AccountController extends Controller {
  async change() {
    const { ctx } = this;
    const { phone, code, password, currentPassword } = ctx.request.body;
    if (!(await knowsPassword(ctx.session.userId, currentPassword))) ctx.throw(403);
    if (!(await isRightCode(phone, code))) ctx.throw(400);
    await setPasswordOf(ctx.session.userId, password);
  }
}
module.exports = AccountController;`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
