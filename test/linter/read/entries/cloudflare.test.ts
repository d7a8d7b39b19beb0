// Workers: one function for all requests.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("workers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/worker.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export default {
  async fetch(request, env) {
    const { phone, code, password } = await request.json();
    if (new URL(request.url).pathname === "/code") {
      await textCode(phone);
      return new Response(null);
    }
    if (!(await isRightCode(phone, code))) return new Response("wrong code", { status: 400 });
    await setPassword(phone, password);
    return new Response(null);
  },
};`),
    });
    expect(told.byTextAlone).toEqual(["cloudflare worker (fetch) src/worker.ts:4 writes-password"]);
    expect(told.reported).toEqual(["src/worker.ts:4"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/worker.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export default {
  async fetch(request, env) {
    const { phone, code, password, currentPassword } = await request.json();
    const session = await getSession(request, env);
    if (!(await knowsPassword(session.userId, currentPassword))) return new Response("wrong", { status: 403 });
    if (!(await isRightCode(phone, code))) return new Response("wrong code", { status: 400 });
    await setPasswordOf(session.userId, password);
    return new Response(null);
  },
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
