// What an account gives for a ceremony that has been gone through: a session, an action, or what a recovery promises.
import { secondFactors } from "../model/second-factors.ts";
import type { Person } from "../model/trail.ts";
import { persons, verifierOf } from "./actor-ids.ts";
import { actionTitle, namesIn, toldTo } from "./account-context.ts";
import type { AccountContext, AccountResponse } from "./account-context.ts";
import { isSentToNumber } from "../model/kinds.ts";
import { send } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";
import { noticesOf } from "./notices.ts";

/** Carries out what somebody has proven enough for. */
export function grant(context: AccountContext, event: Arriving<"GRANTED">): AccountResponse {
  const { account } = context;
  switch (event.ceremony) {
    case "sign-in":
      return {
        changes: {},
        emitted: [opens(context, event.by, account.signIn[event.route]?.limited ?? false)],
      };
    case "action":
      return act(context, event);
    case "recovery":
      return recover(context, event);
  }
}

/** Gives somebody a new password: the old one is wrong from then on. */
export function givePassword({ account }: AccountContext, by: Person): readonly Emitted[] {
  const passwords = account.authenticators.filter(({ kind }) => kind === "password");
  const value = `chosen by ${by}`;
  return [
    ...passwords.map(({ id }) => send(`password:${account.id}/${id}`, { type: "SET", value })),
    send(by, {
      type: "NEW_PASSWORD",
      account: account.id,
      authenticators: passwords.map(({ id }) => id),
      value,
    }),
  ];
}

function act(context: AccountContext, { by, route }: Arriving<"GRANTED">): AccountResponse {
  const { account, blocked, heldBecauseOf, mayChangeSettings } = context;
  const action = account.protectedActions[route];
  const params = { action: actionTitle(account, route), id: action?.id ?? "" };
  if (blocked.includes(by)) return { changes: {}, emitted: [toldTo(by, account, "action-blocked", params)] };
  if (heldBecauseOf !== undefined) {
    const wait = account.controls.holdAfterChange ?? "";
    return { changes: {}, emitted: [toldTo(by, account, "action-held-back", { ...params, wait })] };
  }
  return {
    changes:
      action?.covers === "security-settings"
        ? { mayChangeSettings: [...new Set([...mayChangeSettings, by])] }
        : {},
    emitted: [toldTo(by, account, "action-done", params)],
  };
}

function recover(context: AccountContext, { by, route }: Arriving<"GRANTED">): AccountResponse {
  const { account, waived } = context;
  const recovery = account.recovery[route];
  if (recovery === undefined) return { changes: {}, emitted: [] };
  const waiting = context.waiting.filter((person) => person !== by);
  const notices = noticesOf(account, by, "notice-recovered");
  switch (recovery.gives) {
    case "session":
      return {
        changes: { waiting, heldBecauseOf: holds(context, by) },
        emitted: [opens(context, by), ...notices],
      };
    case "factor-removal": {
      const removed = recovery.removes ?? [];
      return {
        changes: {
          waiting,
          waived: [...new Set([...waived, ...removed])],
          heldBecauseOf: holds(context, by),
        },
        emitted: [
          toldTo(by, account, "authenticators-removed", { removed: namesIn(account, removed) }),
          ...notices,
        ],
      };
    }
    case "new-number":
      return {
        changes: { waiting, heldBecauseOf: holds(context, by) },
        emitted: [
          toldTo(by, account, "new-number-set"),
          ...account.authenticators
            .filter(isSentToNumber)
            .flatMap((authenticator) =>
              persons.map((person) =>
                send(verifierOf(account.id, authenticator, person), { type: "NEW_NUMBER", of: by }),
              ),
            ),
          ...notices,
        ],
      };
    case "new-password": {
      const forgotten = account.controls.resetKeepsSecondFactor ? [] : secondFactors(account);
      return {
        changes: {
          waiting,
          waived: [...new Set([...waived, ...forgotten])],
          heldBecauseOf: holds(context, by),
        },
        emitted: [
          toldTo(by, account, "new-password-set"),
          ...givePassword(context, by),
          ...(forgotten.length > 0 ? [toldTo(by, account, "second-factor-forgotten")] : []),
          ...(account.controls.resetOpensSession ? [opens(context, by)] : []),
          ...notices,
        ],
      };
    }
  }
}

/** Whose recovery protected actions are held back for, where the service holds them back at all. */
function holds({ account, heldBecauseOf }: AccountContext, by: Person): Person | undefined {
  return account.controls.holdAfterChange === undefined ? heldBecauseOf : by;
}

function opens({ account }: AccountContext, person: Person, limited = false): Emitted {
  return send(`session:${account.id}/${person}`, limited ? { type: "OPEN", limited } : { type: "OPEN" });
}
