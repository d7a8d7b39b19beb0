// Password breach: a service loses its passwords, and whoever has them tries them, also at other services.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswordsOf, memorisedSecrets } from "./knowledge.ts";
import { minute } from "./means.ts";
import { accountsInScope } from "./targets.ts";

export const passwordBreach: Scenario<"password-breach", "one-service" | "all-services"> = {
  id: "password-breach",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "account",
  variants: [
    { id: "one-service", sources: ["google-2019"] },
    { id: "all-services", sources: ["meyer-2023", "google-2019"] },
  ],
  sources: ["meyer-2023", "google-2019", "nanog"],
  open: (setup, variant, target) => {
    const breached = accountsInScope(setup, target).find(
      (account) => memorisedPasswordsOf(account).length > 0,
    );
    if (breached === undefined) return nothingHappens(true);
    const knows = variant === "one-service" ? memorisedPasswordsOf(breached) : memorisedSecrets(setup);
    return {
      target: breached.id,
      attacked: true,
      moves: [{ actor: "chance", do: "wait", after: 2 * minute }],
      closing: [],
      knows,
      gains: knows,
      losses: [],
    };
  },
};
