// Code call: somebody calls, says that they are from the service, and asks for the code that has just arrived.
import { handsOver } from "../model/lures.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, coaxes, concerned } from "./across-accounts.ts";
import { memorisedPasswords, personalData } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

export const codeCall: Scenario<"code-call", "with-passwords" | "without-passwords"> = {
  id: "code-call",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "everything",
  variants: [
    { id: "with-passwords", sources: ["retool-2023"] },
    { id: "without-passwords", sources: ["forwarding-2022"] },
  ],
  sources: ["retool-2023", "nist-800-63b-4"],
  open: (setup, variant, target) => {
    const knows =
      variant === "with-passwords" ? [...personalData, ...memorisedPasswords(setup)] : personalData;
    const deceived = concerned(accountsInScope(setup, target), (authenticator, { controls }) =>
      handsOver(authenticator, "phone-call", controls),
    );
    const moves = atEach(deceived, ({ id }) => ({
      actor: "attacker",
      do: "deceive-owner",
      account: id,
      lure: "phone-call",
    }));
    return across(deceived, knows, moves, coaxes(deceived));
  },
};
