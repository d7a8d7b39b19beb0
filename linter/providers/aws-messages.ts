// Amazon's services that text: SNS, Pinpoint and End User Messaging. A publish to a phone number is a text; one to a topic is not.
// Read in the types of `@aws-sdk/client-sns` 3.1169, `client-pinpoint` 3.1132 and `client-pinpoint-sms-voice-v2` 3.1138,
// and for `aws-sdk` (v2), whose members are the same commands with a small first letter, in code that uses it.
import { propOf, type Value } from "../read/values.ts";
import { commandInput, hasWord, valueAt } from "./arguments.ts";
import type { Channel, PackageCall, Provider, Sending } from "./provider.ts";

type Sent = Omit<Sending, "provider">;

export const awsSns: Provider = {
  title: "AWS SNS",
  modules: ["@aws-sdk/client-sns", "aws-sdk"],
  byShape: true,
  sends: (call) => {
    const input = commandInput(call, "Publish");
    const to = propOf(input, "PhoneNumber");
    if (input === undefined || to === undefined) return undefined;
    return { channels: ["sms"], to, content: [input] };
  },
};

export const awsPinpoint: Provider = {
  title: "Amazon Pinpoint",
  modules: ["@aws-sdk/client-pinpoint", "aws-sdk"],
  sends: (call) => sentMessages(call) ?? sentCode(call),
  checks: (call) => {
    const input = commandInput(call, "VerifyOTPMessage");
    if (input === undefined) return undefined;
    return {
      to: valueAt(input, "VerifyOTPMessageRequestParameters", "DestinationIdentity") ?? null,
      when: { "VerificationResponse.Valid": [true] },
    };
  },
};

export const awsEndUserMessaging: Provider = {
  title: "AWS End User Messaging",
  modules: ["@aws-sdk/client-pinpoint-sms-voice-v2", "aws-sdk"],
  sends: (call) =>
    sentTo(commandInput(call, "SendTextMessage"), "sms") ??
    sentTo(commandInput(call, "SendMediaMessage"), "sms") ??
    sentTo(commandInput(call, "SendVoiceMessage"), "voice"),
};

function sentTo(input: Value | undefined, channel: Channel): Sent | undefined {
  const to = propOf(input, "DestinationPhoneNumber");
  return input === undefined || to === undefined ? undefined : { channels: [channel], to, content: [input] };
}

/** One call sends by any channel; which one stands beside each address and in the name of the message. */
function sentMessages(call: PackageCall): Sent | undefined {
  const input = commandInput(call, "SendMessages");
  const request = propOf(input, "MessageRequest");
  if (request === undefined) return undefined;
  const message = propOf(request, "MessageConfiguration");
  const addresses = propOf(request, "Addresses");
  const goes = (word: RegExp, name: string): boolean =>
    hasWord(addresses, word) || propOf(message, name) !== undefined;
  const channels: Channel[] = [];
  if (goes(/^SMS$/, "SMSMessage")) channels.push("sms");
  if (goes(/^VOICE$/, "VoiceMessage")) channels.push("voice");
  if (goes(/^EMAIL$/, "EmailMessage")) channels.push("email");
  return channels.length === 0 ? undefined : { channels, to: addresses ?? null, content: [request] };
}

function sentCode(call: PackageCall): Sent | undefined {
  const input = commandInput(call, "SendOTPMessage");
  if (input === undefined) return undefined;
  const to = valueAt(input, "SendOTPMessageRequestParameters", "DestinationIdentity");
  return { channels: ["sms"], to: to ?? null, content: null };
}
