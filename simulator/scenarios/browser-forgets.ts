// Browser forgets: its storage is wiped, and no service knows the browser any more.
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { authenticatorsIn, worksOfAll } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetAccounts } from "./fallback-targets.ts";

export const browserForgets: Scenario<"browser-forgets", "storage-wiped"> = {
  id: "browser-forgets",
  kind: "failure",
  strikes: "everything",
  variants: [{ id: "storage-wiped", sources: ["tidbits", "safari-storage-2020"] }],
  sources: ["tidbits", "safari-storage-2020"],
  open: (setup, _variant, target) => {
    const trusted = authenticatorsIn(targetAccounts(setup, target), ({ kind }) => kind === "trusted-browser");
    const first = target ?? trusted[0]?.account.id;
    if (first === undefined) return nothingHappens(false);
    return failure(setup, {
      target: first,
      moves: trusted.map(({ account, authenticator }): Move => ({
        actor: "chance",
        do: "forget-browser",
        account: account.id,
        authenticator: authenticator.id,
      })),
      losses: worksOfAll(trusted),
    });
  },
};
