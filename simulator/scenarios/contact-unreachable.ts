// Contact unreachable: the people who would vouch for the owner cannot be reached.
import type { BaseHolding } from "../model/holdings.ts";
import type { Move } from "../model/move.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";
import { targetAccounts } from "./fallback-targets.ts";

export const contactUnreachable: Scenario<"contact-unreachable", "away"> = {
  id: "contact-unreachable",
  kind: "failure",
  strikes: "everything",
  variants: [{ id: "away", sources: ["nist-800-63b-4"] }],
  sources: ["nist-800-63b-4"],
  open: (setup, _variant, target) => {
    const vouched = targetAccounts(setup, target).flatMap((account) =>
      account.authenticators.flatMap((authenticator) =>
        authenticator.kind === "recovery-contact"
          ? [{ account: account.id, contact: authenticator.contact }]
          : [],
      ),
    );
    const first = vouched[0]?.account;
    if (first === undefined) return nothingHappens(false);
    const contacts = [...new Set(vouched.map(({ contact }) => contact))];
    return failure(setup, {
      target: first,
      moves: contacts.map((contact): Move => ({ actor: "chance", do: "lose-contact", contact })),
      losses: contacts.map((contact): BaseHolding => `contact:${contact}`),
    });
  },
};
