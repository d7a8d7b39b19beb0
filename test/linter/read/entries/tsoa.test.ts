// tsoa: classes that say their address, with decorators that ask for authentication.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

const controller = (security: string): string =>
  file(`
import { Body, Controller, Post, Route, Security } from "tsoa";
import { isRightCode, textCode } from "./texts.js";
import { setPassword } from "./members.js";
@Route("account")
export class AccountController extends Controller {
  @Post("code")
  public async code(@Body() body: { phone: string }) {
    await textCode(body.phone);
  }
  ${security}
  @Post("reset")
  public async reset(@Body() body: { phone: string; code: string; password: string }) {
    if (!(await isRightCode(body.phone, body.code))) throw new Error("wrong code");
    await setPassword(body.phone, body.password);
  }
}`);

describe("controllers of tsoa", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({ "src/account.controller.ts": controller("") });
    expect(told.byTextAlone).toEqual([
      "tsoa POST /account/reset (AccountController.reset) src/account.controller.ts:12 writes-password",
    ]);
    expect(told.reported).toEqual(["src/account.controller.ts:12"]);
  });

  test("the same behind authentication is not", async () => {
    const told = await clubWith({ "src/account.controller.ts": controller('@Security("jwt")') });
    expect(told.together).toEqual(["session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
