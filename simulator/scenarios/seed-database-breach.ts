// Seed database breach: the seeds with which a service checks codes are copied out of its database.
import { seededAtService } from "../model/kinds.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, concerned, passes } from "./across-accounts.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

/** Kinds whose codes the service computes too, so that it must keep the seed in a form that can be read. */

export const seedDatabaseBreach: Scenario<"seed-database-breach", "without-passwords" | "with-passwords"> = {
  id: "seed-database-breach",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "everything",
  variants: [
    { id: "without-passwords", sources: ["rsa-2011", "nanog"] },
    { id: "with-passwords", sources: ["nanog"] },
  ],
  sources: ["rsa-2011", "nanog", "nist-800-63b-4"],
  open: (setup, variant, target) => {
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    const copied = concerned(accountsInScope(setup, target), ({ kind }) => seededAtService.has(kind));
    const moves = atEach(copied, ({ id }) => ({ actor: "attacker", do: "copy-seeds", account: id }));
    return across(copied, knows, moves, passes(copied));
  },
};
