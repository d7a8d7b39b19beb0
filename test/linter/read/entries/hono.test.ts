// Hono: chained routes, validators before the handler, and what middleware leaves for `c.get`.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Hono routes", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { Hono } from "hono";
import { zValidator } from "@hono/zod-validator";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const account = new Hono()
  .post("/code", async (c) => {
    await textCode((await c.req.json()).phone);
    return c.json({ sent: true });
  })
  .post("/reset", zValidator("json", schema), async (c) => {
    const { phone, code, password } = c.req.valid("json");
    if (!(await isRightCode(phone, code))) return c.json({ error: "wrong code" }, 400);
    await setPassword(phone, password);
    return c.json({ done: true });
  });`),
      "src/app.ts": file(`
import { Hono } from "hono";
import { account } from "./account";
const app = new Hono().basePath("/api");
app.route("/account", account);
export default app;`),
    });
    expect(told.byTextAlone).toEqual(["hono POST /account/reset src/account.ts:10 writes-password"]);
    expect(told.reported).toEqual(["src/account.ts:10"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { Hono } from "hono";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
const app = new Hono();
app.use("/account/*", jwt({ secret: process.env.SECRET }));
app.post("/account/password", async (c) => {
  const { phone, code, password, currentPassword } = await c.req.json();
  if (!(await knowsPassword(c.get("user").id, currentPassword))) return c.json({}, 403);
  if (!(await isRightCode(phone, code))) return c.json({}, 400);
  await setPasswordOf(c.get("user").id, password);
  return c.json({ done: true });
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
