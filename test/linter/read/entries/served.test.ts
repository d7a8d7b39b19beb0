// Servers of Deno and Bun: one function for all requests, handed over where the file begins to serve.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

const reset = `async (request) => {
  const { phone, code, password } = await request.json();
  if (!(await isRightCode(phone, code))) return new Response("wrong code", { status: 400 });
  await setPassword(phone, password);
  return new Response(null);
}`;
const imports = `import { isRightCode } from "./texts.js";
import { setPassword } from "./members.js";`;

describe("functions that are served", () => {
  test.each([
    ["by Deno itself", `Deno.serve(${reset});`],
    ["by Deno, with options before it", `Deno.serve({ port: 8000 }, ${reset});`],
    [
      "by Deno's standard library",
      `import { serve } from "https://deno.land/std@0.190.0/http/server.ts"; serve(${reset});`,
    ],
  ])("a reset that a texted code alone opens is found %s", async (_, server) => {
    const told = await clubWith({ "src/reset.ts": file(`${imports}\n${server}`) });
    expect(told.byTextAlone).toEqual(["served function src/reset.ts src/reset.ts:3 writes-password"]);
    expect(told.reported).toEqual(["src/reset.ts:3"]);
  });

  test("by Bun it is found at the function among the options", async () => {
    const told = await clubWith({
      "src/reset.ts": file(`${imports}\nconst answer = ${reset};\nBun.serve({ port: 8000, fetch: answer });`),
    });
    expect(told.byTextAlone).toEqual([
      "served function src/reset.ts (answer) src/reset.ts:3 writes-password",
    ]);
  });

  test("a function called serve that is the project's own is no server", async () => {
    const told = await clubWith({
      "src/reset.ts": file(`${imports}\nimport { serve } from "./tennis.js";\nserve(${reset});`),
    });
    expect(told.byTextAlone.filter((one) => one.startsWith("served"))).toEqual([]);
  });

  test("packages are known under the addresses that Deno loads them from", async () => {
    const told = await clubWith({
      "src/texts.js": file(`
import twilio from "https://esm.sh/twilio@5.3.0?target=deno";
const service = twilio("sid", "token").verify.v2.services("club");
export async function isRightCode(phone, code) {
  const check = await service.verificationChecks.create({ to: phone, code });
  return check.status === "approved";
}`),
      "src/change.ts": file(`import { isRightCode } from "./texts.js";
import { createClient } from "npm:@supabase/supabase-js@2.57.2";
const admin = createClient("url", "service role");
Deno.serve(async (request) => {
  const { phone, code, password } = await request.json();
  if (!(await isRightCode(phone, code))) return new Response("wrong code", { status: 400 });
  const { data } = await admin.from("members").select("id").eq("phone", phone).single();
  await admin.auth.admin.updateUserById(data.id, { password });
  return new Response(null);
});`),
    });
    expect(told.byTextAlone).toEqual(["served function src/change.ts src/change.ts:4 writes-password"]);
  });

  test("whose claims a token carries is signed in", async () => {
    const told = await clubWith({
      "src/change.ts": file(`import { isRightCode } from "./texts.js";
import { setPasswordOf } from "./members.js";
import { createClient } from "npm:@supabase/supabase-js@2";
const client = createClient("url", "key");
Deno.serve(async (request) => {
  const token = request.headers.get("Authorization").replace("Bearer ", "");
  const { data, error } = await client.auth.getClaims(token);
  if (error || !data?.claims) return new Response("who?", { status: 401 });
  const { phone, code, password } = await request.json();
  if (!(await isRightCode(phone, code))) return new Response("wrong code", { status: 400 });
  await setPasswordOf(data.claims.sub, password);
  return new Response(null);
});`),
    });
    expect(told.together).toEqual(["session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
