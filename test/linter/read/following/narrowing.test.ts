// What a condition rules out of what a variable can be, on either side of it.
import { expect, test } from "vitest";
import { flowsIn } from "../../providers/bakery.ts";

/** What the way that a member's number is changed by asks for, where the code is checked as `check` says. */
async function asked(check: string, guard: string): Promise<readonly string[]> {
  const text = `
import express from "express";
import twilio from "twilio";
import { codes, members } from "./database";
import { requireSession } from "./sessions";
const client = twilio(process.env.SID, process.env.TOKEN);
const app = express();
async function used(phone: string, code: string) {
${check}
}
app.post("/code", async (req, res) => {
  const code = String(Math.floor(Math.random() * 1_000_000));
  const member = await members.findOne({ id: req.user.id });
  await codes.insertOne({ phone: member.phone, code });
  await client.messages.create({ to: member.phone, from: "Choir", body: code });
  res.sendStatus(204);
});
app.post("/sign-in", async (req, res) => {
  const row = await codes.findOneAndDelete({ phone: req.body.phone, code: req.body.code });
  if (row === null) return res.sendStatus(400);
  const member = await members.findOne({ phone: req.body.phone });
  req.session.userId = member.id;
  res.sendStatus(204);
});
app.post("/number", requireSession, async (req, res) => {
  const result = await used(req.body.old, req.body.code);
${guard}
  await members.updateOne({ id: req.user.id }, { $set: { phone: req.body.phone } });
  res.sendStatus(204);
});
`;
  const flows = await flowsIn({ "app.ts": text });
  return flows
    .filter(({ effect }) => effect.what === "changes-phone")
    .map(({ proofs }) =>
      proofs
        .map(({ kind }) => kind)
        .toSorted()
        .join(" + "),
    );
}

const byStatus = `
  const row = await codes.findOneAndDelete({ phone, code });
  if (row !== null) return { status: "right", phone: row.phone };
  const other = await codes.findOne({ phone });
  if (other === null) return { status: "none" };
  if (other.tries > 4) return { status: "locked", minutes: 10 };
  return { status: "wrong" };`;

test("refusing every kind of failure by its word leaves what was right", async () => {
  const guard = `
  if (result.status === "none") return res.sendStatus(404);
  if (result.status === "locked") return res.sendStatus(429);
  if (result.status === "wrong") return res.sendStatus(400);`;
  expect(await asked(byStatus, guard)).toEqual(["session + sms-code"]);
});

test("one kind of failure that is not refused goes through", async () => {
  const guard = `
  if (result.status === "none") return res.sendStatus(404);
  if (result.status === "wrong") return res.sendStatus(400);`;
  expect(await asked(byStatus, guard)).toContain("session");
});

test("a flag in the answer, asked in two steps", async () => {
  const check = `
  const row = await codes.findOneAndDelete({ phone, code });
  if (row !== null) return { ok: true, late: false };
  const other = await codes.findOne({ phone });
  return other === null ? { ok: false, late: true } : { ok: false, late: false };`;
  const guard = `
  if (result.late) return res.sendStatus(410);
  if (!result.ok) return res.sendStatus(400);`;
  expect(await asked(check, guard)).toEqual(["session + sms-code"]);
});

test("a word in the variable itself", async () => {
  const check = `
  const row = await codes.findOneAndDelete({ phone, code });
  if (row !== null) return null;
  const other = await codes.findOne({ phone });
  return other === null ? "none" : other.tries > 4 ? "locked" : "wrong";`;
  const guard = `
  if (result === "none" || result === "locked") return res.sendStatus(410);
  if (result) return res.sendStatus(400);`;
  expect(await asked(check, guard)).toEqual(["session + sms-code"]);
});
