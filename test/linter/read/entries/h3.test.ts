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
});
