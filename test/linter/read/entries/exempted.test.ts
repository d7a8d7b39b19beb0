// Middleware that lets some addresses in without a session guards the others only.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

/** The rowing club's reset at `POST /reset` and the same at `POST /locker`, behind what the text puts before them. */
async function clubBehind(text: string, files: Readonly<Record<string, string>> = {}) {
  const { byTextAlone, together } = await clubWith({
    ...files,
    "src/app.js": file(`
import express from "express";
import jwt from "jsonwebtoken";
import { isRightCode, textCode } from "./texts.js";
import { setPassword } from "./members.js";
const app = express();
${text}
app.post("/code", async (req, res) => res.json(await textCode(req.body.phone)));
async function reset(req, res) {
  if (!(await isRightCode(req.body.phone, req.body.code))) return res.sendStatus(401);
  await setPassword(req.body.phone, req.body.password);
  res.json({ done: true });
}
app.post("/reset", reset);
app.post("/locker", reset);`),
  });
  return {
    alone: byTextAlone.map((told) => told.split(" ")[2]),
    together,
  };
}

const openForReset = { alone: ["/reset"], together: ["session + sms-code"] };
const openForNone = { alone: [], together: ["session + sms-code"] };

describe("middleware that lets addresses in", () => {
  test.each([
    ["a list", `if (["/", "/code", "/reset"].includes(req.path)) return next();`],
    ["a list with a name", `if (open.indexOf(req.path) !== -1) return next();`],
    ["a set", `if (openSet.has(req.originalUrl)) return next();`],
    ["each of a list", `if (open.some((path) => req.url.startsWith(path))) return next();`],
    ["a comparison", `if (req.path === "/code" || req.path === "/reset") return next();`],
    ["a pattern", `if (/^\\/(code|reset)\\/?$/.test(req.path)) return next();`],
    ["a list of patterns", `if (patterns.some((one) => one.test(req.path))) return next();`],
    [
      "how they begin or end",
      `if (req.path.startsWith("/res") || req.path.endsWith("/code")) return next();`,
    ],
    ["a switch", `switch (req.path) { case "/code": case "/reset": return next(); }`],
  ])("by %s guards the others", async (_, exempting) => {
    const told = await clubBehind(`
const open = ["/code", "/reset"];
const openSet = new Set(["/code", "/reset"]);
const patterns = [/^\\/code/, /^\\/reset\\b/i];
app.use((req, res, next) => {
  ${exempting}
  req.member = jwt.verify(req.headers.authorization, process.env.SECRET);
  next();
});`);
    expect(told).toEqual(openForReset);
  });

  test("is also read where only the name of the middleware says that it guards", async () => {
    const told = await clubBehind(`
import { sessions } from "@club/sessions";
const open = ["/code", "/reset"];
function requireAuth(req, res, next) {
  if (open.includes(req.path)) return next();
  if (!sessions.has(req.headers.authorization)) return res.sendStatus(401);
  next();
}
app.use(requireAuth);`);
    expect(told).toEqual(openForReset);
  });

  test("guards all where the addresses cannot be read", async () => {
    const told = await clubBehind(`
import { sessions } from "@club/sessions";
const open = process.env.OPEN.split(",");
function requireAuth(req, res, next) {
  if (open.includes(req.path)) return next();
  if (!sessions.has(req.headers.authorization)) return res.sendStatus(401);
  next();
}
app.use(requireAuth);`);
    expect(told).toEqual(openForNone);
  });

  test("lets none in by an address that only looks alike", async () => {
    const told = await clubBehind(`
app.use((req, res, next) => {
  if (["/reset-page", "/resets"].includes(req.path) || /^\\/locker\\/.+/.test(req.path)) return next();
  req.member = jwt.verify(req.headers.authorization, process.env.SECRET);
  next();
});`);
    expect(told).toEqual(openForNone);
  });

  test("is told the whole address of a route that hangs below another", async () => {
    const { byTextAlone, together } = await clubWith({
      "src/account.js": file(`
import { Router } from "express";
import { isRightCode, textCode } from "./texts.js";
import { setPassword } from "./members.js";
const router = Router();
async function reset(req, res) {
  if (!(await isRightCode(req.body.phone, req.body.code))) return res.sendStatus(401);
  await setPassword(req.body.phone, req.body.password);
}
router.post("/code", (req, res) => textCode(req.body.phone));
router.post("/reset", reset);
router.post("/locker", reset);
export default router;`),
      "src/app.js": file(`
import express from "express";
import account from "./account.js";
import jwt from "jsonwebtoken";
const app = express();
function requireAuth(req, res, next) {
  if (["/account/code", "/account/reset"].includes(req.path)) return next();
  req.member = jwt.verify(req.headers.authorization, process.env.SECRET);
  next();
}
app.use(requireAuth);
app.use("/account", account);`),
    });
    expect(byTextAlone).toEqual(["express POST /account/reset (reset) src/account.js:5 writes-password"]);
    expect(together).toEqual(["session + sms-code"]);
  });
});

describe("middleware that is told where it does not stand", () => {
  test.each([
    [
      "express-jwt",
      `import { expressjwt } from "express-jwt";
app.use(expressjwt({ secret: "s", algorithms: ["HS256"] }).unless({ path: ["/code", "/reset"] }));`,
    ],
    [
      "express-unless, in any form that it takes",
      `import { expressjwt } from "express-jwt";
const auth = expressjwt({ secret: "s", algorithms: ["HS256"] });
app.use(auth.unless({ path: [/^\\/code/, { url: "/reset", methods: ["POST"] }, { url: "/locker", methods: ["GET"] }] }));`,
    ],
  ])("%s guards the others", async (_, text) => {
    expect(await clubBehind(text)).toEqual(openForReset);
  });

  test("koa-jwt guards the others", async () => {
    const { byTextAlone, together } = await clubWith({
      "src/app.js": file(`
import Koa from "koa";
import Router from "@koa/router";
import jwt from "koa-jwt";
import { isRightCode, textCode } from "./texts.js";
import { setPassword } from "./members.js";
const app = new Koa();
const router = new Router();
async function reset(ctx) {
  if (!(await isRightCode(ctx.request.body.phone, ctx.request.body.code))) ctx.throw(401);
  await setPassword(ctx.request.body.phone, ctx.request.body.password);
}
app.use(jwt({ secret: "s" }).unless({ path: [/^\\/code/, /^\\/reset/] }));
router.post("/code", (ctx) => textCode(ctx.request.body.phone));
router.post("/reset", reset);
router.post("/locker", reset);
app.use(router.routes());`),
    });
    expect(byTextAlone).toEqual(["koa POST /reset (reset) src/app.js:8 writes-password"]);
    expect(together).toEqual(["session + sms-code"]);
  });

  test("guards all where that cannot be read", async () => {
    const told = await clubBehind(`
import { expressjwt } from "express-jwt";
app.use(expressjwt({ secret: "s", algorithms: ["HS256"] }).unless({ path: process.env.OPEN.split(",") }));`);
    expect(told).toEqual(openForNone);
  });
});
