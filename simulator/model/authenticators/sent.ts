// Authenticators that are sent: a code or a link goes somewhere, and whoever is there has it.
import * as v from "valibot";
import { flag, reference, references, shared } from "./shared.ts";

export const smsCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("sms-code"),
  number: reference("The number that the code is texted to."),
  sender: v.pipe(
    v.optional(v.picklist(["short-code", "long-number"]), "short-code"),
    v.description("What kind of number the texts come from; carriers filter the two differently."),
  ),
});

export const voiceCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("voice-code"),
  number: reference("The number that is called."),
  keyPress: flag(
    "Whether a key must be pressed before the code is spoken, so that voicemail does not take it.",
  ),
  pin: flag("Whether a PIN must be keyed in during the call."),
});

export const messengerCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("messenger-code"),
  messenger: reference("The account of the messenger in which the code arrives."),
});

export const emailCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("email-code"),
  mailbox: reference("The account that is the mailbox."),
});

export const emailLinkSchema = v.strictObject({
  ...shared,
  kind: v.literal("email-link"),
  mailbox: reference("The account that is the mailbox."),
});

export const inAppMessageSchema = v.strictObject({
  ...shared,
  kind: v.literal("in-app-message"),
  devices: references("The devices on which the service's own app is signed in and shows the message."),
});
