// What a provider is: a service or a library whose calls send codes, check them, or count as another proof.
import type { Value } from "../read/values.ts";

/** A call into a package, or into something that was not resolved but looks like one. */
export interface PackageCall {
  /** The package, or an empty text if the receiver was not resolved. */
  readonly module: string;
  /** The members on the way to the call, calls as `()`: `().messages.create`. */
  readonly path: string;
  readonly args: readonly Value[];
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
}

/** A provider is asked whether the code that it made is right. */
export interface Checking {
  readonly provider: string;
  readonly to: Value | null;
  /** Which fields of the answer say yes, and by which values; an empty name stands for the answer itself. */
  readonly when: Readonly<Record<string, readonly (string | boolean | number)[]>>;
}

/** A library says whether something other than a sent code is right. */
export interface Proving {
  readonly kind: "totp" | "passkey" | "recovery-code";
  readonly when: Readonly<Record<string, readonly (string | boolean | number)[]>>;
}

export interface Provider {
  /** For people: `Twilio Verify`. */
  readonly title: string;
  /** The packages whose calls are looked at. */
  readonly modules: readonly string[];
  /** True if its calls are recognised by their own shape too, because the client often comes through a container. */
  readonly byShape?: boolean;
  readonly sends?: (call: PackageCall) => Omit<Sending, "provider"> | undefined;
  readonly checks?: (call: PackageCall) => Omit<Checking, "provider"> | undefined;
  readonly proves?: (call: PackageCall) => Proving | undefined;
}
