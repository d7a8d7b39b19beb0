// What sign-in and recovery have in common: a list of things asked for, offered one by one and ticked off.
import { assign, enqueueActions, setup } from "xstate";
import { nameOf } from "../factors/index.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { durationMilliseconds } from "../model/duration.ts";
import { titleOf } from "../model/find.ts";
import type { Account } from "../model/setup.ts";
import type { Ceremony } from "../model/move.ts";
import type { Person } from "../model/trail.ts";
import { ceremonyOf, verifierOf } from "./actor-ids.ts";
import { typedCodes } from "./kinds.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

export interface CeremonyContext {
  readonly account: Account;
  readonly person: Person;
  readonly ceremony: Ceremony;
  readonly route: number;
  readonly needs: readonly string[];
  /** What of it a recovery has removed: it may be offered and need not be. */
  readonly waived: readonly string[];
  readonly proven: readonly string[];
  /** Everything that the service asks nobody for any more, of this route or not. */
  readonly notAskedFor: readonly string[];
  /** Authenticators that the service no longer accepts. */
  readonly withdrawn: readonly string[];
  /** Devices that it no longer trusts. */
  readonly revoked: readonly string[];
  /** The device on which the proof that is being checked was made, where it was made on one. */
  readonly madeOn: string | undefined;
}

export type CeremonyInput = Pick<CeremonyContext, "account" | "person" | "ceremony">;

export type CeremonyEvent = Arriving<
  "START" | "REFUSES" | "CANCEL" | "ASK" | "OFFER" | "TRY_CODES" | "PROVEN" | "REFUSED"
>;

/** What the charts of signing in and of getting back in are made of. */
export const ceremonySetup = setup({
  types: {
    context: {} as CeremonyContext,
    events: {} as CeremonyEvent,
    emitted: {} as Emitted,
    input: {} as CeremonyInput,
  },
  guards: {
    isComplete: ({ context }) => isComplete(context),
    isCompleteAndWaits: ({ context }) => isComplete(context) && coolingOff(context) > 0,
  },
  delays: { coolingOff: ({ context }) => coolingOff(context) },
  actions: {
    start: assign(({ event }) =>
      event.type === "START"
        ? {
            route: event.route,
            needs: event.needs,
            waived: event.waived,
            notAskedFor: event.notAskedFor,
            proven: [],
          }
        : {},
    ),
    noteRefusals: assign(({ event }) =>
      event.type === "REFUSES" ? { withdrawn: event.withdrawn, revoked: event.revoked } : {},
    ),
    tickOff: assign({
      proven: ({ context, event }) =>
        event.type === "PROVEN"
          ? [...new Set([...context.proven, event.authenticator])].toSorted()
          : context.proven,
    }),
    answer: enqueueActions(({ context, event, enqueue }) => {
      for (const emitted of answer(context, event)) enqueue.emit(emitted);
      enqueue.assign({ madeOn: event.type === "OFFER" ? event.device : undefined });
    }),
    sayNotAsked: enqueueActions(({ context, event, enqueue }) => {
      if ("authenticator" in event) enqueue.emit(notAsked(context, event.authenticator));
    }),
    tellWaiting: enqueueActions(({ context, enqueue }) => {
      const { account, person, route } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account: account.id,
          what: {
            id: "cooling-off",
            params: { account: titleOf(account), wait: account.recovery[route]?.after ?? "" },
          },
        }),
      );
      enqueue.emit(send(`account:${account.id}`, { type: "RECOVERY_WAITS", by: person }));
    }),
    tellCancelled: enqueueActions(({ context, enqueue }) => {
      const { account, person } = context;
      enqueue.emit(
        tell({
          actor: "service",
          channel: "web",
          to: person,
          account: account.id,
          what: { id: "recovery-cancelled", params: { account: titleOf(account) } },
        }),
      );
    }),
    grant: enqueueActions(({ context, enqueue }) => {
      const { account, person, ceremony, route } = context;
      enqueue.emit(send(`account:${account.id}`, { type: "GRANTED", by: person, ceremony, route }));
    }),
  },
});

/** The context before anything has begun. */
export function notBegun(input: CeremonyInput): CeremonyContext {
  return {
    ...input,
    route: 0,
    needs: [],
    waived: [],
    proven: [],
    notAskedFor: [],
    withdrawn: [],
    revoked: [],
    madeOn: undefined,
  };
}

/**
 * Everything asked for has been proven or removed. A route that asks for something never opens to somebody who has
 * proven nothing, even if everything it asked for has been removed.
 */
function isComplete({ needs, waived, proven }: CeremonyContext): boolean {
  const isMet = needs.every((id) => proven.includes(id) || waived.includes(id));
  return isMet && (needs.length === 0 || proven.length > 0);
}

/** What is sent and told when a person asks for a code or offers a proof. */
function answer(context: CeremonyContext, event: CeremonyEvent): readonly Emitted[] {
  const { account, person } = context;
  switch (event.type) {
    case "ASK": {
      const authenticator = askedFor(context, event.authenticator);
      if (authenticator === undefined) return [notAsked(context, event.authenticator)];
      const { notAskedFor, withdrawn, revoked } = context;
      return isWithdrawn(context, authenticator)
        ? [told(context, authenticator.id, "refused-withdrawn")]
        : [
            send(verifierOf(account.id, authenticator, person), {
              type: "ISSUE",
              by: person,
              request: request(context),
              unenrolled: [...notAskedFor, ...withdrawn],
              revoked,
            }),
          ];
    }
    case "OFFER": {
      const authenticator = askedFor(context, event.authenticator);
      if (authenticator === undefined) return [notAsked(context, event.authenticator)];
      const { proof, device, madeFor = person } = event;
      if (isWithdrawn(context, authenticator)) return [told(context, authenticator.id, "refused-withdrawn")];
      if (device !== undefined && context.revoked.includes(device))
        return [told(context, authenticator.id, "refused-revoked")];
      return [
        send(verifierOf(account.id, authenticator, madeFor), {
          type: "VERIFY",
          proof,
          request: request(context),
          ceremony: ceremonyOf(account.id, context.ceremony, person),
        }),
      ];
    }
    case "TRY_CODES": {
      const authenticator = askedFor(context, event.authenticator);
      if (authenticator === undefined) return [notAsked(context, event.authenticator)];
      if (isWithdrawn(context, authenticator)) return [told(context, authenticator.id, "refused-withdrawn")];
      return [
        told(context, authenticator.id, "tries-codes"),
        send(verifierOf(account.id, authenticator, person), {
          type: "GUESS",
          request: request(context),
          ceremony: ceremonyOf(account.id, context.ceremony, person),
        }),
      ];
    }
    case "PROVEN":
      return [accepted(context, event)];
    case "REFUSED": {
      const { madeOn: device } = context;
      const { authenticator, why } = event;
      return [
        told(context, authenticator, `refused-${why}`),
        ...(why === "wrong" && device !== undefined
          ? [send(person, { type: "TRY_ELSEWHERE", account: account.id, authenticator, device })]
          : []),
      ];
    }
    case "START":
    case "REFUSES":
    case "CANCEL":
      return [];
  }
}

/** An offer outside any ceremony is told, so that no move vanishes. */
function notAsked(context: CeremonyContext, authenticator: string): Emitted {
  return told(context, authenticator, "not-asked");
}

function askedFor({ account, needs }: CeremonyContext, id: string): Authenticator | undefined {
  return needs.includes(id)
    ? account.authenticators.find((authenticator) => authenticator.id === id)
    : undefined;
}

function isWithdrawn({ withdrawn }: CeremonyContext, { id }: Authenticator): boolean {
  return withdrawn.includes(id);
}

// Codes are shown, because they are real and every one is good once; passwords and signatures are not.
function accepted(context: CeremonyContext, { authenticator, proof }: Arriving<"PROVEN">): Emitted {
  const kind = context.account.authenticators.find(({ id }) => id === authenticator)?.kind;
  return kind !== undefined && typedCodes.has(kind)
    ? told(context, authenticator, "accepted-code", { code: proof })
    : told(context, authenticator, "accepted");
}

// A code is bound to the ceremony and the route that it was sent for (ASVS 5.0, 6.6.2).
function request({ ceremony, route }: CeremonyContext): string {
  return `${ceremony}/${route}`;
}

function told(
  context: CeremonyContext,
  authenticator: string,
  id: string,
  more: Readonly<Record<string, string>> = {},
): Emitted {
  const { account, person } = context;
  const found = account.authenticators.find((candidate) => candidate.id === authenticator);
  return tell({
    actor: "service",
    channel: "web",
    to: person,
    account: account.id,
    what: {
      id,
      params: {
        account: titleOf(account),
        authenticator: found === undefined ? authenticator : nameOf(found),
        ...more,
      },
    },
  });
}

function coolingOff({ account, route }: CeremonyContext): number {
  const after = account.recovery[route]?.after;
  return after === undefined ? 0 : durationMilliseconds(after);
}
