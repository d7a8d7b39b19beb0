// Koa: routers of their own, hung up with a prefix, with `ctx.throw` for what is refused.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Koa routers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.js": file(`
import Router from "@koa/router";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
const router = new Router({ prefix: "/account" });
router.post("/code", async (ctx) => {
  await textCode(ctx.request.body.phone);
});
router.post("/reset", async (ctx) => {
  if (!(await isRightCode(ctx.request.body.phone, ctx.request.body.code))) ctx.throw(400);
  await setPassword(ctx.request.body.phone, ctx.request.body.password);
  ctx.body = { done: true };
});
export default router;`),
      "src/app.js": file(`
import Koa from "koa";
import account from "./account.js";
const app = new Koa();
app.use(account.routes()).use(account.allowedMethods());`),
    });
    expect(told.byTextAlone).toEqual(["koa POST /account/reset src/account.js:8 writes-password"]);
    expect(told.reported).toEqual(["src/account.js:8"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.js": file(`
import Router from "@koa/router";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
const router = new Router({ prefix: "/account" });
router.post("/password", requireLogin, async (ctx) => {
  if (!(await knowsPassword(ctx.state.user.id, ctx.request.body.currentPassword))) ctx.throw(400);
  if (!(await isRightCode(ctx.request.body.phone, ctx.request.body.code))) ctx.throw(400);
  await setPasswordOf(ctx.state.user.id, ctx.request.body.password);
});
export default router;`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
