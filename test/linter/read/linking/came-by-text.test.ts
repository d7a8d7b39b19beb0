// Codes that people text to a service: it is the phone that sends them, not whoever types.
import { expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/** The rules that find something where a code comes back under this name. */
async function findingsFor(name: string): Promise<readonly string[]> {
  const { findings } = await lint({
    tree: memoryTree({
      "server.js": `
import { randomInt } from "node:crypto";
import express from "express";
import twilio from "twilio";
import { rowers } from "./database.js";
const app = express();
const client = twilio(process.env.SID, process.env.TOKEN);
app.post("/sms/start", async (req, res) => {
  const { phone } = req.body;
  const code = String(randomInt(0, 10_000));
  await rowers.updateOne({ phone }, { $set: { code } });
  await client.messages.create({ to: phone, from: "+15550100", body: "Answer with " + code });
  res.sendStatus(204);
});
app.post("/sms/incoming", async (req, res) => {
  const rower = await rowers.findOne({ phone: req.body.From, code: req.body.${name} });
  if (!rower) return res.sendStatus(401);
  req.session.userId = rower._id;
  res.sendStatus(204);
});`,
    }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "warning", confidence: "medium" },
    links: false,
  });
  return findings.map(({ rule }) => rule);
}

test("nobody guesses at a code that came in a text", async () => {
  expect(await findingsFor("Body")).toEqual([]);
});

test("a code that is typed in is guessed at", async () => {
  expect(await findingsFor("code")).toContain("otp-no-attempt-limit");
});
