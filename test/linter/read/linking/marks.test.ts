// Which step left the mark that a later step asks for.
import { expect, test } from "vitest";
import { flowsIn } from "../../providers/bakery.ts";

/** The lines at which the code is checked whose mark the reset asks for. */
async function checkedAt(marked: string, wanted: string): Promise<readonly (number | undefined)[]> {
  const text = `
import express from "express";
import twilio from "twilio";
import { createClient } from "@supabase/supabase-js";
const texts = twilio(process.env.SID, process.env.TOKEN);
const database = createClient(process.env.URL, process.env.KEY);
const app = express();
app.post("/code", async (req, res) => {
  const code = String(Math.floor(Math.random() * 1_000_000));
  await database.from("codes").insert({ phone: req.body.phone, purpose: req.body.purpose, code });
  await texts.messages.create({ to: req.body.phone, from: "Choir", body: code });
  res.end();
});
app.post("/check", async (req, res) => {
  const { data: row } = await database.from("codes").select("*").eq("phone", req.body.phone)${marked}.single();
  if (row.code !== req.body.code) return res.sendStatus(400);
  await database.from("codes").update({ verified: true }).eq("id", row.id);
  res.end();
});
app.post("/reset", async (req, res) => {
  const { data: row } = await database.from("codes").select("*").eq("phone", req.body.phone)${wanted}.eq("verified", true).single();
  if (!row) return res.sendStatus(403);
  await database.auth.admin.updateUserById(row.singer, { password: req.body.password });
  res.end();
});
`;
  const flows = await flowsIn({ "app.ts": text });
  return flows
    .filter(({ effect }) => effect.what === "writes-password")
    .map(({ proofs }) => proofs[0]?.checked.place.line);
}

test("a mark counts where it was left on the row that is looked for", async () => {
  expect(await checkedAt(`.eq("purpose", "reset")`, `.eq("purpose", "reset")`)).toEqual([16]);
});

test("a mark on a row for something else is none, though the row is named by its number when it is marked", async () => {
  expect(await checkedAt(`.eq("purpose", "delivery")`, `.eq("purpose", "reset")`)).toEqual([undefined]);
});

test("a row may be looked for by several purposes, of which one fits", async () => {
  expect(await checkedAt(`.eq("purpose", "change")`, `.in("purpose", ["reset", "change"])`)).toEqual([16]);
});

test("a row that is looked for by several purposes is none for another one", async () => {
  expect(
    await checkedAt(`.in("purpose", ["sign-up", "delivery"])`, `.in("purpose", ["reset", "change"])`),
  ).toEqual([undefined]);
});
