// How a person does what a move says, and what they turn to when they have nothing of their own to offer.
import { factorOf, nameOf } from "../factors/index.ts";
import { accountById, authenticatorById, titleOf } from "../model/find.ts";
import type { CeremonyRef, PersonDoing } from "../model/move.ts";
import { ceremonyOf, sessionOf } from "./actor-ids.ts";
import { typedCodes } from "../model/kinds.ts";
import { isLured } from "./knowledge.ts";
import type { Knowledge } from "./knowledge.ts";
import { send, tell } from "./messages.ts";
import type { ActorId, AppRequest, Emitted, Message } from "./messages.ts";
import { devicesAtHand, overseenProof, proofAtHand } from "./proofs.ts";
import type { Proof } from "./proofs.ts";

/** What a doing changes in the person, and what it sends and tells. */
export interface Response {
  readonly changes: Partial<Knowledge>;
  readonly emitted: readonly Emitted[];
}

/** One authenticator of one account. */
export interface AuthenticatorRef {
  readonly account: string;
  readonly authenticator: string;
}

/** Only the reference, of whatever names an authenticator; a message must not become another one by its type. */
export function refOf({ account, authenticator }: AuthenticatorRef): AuthenticatorRef {
  return { account, authenticator };
}

/** How a person does what a move says, with what they have and know at `now`. */
export function respond(knowledge: Knowledge, doing: PersonDoing, now: number): Response {
  const { person } = knowledge;
  switch (doing.do) {
    case "begin": {
      const ref: CeremonyRef = { account: doing.account, ceremony: doing.ceremony, route: doing.route };
      return {
        changes: { begun: { ...knowledge.begun, [doing.account]: ref } },
        emitted: [
          ref.ceremony === "action"
            ? send(sessionOf(ref.account, person), { type: "USE", use: { do: "begin", route: ref.route } })
            : send(`account:${ref.account}`, { type: "BEGIN", by: person, ...ref }),
        ],
      };
    }
    case "ask-for-code": {
      const ceremony = ceremonyInProgress(knowledge, doing.account);
      if (ceremony === undefined) return told(knowledge, doing, "nothing-begun");
      return sends(ceremony, { type: "ASK", authenticator: doing.authenticator });
    }
    case "present":
      return present(knowledge, doing, now);
    case "use-device":
      return sends(`handset:${doing.device}`, {
        type: "OPEN_DEVICE",
        by: person,
        knows: knowledge.holds,
        account: doing.account,
        accountTitle: titleOf(accountById(knowledge.setup, doing.account)),
      });
    case "look-inside":
    case "replace-authenticators":
    case "change-password":
      return sends(sessionOf(doing.account, person), { type: "USE", use: { do: doing.do } });
    case "revoke-device":
      return sends(sessionOf(doing.account, person), {
        type: "USE",
        use: { do: "revoke-device", device: doing.device },
      });
    case "object":
      return knowledge.notices.includes(doing.account)
        ? sends(`account:${doing.account}`, { type: "OBJECT", by: person })
        : toldAt(knowledge, doing.account, "knows-of-nothing");
  }
}

/** Offers what the person can for an authenticator, by whatever means they have. */
export function present(knowledge: Knowledge, at: AuthenticatorRef, now: number): Response {
  if (ceremonyInProgress(knowledge, at.account) === undefined) return told(knowledge, at, "nothing-begun");
  const account = accountById(knowledge.setup, at.account);
  const found = proofAtHand(knowledge, account, authenticatorById(account, at.authenticator), now);
  if (found !== undefined) {
    const { changes = {}, ...proof } = found;
    return { ...offer(knowledge, at, proof), changes };
  }
  const overseen = overseenProof(knowledge, at.account, at.authenticator);
  if (overseen !== undefined) return offer(knowledge, at, overseen);
  return openNext(knowledge, at, knowledge.person) ?? withNothingOfTheirOwn(knowledge, at);
}

/** Offers a proof in the ceremony that asks for it. Somebody who looks on sees what is typed. */
export function offer(knowledge: Knowledge, at: AuthenticatorRef, proof: Proof): Response {
  const ceremony = ceremonyInProgress(knowledge, at.account);
  if (ceremony === undefined) return told(knowledge, at, "nothing-begun");
  return {
    changes: {},
    emitted: [
      send(ceremony, { type: "OFFER", authenticator: at.authenticator, ...proof }),
      ...(isSeenTyping(knowledge, at)
        ? [
            send("attacker", {
              type: "OVERSEEN",
              account: at.account,
              authenticator: at.authenticator,
              proof: proof.proof,
            }),
          ]
        : []),
    ],
  };
}

/** Opens the app on the first device at hand, or on the next one after a device on which it stayed shut. */
export function openNext(
  knowledge: Knowledge,
  { account, authenticator }: AuthenticatorRef,
  forWhom: AppRequest["forWhom"],
  after?: string,
): Response | undefined {
  const devices = devicesAtHand(
    knowledge,
    authenticatorById(accountById(knowledge.setup, account), authenticator),
  );
  const device = devices[after === undefined ? 0 : devices.indexOf(after) + 1];
  if (device === undefined) return undefined;
  return sends(`handset:${device}`, {
    type: "OPEN_APP",
    by: knowledge.person,
    forWhom,
    knows: knowledge.holds,
    account,
    authenticator,
    device,
  });
}

/** Has the owner hand it over, where a lure is laid out; otherwise goes on as somebody without help. */
export function withNothingOfTheirOwn(knowledge: Knowledge, at: AuthenticatorRef): Response {
  return knowledge.person === "attacker" && isLured(knowledge, at.account)
    ? sends("owner", { type: "COAX", ...refOf(at) })
    : withoutHelp(knowledge, at);
}

/** Tries codes where the attacker does that and the kind has codes to try; otherwise there is nothing to offer. */
export function withoutHelp(knowledge: Knowledge, at: AuthenticatorRef): Response {
  const ceremony = ceremonyInProgress(knowledge, at.account);
  const { verifier } = factorOf(
    authenticatorById(accountById(knowledge.setup, at.account), at.authenticator),
  );
  const hasCodes = verifier === "challenge" || verifier === "totp" || verifier === "hotp";
  return ceremony !== undefined && hasCodes && knowledge.guessesAt.includes(at.account)
    ? sends(ceremony, { type: "TRY_CODES", authenticator: at.authenticator })
    : told(knowledge, at, "has-nothing");
}

/** Sends one message and changes nothing. */
export function sends(to: ActorId, message: Message): Response {
  return { changes: {}, emitted: [send(to, message)] };
}

/** Tells something about an authenticator that a person does or finds. */
export function told({ setup, person }: Knowledge, at: AuthenticatorRef, id: string): Response {
  const account = accountById(setup, at.account);
  const authenticator = nameOf(authenticatorById(account, at.authenticator));
  return toldWith(person, account.id, id, { account: titleOf(account), authenticator });
}

/** Tells something about an account that a person does or finds. */
export function toldAt({ setup, person }: Knowledge, account: string, id: string): Response {
  return toldWith(person, account, id, { account: titleOf(accountById(setup, account)) });
}

function toldWith(
  person: Knowledge["person"],
  account: string,
  id: string,
  params: Readonly<Record<string, string>>,
): Response {
  return {
    changes: {},
    emitted: [tell({ actor: person, channel: "none", account, what: { id, params } })],
  };
}

function ceremonyInProgress({ begun, person }: Knowledge, account: string): ActorId | undefined {
  // An account may be called `constructor`, which every object has.
  const ref = Object.hasOwn(begun, account) ? begun[account] : undefined;
  return ref === undefined ? undefined : ceremonyOf(account, ref.ceremony, person);
}

function isSeenTyping({ setup, person, watchedAt }: Knowledge, at: AuthenticatorRef): boolean {
  if (person !== "owner" || !watchedAt.includes(at.account)) return false;
  const authenticator = authenticatorById(accountById(setup, at.account), at.authenticator);
  // A password manager fills passwords in; nobody types them.
  return authenticator.kind === "password"
    ? authenticator.keptIn === undefined
    : typedCodes.has(authenticator.kind);
}
