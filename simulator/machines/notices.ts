// Notices: what a service tells its customer of at the mailbox or the number on file, whoever caused it.
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { send } from "./messages.ts";
import type { Emitted, NoticeId } from "./messages.ts";

/** What is mailed and texted where an account tells of something that `by` has done. */
export function noticesOf(account: Account, by: Person, notice: NoticeId): readonly Emitted[] {
  const sent = {
    account: account.id,
    accountTitle: titleOf(account),
    authenticator: "",
    requestedBy: by,
    code: "",
    notice,
  };
  return account.notifies.flatMap(({ mailbox, number }) => [
    ...(mailbox === undefined ? [] : [send(`account:${mailbox}`, { type: "MAIL", sent })]),
    ...(number === undefined ? [] : [send(`line:${number}`, { type: "TEXT", sent })]),
  ]);
}
