// Authenticators that answer for a device or a key: prompts, signatures, browsers and sessions that are trusted.
import * as v from "valibot";
import { flag, reference, references, shared } from "./shared.ts";

export const pushSchema = v.strictObject({
  ...shared,
  kind: v.literal("push"),
  devices: references("The devices on which the prompt appears."),
  answer: v.pipe(
    v.optional(v.picklist(["approve", "number-matching", "typed-code"]), "approve"),
    v.description(
      "What the person does: approve or deny, choose or enter the number that the sign-in page shows, or type the code of the prompt into the page.",
    ),
  ),
});

export const securityKeySchema = v.strictObject({
  ...shared,
  kind: v.literal("security-key"),
  thing: reference("The security key."),
  pin: flag("Whether the service insists on the key's PIN (user verification)."),
});

export const passkeySchema = v.strictObject({
  ...shared,
  kind: v.literal("passkey"),
  devices: references("The devices that hold the passkey."),
  syncedTo: v.optional(reference("The cloud account from which the passkey can be restored.")),
});

export const trustedBrowserSchema = v.strictObject({
  ...shared,
  kind: v.literal("trusted-browser"),
  devices: references("The devices whose browser the service remembers."),
});

export const sessionApprovalSchema = v.strictObject({
  ...shared,
  kind: v.literal("session-approval"),
  devices: references("The devices that are signed in and can approve another sign-in."),
});
