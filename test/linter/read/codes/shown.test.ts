// Where a code is shown that lies in a store: only where the row can be the one whose code is checked.
import { expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/** The rules that find something where the code of a row for this use is shown. */
async function findingsWhereShown(use: string): Promise<readonly string[]> {
  const { findings } = await lint({
    tree: memoryTree({
      "server.js": `
import { randomInt } from "node:crypto";
import express from "express";
import twilio from "twilio";
import argon2 from "argon2";
import { codes, rowers } from "./database.js";
const app = express();
const client = twilio(process.env.SID, process.env.TOKEN);
app.post("/forgotten", async (req, res) => {
  const { phone } = req.body;
  const code = String(randomInt(0, 1_000_000));
  await codes.insertOne({ phone, use: "password", code, attempts: 0 });
  await client.messages.create({ to: phone, from: "+15550100", body: "Rowing: " + code });
  res.sendStatus(204);
});
app.post("/forgotten/confirm", async (req, res) => {
  const { phone, code, password } = req.body;
  const stored = await codes.findOne({ phone, use: "password" });
  if (stored.code !== code) return res.sendStatus(400);
  await rowers.updateOne({ phone }, { $set: { passwordHash: await argon2.hash(password) } });
  res.sendStatus(204);
});
app.get("/boat", async (req, res) => {
  const stored = await codes.findOne({ phone: req.query.phone, use: "${use}" });
  res.json({ code: stored.code });
});`,
    }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return findings.map(({ rule }) => rule);
}

test("a code of another kind in the same store may be shown", async () => {
  expect(await findingsWhereShown("boat")).not.toContain("otp-in-response");
});

test("one of the same kind may not", async () => {
  expect(await findingsWhereShown("password")).toContain("otp-in-response");
});
