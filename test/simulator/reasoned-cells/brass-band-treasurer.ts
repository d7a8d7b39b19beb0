// Reasoned by hand for the treasurer, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const brassBandTreasurer: readonly ReasonedCell[] = [
  ...under("contact-unreachable/away", {
    treasury: safe("locked-out", "The chair is asked every time, and the chair is away.", {
      blocked: ["pay"],
    }),
    tax: safe("signed-in", "The tax page asks nobody else."),
  }),
  ...under("recovery-codes-lost/lost", {
    tax: safe("locked-out", "The letter is the only source of codes, and there is no way back."),
  }),
  ...under("recovery-codes-lost/used-up", {
    tax: safe("locked-out", "Every code of the letter has been used."),
  }),
  ...under("document-lost/lost", {
    "land-register": safe("locked-out", "No passport, no land register."),
    tax: safe("signed-in", "The tax page has never seen the passport."),
  }),
  ...under("browser-forgets/storage-wiped", {
    archive: safe(
      "locked-out",
      "The archive trusts the browser and nothing else, and the browser has forgotten.",
    ),
    treasury: safe("signed-in", "No browser is trusted there."),
  }),
  ...under("seed-database-breach/without-passwords", {
    room: taken("locked-out", "The lock asks for the code alone, and the seed was in its maker's database."),
    archive: safe("signed-in", "There is no seed at the archive."),
  }),
  ...under("seed-copy-stolen/copy-only", {
    room: taken("locked-out", "The export of the seed is as good as the app."),
  }),
  ...under("support-desk-talked-round/contact-persuaded", {
    treasury: safe("signed-in", "The chair is persuaded, but the password is missing."),
  }),
  ...under("stolen-phone/unlocked", {
    page: taken(
      "signed-in",
      "The phone is signed in. The thief does not know the password that a change asks for; Jarno does.",
      { obtained: [] },
    ),
    room: taken("locked-out", "The app is open, and its code is all that the lock asks for."),
    cloud: safe("signed-in", "The passkey is on the laptop."),
  }),
  ...under("stolen-phone/locked", {
    page: safe("signed-in", "The lock holds, and Jarno knows the password."),
    room: safe("signed-in", "The lock keeps the app; the export in the cloud serves Jarno."),
  }),
  ...under("password-breach/all-services", {
    page: taken(
      "locked-out",
      "A password is all that it asks for, and the password also allows the change.",
      {
        obtained: ["change-password"],
      },
    ),
    archive: safe("signed-in", "The list has no browser in it."),
  }),
];
