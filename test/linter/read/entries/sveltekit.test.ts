// SvelteKit: endpoints and named form actions.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("SvelteKit form actions", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/routes/(account)/reset/+page.server.ts": file(`
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export const actions = {
  code: async ({ request }) => {
    await textCode((await request.formData()).get("phone"));
  },
  reset: async ({ request }) => {
    const form = await request.formData();
    if (!(await isRightCode(form.get("phone"), form.get("code")))) return fail(400);
    await setPassword(form.get("phone"), form.get("password"));
  },
};`),
    });
    expect(told.byTextAlone).toEqual([
      "sveltekit action /reset?/reset (reset) src/routes/(account)/reset/+page.server.ts:7 writes-password",
    ]);
    expect(told.reported).toEqual(["src/routes/(account)/reset/+page.server.ts:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/routes/password/+page.server.ts": file(`
import { isRightCode, textCode } from "../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../members.js";
export const actions = {
  default: async ({ request, locals }) => {
    if (!locals.user) redirect(303, "/sign-in");
    const form = await request.formData();
    if (!(await knowsPassword(locals.user.id, form.get("currentPassword")))) return fail(403);
    if (!(await isRightCode(form.get("phone"), form.get("code")))) return fail(400);
    await setPasswordOf(locals.user.id, form.get("password"));
  },
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("SvelteKit endpoints", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/routes/api/reset/+server.ts": file(`
import { error } from "@sveltejs/kit";
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export const POST = async ({ request }) => {
  const { phone, code, password } = await request.json();
  if (!(await isRightCode(phone, code))) error(400, "wrong code");
  await setPassword(phone, password);
  return new Response(null);
};`),
      "src/routes/api/code/+server.ts": file(`
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export async function POST({ request }) {
  await textCode((await request.json()).phone);
  return new Response(null);
}`),
    });
    expect(told.byTextAlone).toEqual([
      "sveltekit POST /api/reset (POST) src/routes/api/reset/+server.ts:4 writes-password",
    ]);
    expect(told.reported).toEqual(["src/routes/api/reset/+server.ts:4"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/routes/api/password/+server.ts": file(`
import { error } from "@sveltejs/kit";
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export const POST = async ({ request, locals }) => {
  const { phone, code, password, currentPassword } = await request.json();
  if (!(await knowsPassword(locals.session.userId, currentPassword))) error(403);
  if (!(await isRightCode(phone, code))) error(400, "wrong code");
  await setPasswordOf(locals.session.userId, password);
  return new Response(null);
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
