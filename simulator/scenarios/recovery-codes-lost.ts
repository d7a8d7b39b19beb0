// Recovery codes lost: the sheet with them is gone, or every code on every list has been used.
import type { AuthenticatorOf } from "../model/authenticators.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { worksOfAll } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetThing } from "./fallback-targets.ts";

export const recoveryCodesLost: Scenario<"recovery-codes-lost", "lost" | "used-up"> = {
  id: "recovery-codes-lost",
  kind: "failure",
  strikes: "thing",
  variants: [
    { id: "lost", sources: ["tiefenau-2025"] },
    { id: "used-up", sources: ["tidbits", "nist-800-63b-4"] },
  ],
  sources: ["tidbits", "tiefenau-2025"],
  open: (setup, variant, target) => {
    const lists = codeListsOf(setup);
    const sheets = new Set(lists.map(({ authenticator }) => authenticator.sheet));
    const paper = targetThing(setup, target, ({ id }) => sheets.has(id));
    if (variant === "lost") {
      if (paper === undefined) return nothingHappens(false);
      return failure(setup, {
        target: paper.id,
        moves: [{ actor: "chance", do: "lose-thing", thing: paper.id }],
        losses: [`thing:${paper.id}`],
      });
    }
    if (target !== undefined && paper === undefined) return nothingHappens(false);
    const spent = lists.filter(
      ({ authenticator }) =>
        authenticator.left > 0 && (target === undefined || authenticator.sheet === target),
    );
    const first = paper?.id ?? spent[0]?.account.id;
    if (first === undefined) return nothingHappens(false);
    return failure(setup, {
      target: first,
      moves: spent.map(({ account, authenticator }): Move => ({
        actor: "chance",
        do: "spend-codes",
        account: account.id,
        authenticator: authenticator.id,
      })),
      losses: worksOfAll(spent),
    });
  },
};

function codeListsOf(setup: Setup) {
  return setup.accounts.flatMap((account) =>
    account.authenticators
      .filter((authenticator): authenticator is AuthenticatorOf<"recovery-codes"> => {
        return authenticator.kind === "recovery-codes";
      })
      .map((authenticator) => ({ account, authenticator })),
  );
}
