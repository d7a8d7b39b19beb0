// Support desk talked round: a person who may let people back in lets the wrong one in.
import type { Authenticator } from "../model/authenticators.ts";
import type { Move } from "../model/move.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, concerned, passes } from "./across-accounts.ts";
import { personalData } from "./knowledge.ts";
import { minute } from "./means.ts";
import { accountsInScope } from "./targets.ts";

type Variant = "personal-data" | "talked-round" | "contact-persuaded";

export const supportDeskTalkedRound: Scenario<"support-desk-talked-round", Variant> = {
  id: "support-desk-talked-round",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "everything",
  variants: [
    { id: "personal-data", sources: ["authy", "tiefenau-2025"] },
    { id: "talked-round", sources: ["amft-2023", "tidbits"] },
    { id: "contact-persuaded", sources: ["nist-800-63b-4"] },
  ],
  sources: ["amft-2023", "authy", "nist-800-63b-4", "asvs-5"],
  open: (setup, variant, target) => {
    const asked = concerned(accountsInScope(setup, target), (authenticator) => falls(authenticator, variant));
    if (variant === "personal-data") {
      const wait: Move = { actor: "chance", do: "wait", after: 2 * minute };
      return across(asked, personalData, [wait], []);
    }
    const moves = asked
      .flatMap(({ account, authenticators }) =>
        authenticators.map(({ id }) => ({ account: account.id, authenticator: id })),
      )
      .map((round, index): Move => ({
        actor: "attacker",
        do: "talk-round",
        ...round,
        after: index === 0 ? 2 * minute : minute,
      }));
    return across(asked, personalData, moves, passes(asked));
  },
};

/** Whether it rests on somebody's judgement that this variant bends, or on data that a stranger can know. */
function falls(authenticator: Authenticator, variant: Variant): boolean {
  const { kind } = authenticator;
  switch (variant) {
    case "personal-data":
      return (
        (authenticator.kind === "support-desk" && authenticator.asks === "personal-data") ||
        (authenticator.kind === "security-questions" && !authenticator.madeUp)
      );
    case "talked-round":
      // A desk that wants to see a document cannot be had with a story alone.
      return authenticator.kind === "support-desk" && authenticator.asks !== "document";
    case "contact-persuaded":
      return kind === "recovery-contact";
  }
}
