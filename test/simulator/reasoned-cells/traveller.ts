// Reasoned by hand for the traveller, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const traveller: readonly ReasonedCell[] = [
  ...under("sim-swap/insider", {
    bank: safe(
      "signed-in",
      "Whoever works at the carrier asks for no passport. The stranger has texts and no password; Tove has her app, and no text for a transfer.",
      { blocked: ["transfer"] },
    ),
  }),
  ...under("sim-swap/bribed-store", {
    bank: safe(
      "signed-in",
      "A bribed clerk looks at no passport. The stranger has texts and no password; Tove has her app.",
      { blocked: ["transfer"] },
    ),
  }),
  ...under("sim-swap/with-passwords", {
    bank: safe("signed-in", "The carrier wants to see a passport.", { blocked: [] }),
    ferries: taken("locked-out", "Not by the number: the password is known, and it is enough."),
  }),
  ...under("port-out/with-passwords", {
    bank: taken(
      "locked-out",
      "Her carrier guards SIM changes and lets a letter move the number. Password and text.",
      { obtained: ["transfer"] },
    ),
  }),
  ...under("text-rerouting/with-passwords", {
    bank: taken("locked-out", "No SIM was changed; a letter rerouted the texts.", { obtained: ["transfer"] }),
  }),
  ...under("aggregator-insider/with-passwords", {
    bank: taken("locked-out", "Password and a text copied where it passes through.", {
      obtained: ["transfer"],
    }),
  }),
  ...under("factor-removal-by-text/interception", {
    bank: taken("locked-out", "Nothing has to be removed: password and an intercepted text are a way in."),
    mail: safe("signed-in", "No text removes the app there."),
  }),
  ...under("reset-chain/sim-swap", {
    ferries: safe("signed-in", "The number does not move, and it does not open the mailbox."),
  }),
  ...under("new-phone/not-migrated", {
    mail: safe("recoverable", "The app came along empty; the printed codes let in beside the password."),
    bank: safe("signed-in", "Her sister reads out the text."),
  }),
  ...under("seed-database-breach/with-passwords", {
    mail: taken("locked-out", "Password and a copied seed."),
    bank: taken("locked-out", "Password and a copied seed sign in; a transfer wants the text all the same.", {
      obtained: [],
    }),
  }),
  ...under("code-call/with-passwords", {
    bank: taken("locked-out", "She reads out the app's code and then the text.", { obtained: ["transfer"] }),
  }),
  ...under("stolen-laptop/unlocked", {
    mail: safe("signed-in", "The printed codes were in the laptop's bag, but the password is not known."),
  }),
  ...under("recovery-codes-lost/lost", {
    mail: safe("signed-in", "Password and app."),
  }),
  ...under(
    "lost-phone/not-found",
    {
      bank: safe("signed-in", "The app is on her own phone.", { blocked: ["transfer"] }),
    },
    "kitchen-phone",
  ),
  ...under("carrier-outage/network", {
    bank: safe("signed-in", "The app needs no network; a transfer needs the text.", {
      blocked: ["transfer"],
    }),
  }),
  ...under("no-internet/phone-only", {
    bank: safe("signed-in", "The app makes its codes offline."),
  }),
];
