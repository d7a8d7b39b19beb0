// Mailbox closed: the provider has ended the account, and everything that was sent there goes nowhere.
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { failure } from "./failure.ts";

export const mailboxClosed: Scenario<"mailbox-closed", "closed"> = {
  id: "mailbox-closed",
  kind: "failure",
  strikes: "account",
  variants: [{ id: "closed", sources: ["uaag-2019"] }],
  sources: ["uaag-2019", "buettner-2024"],
  open: (setup, _variant, target) => {
    const mailbox = setup.accounts.find(({ id, kind }) =>
      target === undefined ? kind === "mailbox" : id === target,
    );
    if (mailbox === undefined) return nothingHappens(false);
    return failure(setup, {
      target: mailbox.id,
      moves: [{ actor: "service", do: "close-account", account: mailbox.id }],
      losses: [`works:${mailbox.id}`, `account:${mailbox.id}`],
    });
  },
};
