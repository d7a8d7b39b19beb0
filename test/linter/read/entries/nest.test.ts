// NestJS: controllers, message handlers and resolvers, with guards for methods, classes and the whole application.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("controllers of NestJS", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.controller.ts": file(`
import { Body, Controller, Post } from "@nestjs/common";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Controller("account")
export class AccountController {
  @Public()
  @Post("code")
  code(@Body("phone") phone: string) {
    return textCode(phone);
  }
  @Public()
  @Post("reset")
  async reset(@Body() body: ResetDto) {
    if (!(await isRightCode(body.phone, body.code))) throw new BadRequestException();
    await setPassword(body.phone, body.password);
  }
}`),
      "src/app.module.ts": file(`
import { APP_GUARD } from "@nestjs/core";
import { SessionGuard } from "./session.guard";
@Module({ providers: [{ provide: APP_GUARD, useClass: SessionGuard }] })
export class AppModule {}`),
    });
    expect(told.byTextAlone).toEqual([
      "nest POST /account/reset (AccountController.reset) src/account.controller.ts:13 writes-password",
    ]);
    expect(told.reported).toEqual(["src/account.controller.ts:13"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.controller.ts": file(`
import { Body, Controller, Post } from "@nestjs/common";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Controller("account")
export class AccountController {
  @Post("password")
  async password(@CurrentUser() user: Member, @Body() body: PasswordDto) {
    if (!(await knowsPassword(user.id, body.currentPassword))) throw new ForbiddenException();
    if (!(await isRightCode(body.phone, body.code))) throw new BadRequestException();
    await setPasswordOf(user.id, body.password);
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("messages between services", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.controller.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Controller()
export class AccountController {
  @MessagePattern({ cmd: "send-code" })
  code(@Payload() { phone }) {
    return textCode(phone);
  }
  @MessagePattern("reset-password")
  async reset(@Payload() message: ResetDto) {
    if (!(await isRightCode(message.phone, message.code))) throw new RpcException("wrong code");
    await setPassword(message.phone, message.password);
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "nest MESSAGEPATTERN /reset-password (AccountController.reset) src/account.controller.ts:10 writes-password",
    ]);
    expect(told.reported).toEqual(["src/account.controller.ts:10"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.controller.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Controller()
export class AccountController {
  @UseGuards(SessionGuard)
  @MessagePattern("change-password")
  async change(@Payload() message: PasswordDto, @CurrentUser() user) {
    if (!(await knowsPassword(user.id, message.currentPassword))) throw new RpcException("wrong");
    if (!(await isRightCode(message.phone, message.code))) throw new RpcException("wrong code");
    await setPasswordOf(user.id, message.password);
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("resolvers of classes", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.resolver.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Resolver()
export class AccountResolver {
  @Mutation(() => Boolean)
  sendCode(@Args("phone") phone: string) {
    return textCode(phone);
  }
  @Mutation(() => Boolean)
  async resetPassword(@Args("input") input: ResetInput) {
    if (!(await isRightCode(input.phone, input.code))) throw new GraphQLError("wrong code");
    await setPassword(input.phone, input.password);
    return true;
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "graphql MUTATION / (AccountResolver.resetPassword) src/account.resolver.ts:10 writes-password",
    ]);
    expect(told.reported).toEqual(["src/account.resolver.ts:10"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.resolver.ts": file(`
import { Arg, Authorized, Ctx, Mutation, Resolver } from "type-graphql";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
@Resolver()
export class AccountResolver {
  @Authorized()
  @Mutation(() => Boolean)
  async changePassword(@Arg("input") input: PasswordInput, @Ctx() context: Context) {
    if (!(await knowsPassword(context.user.id, input.currentPassword))) throw new Error("wrong");
    if (!(await isRightCode(input.phone, input.code))) throw new Error("wrong code");
    await setPasswordOf(context.user.id, input.password);
    return true;
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
