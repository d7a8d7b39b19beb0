// Whether a handler that is called after signing up lets in whoever has an account.
import { expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

interface Club {
  /** What is done before a code is sent. */
  readonly asking?: string;
  /** What is done with the member that was found, before that member is signed in. */
  readonly found?: string;
  /** What the member is looked for with. */
  readonly by?: string;
  /** Where a code is asked for. */
  readonly asked?: string;
}

/** How sure the linter is that the second step of a rowing club's registration signs in for a text alone. */
async function sureOf({
  asking = "",
  found = "",
  by = "{ phone }",
  asked = "/code",
}: Club): Promise<readonly string[]> {
  const text = `
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import twilio from "twilio";
const Member = mongoose.model("Member");
const Code = mongoose.model("Code");
const client = twilio(process.env.SID, process.env.TOKEN);
const app = express();
app.post("${asked}", async (req, res) => {
  const { phone } = req.body;
${asking}
  const code = String(Math.floor(Math.random() * 1_000_000));
  await Code.create({ phone, code });
  await client.messages.create({ to: phone, from: "Club", body: code });
  res.sendStatus(204);
});
app.post("/register/verify", async (req, res) => {
  const { phone, code } = req.body;
  const row = await Code.findOne({ phone });
  if (row === null || row.code !== code) return res.sendStatus(400);
  const member = await Member.findOne(${by});
  if (member === null) return res.sendStatus(404);
${found}
  member.isPhoneVerified = true;
  await member.save();
  res.json({ token: jwt.sign({ id: member.id }, process.env.SECRET) });
});
`;
  const { findings } = await lint({
    tree: memoryTree({ "app.ts": text }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return findings.filter(({ rule }) => rule === "sms-only-login").map(({ confidence }) => confidence);
}

test("it does where codes are sent to any number", async () => {
  expect(await sureOf({})).toEqual(["high"]);
});

test("it may not where codes are sent to numbers that no account has", async () => {
  const asking = "  if (await Member.findOne({ phone })) return res.sendStatus(409);";
  expect(await sureOf({ asking })).toEqual(["low"]);
});

test("however those are counted", async () => {
  const asking = "  if ((await Member.countDocuments({ phone })) > 0) return res.sendStatus(409);";
  expect(await sureOf({ asking })).toEqual(["low"]);
});

test("it may not where whoever asks for a code signs up, too", async () => {
  expect(await sureOf({ asked: "/register" })).toEqual(["low"]);
});

test("it does not let in who has confirmed the number before, if they are refused", async () => {
  expect(await sureOf({ found: "  if (member.isPhoneVerified) return res.sendStatus(409);" })).toEqual([
    "low",
  ]);
});

test("or if they are not looked for", async () => {
  expect(await sureOf({ by: "{ phone, isPhoneVerified: false }" })).toEqual(["low"]);
});

test("or if they are told by a word", async () => {
  expect(await sureOf({ by: '{ phone, status: "waiting" }' })).toEqual(["low"]);
  expect(await sureOf({ found: '  if (member.status !== "waiting") return res.sendStatus(409);' })).toEqual([
    "low",
  ]);
});

test("a member who is not blocked, or whose number was confirmed, is one who has an account", async () => {
  expect(await sureOf({ found: '  if (member.status === "blocked") return res.sendStatus(403);' })).toEqual([
    "high",
  ]);
  expect(await sureOf({ found: "  if (!member.isMailConfirmed) return res.sendStatus(403);" })).toEqual([
    "high",
  ]);
});
