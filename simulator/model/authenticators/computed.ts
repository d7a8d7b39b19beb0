// Authenticators that compute codes from a seed, with or without a clock, without anything being sent.
import * as v from "valibot";
import { flag, reference, references, shared } from "./shared.ts";

export const totpSchema = v.strictObject({
  ...shared,
  kind: v.literal("totp"),
  devices: references("The devices whose authenticator app holds the seed."),
  syncedTo: v.optional(reference("The cloud account from which the seed can be restored.")),
  printedOn: v.optional(reference("The thing that carries the printed seed.")),
  exportedTo: v.optional(reference("The account in which an exported copy of the seed lies.")),
});

export const hotpSchema = v.strictObject({
  ...shared,
  kind: v.literal("hotp"),
  devices: references("The devices whose app holds the seed and the counter."),
  thing: v.optional(reference("The token that holds the seed and the counter.")),
});

export const deviceCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("device-code"),
  devices: references("The devices to which the code app is bound; its seed cannot leave them."),
  needsInternet: flag("Whether the app makes codes only while it reaches its service."),
});

export const otpTokenSchema = v.strictObject({
  ...shared,
  kind: v.literal("otp-token"),
  thing: reference("The token."),
});
