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
