// Koa answers with what its context's body is set to; what the request brought stays with the request.
import { describe, expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/** The rules that find something in a router with these routes. */
async function findingsIn(routes: string): Promise<readonly string[]> {
  const { findings } = await lint({
    tree: memoryTree({
      "src/account.js": `
const { randomInt } = require("crypto");
const argon2 = require("argon2");
const router = require("koa-router")();
const client = require("twilio")(process.env.SID, process.env.TOKEN);
const { codes, choirs } = require("./database.js");
${routes}
module.exports = router;`,
    }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return findings.map(({ rule }) => rule);
}

const sends = `
  const code = String(randomInt(0, 1000000));
  await codes.insertOne({ phone: context.request.body.phone, code, expires: Date.now() + 600000 });
  await client.messages.create({ to: context.request.body.phone, from: "+15550100", body: "Choir: " + code });`;
const checks = `
router.post("/forgotten/confirm", async (context) => {
  context.body = { done: false };
  const { phone, password } = context.request.body;
  const stored = await codes.findOne({ phone });
  if (stored.code !== context.request.body.code) return;
  await choirs.updateOne({ phone }, { $set: { passwordHash: await argon2.hash(password) } });
  context.body = { done: true };
});`;

describe("The body of a context", () => {
  test("is the answer: a code in it is told to whoever asked for it", async () => {
    const shown = await findingsIn(
      `router.post("/forgotten", async (context) => {${sends} context.body = { code }; });${checks}`,
    );
    const kept = await findingsIn(
      `router.post("/forgotten", async (context) => {${sends} context.body = { sent: true }; });${checks}`,
    );
    expect(shown).toContain("otp-in-response");
    expect(kept).not.toContain("otp-in-response");
  });

  test("does not take the place of what was sent", async () => {
    expect(
      await findingsIn(
        `router.post("/forgotten", async (context) => { context.body = { sent: true }; ${sends} });${checks}`,
      ),
    ).toContain("sms-only-reset");
  });

  test("is what the context is asked for after it was set", async () => {
    expect(
      await findingsIn(
        `router.post("/forgotten", async (context) => {${sends} context.body = { code }; console.log(context.body); });${checks}`,
      ),
    ).toContain("otp-logged");
  });
});

describe("The body of a request", () => {
  test("is no answer, whoever puts something into it", async () => {
    expect(
      await findingsIn(
        `router.post("/forgotten", async (context) => {${sends} context.request.body = { code }; });${checks}`,
      ),
    ).not.toContain("otp-in-response");
  });
});
