// Seed copy stolen: somebody gets hold of an export or a printed code from which the owner could restore an authenticator app.
import type { Move } from "../model/move.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, concerned, passes } from "./across-accounts.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { minute } from "./means.ts";
import { accountsInScope } from "./targets.ts";

export const seedCopyStolen: Scenario<"seed-copy-stolen", "copy-only" | "with-passwords"> = {
  id: "seed-copy-stolen",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "everything",
  variants: [
    { id: "copy-only", sources: ["gilsenan-2023", "tidbits"] },
    { id: "with-passwords", sources: ["gilsenan-2023"] },
  ],
  sources: ["gilsenan-2023", "tidbits"],
  open: (setup, variant, target) => {
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    const copied = concerned(
      accountsInScope(setup, target),
      (authenticator) =>
        authenticator.kind === "totp" &&
        (authenticator.exportedTo !== undefined || authenticator.printedOn !== undefined),
    );
    const moves = copied
      .flatMap(({ account, authenticators }) =>
        authenticators.map(({ id }) => ({ account: account.id, authenticator: id })),
      )
      .map((copy, index): Move => ({
        actor: "attacker",
        do: "take-copy",
        ...copy,
        after: index === 0 ? 2 * minute : minute,
      }));
    return across(copied, knows, moves, passes(copied));
  },
};
