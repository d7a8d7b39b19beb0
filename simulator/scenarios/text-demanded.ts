// Text demanded: the services withdraw tokens and apps as second factors, and want a code sent to a number.
import { isSentToNumber } from "../model/kinds.ts";
import { secondFactors } from "../model/second-factors.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { authenticatorsIn, worksOfAll } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetAccounts } from "./fallback-targets.ts";

export const textDemanded: Scenario<"text-demanded", "strong-factors-withdrawn"> = {
  id: "text-demanded",
  kind: "failure",
  strikes: "everything",
  variants: [{ id: "strong-factors-withdrawn", sources: ["nanog"] }],
  sources: ["nanog", "tidbits"],
  open: (setup, _variant, target) => {
    const accounts = targetAccounts(setup, target);
    const withdrawn = authenticatorsIn(
      accounts,
      (authenticator, account) =>
        !isSentToNumber(authenticator) && secondFactors(account).includes(authenticator.id),
    );
    const struck = [...new Set(withdrawn.map(({ account }) => account.id))];
    const first = target ?? struck[0];
    if (first === undefined) return nothingHappens(false);
    return failure(setup, {
      target: first,
      moves: struck.map((id): Move => ({
        actor: "service",
        do: "withdraw",
        account: id,
        authenticators: withdrawn
          .filter(({ account }) => account.id === id)
          .map(({ authenticator }) => authenticator.id),
      })),
      losses: worksOfAll(withdrawn),
    });
  },
};
