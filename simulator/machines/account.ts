// The account, as its service keeps it: what lies in it, what it asks for and accepts, and whose authenticators it knows.
import { assign, enqueueActions, setup } from "xstate";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import { actionTitle, nameIn, toldBy, toldTo, untouched } from "./account-context.ts";
import type { AccountContext, AccountResponse } from "./account-context.ts";
import { grant } from "./grants.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Contents, Emitted } from "./messages.ts";
import { noticesOf } from "./notices.ts";
import * as settings from "./settings.ts";

type AccountEvent =
  | Arriving<
      | "BEGIN"
      | "MAIL"
      | "LOOK"
      | "GRANTED"
      | "REPLACE"
      | "DEVICE_OPENED"
      | "INSIDE"
      | "REVOKE"
      | "CHANGE_PASSWORD"
      | "RECOVERY_WAITS"
      | "OBJECT"
      | "WAIVE"
      | "WITHDRAW"
      | "CLOSE_ACCOUNT"
    >
  /** The time for which the service holds protected actions back is over. */
  | { readonly type: "HOLD_ENDS" };

export const accountMachine = setup({
  types: {
    context: {} as AccountContext,
    events: {} as AccountEvent,
    emitted: {} as Emitted,
    input: {} as Pick<AccountContext, "account" | "contents">,
  },
  guards: {
    isGuarded: ({ context: { account, mayChangeSettings }, event }) =>
      (event.type === "REPLACE" || event.type === "CHANGE_PASSWORD") &&
      account.protectedActions.some((action) => action.covers === "security-settings") &&
      !mayChangeSettings.includes(event.by),
    isByAttacker: ({ event }) => "by" in event && event.by === "attacker",
    isNotice: ({ event }) => event.type === "MAIL" && event.sent.notice !== undefined,
  },
  actions: {
    begin: enqueueActions(({ context, event, enqueue }) => {
      if (event.type === "BEGIN") for (const emitted of begin(context, event)) enqueue.emit(emitted);
    }),
    keepMail: assign({
      contents: ({ context, event }) => {
        if (event.type !== "MAIL") return context.contents;
        const { sent } = event;
        const key = `${sent.account}/${sent.authenticator}/${sent.requestedBy}`;
        return { ...context.contents, codes: { ...context.contents.codes, [key]: sent } };
      },
    }),
    tellMail: enqueueActions(({ context, event, enqueue }, params: { readonly id: string }) => {
      if (event.type !== "MAIL") return;
      const { sent } = event;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "mail",
          to: `account:${context.account.id}`,
          account: sent.account,
          what: {
            id: params.id === "mail-arrives" && sent.isLink ? "link-arrives" : params.id,
            params: { account: sent.accountTitle, mailbox: titleOf(context.account), code: sent.code },
          },
        }),
      );
    }),
    alertOwner: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "MAIL" || event.sent.requestedBy === "owner") return;
      const mailboxTitle = titleOf(context.account);
      // Whoever reads the mailbox too sees to it that its owner does not find the notice.
      if (event.sent.notice !== undefined && context.inside.includes("attacker"))
        enqueue.emit(
          toldBy("attacker", context.account, "notice-deleted", {
            mailbox: mailboxTitle,
            account: event.sent.accountTitle,
          }),
        );
      else enqueue.emit(send("owner", { type: "MAIL_NOTICED", mailboxTitle, sent: event.sent }));
    }),
    showContents: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "LOOK") return;
      const { account, contents } = context;
      enqueue.emit(toldBy(event.by, account, "looks-inside"));
      for (const found of findings(contents))
        enqueue.emit(
          tell({
            actor: event.by,
            channel: "none",
            account: account.id,
            what: { id: found, params: { account: titleOf(account) } },
          }),
        );
      enqueue.emit(send(event.by, { type: "FOUND", account: account.id, contents }));
    }),
    grant: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "GRANTED") return;
      const { changes, emitted } = grant(context, event);
      enqueue.assign(changes);
      for (const each of emitted) enqueue.emit(each);
      const { holdAfterChange } = context.account.controls;
      if (changes.heldBecauseOf !== undefined && holdAfterChange !== undefined)
        enqueue.raise({ type: "HOLD_ENDS" }, { id: "hold", delay: durationMilliseconds(holdAfterChange) });
    }),
    endHold: assign({ heldBecauseOf: undefined }),
    noteInside: assign({
      inside: ({ context, event }) =>
        event.type === "INSIDE" ? [...new Set([...context.inside, event.by])].toSorted() : context.inside,
    }),
    noteWaiting: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== "RECOVERY_WAITS") return;
      enqueue.assign({ waiting: [...new Set([...context.waiting, event.by])].toSorted() });
      for (const each of noticesOf(context.account, event.by, "notice-recovery-waits")) enqueue.emit(each);
    }),
    respond: enqueueActions(({ context, event, enqueue }) => {
      const { changes, emitted } = respond(context, event);
      enqueue.assign(changes);
      for (const each of emitted) enqueue.emit(each);
    }),
    refuseChange: enqueueActions(({ context, event, enqueue }) => {
      if ("by" in event) enqueue.emit(toldTo(event.by, context.account, "replacement-refused"));
    }),
    sayClosed: enqueueActions(({ context, event, enqueue }) => {
      if ("by" in event) enqueue.emit(toldTo(event.by, context.account, "account-is-closed"));
    }),
  },
}).createMachine({
  id: "account",
  context: ({ input }) => untouched(input),
  initial: "knowsTheOwner",
  on: {
    BEGIN: { actions: "begin" },
    LOOK: { actions: "showContents" },
    GRANTED: { actions: "grant" },
    HOLD_ENDS: { actions: "endHold" },
    INSIDE: { actions: "noteInside" },
    RECOVERY_WAITS: { actions: "noteWaiting" },
    REPLACE: [
      { guard: "isGuarded", actions: "refuseChange" },
      { guard: "isByAttacker", target: ".knowsTheAttacker", actions: "respond" },
      { actions: "respond" },
    ],
    CHANGE_PASSWORD: [{ guard: "isGuarded", actions: "refuseChange" }, { actions: "respond" }],
    DEVICE_OPENED: { actions: "respond" },
    REVOKE: { actions: "respond" },
    OBJECT: { actions: "respond" },
    WAIVE: { actions: "respond" },
    WITHDRAW: { actions: "respond" },
    CLOSE_ACCOUNT: { target: ".closed", actions: "respond" },
  },
  states: {
    knowsTheOwner: {
      on: {
        MAIL: [
          {
            guard: "isNotice",
            actions: [{ type: "tellMail", params: { id: "notice-mailed" } }, "alertOwner"],
          },
          { actions: ["keepMail", { type: "tellMail", params: { id: "mail-arrives" } }, "alertOwner"] },
        ],
      },
    },
    knowsTheAttacker: {
      on: {
        MAIL: [
          { guard: "isNotice", actions: { type: "tellMail", params: { id: "notice-mailed" } } },
          { actions: ["keepMail", { type: "tellMail", params: { id: "mail-arrives" } }] },
        ],
      },
    },
    closed: {
      on: {
        MAIL: { actions: { type: "tellMail", params: { id: "mail-bounces" } } },
        BEGIN: { actions: "sayClosed" },
        DEVICE_OPENED: { actions: "sayClosed" },
        OBJECT: { actions: "sayClosed" },
        GRANTED: { actions: "sayClosed" },
        LOOK: { actions: "sayClosed" },
        CLOSE_ACCOUNT: {},
      },
    },
  },
});

function begin(
  { account, waived: notAskedFor }: AccountContext,
  { by, ceremony, route }: Arriving<"BEGIN">,
): readonly Emitted[] {
  const needs = askedFor(account, ceremony, route);
  const waived = needs.filter((id) => notAskedFor.includes(id));
  const isShortened = waived.length < needs.length;
  const shown = isShortened ? needs.filter((id) => !waived.includes(id)) : needs;
  return [
    toldBy(by, account, needs.length === 0 ? `begins-${ceremony}-unasked` : `begins-${ceremony}`, {
      needs: shown.map((id) => nameIn(account, id)).join(isShortened ? " + " : " / "),
      ...(ceremony === "action" ? { action: actionTitle(account, route) } : {}),
    }),
    send(`${ceremony}:${account.id}/${by}`, { type: "START", route, needs, waived, notAskedFor }),
  ];
}

function askedFor(
  account: Account,
  ceremony: Arriving<"BEGIN">["ceremony"],
  route: number,
): readonly string[] {
  const list = { "sign-in": account.signIn, recovery: account.recovery, action: account.protectedActions };
  const found = list[ceremony][route];
  if (found === undefined)
    throw new Error(
      `account "${account.id}" has no ${ceremony} route number ${route}; it has ${list[ceremony].length}`,
    );
  return found.with;
}

function respond(context: AccountContext, event: AccountEvent): AccountResponse {
  switch (event.type) {
    case "REPLACE":
      return settings.replaceAll(context, event);
    case "CHANGE_PASSWORD":
      return settings.changePassword(context, event);
    case "DEVICE_OPENED":
      return settings.openFromDevice(context, event);
    case "REVOKE":
      return settings.revoke(context, event);
    case "OBJECT":
      return settings.object(context, event);
    case "WAIVE":
      return settings.waive(context, event);
    case "WITHDRAW":
      return settings.withdraw(context, event);
    case "CLOSE_ACCOUNT":
      return settings.close(context);
    default:
      return { changes: {}, emitted: [] };
  }
}

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
