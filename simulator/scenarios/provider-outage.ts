// Provider outage: a service, or the service that sends its codes, is out of order and sends nothing.
import { isSentToNumber } from "../model/kinds.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { authenticatorsIn, isSent, worksOfAll } from "./conditions.ts";
import { failure } from "./failure.ts";
import { targetAccounts } from "./fallback-targets.ts";

type Outage = "texts" | "second-factor-service";

const hour = 60 * 60_000;
const lasts: Readonly<Record<Outage, number>> = {
  // Twitter's trouble was reported on two days in a row, 14 and 15 November 2022.
  texts: 24 * hour,
  // Microsoft's service was down on 19 November 2018 from 04:39 to 18:38 UTC.
  "second-factor-service": 14 * hour,
};

export const providerOutage: Scenario<"provider-outage", Outage> = {
  id: "provider-outage",
  kind: "failure",
  strikes: "account",
  variants: [
    { id: "texts", sources: ["wired-twitter-2022"] },
    { id: "second-factor-service", sources: ["azure-mfa-2018", "techcrunch-mfa-2018"] },
  ],
  sources: ["wired-twitter-2022", "azure-mfa-2018"],
  open: (setup, variant, target) => {
    const silent = authenticatorsIn(
      targetAccounts(setup, target),
      variant === "texts" ? isSentToNumber : isSent,
    );
    const accounts = [...new Set(silent.map(({ account }) => account.id))];
    const first = target ?? accounts[0];
    if (first === undefined) return nothingHappens(false);
    return failure(setup, {
      target: first,
      moves: accounts.map((account): Move => ({
        actor: "service",
        do: "stop-sending",
        account,
        ...(variant === "texts" ? { only: "texts-and-calls" } : {}),
      })),
      losses: worksOfAll(silent),
      lasts: lasts[variant],
    });
  },
};
