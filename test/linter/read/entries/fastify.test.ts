// Fastify: tokens that its plugin signs, by whatever name a handler reaches it.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("a sign-in by a texted code alone", () => {
  test.each([
    ["of the instance around", "fastify.jwt.sign({ id: member.id })"],
    ["of this", "this.jwt.sign({ id: member.id })"],
    ["of the server of the request", "request.server.jwt.sign({ id: member.id })"],
    ["of the reply", "await reply.jwtSign({ id: member.id })"],
    ["in a namespace", "fastify.jwt.members.sign({ id: member.id })"],
    ["of the reply in a namespace", "await reply.membersJwtSign({ id: member.id })"],
  ])("that signs its token by the plugin %s is found", async (_, sign) => {
    const told = await clubWith({
      "src/app.js": file(`
import Fastify from "fastify";
import { isRightCode, textCode } from "./texts.js";
import { memberWith } from "./members.js";
const fastify = Fastify();
fastify.post("/code", async (request) => textCode(request.body.phone));
fastify.post("/enter", async function (request, reply) {
  const { phone, code } = request.body;
  if (!(await isRightCode(phone, code))) return reply.code(401).send();
  const member = await memberWith(phone);
  const token = ${sign};
  return { token };
});`),
    });
    expect(told.byTextAlone).toEqual(["fastify POST /enter src/app.js:6 opens-session"]);
  });

  test("stays one where the token is looked at before it is handed out", async () => {
    const told = await clubWith({
      "src/app.js": file(`
import Fastify from "fastify";
import { isRightCode, textCode } from "./texts.js";
const fastify = Fastify();
fastify.post("/code", async (request) => textCode(request.body.phone));
fastify.post("/enter", async (request, reply) => {
  const { phone, code } = request.body;
  if (!(await isRightCode(phone, code))) return reply.code(401).send();
  const token = fastify.jwt.sign({ phone });
  request.log.debug(fastify.jwt.verify(token));
  const refresh = fastify.jwt.sign({ phone, days: 30 });
  return { token, refresh };
});`),
    });
    expect(told.byTextAlone).toEqual([
      "fastify POST /enter src/app.js:5 opens-session",
      "fastify POST /enter src/app.js:5 opens-session",
    ]);
    expect(told.together).toEqual([]);
  });

  test("is none behind a token that the plugin has verified", async () => {
    const told = await clubWith({
      "src/app.js": file(`
import Fastify from "fastify";
import { isRightCode, textCode } from "./texts.js";
import { setPasswordOf } from "./members.js";
const fastify = Fastify();
fastify.post("/code", async (request) => textCode(request.body.phone));
fastify.post("/password", async function (request, reply) {
  const { phone, code, password } = request.body;
  const { id } = this.jwt.verify(request.headers.authorization);
  if (!(await isRightCode(phone, code))) return reply.code(401).send();
  await setPasswordOf(id, password);
});
fastify.post("/locker", async (request, reply) => {
  const { phone, code, password } = request.body;
  await request.membersJwtVerify();
  if (!(await isRightCode(phone, code))) return reply.code(401).send();
  await setPasswordOf(request.user.id, password);
});`),
    });
    expect(told.byTextAlone).toEqual([]);
    expect(told.together).toEqual(["session + sms-code"]);
  });
});

describe("a hook", () => {
  const club = (hook: string): Promise<Awaited<ReturnType<typeof clubWith>>> =>
    clubWith({
      "src/app.js": file(`
import Fastify from "fastify";
import { isRightCode, textCode } from "./texts.js";
import { setPassword } from "./members.js";
const fastify = Fastify();
const open = ["/code", "/reset"];
${hook}
fastify.post("/code", async (request) => textCode(request.body.phone));
async function reset(request, reply) {
  const { phone, code, password } = request.body;
  if (!(await isRightCode(phone, code))) return reply.code(401).send();
  await setPassword(phone, password);
}
fastify.post("/reset", reset);
fastify.post("/locker", reset);`),
    });

  test.each([
    [
      "answers before the handler does",
      `fastify.addHook("preHandler", async (request, reply) => {
  if (open.includes(request.routeOptions.url)) return;
  if (!request.headers.authorization) return reply.code(401).send();
  await request.jwtVerify();
});`,
    ],
    [
      "answers where the token is wrong",
      `fastify.addHook("onRequest", async (request, reply) => {
  if (open.some((path) => request.url.startsWith(path))) return;
  try {
    await request.jwtVerify();
  } catch (error) {
    reply.send(error);
  }
});`,
    ],
    [
      "guards by its name",
      `async function requireAuth(request, reply) {
  if (open.includes(request.routerPath)) return;
  if (!sessions.has(request.headers.authorization)) return reply.code(401).send();
}
fastify.addHook("onRequest", requireAuth);`,
    ],
  ])("that %s guards the addresses that it does not let in", async (_, hook) => {
    const told = await club(hook);
    expect(told.byTextAlone.map((one) => one.split(" ")[2])).toEqual(["/reset"]);
    expect(told.together).toEqual(["session + sms-code"]);
  });

  test("that lets in without a token as well guards nothing", async () => {
    const told = await club(`
fastify.addHook("onRequest", async (request, reply) => {
  try {
    await request.jwtVerify();
  } catch (error) {
    request.log.info(error);
  }
});`);
    expect(told.byTextAlone).toHaveLength(1);
    expect(told.together).toEqual([]);
  });
});
