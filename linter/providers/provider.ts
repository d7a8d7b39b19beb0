// What a provider is: a service or a library whose calls send codes, check them, or count as another proof.
import type { EffectKind } from "../flow.ts";
import type { Value } from "../read/values.ts";

/** A call into a package, or into something that was not resolved but looks like one. */
export interface PackageCall {
  /** The package, or an empty text if the receiver was not resolved. */
  readonly module: string;
  /** The members on the way to the call, calls as `()`: `().messages.create`. */
  readonly path: string;
  readonly args: readonly Value[];
  /** What the receiver was made with, where that was a call of the same package: `axios.create({ baseURL })`. */
  readonly madeWith?: readonly Value[];
}

export type Channel = "sms" | "voice" | "whatsapp" | "email";

/** Something is sent. */
export interface Sending {
  readonly provider: string;
  /** More than one where the code does not say which. */
  readonly channels: readonly Channel[];
  readonly to: Value | null;
  /** What is sent; null if the provider makes the code itself and keeps it. */
  readonly content: readonly Value[] | null;
  /** Whether what comes back is what the code is confirmed with. */
  readonly confirms?: true;
}

/** Which fields of an answer say yes, and by which values; an empty name stands for the answer itself. */
export type Yes = Readonly<Record<string, readonly (string | boolean | number)[]>>;

/** A provider is asked whether the code that it made is right. */
export interface Checking {
  readonly provider: string;
  readonly to: Value | null;
  readonly when: Yes;
  /** Whether nobody goes on after it unless the code is right: it throws, or gives an error instead of an answer. */
  readonly otherwiseFails?: true;
  /** The ways that the code can have come, where the call says so. */
  readonly channels?: readonly Channel[];
}

/** A library or a service says whether something other than a sent code is right. */
export interface Proving {
  /** `session`: a token of somebody signed in; whatever it says of them comes from the service. */
  readonly kind: "totp" | "passkey" | "recovery-code" | "password" | "session";
  readonly when: Yes;
  /** Whether nobody goes on after it unless it is right. */
  readonly otherwiseFails?: true;
  /** What was given, where the call says so. */
  readonly given?: Value;
  /** A number that stands in the token, and who texts to it: whoever has the number can have such a token. */
  readonly number?: { readonly field: string; readonly provider: string };
}

/** A service that keeps accounts does something to one. */
export interface Effecting {
  readonly provider: string;
  readonly what: EffectKind;
  /** What is written; null where the call does not say. */
  readonly written: Value | null;
  /** Whose account it is, where the call names it rather than acting for whoever is signed in. */
  readonly of?: Value;
  /** What the service asks for before it does so, where check and effect are one call. */
  readonly asks?: {
    /** A code that the service sent before; without channels it does not say which way. */
    readonly code?: Pick<Checking, "to" | "channels">;
    /** A code whose way is configured elsewhere, so that the call does not tell. */
    readonly configuredCode?: true;
    readonly password?: Value;
    readonly proof?: Exclude<Proving["kind"], "password">;
    /** Somebody signed in at the service, unless the same path has signed them in. */
    readonly session?: true;
  };
}

export interface Provider {
  /** For people: `Twilio Verify`. */
  readonly title: string;
  /** The packages whose calls are looked at. */
  readonly modules: readonly string[];
  /** True if its calls are recognised by their own shape too, because the client often comes through a container. */
  readonly byShape?: boolean;
  /** Calls that give the client, although they are called like what gives somebody signed in: `getAuth()`. */
  readonly clients?: RegExp;
  readonly sends?: (call: PackageCall) => Omit<Sending, "provider"> | undefined;
  readonly checks?: (call: PackageCall) => Omit<Checking, "provider"> | undefined;
  readonly proves?: (call: PackageCall) => Proving | undefined;
  readonly effects?: (call: PackageCall) => Omit<Effecting, "provider"> | undefined;
  /** Whether the carrier is asked if the number changed hands lately: a new SIM, a port, a forwarded call. */
  readonly checksCarrier?: (call: PackageCall) => boolean;
}
