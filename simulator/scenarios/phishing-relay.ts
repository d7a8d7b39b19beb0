// Phishing relay: a page that looks like the service passes on at once whatever the owner types and taps.
import { handsOver } from "../model/lures.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, coaxes, concerned } from "./across-accounts.ts";
import { accountsInScope } from "./targets.ts";

export const phishingRelay: Scenario<"phishing-relay", "false-site"> = {
  id: "phishing-relay",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "everything",
  variants: [{ id: "false-site", sources: ["twilio-2022", "google-2019", "nist-800-63b-4"] }],
  sources: ["nist-800-63b-4", "twilio-2022", "google-2019"],
  open: (setup, _variant, target) => {
    const deceived = concerned(accountsInScope(setup, target), (authenticator, { controls }) =>
      handsOver(authenticator, "false-site", controls),
    );
    const moves = atEach(deceived, ({ id }) => ({
      actor: "attacker",
      do: "deceive-owner",
      account: id,
      lure: "false-site",
    }));
    return across(deceived, [], moves, coaxes(deceived));
  },
};
