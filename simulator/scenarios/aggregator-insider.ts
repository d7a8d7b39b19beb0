// Aggregator insider: somebody at a company that passes texts on for services reads the codes in them.
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, concerned, passes } from "./across-accounts.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

export const aggregatorInsider: Scenario<"aggregator-insider", "without-passwords" | "with-passwords"> = {
  id: "aggregator-insider",
  kind: "attack",
  attacker: "operator-level",
  effort: "bulk",
  strikes: "account",
  variants: [
    { id: "without-passwords", sources: ["lighthouse-2025"] },
    { id: "with-passwords", sources: ["lighthouse-2025"] },
  ],
  sources: ["lighthouse-2025", "fight"],
  open: (setup, variant, target) => {
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    const texting = concerned(accountsInScope(setup, target), ({ kind }) => kind === "sms-code");
    const moves = atEach(texting, ({ id }) => ({ actor: "attacker", do: "tap-sender", account: id }));
    return across(texting, knows, moves, passes(texting));
  },
};
