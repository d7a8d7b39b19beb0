// Whether a code was sent to the number on file or to one that the caller named.
import { expect, test } from "vitest";
import { flowsIn } from "../../providers/bakery.ts";

async function sentTo(guard: string): Promise<readonly (string | undefined)[]> {
  const text = `
import express from "express";
import twilio from "twilio";
import { codes, members } from "./database";
import { requireSession } from "./sessions";
const client = twilio(process.env.SID, process.env.TOKEN);
const app = express();
app.post("/code", async (req, res) => {
  const code = String(Math.floor(Math.random() * 1_000_000));
  await codes.insertOne({ phone: req.body.phone, code });
  await client.messages.create({ to: req.body.phone, from: "Choir", body: code });
  res.sendStatus(204);
});
app.post("/number", requireSession, async (req, res) => {
  const { oldPhone, phone, code } = req.body;
${guard}
  const row = await codes.findOne({ phone: oldPhone, code });
  if (row === null) return res.sendStatus(400);
  await members.updateOne({ id: req.user.id }, { $set: { phone } });
  res.sendStatus(204);
});
`;
  const flows = await flowsIn({ "app.ts": text });
  return flows
    .filter(({ effect }) => effect.what === "changes-phone")
    .flatMap(({ proofs }) => proofs.filter(({ kind }) => kind === "sms-code").map(({ to }) => to));
}

test("a number that was compared with the one of who is signed in is the one on file", async () => {
  expect(await sentTo("  if (req.user.phone !== oldPhone) return res.sendStatus(403);")).toEqual(["on-file"]);
});

test("whichever of the two stands first", async () => {
  expect(await sentTo("  if (oldPhone !== req.user.phone) return res.sendStatus(403);")).toEqual(["on-file"]);
});

test("a number that was compared with that of a row with a code is not the one on file", async () => {
  const guard = `
  const waiting = await codes.findOne({ id: req.body.id });
  if (waiting.phone !== oldPhone) return res.sendStatus(403);`;
  expect(await sentTo(guard)).toEqual(["given"]);
});

test("a number that was compared with nothing is one that the caller names", async () => {
  expect(await sentTo("")).toEqual(["given"]);
});

test("a number that differs from the one on file is not it", async () => {
  expect(await sentTo("  if (req.user.phone === oldPhone) return res.sendStatus(403);")).toEqual(["given"]);
});
