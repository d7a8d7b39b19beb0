// Authenticator cloud taken: somebody is in the cloud account from which seeds or passkeys can be restored.
import { containersOf } from "../model/authenticators.ts";
import type { Advantage } from "../model/holdings.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Account, Setup } from "../model/setup.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { minute } from "./means.ts";

export const authenticatorCloudTaken: Scenario<"authenticator-cloud-taken", "cloud-only" | "with-passwords"> =
  {
    id: "authenticator-cloud-taken",
    kind: "attack",
    attacker: "targeted-remote",
    effort: "per-victim",
    strikes: "account",
    variants: [
      { id: "cloud-only", sources: ["retool-2023", "gilsenan-2023"] },
      { id: "with-passwords", sources: ["retool-2023"] },
    ],
    sources: ["retool-2023", "gilsenan-2023"],
    open: (setup, variant, target) => {
      const passwords = variant === "with-passwords" ? memorisedPasswords(setup) : [];
      const cloud = syncCloud(setup, target);
      if (cloud === undefined) return nothingHappens(true, passwords);
      return {
        target: cloud.id,
        attacked: true,
        moves: [
          { actor: "attacker", do: "come-in", account: cloud.id, after: 2 * minute },
          { actor: "attacker", do: "look-inside", account: cloud.id, after: minute },
        ],
        closing: [],
        knows: passwords,
        // What has been copied out of the cloud serves on when the cloud is shut.
        gains: [...passwords, `account:${cloud.id}`, ...copiesIn(setup, cloud.id)],
        losses: [],
      };
    },
  };

/** Seeds, passkeys, passwords and lists of codes that lie in an account, for whoever takes them out of it. */
function copiesIn(setup: Setup, container: string): readonly Advantage[] {
  return setup.accounts.flatMap(({ id, authenticators }) =>
    authenticators
      .filter((authenticator) => !("mailbox" in authenticator) && !("messenger" in authenticator))
      .filter((authenticator) => containersOf(authenticator).includes(container))
      .map((authenticator): Advantage => `pass:${id}/${authenticator.id}`),
  );
}

/** The named account, or the first; only one to which something is synced. */
function syncCloud(setup: Setup, target: string | undefined): Account | undefined {
  const synced = new Set(
    setup.accounts.flatMap(({ authenticators }) =>
      authenticators.map((authenticator) =>
        "syncedTo" in authenticator ? authenticator.syncedTo : undefined,
      ),
    ),
  );
  return setup.accounts.find(({ id }) => synced.has(id) && (target === undefined || id === target));
}
