// Code guessing: a program tries codes as fast as the service lets it, until one fits.
import { guessingSucceeds } from "../model/guessing.ts";
import type { Scenario } from "../model/scenario.ts";
import { across, atEach, concerned, passes } from "./across-accounts.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { accountsInScope } from "./targets.ts";

export const codeGuessing: Scenario<"code-guessing", "with-passwords" | "without-passwords"> = {
  id: "code-guessing",
  kind: "attack",
  attacker: "bulk-remote",
  effort: "bulk",
  strikes: "everything",
  variants: [
    { id: "with-passwords", sources: ["wstg-athn-11"] },
    { id: "without-passwords", sources: ["owasp-forgot-password"] },
  ],
  sources: ["wstg-athn-11", "nist-800-63b-4", "asvs-5"],
  open: (setup, variant, target) => {
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    const guessed = concerned(accountsInScope(setup, target), (authenticator, { controls }) =>
      guessingSucceeds(authenticator, controls),
    );
    const moves = atEach(guessed, ({ id }) => ({ actor: "attacker", do: "start-guessing", account: id }));
    return across(guessed, knows, moves, passes(guessed));
  },
};
