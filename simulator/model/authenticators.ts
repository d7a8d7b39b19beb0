// The kinds of authenticator that an account can have, and what each names as its ground.
import * as v from "valibot";
import type { DeepReadonly } from "./deep-readonly.ts";
import { idSchema, titleSchema } from "./ids.ts";

const shared = { id: idSchema, title: v.optional(titleSchema) };

const passwordSchema = v.strictObject({
  ...shared,
  kind: v.literal("password"),
  secret: v.optional(
    v.pipe(
      idSchema,
      v.description("Passwords that name the same secret are one password, used again elsewhere."),
    ),
  ),
  keptIn: v.optional(
    v.pipe(
      idSchema,
      v.description("The account (a password manager) that keeps it; without this it is kept in memory."),
    ),
  ),
});

const smsCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("sms-code"),
  number: v.pipe(idSchema, v.description("The number that the code is texted to.")),
  sender: v.pipe(
    v.optional(v.picklist(["short-code", "long-number"]), "short-code"),
    v.description("What kind of number the texts come from; carriers filter the two differently."),
  ),
});

const emailCodeSchema = v.strictObject({
  ...shared,
  kind: v.literal("email-code"),
  mailbox: v.pipe(idSchema, v.description("The account that is the mailbox.")),
});

const totpSchema = v.strictObject({
  ...shared,
  kind: v.literal("totp"),
  devices: v.pipe(
    v.optional(v.array(idSchema), []),
    v.description("The devices whose authenticator app holds the seed."),
  ),
  syncedTo: v.optional(
    v.pipe(idSchema, v.description("The cloud account from which the seed can be restored.")),
  ),
  printedOn: v.optional(v.pipe(idSchema, v.description("The thing that carries the printed seed."))),
});

const recoveryCodesSchema = v.strictObject({
  ...shared,
  kind: v.literal("recovery-codes"),
  sheet: v.optional(v.pipe(idSchema, v.description("The thing they are printed on."))),
  storedIn: v.optional(v.pipe(idSchema, v.description("The account that keeps a copy of them."))),
  left: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 10),
    v.description("How many codes are not used yet."),
  ),
});

const securityKeySchema = v.strictObject({
  ...shared,
  kind: v.literal("security-key"),
  thing: v.pipe(idSchema, v.description("The security key.")),
  pin: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether the service insists on the key's PIN (user verification)."),
  ),
});

const passkeySchema = v.strictObject({
  ...shared,
  kind: v.literal("passkey"),
  devices: v.pipe(v.optional(v.array(idSchema), []), v.description("The devices that hold the passkey.")),
  syncedTo: v.optional(
    v.pipe(idSchema, v.description("The cloud account from which the passkey can be restored.")),
  ),
});

/** One way of proving who you are to one account, and what it rests on. */
export const authenticatorSchema = v.variant("kind", [
  passwordSchema,
  smsCodeSchema,
  emailCodeSchema,
  totpSchema,
  recoveryCodesSchema,
  securityKeySchema,
  passkeySchema,
]);

/** One way of proving who you are to one account (NIST's authenticator), and what it rests on. */
export type Authenticator = DeepReadonly<v.InferOutput<typeof authenticatorSchema>>;
/** The kinds of authenticator, by the id of their file in `simulator/factors/`. */
export type FactorId = Authenticator["kind"];
/** The authenticator of one kind. */
export type AuthenticatorOf<Kind extends FactorId> = Extract<Authenticator, { kind: Kind }>;
