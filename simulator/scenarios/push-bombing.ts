// Push bombing: one prompt after the other appears on the owner's phone, until one is approved to make it stop.
import { handsOver } from "../model/lures.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, coaxes, concerned } from "./across-accounts.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

export const pushBombing: Scenario<"push-bombing", "with-passwords"> = {
  id: "push-bombing",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "everything",
  variants: [{ id: "with-passwords", sources: ["uber-2022", "attack-t1621"] }],
  sources: ["uber-2022", "attack-t1621", "nist-800-63b-4", "asvs-5"],
  open: (setup, _variant, target) => {
    const knows = memorisedPasswords(setup);
    const bombed = concerned(accountsInScope(setup, target), (authenticator, { controls }) =>
      handsOver(authenticator, "prompts", controls),
    );
    const moves = atEach(bombed, ({ id }) => ({
      actor: "attacker",
      do: "deceive-owner",
      account: id,
      lure: "prompts",
    }));
    return across(bombed, knows, moves, coaxes(bombed));
  },
};
