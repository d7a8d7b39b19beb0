// Code replay: somebody who sees the owner type password and code uses both again, where a code is accepted twice.
import { typedCodes } from "../model/kinds.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Account } from "../model/setup.ts";
import { across, atEach, coaxes, concerned } from "./across-accounts.ts";
import { memorisedPasswordsOf } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

export const codeReplay: Scenario<"code-replay", "over-the-shoulder"> = {
  id: "code-replay",
  kind: "attack",
  attacker: "thief-nearby",
  effort: "per-victim",
  strikes: "everything",
  variants: [{ id: "over-the-shoulder", sources: ["nanog", "rfc-6238"] }],
  sources: ["rfc-6238", "nist-800-63b-4", "asvs-5", "nanog"],
  open: (setup, _variant, target) => {
    const accounts = accountsInScope(setup, target);
    const replayed = concerned(
      accounts,
      ({ id, kind }, account) =>
        typedCodes.has(kind) && !account.controls.oneTimeUse && firstRoute(account).includes(id),
    );
    const knows = [...new Set(accounts.flatMap(typedPasswords))];
    const moves = atEach(replayed, ({ id }) => ({
      actor: "attacker",
      do: "look-over-shoulder",
      account: id,
    }));
    const opening = across(replayed, knows, moves, coaxes(replayed));
    return replayed.length === 0
      ? opening
      : { ...opening, overlooked: replayed.map(({ account }) => account.id) };
  },
};

/** What the account asks for when the owner signs in as usual. */
function firstRoute({ signIn }: Account): readonly string[] {
  return signIn[0]?.with ?? [];
}

/** The passwords that the owner types from memory then. */
function typedPasswords(account: Account): ReturnType<typeof memorisedPasswordsOf> {
  const typed = account.authenticators.filter(({ id }) => firstRoute(account).includes(id));
  return memorisedPasswordsOf({ ...account, authenticators: typed });
}
