// What one middleware leaves on the request for the next: the message that another one texts, the row that it looks at.
import { describe, expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/** A bakery's orders page: what lies around its two steps of signing in and of setting a new password. */
const around = `
import { compare, hash } from "bcrypt";
import { randomInt } from "node:crypto";
import jwt from "jsonwebtoken";
import twilio from "twilio";
const texts = twilio("sid", "token");`;

/** The proofs of each way in that ends in a session or a password, as `password + sms-code opens-session`. */
async function waysIn(text: string): Promise<readonly string[]> {
  const result = await lint({
    tree: memoryTree({ "src/bakery.js": `${around}\n${text}` }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return result.flows.map(({ proofs, effect, confidence }) =>
    [proofs.map(({ kind }) => kind).join(" + ") || "nothing", effect.what, confidence].join(" "),
  );
}

describe("a message that one middleware leaves for the next", () => {
  test.each([
    ["in the body", "req.body.message"],
    ["inside something in the body", "req.body.sms.message"],
    ["on the request", "req.message"],
    ["in the locals of the answer", "res.locals.message"],
  ])("left %s is what is texted", async (_, place) => {
    const ways = await waysIn(`
import express from "express";
import { Baker } from "./baker.js";
const router = express.Router();
async function checkPassword(req, res, next) {
  const baker = await Baker.findOne({ email: req.body.email });
  if (!baker || !(await compare(req.body.password, baker.passwordHash))) return res.sendStatus(401);
  req.baker = baker;
  next();
}
async function makeCode(req, res, next) {
  const code = randomInt(100000, 1000000);
  await Baker.updateOne({ email: req.body.email }, { loginCode: code });
  ${place} = \`Your code for the bakery is \${code}\`;
  next();
}
async function textIt(req, res, next) {
  await texts.messages.create({ to: req.baker.phone, from: "Bakery", body: ${place} });
  next();
}
router.post("/login", checkPassword, makeCode, textIt, (req, res) => res.json({ next: "code" }));
router.post("/login/code", async (req, res) => {
  const baker = await Baker.findOne({ email: req.body.email, loginCode: req.body.code });
  if (!baker) return res.sendStatus(401);
  res.json({ token: jwt.sign({ id: baker.id }, process.env.SECRET) });
});`);
    expect(ways).toEqual(["password + sms-code opens-session high"]);
  });

  test("in Koa's state it is, too", async () => {
    const ways = await waysIn(`
import Router from "@koa/router";
import { Baker } from "./baker.js";
const router = new Router();
async function makeCode(ctx, next) {
  const code = randomInt(100000, 1000000);
  await Baker.updateOne({ phone: ctx.request.body.phone }, { resetCode: code });
  ctx.state.code = code;
  await next();
}
async function textIt(ctx, next) {
  const { code } = ctx.state;
  await texts.messages.create({ to: ctx.request.body.phone, from: "Bakery", body: \`Code: \${code}\` });
  await next();
}
router.post("/forgotten", makeCode, textIt, async (ctx) => { ctx.body = { sent: true }; });
router.post("/forgotten/confirm", async (ctx) => {
  const { phone, code, password } = ctx.request.body;
  const baker = await Baker.findOne({ phone, resetCode: code });
  if (!baker) ctx.throw(401);
  await Baker.updateOne({ phone }, { password: await hash(password, 10) });
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });

  test("on Fastify's request it is, too", async () => {
    const ways = await waysIn(`
import Fastify from "fastify";
import { Baker } from "./baker.js";
const fastify = Fastify();
async function makeCode(request, reply) {
  request.code = randomInt(100000, 1000000);
  await Baker.updateOne({ phone: request.body.phone }, { resetCode: request.code });
}
async function textIt(request, reply) {
  await texts.messages.create({ to: request.body.phone, from: "Bakery", body: \`Code: \${request.code}\` });
}
fastify.post("/forgotten", { preHandler: [makeCode, textIt] }, async (request, reply) => ({ sent: true }));
fastify.post("/forgotten/confirm", async (request, reply) => {
  const { phone, code, password } = request.body;
  const baker = await Baker.findOne({ phone, resetCode: code });
  if (!baker) throw new Error("no");
  await Baker.updateOne({ phone }, { password: await hash(password, 10) });
  return { done: true };
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });

  test("in Hono's variables it is, too", async () => {
    const ways = await waysIn(`
import { Hono } from "hono";
import { Baker } from "./baker.js";
const app = new Hono();
async function makeCode(c, next) {
  const { phone } = await c.req.json();
  const code = randomInt(100000, 1000000);
  await Baker.updateOne({ phone }, { resetCode: code });
  c.set("code", code);
  await next();
}
async function textIt(c, next) {
  const { phone } = await c.req.json();
  await texts.messages.create({ to: phone, from: "Bakery", body: \`Code: \${c.get("code")}\` });
  await next();
}
app.post("/forgotten", makeCode, textIt, (c) => c.json({ sent: true }));
app.post("/forgotten/confirm", async (c) => {
  const { phone, code, password } = await c.req.json();
  const baker = await Baker.findOne({ phone, resetCode: code });
  if (!baker) return c.json({}, 401);
  await Baker.updateOne({ phone }, { password: await hash(password, 10) });
  return c.json({ done: true });
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });
});

describe("a row that one middleware leaves for the next", () => {
  test.each([
    ["in the body", "req.body.kept"],
    ["on the request", "req.kept"],
    ["in the locals of the answer", "res.locals.kept"],
  ])("left %s is what the code is held against", async (_, place) => {
    const ways = await waysIn(`
import express from "express";
import { Baker } from "./baker.js";
const router = express.Router();
router.post("/forgotten", async (req, res) => {
  const code = randomInt(100000, 1000000);
  await Baker.updateOne({ phone: req.body.phone }, { resetCode: code });
  await texts.messages.create({ to: req.body.phone, from: "Bakery", body: \`Code: \${code}\` });
  res.json({ sent: true });
});
async function find(req, res, next) {
  ${place} = await Baker.findOne({ phone: req.body.phone });
  if (!${place}) return res.sendStatus(404);
  next();
}
function check(req, res, next) {
  if (${place}.resetCode !== req.body.code) return res.sendStatus(401);
  next();
}
router.post("/forgotten/confirm", find, check, async (req, res) => {
  ${place}.password = await hash(req.body.password, 10);
  await ${place}.save();
  res.json({ done: true });
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });
});

describe("what the caller sent", () => {
  test.each([
    ["a query by id", "await Baker.findByIdAndUpdate(req.params.id, req.body);"],
    [
      "a row that it is poured over",
      "const row = await Baker.findOne({ id: req.params.id }); Object.assign(row, req.body); await row.save();",
    ],
  ])("is written with the password that was hashed into it, by %s", async (_, write) => {
    const ways = await waysIn(`
import express from "express";
import { Baker } from "./baker.js";
const router = express.Router();
router.put("/bakers/:id", async (req, res) => {
  if (req.body.password) req.body.password = await hash(req.body.password, 10);
  ${write}
  res.json({ done: true });
});
router.put("/ovens/:id", async (req, res) => {
  await Oven.findByIdAndUpdate(req.params.id, req.body);
});`);
    expect(ways).toEqual(["nothing writes-password high"]);
  });

  test("stays what the caller sent, however it is trimmed in place", async () => {
    const ways = await waysIn(`
import express from "express";
import { Baker } from "./baker.js";
const router = express.Router();
router.post("/forgotten", async (req, res) => {
  const code = randomInt(100000, 1000000);
  await Baker.updateOne({ phone: req.body.phone }, { resetCode: code });
  await texts.messages.create({ to: req.body.phone, from: "Bakery", body: \`Code: \${code}\` });
  res.json({ sent: true });
});
function tidy(req, res, next) {
  req.body.code = req.body.code.trim();
  req.body.phone = tidied(req.body.phone);
  next();
}
router.post("/forgotten/confirm", tidy, async (req, res) => {
  const baker = await Baker.findOne({ phone: req.body.phone });
  if (baker.resetCode !== req.body.code) return res.sendStatus(401);
  baker.password = await hash(req.body.password, 10);
  await baker.save();
  res.json({ done: true });
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });

  test("is not what the server puts in its place", async () => {
    const ways = await waysIn(`
import express from "express";
import { Baker } from "./baker.js";
const router = express.Router();
function makeCode(req, res, next) {
  req.body.code = randomInt(100000, 1000000);
  next();
}
router.post("/forgotten", makeCode, async (req, res) => {
  await Baker.updateOne({ phone: req.body.phone }, { resetCode: req.body.code });
  await texts.messages.create({ to: req.body.phone, from: "Bakery", body: \`Code: \${req.body.code}\` });
  res.json({ sent: true });
});
router.post("/forgotten/confirm", async (req, res) => {
  const baker = await Baker.findOne({ phone: req.body.phone, resetCode: req.body.code });
  if (!baker) return res.sendStatus(401);
  await Baker.updateOne({ phone: req.body.phone }, { password: await hash(req.body.password, 10) });
  res.json({ done: true });
});`);
    expect(ways).toEqual(["sms-code writes-password high"]);
  });
});
