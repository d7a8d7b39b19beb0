// Whether all that a caller sends is written into the caller's row, with a phone number if the caller likes.
import { expect, test } from "vitest";
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

interface Choir {
  /** What is done with what was sent before it is written. */
  readonly before?: string;
  /** What is written. */
  readonly written?: string;
  /** What stands before the handler, after the session is asked for. */
  readonly gate?: string;
  /** How it is written, where that is not by the number of the row. */
  readonly writes?: string;
  /** Whose row it is. */
  readonly whose?: string;
  /** What else members have. */
  readonly kept?: string;
}

/** The lines at which a choir's server is said to put another number on file for an open session. */
async function changedAt({
  before = "",
  written = "req.body",
  gate = "",
  whose = "req.user.id",
  kept = "phone",
  writes = `Member.findByIdAndUpdate(${whose}, ${written})`,
}: Choir): Promise<readonly number[]> {
  const text = `
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import twilio from "twilio";
import { z } from "zod";
import { checkProfile, requireSession, validateBody } from "@choir/gates";
const Member = mongoose.model("Member");
const service = twilio(process.env.SID, process.env.TOKEN).verify.v2.services("choir");
const app = express();
app.post("/join", requireSession, async (req, res) => {
  await Member.create({ name: req.body.name, ${kept}: req.body.${kept} });
  res.end();
});
app.post("/code", async (req, res) => {
  await service.verifications.create({ to: req.body.phone, channel: "sms" });
  res.end();
});
app.post("/login", async (req, res) => {
  const check = await service.verificationChecks.create({ to: req.body.phone, code: req.body.code });
  if (check.status !== "approved") return res.sendStatus(401);
  const member = await Member.findOne({ ${kept}: req.body.phone });
  res.json({ token: jwt.sign({ id: member.id }, process.env.SECRET) });
});
app.put("/profile", requireSession, ${gate} async (req, res) => {
${before}
  await ${writes};
  res.end();
});
`;
  const { findings } = await lint({
    tree: memoryTree({ "app.ts": text }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  return findings.filter(({ rule }) => rule === "phone-change-without-reauth").map(({ line }) => line);
}

test("it is told where members have numbers", async () => {
  expect(await changedAt({})).toEqual([25]);
  expect(await changedAt({ written: "{ $set: { ...req.body, changed: new Date() } }" })).toEqual([25]);
  expect(await changedAt({ kept: "voice" })).toEqual([]);
});

test("it is told where it is put into the row that was read", async () => {
  const before = "  const member = await Member.findById(req.user.id);";
  const puts = `${before}\n  Object.assign(member, req.body);`;
  expect(await changedAt({ before: puts, writes: "member.save()" })).toEqual([25]);
  expect(await changedAt({ before: `${before}\n  member.set(req.body);`, writes: "member.save()" })).toEqual([
    25,
  ]);
  expect(await changedAt({ before, writes: "Member.save({ ...member, ...req.body })" })).toEqual([25]);
  expect(await changedAt({ before, writes: "member.save()" })).toEqual([]);
});

test("a row that the caller does not own is another fault", async () => {
  expect(await changedAt({ whose: "req.params.id" })).toEqual([]);
});

test("what a schema has looked at is what the schema describes", async () => {
  expect(await changedAt({ written: "z.object({ name: z.string() }).parse(req.body)" })).toEqual([]);
  expect(await changedAt({ before: "  checkProfile(req.body);" })).toEqual([]);
  expect(await changedAt({ gate: "validateBody," })).toEqual([]);
});

test("so is what was looked at field by field", async () => {
  const allowed =
    '  if (Object.keys(req.body).some((key) => !["name"].includes(key))) return res.sendStatus(400);';
  expect(await changedAt({ before: allowed })).toEqual([]);
});

test("a number that was refused, taken out or written over is not changed", async () => {
  expect(await changedAt({ before: "  if (req.body.phone) return res.sendStatus(400);" })).toEqual([]);
  expect(await changedAt({ before: "  delete req.body.phone;" })).toEqual([]);
  expect(await changedAt({ before: "  req.body.phone = req.user.phone;" })).toEqual([]);
  const loop = '  for (const field of ["phone", "role"]) delete req.body[field];';
  expect(await changedAt({ before: loop })).toEqual([]);
  const rest = "  const { phone, ...rest } = req.body;";
  expect(await changedAt({ before: rest, written: "rest" })).toEqual([]);
  expect(await changedAt({ written: "{ ...req.body, phone: req.user.phone }" })).toEqual([]);
});

test("fields that are named one by one are those that are written", async () => {
  expect(await changedAt({ written: "{ name: req.body.name, voice: req.body.voice }" })).toEqual([]);
});
