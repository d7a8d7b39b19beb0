// The account, as its service keeps it: what lies in it, what it no longer asks for, and whose authenticators it knows.
import { assign, enqueueActions, setup } from "xstate";
import { factorOf, nameOf } from "../factors/index.ts";
import { secondFactors } from "../factors/second-factors.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Person } from "../model/trail.ts";
import { verifierOf } from "./actor-ids.ts";
import { send, tell } from "./messages.ts";
import type { ActorId, Arriving, Contents, Emitted } from "./messages.ts";

export interface AccountContext {
  readonly account: Account;
  /** Mails, passwords, seeds and lists that whoever is inside can read. */
  readonly contents: Contents;
  /** Authenticators that a recovery has removed. */
  readonly waived: readonly string[];
  /** Who has carried out the action that guards the security settings. */
  readonly mayChangeSettings: readonly Person[];
}

type AccountEvent = Arriving<"BEGIN" | "MAIL" | "LOOK" | "GRANTED" | "REPLACE">;

export const accountMachine = setup({
  types: {
    context: {} as AccountContext,
    events: {} as AccountEvent,
    emitted: {} as Emitted,
    input: {} as Pick<AccountContext, "account" | "contents">,
  },
  guards: {
    isGuarded: ({ context, event }) =>
      event.type === "REPLACE" &&
      context.account.protectedActions.some((action) => action.covers === "security-settings") &&
      !context.mayChangeSettings.includes(event.by),
  },
  actions: {
    begin: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "BEGIN") return;
      const { account } = context;
      const { by, ceremony, route } = event;
      const needs = askedFor(account, event);
      const waived = needs.filter((id) => context.waived.includes(id));
      const shown = waived.length < needs.length ? needs.filter((id) => !waived.includes(id)) : needs;
      enqueue.emit(
        tell({
          actor: by,
          channel: "web",
          to: `account:${account.id}`,
          account: account.id,
          what: {
            id: needs.length === 0 ? `begins-${ceremony}-unasked` : `begins-${ceremony}`,
            params: {
              account: titleOf(account),
              needs: shown
                .map((id) => nameIn(account, id))
                .join(waived.length < needs.length ? " + " : " / "),
              ...(ceremony === "action" ? { action: actionTitle(account, route) } : {}),
            },
          },
        }),
      );
      enqueue.emit(send(`${ceremony}:${account.id}/${by}`, { type: "START", route, needs, waived }));
    }),
    keepMail: assign({
      contents: ({ context, event }) => {
        if (event.type !== "MAIL") return context.contents;
        const { sent } = event;
        const key = `${sent.account}/${sent.authenticator}/${sent.requestedBy}`;
        return { ...context.contents, codes: { ...context.contents.codes, [key]: sent } };
      },
    }),
    tellMail: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MAIL") return;
      const { sent } = event;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "mail",
          to: `account:${context.account.id}`,
          account: sent.account,
          what: {
            id: "mail-arrives",
            params: { account: sent.accountTitle, mailbox: titleOf(context.account), code: sent.code },
          },
        }),
      );
    }),
    alertOwner: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MAIL" || event.sent.requestedBy === "owner") return;
      const mailboxTitle = titleOf(context.account);
      enqueue.emit(send("owner", { type: "MAIL_NOTICED", mailboxTitle, sent: event.sent }));
    }),
    showContents: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "LOOK") return;
      enqueue.emit(
        tell({
          actor: event.by,
          channel: "web",
          to: `account:${context.account.id}`,
          account: context.account.id,
          what: { id: "looks-inside", params: { account: titleOf(context.account) } },
        }),
      );
      for (const found of findings(context.contents))
        enqueue.emit(
          tell({
            actor: event.by,
            channel: "none",
            account: context.account.id,
            what: { id: found, params: { account: titleOf(context.account) } },
          }),
        );
      enqueue.emit(
        send(event.by, { type: "FOUND", account: context.account.id, contents: context.contents }),
      );
    }),
    grant: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "GRANTED") return;
      const { account } = context;
      const { by, ceremony, route } = event;
      const told = (id: string, params: Record<string, string> = {}): Emitted =>
        tell({
          actor: "service",
          channel: "web",
          to: by,
          account: account.id,
          what: { id, params: { account: titleOf(account), ...params } },
        });
      const open = send(`session:${account.id}/${by}`, { type: "OPEN" });

      switch (ceremony) {
        case "sign-in":
          enqueue.emit(open);
          return;
        case "action": {
          const action = account.protectedActions[route];
          enqueue.emit(told("action-done", { action: actionTitle(account, route), id: action?.id ?? "" }));
          if (action?.covers === "security-settings")
            enqueue.assign({ mayChangeSettings: [...new Set([...context.mayChangeSettings, by])] });
          return;
        }
        case "recovery": {
          const recovery = account.recovery[route];
          if (recovery === undefined) return;
          switch (recovery.gives) {
            case "session":
              enqueue.emit(open);
              return;
            case "factor-removal": {
              const removed = recovery.removes ?? [];
              enqueue.assign({ waived: [...new Set([...context.waived, ...removed])] });
              enqueue.emit(
                told("authenticators-removed", {
                  removed: removed.map((id) => nameIn(account, id)).join(" + "),
                }),
              );
              return;
            }
            case "new-password": {
              const passwords = account.authenticators.filter(({ kind }) => kind === "password");
              const value = `chosen by ${by}`;
              enqueue.emit(told("new-password-set"));
              for (const { id } of passwords)
                enqueue.emit(send(`password:${account.id}/${id}`, { type: "SET", value }));
              enqueue.emit(
                send(by, {
                  type: "NEW_PASSWORD",
                  account: account.id,
                  authenticators: passwords.map(({ id }) => id),
                  value,
                }),
              );
              if (!account.controls.resetKeepsSecondFactor) {
                const forgotten = secondFactors(account);
                enqueue.assign({ waived: [...new Set([...context.waived, ...forgotten])] });
                if (forgotten.length > 0) enqueue.emit(told("second-factor-forgotten"));
              }
              if (account.controls.resetOpensSession) enqueue.emit(open);
              return;
            }
          }
        }
      }
    }),
    refuseReplacement: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "REPLACE") return;
      const { account } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: event.by,
          account: account.id,
          what: { id: "replacement-refused", params: { account: titleOf(account) } },
        }),
      );
    }),
    replaceAll: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "REPLACE") return;
      const { account } = context;
      enqueue.emit(
        tell({
          actor: event.by,
          channel: "web",
          to: `account:${account.id}`,
          account: account.id,
          what: { id: "authenticators-replaced", params: { account: titleOf(account) } },
        }),
      );
      for (const verifier of verifiersOf(account)) enqueue.emit(send(verifier, { type: "REPLACED" }));
    }),
  },
}).createMachine({
  id: "account",
  context: ({ input }) => ({ ...input, waived: [], mayChangeSettings: [] }),
  initial: "knowsTheOwner",
  on: {
    BEGIN: { actions: "begin" },
    LOOK: { actions: "showContents" },
    GRANTED: { actions: "grant" },
  },
  states: {
    knowsTheOwner: {
      on: {
        MAIL: { actions: ["keepMail", "tellMail", "alertOwner"] },
        REPLACE: [
          { guard: "isGuarded", actions: "refuseReplacement" },
          { target: "knowsTheAttacker", actions: "replaceAll" },
        ],
      },
    },
    knowsTheAttacker: {
      on: {
        MAIL: { actions: ["keepMail", "tellMail"] },
      },
    },
  },
});

/** What there is to find in an account beside mails. */
function findings({ passwords, seeds, passkeys, lists }: Contents): readonly string[] {
  const kept = {
    "finds-passwords": passwords,
    "finds-seeds": seeds,
    "finds-passkeys": passkeys,
    "finds-recovery-codes": lists,
  };
  return Object.entries(kept).flatMap(([id, found]) => (Object.keys(found).length === 0 ? [] : [id]));
}

function askedFor(account: Account, { ceremony, route }: Arriving<"BEGIN">): readonly string[] {
  const list = { "sign-in": account.signIn, recovery: account.recovery, action: account.protectedActions };
  const found = list[ceremony][route];
  if (found === undefined)
    throw new Error(
      `account "${account.id}" has no ${ceremony} route number ${route}; it has ${list[ceremony].length}`,
    );
  return found.with;
}

function verifiersOf(account: Account): readonly ActorId[] {
  return account.authenticators.flatMap((authenticator) =>
    factorOf(authenticator).verifier === "challenge"
      ? (["owner", "attacker"] as const).map((person) => verifierOf(account.id, authenticator, person))
      : [verifierOf(account.id, authenticator, "owner")],
  );
}

function nameIn(account: Account, authenticator: string): string {
  const found = account.authenticators.find(({ id }) => id === authenticator);
  return found === undefined ? authenticator : nameOf(found);
}

function actionTitle(account: Account, route: number): string {
  const action = account.protectedActions[route];
  return action === undefined ? "" : titleOf(action);
}
