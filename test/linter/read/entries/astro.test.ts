// Astro: endpoints under `src/pages` that export a function for each verb, and actions of forms.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Astro endpoints", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/pages/api/code.ts": file(`
import { textCode } from "../../texts.js";
export const POST = async ({ request }) => {
  await textCode((await request.json()).phone);
  return new Response(null, { status: 204 });
};`),
      "src/pages/api/account/[kind].ts": file(`
import type { APIRoute } from "astro";
import { isRightCode } from "../../../texts.js";
import { setPassword } from "../../../members.js";
export const prerender = false;
export const POST: APIRoute = async ({ request, params }) => {
  const form = await request.formData();
  if (!(await isRightCode(form.get("phone"), form.get("code")))) return new Response(null, { status: 400 });
  await setPassword(form.get("phone"), form.get("password"));
  return Response.json({ done: true, kind: params.kind });
};`),
    });
    expect(told.byTextAlone).toEqual([
      "astro POST /api/account/[kind] (POST) src/pages/api/account/[kind].ts:5 writes-password",
    ]);
    expect(told.reported).toEqual(["src/pages/api/account/[kind].ts:5"]);
  });

  test("one function for all verbs counts as well", async () => {
    const told = await clubWith({
      "src/pages/reset.js": file(`
import { isRightCode, textCode } from "../texts.js";
import { setPassword } from "../members.js";
export async function ALL(context) {
  const { phone, code, password } = await context.request.json();
  if (!code) { await textCode(phone); return new Response(null, { status: 204 }); }
  if (!(await isRightCode(phone, code))) return new Response(null, { status: 400 });
  await setPassword(phone, password);
  return new Response(null, { status: 204 });
}`),
    });
    expect(told.byTextAlone).toEqual(["astro ALL /reset (ALL) src/pages/reset.js:3 writes-password"]);
  });

  test("an action of a form is found by its name", async () => {
    const told = await clubWith({
      "src/actions/index.ts": file(`
import { defineAction, ActionError } from "astro:actions";
import { z } from "astro/zod";
import { isRightCode, textCode } from "../texts.js";
import { setPassword } from "../members.js";
export const server = {
  text: defineAction({
    input: z.object({ phone: z.string() }),
    handler: async ({ phone }) => { await textCode(phone); },
  }),
  reset: defineAction({
    accept: "form",
    handler: async (input, context) => {
      if (!(await isRightCode(input.phone, input.code))) throw new ActionError({ code: "UNAUTHORIZED" });
      await setPassword(input.phone, input.password);
    },
  }),
};`),
    });
    expect(told.byTextAlone).toEqual([
      "astro action reset (handler) src/actions/index.ts:12 writes-password",
    ]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/pages/api/password.ts": file(`
import { isRightCode, textCode } from "../../texts.js";
import { knowsPassword, setPasswordOf } from "../../members.js";
export const PUT = async ({ request, locals, redirect }) => {
  if (!locals.user) return redirect("/login");
  const { phone, code, password, currentPassword } = await request.json();
  if (!(await knowsPassword(locals.user.id, currentPassword))) return new Response(null, { status: 403 });
  if (!(await isRightCode(phone, code))) return new Response(null, { status: 400 });
  await setPasswordOf(locals.user.id, password);
  return new Response(null, { status: 204 });
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
