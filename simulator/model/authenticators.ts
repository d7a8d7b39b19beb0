// The kinds of authenticator that an account can have, and what each names as its ground.
import * as v from "valibot";
import { deviceCodeSchema, hotpSchema, otpTokenSchema, totpSchema } from "./authenticators/computed.ts";
import { passwordSchema, securityQuestionsSchema } from "./authenticators/known.ts";
import {
  emailCodeSchema,
  emailLinkSchema,
  inAppMessageSchema,
  messengerCodeSchema,
  smsCodeSchema,
  voiceCodeSchema,
} from "./authenticators/sent.ts";
import {
  passkeySchema,
  pushSchema,
  securityKeySchema,
  sessionApprovalSchema,
  trustedBrowserSchema,
} from "./authenticators/signed.ts";
import {
  identityProofingSchema,
  recoveryCodesSchema,
  recoveryContactSchema,
  supportDeskSchema,
  voiceprintSchema,
} from "./authenticators/vouched.ts";
import type { DeepReadonly } from "./deep-readonly.ts";

/** One way of proving who you are to one account, and what it rests on. */
export const authenticatorSchema = v.variant("kind", [
  passwordSchema,
  securityQuestionsSchema,
  smsCodeSchema,
  voiceCodeSchema,
  messengerCodeSchema,
  emailCodeSchema,
  emailLinkSchema,
  inAppMessageSchema,
  totpSchema,
  hotpSchema,
  deviceCodeSchema,
  otpTokenSchema,
  pushSchema,
  securityKeySchema,
  passkeySchema,
  trustedBrowserSchema,
  sessionApprovalSchema,
  recoveryCodesSchema,
  supportDeskSchema,
  recoveryContactSchema,
  identityProofingSchema,
  voiceprintSchema,
]);

/** One way of proving who you are to one account (NIST's authenticator), and what it rests on. */
export type Authenticator = DeepReadonly<v.InferOutput<typeof authenticatorSchema>>;
/** The kinds of authenticator, by the id of their file in `simulator/factors/`. */
export type FactorId = Authenticator["kind"];
/** The authenticator of one kind. */
export type AuthenticatorOf<Kind extends FactorId> = Extract<Authenticator, { kind: Kind }>;

export { containersOf, devicesOf } from "./authenticator-places.ts";
