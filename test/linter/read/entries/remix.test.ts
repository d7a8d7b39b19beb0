// Remix and React Router: actions of a route, which read forms.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Remix actions", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "app/routes/account.reset.tsx": file(`
import { redirect } from "@remix-run/node";
import { isRightCode, textCode } from "../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../src/members.js";
export async function action({ request }) {
  const form = await request.formData();
  const phone = form.get("phone");
  if (form.get("intent") === "code") {
    await textCode(phone);
    return null;
  }
  if (!(await isRightCode(phone, form.get("code")))) return { error: "wrong code" };
  await setPassword(phone, form.get("password"));
  return redirect("/sign-in");
}
export default function Reset() {
  return <form method="post" />;
}`),
    });
    expect(told.byTextAlone).toEqual([
      "remix action /account/reset (action) app/routes/account.reset.tsx:4 writes-password",
    ]);
    expect(told.reported).toEqual(["app/routes/account.reset.tsx:4"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "app/routes/account.password.tsx": file(`
import { isRightCode, textCode } from "../../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../../src/members.js";
export async function action({ request, context }) {
  const userId = await requireUserId(request);
  const form = Object.fromEntries(await request.formData());
  if (!(await knowsPassword(context.user.id, form.currentPassword))) return null;
  if (!(await isRightCode(form.phone, form.code))) return null;
  await setPasswordOf(context.user.id, form.password);
  return null;
}`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
