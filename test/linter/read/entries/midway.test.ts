// Midway: controllers, and decorators that make routes of the methods of a service.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("controllers of Midway", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/controller/account.ts": file(`
import { Body, Controller, Inject, Post } from "@midwayjs/core";
import { AccountService } from "../service/account";
@Controller("/account")
export class AccountController {
  @Inject()
  accountService: AccountService;
  @Post("/code")
  async code(@Body("phone") phone: string) {
    await this.accountService.code(phone);
  }
  @Post("/reset")
  async reset(@Body() body) {
    const { phone, code, password } = body;
    await this.accountService.reset(phone, code, password);
  }
}`),
      "src/service/account.ts": file(`
import { Provide } from "@midwayjs/core";
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
@Provide()
export class AccountService {
  async code(phone) {
    await textCode(phone);
  }
  async reset(phone, code, password) {
    if (!(await isRightCode(phone, code))) throw new httpError.BadRequestError();
    await setPassword(phone, password);
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "midway POST /account/reset (AccountController.reset) src/controller/account.ts:12 writes-password",
    ]);
    expect(told.reported).toEqual(["src/controller/account.ts:12"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/controller/account.ts": file(`
import { Body, Controller, Inject, Post } from "@midwayjs/core";
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
@Controller("/account")
export class AccountController {
  @Inject()
  ctx;
  @Post("/password", { middleware: [JwtMiddleware] })
  async password(@Body() body) {
    if (!(await knowsPassword(this.ctx.user.id, body.currentPassword))) throw new httpError.ForbiddenError();
    if (!(await isRightCode(body.phone, body.code))) throw new httpError.BadRequestError();
    await setPasswordOf(this.ctx.user.id, body.password);
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("services behind a list of methods", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/controller/account.ts": file(`
import { ClubController } from "@club/midway";
import { AccountService } from "../service/account";
@ClubController({ prefix: "/account", api: ["code", "reset"], service: AccountService })
export class AccountController {}`),
      "src/service/account.ts": file(`
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
export class AccountService {
  async code({ phone }) {
    await textCode(phone);
  }
  async reset(param) {
    if (!(await isRightCode(param.phone, param.code))) throw new Error("wrong code");
    await setPassword(param.phone, param.password);
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "midway POST /account/reset (AccountService.reset) src/service/account.ts:7 writes-password",
    ]);
    expect(told.reported).toEqual(["src/service/account.ts:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/controller/account.ts": file(`
import { ClubController } from "@club/midway";
import { AccountService } from "../service/account";
@UseGuard(SignedInGuard)
@ClubController({ prefix: "/account", api: ["change"], service: AccountService })
export class AccountController {}`),
      "src/service/account.ts": file(`
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
export class AccountService {
  @Inject()
  ctx;
  async change(param) {
    if (!(await knowsPassword(this.ctx.user.id, param.currentPassword))) throw new Error("wrong");
    if (!(await isRightCode(param.phone, param.code))) throw new Error("wrong code");
    await setPasswordOf(this.ctx.user.id, param.password);
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
