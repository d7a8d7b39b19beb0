// Express: lists of handlers, classes with bound methods, guards of routers, wrappers that are handed a handler.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("routers in files of their own", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/routes/account.js": file(`
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
import { Router } from "express";
const router = Router();
const checks = [body("phone").isMobilePhone(), body("code").isLength({ min: 6, max: 6 })];
router.post("/code", asyncHandler(async (req, res) => {
  await textCode(req.body.phone);
  res.end();
}));
router.post("/reset", [...checks, catchAsync(async (req, res) => {
  if (!(await isRightCode(req.body.phone, req.body.code))) return res.status(400).end();
  await setPassword(req.body.phone, req.body.password);
  res.end();
})]);
export default router;`),
      "src/server.js": file(`
import express from "express";
import account from "./routes/account.js";
const app = express();
app.use("/api/account", account);`),
    });
    expect(told.byTextAlone).toEqual([
      "express POST /api/account/reset src/routes/account.js:10 writes-password",
    ]);
    expect(told.reported).toEqual(["src/routes/account.js:10"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/routes/account.js": file(`
import { isRightCode, textCode } from "../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../members.js";
import { Router } from "express";
const router = Router();
router.post("/password", async (req, res) => {
  if (!(await knowsPassword(req.user.id, req.body.currentPassword))) return res.status(403).end();
  if (!(await isRightCode(req.body.phone, req.body.code))) return res.status(400).end();
  await setPasswordOf(req.user.id, req.body.password);
  res.end();
});
export default router;`),
      "src/server.js": file(`
import express from "express";
import account from "./routes/account.js";
const app = express();
app.use("/api/account", requireLogin, account);`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("classes with bound methods", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
import express from "express";
export class AccountApi {
  router = express.Router();
  constructor() {
    this.router.post("/code", this.code);
    this.router.post("/reset", this.reset.bind(this));
  }
  code = async (req, res) => {
    await textCode(req.body.phone);
    res.end();
  };
  async reset(req, res) {
    if (!(await isRightCode(req.body.phone, req.body.code))) return res.status(400).end();
    await setPassword(req.body.phone, req.body.password);
    res.end();
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "express POST /reset (AccountApi.reset) src/account.ts:14 writes-password",
    ]);
    expect(told.reported).toEqual(["src/account.ts:14"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
import express from "express";
export class AccountApi {
  router = express.Router();
  constructor() {
    this.router.post("/password", MemberMiddleware.requireUser, this.change.bind(this));
  }
  async change(req, res) {
    if (!(await knowsPassword(req.user.id, req.body.currentPassword))) return res.status(403).end();
    if (!(await isRightCode(req.body.phone, req.body.code))) return res.status(400).end();
    await setPasswordOf(req.user.id, req.body.password);
    res.end();
  }
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
