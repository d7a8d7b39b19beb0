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

describe("Egg's generators", () => {
  const texts = file(`
const service = require("twilio")("sid", "token").verify.v2.services("club");
module.exports = (app) => {
  class TextsService extends app.Service {
    *send(phone) {
      yield service.verifications.create({ to: phone, channel: "sms" });
    }
    *isRight(phone, code) {
      const check = yield service.verificationChecks.create({ to: phone, code });
      return check.status === "approved";
    }
  }
  return TextsService;
};`);

  /** What is told of a reset in a controller that is written like this. */
  const resetIn = async (controller: string, name = "account.reset"): Promise<readonly string[]> => {
    const told = await clubWith({
      "app/router.js": file(`
module.exports = (app) => {
  app.post("/member/code", "account.code");
  app.post("reset", "/member/reset", "${name}");
};`),
      "app/controller/account.js": file(controller),
      "app/service/texts.js": texts,
    });
    return told.byTextAlone.map((line) => line.replace(/^(\w+ \w+ \S+).* (\S+)$/, "$1 $2"));
  };

  test("a class that is made of the application has the context beside it", async () => {
    const found = await resetIn(`
module.exports = (app) => {
  return class AccountController extends app.Controller {
    *code() {
      yield this.service.texts.send(this.ctx.request.body.phone);
    }
    *reset() {
      const { ctx, service } = this;
      const { phone, code, password } = ctx.request.body;
      if (!(yield service.texts.isRight(phone, code))) ctx.throw(400, "wrong code");
      yield ctx.model.Member.update({ phone }, { password: ctx.helper.hash(password) });
      ctx.body = "done";
    }
  };
};`);
    expect(found).toEqual(["egg POST /member/reset writes-password"]);
  });

  const functions = `
exports.code = function* () {
  yield this.service.texts.send(this.request.body.phone);
};
exports.reset = function* () {
  const { phone, code, password } = this.request.body;
  if (!(yield this.service.texts.isRight(phone, code))) this.throw(400, "wrong code");
  yield this.model.Member.update({ phone }, { password: this.helper.hash(password) });
  this.body = "done";
};`;

  test("functions that a file exports have the context as `this`", async () => {
    expect(await resetIn(functions)).toEqual(["egg POST /member/reset writes-password"]);
  });

  test("so have those that are made of the application, and those below another name", async () => {
    expect(
      await resetIn(`module.exports = (app) => {\nconst exports = {};\n${functions}\nreturn exports;\n};`),
    ).toEqual(["egg POST /member/reset writes-password"]);
    expect(
      await resetIn(`module.exports = (app) => ({
  *code() {
    yield this.service.texts.send(this.request.body.phone);
  },
  *reset(ctx) {
    const { phone, code, password } = ctx.request.body;
    if (!(yield this.service.texts.isRight(phone, code))) return;
    yield ctx.model.Member.update({ phone }, { password: ctx.helper.hash(password) });
  },
});`),
    ).toEqual(["egg POST /member/reset writes-password"]);
  });

  test("the methods of a resource are routes, behind what stands before it", async () => {
    const resource = async (before: string): Promise<readonly string[]> => {
      const told = await clubWith({
        "app/router.js": file(`
module.exports = (app) => {
  app.resources("texts", "/texts", "texts");
  app.resources("/members", ${before}app.controller.account);
};`),
        "app/controller/texts.js": file(`
exports.create = function* () {
  yield this.service.texts.send(this.request.body.phone);
};`),
        "app/controller/account.js": file(`
exports.update = function* () {
  const { phone, code, password } = this.request.body;
  if (!(yield this.service.texts.isRight(phone, code))) this.throw(400);
  yield this.model.Member.update({ phone }, { password: this.helper.hash(password) });
};`),
        "app/service/texts.js": texts,
      });
      return told.byTextAlone;
    };
    expect(await resource("")).toEqual([
      "egg PUT /members/:id (update) app/controller/account.js:1 writes-password",
    ]);
    expect(await resource("app.middlewares.requireLogin(), ")).toEqual([]);
  });

  test("who is signed in and knows the password changes it", async () => {
    const told = await clubWith({
      "app/router.js": file(`
module.exports = (app) => {
  app.post("/member/password", app.middlewares.requireLogin(), "account.change");
};`),
      "app/controller/account.js": file(`
const { isRightCode } = require("../../src/texts.js");
const { knowsPassword, setPasswordOf } = require("../../src/members.js");
exports.change = function* () {
  const { phone, code, password, currentPassword } = this.request.body;
  if (!(yield knowsPassword(this.session.userId, currentPassword))) this.throw(403);
  if (!(yield isRightCode(phone, code))) this.throw(400);
  yield setPasswordOf(this.session.userId, password);
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
