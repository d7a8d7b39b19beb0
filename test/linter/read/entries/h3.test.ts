// h3: files under `server/api` with the verb in their names, functions that are there without an import.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Nuxt and Nitro handlers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "server/api/account/reset.post.ts": file(`
import { isRightCode, textCode } from "../../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../src/members.js";
export default defineEventHandler(async (event) => {
  const { phone, code, password } = await readBody(event);
  if (!(await isRightCode(phone, code))) throw createError({ statusCode: 400 });
  await setPassword(phone, password);
  return { done: true };
});`),
      "server/api/account/code.post.ts": file(`
import { isRightCode, textCode } from "../../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../src/members.js";
export default defineEventHandler(async (event) => {
  await textCode((await readValidatedBody(event, schema.parse)).phone);
});`),
    });
    expect(told.byTextAlone).toEqual([
      "h3 POST /api/account/reset server/api/account/reset.post.ts:3 writes-password",
    ]);
    expect(told.reported).toEqual(["server/api/account/reset.post.ts:3"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "server/api/account/password.post.ts": file(`
import { isRightCode, textCode } from "../../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../src/members.js";
export default defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event);
  const { phone, code, password, currentPassword } = await readBody(event);
  if (!(await knowsPassword(user.id, currentPassword))) throw createError({ statusCode: 403 });
  if (!(await isRightCode(phone, code))) throw createError({ statusCode: 400 });
  await setPasswordOf(event.context.user.id, password);
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });

  test("what server/utils exports is there without an import", async () => {
    const told = await clubWith({
      "server/utils/texts.ts": file(`
import twilio from "twilio";
const service = twilio("sid", "token").verify.v2.services("club");
export async function textMember(phone) {
  await service.verifications.create({ to: phone, channel: "sms" });
}
export const hasCode = async (phone, code) => {
  const check = await service.verificationChecks.create({ to: phone, code });
  return check.status === "approved";
};`),
      "server/utils/store/useMembers.ts": file(`
import { setPassword } from "../../../src/members.js";
export default function () {
  return { setPassword };
}`),
      "server/api/code.post.ts": file(`
export default defineEventHandler(async (event) => {
  await textMember((await readBody(event)).phone);
});`),
      "server/api/reset.post.ts": file(`
export default defineEventHandler(async (event) => {
  const { phone, code, password } = await readBody(event);
  if (!(await hasCode(phone, code))) throw createError({ statusCode: 400 });
  await useMembers().setPassword(phone, password);
});`),
      "client/reset.ts": file(`
export async function reset(phone, code, password) {
  if (await hasCode(phone, code)) await useMembers().setPassword(phone, password);
}`),
    });
    expect(told.byTextAlone).toEqual(["h3 POST /api/reset server/api/reset.post.ts:1 writes-password"]);
    expect(told.reported).toEqual(["server/api/reset.post.ts:1"]);
  });

  test("a code that lies in Nitro's storage is found again", async () => {
    const told = await clubWith({
      "server/api/code.post.ts": file(`
import { randomInt } from "node:crypto";
import twilio from "twilio";
const texts = twilio("sid", "token");
export default defineEventHandler(async (event) => {
  const { phone } = await readBody(event);
  const code = randomInt(100000, 1000000).toString();
  await useStorage("redis").setItem(\`code:\${phone}\`, code, { ttl: 300 });
  await texts.messages.create({ to: phone, from: "Club", body: \`Your code: \${code}\` });
});`),
      "server/api/reset.post.ts": file(`
import { setPassword } from "../../src/members.js";
export default defineEventHandler(async (event) => {
  const { phone, code, password } = await readBody(event);
  const kept = await useStorage("redis").getItem<string>(\`code:\${phone}\`);
  if (kept?.toString() !== code.toString()) throw createError({ statusCode: 401 });
  await useStorage("redis").removeItem(\`code:\${phone}\`);
  await setPassword(phone, password);
});`),
    });
    expect(told.byTextAlone).toEqual(["h3 POST /api/reset server/api/reset.post.ts:2 writes-password"]);
    expect(told.reported).toEqual(["server/api/reset.post.ts:2"]);
  });
});
