// Next.js: API pages inside wrappers and guards, and server actions of both forms.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("API pages inside wrappers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/pages/api/account/reset.ts": file(`
import { withErrors } from "../../../errors";
import { codeGuard, parameters } from "../../../guards";
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export default withErrors(async function handler(req, res) {
  await parameters(req, res, async ({ phone, code, password }) => {
    await codeGuard(phone, code)(res, async () => {
      await setPassword(phone, password);
      res.status(204).end();
    });
  });
});`),
      "src/pages/api/account/code.ts": file(`
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export default async function handler(req, res) {
  await textCode(req.body.phone);
  res.status(204).end();
}`),
      "src/errors.ts": file(`
export const withErrors = (handler) => async (req, res) => {
  try {
    await handler(req, res);
  } catch (error) {
    res.status(500).end();
  }
};`),
      "src/guards.ts": file(`
import { isRightCode } from "./texts";
export const parameters = async (req, res, next) => {
  const { phone, code, password } = req.body;
  if (!phone || !code) return res.status(400).end();
  await Promise.resolve(next({ phone, code, password }));
};
export const codeGuard = (phone, code) => async (res, next) => {
  if (!(await isRightCode(phone, code))) return res.status(400).end();
  await Promise.resolve(next({ phone }));
};`),
    });
    expect(told.byTextAlone).toEqual([
      "next /api/account/reset (handler) src/pages/api/account/reset.ts:5 writes-password",
    ]);
    expect(told.reported).toEqual(["src/pages/api/account/reset.ts:5"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/pages/api/account/password.ts": file(`
import { isRightCode, textCode } from "../../../texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../../members.js";
export default withApiAuthRequired(async function handler(req, res) {
  const session = await getServerSession(req, res);
  const { phone, code, password, currentPassword } = req.body;
  if (!(await knowsPassword(session.user.id, currentPassword))) return res.status(403).end();
  if (!(await isRightCode(phone, code))) return res.status(400).end();
  await setPasswordOf(session.user.id, password);
  res.status(204).end();
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("server actions", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "app/account/actions.ts": file(`
"use server";
import { isRightCode, textCode } from "../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../src/members.js";
export async function sendCode(form: FormData) {
  await textCode(form.get("phone"));
}
export const reset = actionClient.schema(schema).action(async ({ parsedInput: { phone, code, password } }) => {
  if (!(await isRightCode(phone, code))) return { error: "wrong code" };
  await setPassword(phone, password);
});`),
    });
    expect(told.byTextAlone).toEqual(["next action reset app/account/actions.ts:7 writes-password"]);
    expect(told.reported).toEqual(["app/account/actions.ts:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "app/account/page.tsx": file(`
import { isRightCode, textCode } from "../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../src/members.js";
export default function Page() {
  async function change(formData: FormData) {
    "use server";
    const { user } = await auth();
    if (!(await knowsPassword(user.id, formData.get("currentPassword")))) return;
    if (!(await isRightCode(formData.get("phone"), formData.get("code")))) return;
    await setPasswordOf(user.id, formData.get("password"));
  }
  return <form action={change} />;
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
