// Words that rules about texted codes share: how the code reaches its reader, what an attacker does, what would help.
import type { ScenarioRef } from "../../simulator/index.ts";
import type { RelatedPlace, Severity } from "../finding.ts";
import type { Flow, FlowStep, ProofKind } from "../flow.ts";
import type { Played } from "./attack-play.ts";
import type { Gives, WeakRoute } from "./weak-routes.ts";

/** How the code reaches its reader, and what that does to the severity. */
export interface ChannelWords {
  readonly severity: Severity;
  readonly code: string;
  /** What an attacker asks the service for. */
  readonly asks: string;
  /** What an attacker with the number does to have the code. */
  readonly having: string;
}

const texted: ChannelWords = {
  severity: "error",
  code: "a texted code",
  asks: "the code",
  having: "receives it",
};
const spoken: ChannelWords = {
  severity: "error",
  code: "a code spoken in a call",
  asks: "the code",
  having: "takes the call",
};
const calledBack: ChannelWords = {
  severity: "error",
  code: "a call back to the phone number",
  asks: "help",
  having: "takes the call",
};
/** The number can be taken over and the app registered anew with it; that takes one step more and may be noticed. */
export const messaged: ChannelWords = {
  severity: "warning",
  code: "a code sent to a phone number by WhatsApp",
  asks: "the code",
  having: "registers the number with the messenger to receive it",
};

/** How the code of a route comes: told by the flow that was read, or by the kinds written in the setup. */
export function channelOf(route: WeakRoute, flow: Flow | undefined): ChannelWords {
  return flow === undefined ? channelOfRoute(route) : channelOfFlow(flow);
}

function channelOfFlow(flow: Flow): ChannelWords {
  const kinds = new Set<ProofKind>(flow.proofs.map(({ kind }) => kind));
  if (kinds.has("sms-code")) return texted;
  if (kinds.has("voice-code")) return spoken;
  return kinds.has("whatsapp-code") ? messaged : texted;
}

function channelOfRoute({ account, route }: WeakRoute): ChannelWords {
  const kinds = new Set(
    account.authenticators.filter(({ id }) => route.with.includes(id)).map(({ kind }) => kind),
  );
  if (kinds.has("sms-code")) return texted;
  if (kinds.has("support-desk")) return calledBack;
  if (kinds.has("voice-code")) return spoken;
  return kinds.has("messenger-code")
    ? { ...messaged, code: "a code sent to a phone number by messenger" }
    : texted;
}

/** What somebody does first, and how they then have the code; `having` stands for how it comes with the number itself. */
function means(scenario: ScenarioRef["id"] | undefined, having: string): readonly [who: string, has: string] {
  switch (scenario) {
    case "ss7-interception":
      return [
        "redirects the number's texts in the phone network",
        having === texted.having ? "reads it" : having,
      ];
    case "port-out":
      return ["has another carrier take the number over", having];
    case "text-rerouting":
      return ["has a text service for businesses take the number's texts over", "reads it"];
    case "call-forwarding":
      return ["has the number's calls forwarded", having];
    case "voicemail-interception":
      return ["listens to the number's voicemail", "hears the recording"];
    default:
      return ["gets the carrier to move the number to another SIM", having];
  }
}

/** What the attacker does at the end of an attack, and before what a second proof would have to be asked for. */
const ends: Readonly<Record<Gives, readonly [does: string, before: string]>> = {
  "new-password": ["chooses a new password", "Before the new password is written"],
  session: ["is in", "Before the account is opened"],
  "factor-removal": ["takes the second factor off the account", "Before a factor is taken off"],
  "new-number": ["puts another number on file", "Before another number is put on file"],
};

/** The attack in one line. */
export function attackLine(
  played: Played | undefined,
  channel: ChannelWords,
  { gives }: { readonly gives: Gives },
): string {
  const [does] = ends[gives];
  return `Somebody who ${meansOf(played, channel)} and ${does}${endOf(played)}`;
}

/** What somebody does to have the code, as it was played; where no attack gets that far, whoever has the number. */
export function meansOf(played: Played | undefined, { asks, having }: ChannelWords): string {
  if (played === undefined) return `has the number, however they came by it, asks for ${asks}, ${having}`;
  const [who, has] = means(played.scenario.id, having);
  return `${who} asks for ${asks}, ${has}`;
}

/** The end of the line: a full stop, after what the play leaves to be said. */
export function endOf(played: Played | undefined): string {
  if (played?.end !== "password-changed") return ".";
  return `. The second factor still keeps them out${played.owner === "locked-out" ? ", but the owner, whose password is gone, is locked out" : ""}.`;
}

/** How to mend it, in one line. */
export function fixLine({ gives }: { readonly gives: Gives }): string {
  const [, before] = ends[gives];
  return `${before}, ask for a second proof that does not hang on the phone number, such as the enrolled authenticator app, a passkey or a recovery code.`;
}

const stepWords: Readonly<Record<FlowStep["what"], string>> = {
  "sends-code": "sent here",
  "checks-code": "checked here",
  "checks-proof": "proof checked here",
  "hands-over-token": "token handed over here",
  "writes-password": "password written here",
  "opens-session": "session opened here",
  "changes-phone": "phone number changed here",
  "changes-email": "mail address changed here",
  "removes-factor": "factor removed here",
};

/** One link of a chain, for reports. */
export function chainPlace({ what, place, detail }: FlowStep): RelatedPlace {
  return { ...place, message: detail === "" ? stepWords[what] : `${stepWords[what]} (${detail})` };
}
