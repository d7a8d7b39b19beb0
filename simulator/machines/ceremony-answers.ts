// How a ceremony answers whoever asks for a code or offers a proof, and what it passes on to the charts that check.
import { nameOf } from "../factors/index.ts";
import { toldBy } from "./account-context.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import { ceremonyOf, verifierOf } from "./actor-ids.ts";
import type { CeremonyContext, CeremonyEvent } from "./ceremony-context.ts";
import { typedCodes } from "../model/kinds.ts";
import { send, tell } from "./messages.ts";
import type { Arriving, Emitted } from "./messages.ts";

/** What is sent and told when a person asks for a code or offers a proof. */
export function answer(context: CeremonyContext, event: CeremonyEvent): readonly Emitted[] {
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
        toldBy(person, account, "tries-codes"),
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
export function notAsked(context: CeremonyContext, authenticator: string): Emitted {
  return told(context, authenticator, "not-asked");
}

/** An offer in a ceremony that has not begun: the account is gone, or let the person in no further. */
export function turnedAway(context: CeremonyContext, authenticator: string): Emitted {
  return told(context, authenticator, "turned-away");
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
