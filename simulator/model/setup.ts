// The setup: what a person holds, and what each way into each account rests on.
// This schema is the single source of the types, the validation and the published JSON Schema.
import * as v from "valibot";
import { authenticatorSchema } from "./authenticators.ts";
import { durationSchema } from "./duration.ts";
import { idSchema, titleSchema } from "./ids.ts";
import type { DeepReadonly } from "./deep-readonly.ts";

const smallCount = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));

const carrierSchema = v.strictObject({
  simChange: v.pipe(
    v.optional(
      v.picklist(["nothing", "personal-data", "account-pin", "photo-id-in-person"]),
      "personal-data",
    ),
    v.description("What the carrier asks for before it moves the number to another SIM."),
  ),
  numberLock: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether the owner has locked the number against SIM changes."),
  ),
  ss7Filtering: v.pipe(
    v.optional(v.boolean(), false),
    v.description(
      "Whether the carrier refuses signalling from foreign networks that would move the number away.",
    ),
  ),
  portOut: v.pipe(
    v.optional(v.picklist(["letter", "account-pin"]), "letter"),
    v.description("What proves to the carrier that the number may move to another carrier."),
  ),
  rerouting: v.pipe(
    v.optional(v.picklist(["letter", "confirmed"]), "letter"),
    v.description(
      "What lets a business service take over the number's texts: a signed letter, or a confirmation by the number itself.",
    ),
  ),
  forwarding: v.pipe(
    v.optional(v.picklist(["personal-data", "account-pin"]), "personal-data"),
    v.description("What the carrier asks for before it forwards the number's calls elsewhere."),
  ),
});

const numberSchema = v.strictObject({
  id: idSchema,
  title: v.optional(titleSchema),
  line: v.pipe(
    v.optional(v.picklist(["mobile", "landline"]), "mobile"),
    v.description("What kind of line it is."),
  ),
  carrier: v.optional(carrierSchema, {}),
  simPin: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether the SIM asks for its PIN when it is put into another phone."),
  ),
  voicemail: v.pipe(
    v.optional(v.picklist(["none", "open", "pin"]), "pin"),
    v.description("Calls that nobody answers: not recorded, recorded for whoever calls in, or behind a PIN."),
  ),
  wifiCalling: v.pipe(
    v.optional(v.picklist(["none", "without-short-codes", "full"]), "none"),
    v.description(
      "Whether texts and calls also come over Wi-Fi, and whether texts from short codes are among them.",
    ),
  ),
  abroad: v.pipe(
    v.optional(v.picklist(["everything", "calls-only", "nothing"]), "calls-only"),
    v.description("What still reaches the number in a foreign network."),
  ),
});

const deviceSchema = v.strictObject({
  id: idSchema,
  title: v.optional(titleSchema),
  kind: v.picklist(["smartphone", "feature-phone", "landline-phone", "tablet", "computer"]),
  sims: v.pipe(
    v.optional(v.array(idSchema), []),
    v.description("The numbers that it answers: their SIM is in this device, or their line ends at it."),
  ),
  mirrors: v.pipe(
    v.optional(v.array(idSchema), []),
    v.description("The numbers whose texts it also shows, for as long as the phone with the SIM is on."),
  ),
  wipedFrom: v.optional(
    v.pipe(idSchema, v.description("The account from which the device can be erased at a distance.")),
  ),
  lock: v.pipe(v.optional(v.picklist(["none", "code"]), "code"), v.description("The screen lock.")),
  previews: v.pipe(
    v.optional(v.boolean(), true),
    v.description("Whether texts can be read on the locked screen."),
  ),
});

const thingSchema = v.strictObject({
  id: idSchema,
  title: v.optional(titleSchema),
  kind: v.picklist(["security-key", "otp-token", "paper", "id-document", "other"]),
  keptWith: v.optional(v.pipe(idSchema, v.description("The device it is carried with, and lost with."))),
});

const routeSchema = v.strictObject({
  with: v.pipe(
    v.array(idSchema),
    v.description("The authenticators that are all asked for. None means that the route asks for nothing."),
  ),
  limited: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether this way in allows looking only: no protected action and no change of settings."),
  ),
});

const recoverySchema = v.strictObject({
  with: v.pipe(v.array(idSchema), v.description("The authenticators that are all asked for.")),
  gives: v.pipe(
    v.picklist(["new-password", "session", "factor-removal", "new-number"]),
    v.description(
      "What it gives: a new password, a way straight in, the removal of an authenticator, or another phone number on file.",
    ),
  ),
  removes: v.optional(
    v.pipe(
      v.array(idSchema),
      v.description("The authenticators that it removes, with gives: factor-removal."),
    ),
  ),
  after: v.optional(
    v.pipe(durationSchema, v.description("How long the service then waits before it gives it.")),
  ),
});

const protectedActionSchema = v.strictObject({
  id: idSchema,
  title: v.optional(titleSchema),
  with: v.pipe(
    v.array(idSchema),
    v.description("The authenticators that are asked for again before this action."),
  ),
  covers: v.optional(
    v.pipe(
      v.picklist(["security-settings", "app-enrolment"]),
      v.description(
        "Set where the action is the change of password, number and authenticators itself, or the enrolment of an authenticator app.",
      ),
    ),
  ),
});

const controlsSchema = v.strictObject({
  codeLength: v.pipe(
    v.optional(smallCount(4, 8), 6),
    v.description("Digits in a code that the service sends."),
  ),
  codeLifetime: v.pipe(v.optional(durationSchema, "10m"), v.description("How long a sent code is valid.")),
  attempts: v.pipe(
    v.optional(v.union([smallCount(1, 100), v.literal("unlimited")]), 5),
    v.description("Wrong codes after which the service stops listening, or unlimited."),
  ),
  resendResetsAttempts: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether asking for another code starts the count of wrong codes anew."),
  ),
  oneTimeUse: v.pipe(
    v.optional(v.boolean(), true),
    v.description(
      "Whether a code serves once, and only for what it was sent for; without it a code is good again, for anything, until it is too old.",
    ),
  ),
  carrierChangeCheck: v.pipe(
    v.optional(v.boolean(), false),
    v.description(
      "Whether the service asks the carrier about a recent change of SIM or carrier, and then neither texts nor calls.",
    ),
  ),
  holdAfterChange: v.optional(
    v.pipe(
      durationSchema,
      v.description("How long protected actions are held back after somebody has come back by a recovery."),
    ),
  ),
  textsDespiteApp: v.pipe(
    v.optional(v.boolean(), true),
    v.description("Whether the service texts or calls with a code although an app or a push is enrolled."),
  ),
  pushLimit: v.optional(
    v.pipe(
      smallCount(1, 100),
      v.description("Prompts that nobody approved after which the service sends no more."),
    ),
  ),
  recoveryKey: v.pipe(
    v.optional(v.boolean(), false),
    v.description(
      "Whether whoever is inside can set a recovery key, after which no desk, contact or proof of identity helps.",
    ),
  ),
  driftSteps: v.pipe(
    v.optional(smallCount(0, 10), 1),
    v.description("Steps of 30 seconds by which an authenticator app's clock may be off, either way."),
  ),
  resetKeepsSecondFactor: v.pipe(
    v.optional(v.boolean(), true),
    v.description("Whether a new password still needs the second factor at the next sign-in."),
  ),
  resetOpensSession: v.pipe(
    v.optional(v.boolean(), false),
    v.description("Whether a password reset signs you in at once."),
  ),
});

const noticeSchema = v.strictObject({
  mailbox: v.optional(v.pipe(idSchema, v.description("The account that is the mailbox."))),
  number: v.optional(v.pipe(idSchema, v.description("The number that is texted."))),
});

const accountSchema = v.strictObject({
  id: idSchema,
  title: v.optional(titleSchema),
  kind: v.pipe(
    v.optional(
      v.picklist([
        "mailbox",
        "bank",
        "charity",
        "shop",
        "social",
        "work",
        "cloud",
        "password-manager",
        "messenger",
        "government",
        "other",
      ]),
      "other",
    ),
    v.description("What it is for; lessons and pictures use it, verdicts only where a scenario says so."),
  ),
  modelled: v.pipe(
    v.optional(v.boolean(), true),
    v.description("false: how to get into it is not described here, so it counts as something held."),
  ),
  signedInOn: v.pipe(
    v.optional(v.array(idSchema), []),
    v.description("The devices that stay signed in: whoever holds one and passes its lock is inside."),
  ),
  authenticators: v.optional(v.array(authenticatorSchema), []),
  signIn: v.pipe(
    v.optional(v.array(routeSchema), []),
    v.description("Any one of these routes signs you in."),
  ),
  recovery: v.pipe(v.optional(v.array(recoverySchema), []), v.description("Ways back in.")),
  protectedActions: v.optional(v.array(protectedActionSchema), []),
  notifies: v.pipe(
    v.optional(v.array(noticeSchema), []),
    v.description("Where the service tells of a recovery that has been asked for and of changes."),
  ),
  controls: v.optional(controlsSchema, {}),
});

/** The whole setup, version 1. */
export const setupSchema = v.strictObject({
  $schema: v.optional(v.string()),
  version: v.pipe(v.literal(1), v.description("The version of this format.")),
  title: titleSchema,
  story: v.optional(
    v.pipe(v.string(), v.maxLength(2_000), v.description("Who this is, in a few sentences.")),
  ),
  reactsWithin: v.pipe(
    v.optional(durationSchema, "12h"),
    v.description("How long the person takes to see a notice and act on it."),
  ),
  numbers: v.pipe(
    v.optional(v.array(numberSchema), []),
    v.description("The phone numbers that the person has."),
  ),
  devices: v.pipe(v.optional(v.array(deviceSchema), []), v.description("Phones, tablets and computers.")),
  things: v.pipe(
    v.optional(v.array(thingSchema), []),
    v.description("Security keys, sheets of paper and other things that can be kept and lost."),
  ),
  accounts: v.pipe(
    v.optional(v.array(accountSchema), []),
    v.description("Everything that one can sign in to, mailboxes and password managers included."),
  ),
});

/** What a person holds and how each account can be entered: the value that all parts of onefactor exchange. */
export type Setup = DeepReadonly<v.InferOutput<typeof setupSchema>>;
/** A setup as written by hand: what has a default may be left out. */
export type SetupInput = DeepReadonly<v.InferInput<typeof setupSchema>>;

export type PhoneNumber = Setup["numbers"][number];
export type Carrier = PhoneNumber["carrier"];
export type Device = Setup["devices"][number];
export type Thing = Setup["things"][number];
export type Account = Setup["accounts"][number];
export type Controls = Account["controls"];
export type SignInRoute = Account["signIn"][number];
export type RecoveryRoute = Account["recovery"][number];
export type ProtectedAction = Account["protectedActions"][number];
