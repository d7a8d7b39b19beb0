// How a code that a service sends leaves it: by text, call, mail, messenger or in its own app, and to which number.
import type { Authenticator } from "../model/authenticators.ts";
import { titleOf } from "../model/find.ts";
import { ownSecret } from "../model/holdings.ts";
import type { Channel } from "../model/trail.ts";
import type { ChallengeContext } from "./challenge-context.ts";
import { send } from "./messages.ts";
import type { Emitted, SentCode } from "./messages.ts";
import { serviceTold } from "./service-tellings.ts";

/** What is sent and told when the code that has just been drawn goes out. `revoked`: devices that get nothing. */
export function dispatch(context: ChallengeContext, revoked: readonly string[]): readonly Emitted[] {
  const { account, authenticator, person, code } = context;
  if (code === undefined) return [];
  const sent: SentCode = {
    account: account.id,
    accountTitle: titleOf(account),
    authenticator: authenticator.id,
    requestedBy: person,
    code,
  };
  switch (authenticator.kind) {
    case "sms-code":
      return [...texted(context, authenticator, sent), ...copied(context, sent)];
    case "voice-code":
      return called(context, authenticator, sent);
    case "email-code":
      return [send(`account:${authenticator.mailbox}`, { type: "MAIL", sent })];
    case "email-link":
      return [send(`account:${authenticator.mailbox}`, { type: "MAIL", sent: { ...sent, isLink: true } })];
    case "messenger-code":
      return [send(`account:${authenticator.messenger}`, { type: "MAIL", sent })];
    case "in-app-message":
      return [
        codeTold(context, "code-in-app"),
        ...authenticator.devices
          .filter((device) => !revoked.includes(device))
          .map((device) => send(`handset:${device}`, { type: "APP_MESSAGE", sent })),
      ];
    default:
      throw new Error(`a ${authenticator.kind} has no code to send`);
  }
}

/** What is told of a code that goes to where the attacker's authenticators are. */
export function sentElsewhere(context: ChallengeContext): Emitted {
  switch (context.authenticator.kind) {
    case "sms-code":
      return codeTold(context, "code-texted-elsewhere");
    case "email-code":
    case "email-link":
      return codeTold(context, "code-mailed-elsewhere");
    default:
      return codeTold(context, "code-sent-elsewhere");
  }
}

/** What is told of the code that was sent last. */
export function codeTold(
  context: ChallengeContext,
  id: string,
  to: string = context.person,
  channel: Channel = "web",
): Emitted {
  return serviceTold(context, id, { to, channel, params: { code: context.code ?? "" } });
}

function texted(
  context: ChallengeContext,
  text: Extract<Authenticator, { readonly kind: "sms-code" }>,
  sent: SentCode,
): readonly Emitted[] {
  const { account, newNumberOf, misdirectedTo } = context;
  if (newNumberOf !== undefined)
    return [
      codeTold(context, `code-texted-to-new-number-of-${newNumberOf}`, newNumberOf, "text"),
      send(newNumberOf, { type: "CODE_READ", sent }),
    ];
  const line = `line:${misdirectedTo ?? text.number}` as const;
  return [
    codeTold(context, "code-texted", line, "text"),
    send(line, {
      type: "TEXT",
      sent: misdirectedTo === undefined ? sent : { ...sent, isMisdirected: true },
      sender: text.sender,
      checksChange: account.controls.carrierChangeCheck,
    }),
  ];
}

/** Whoever reads along at a company on the way has a copy of each text. */
function copied(context: ChallengeContext, sent: SentCode): readonly Emitted[] {
  return context.isTapped
    ? [codeTold(context, "text-copied", "attacker", "none"), send("attacker", { type: "CODE_READ", sent })]
    : [];
}

function called(
  context: ChallengeContext,
  voice: Extract<Authenticator, { readonly kind: "voice-code" }>,
  sent: SentCode,
): readonly Emitted[] {
  const { account, newNumberOf } = context;
  const spoken: SentCode = voice.pin ? { ...sent, pin: ownSecret(account, voice) } : sent;
  if (newNumberOf !== undefined)
    return [
      codeTold(context, `code-called-to-new-number-of-${newNumberOf}`, newNumberOf, "call"),
      send(newNumberOf, { type: "CODE_READ", sent: spoken }),
    ];
  const line = `line:${voice.number}` as const;
  return [
    codeTold(context, "code-called", line, "call"),
    send(line, {
      type: "CALL",
      sent: spoken,
      keyPress: voice.keyPress,
      checksChange: account.controls.carrierChangeCheck,
    }),
  ];
}
