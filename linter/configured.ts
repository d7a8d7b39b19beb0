// What a service or framework was told about signing in and getting back in, as plain data with places.
// Rules see the setup that is inferred from it; nothing here knows syntax.
import type { Confidence, Place, ProofKind } from "./flow.ts";

/** A product whose settings are read. */
export type ProductId =
  | "amplify"
  | "auth0"
  | "authy"
  | "better-auth"
  | "clerk"
  | "cognito"
  | "feathers"
  | "firebase"
  | "kratos"
  | "parse"
  | "supabase"
  | "supertokens";

/** One setting, or the place where it is missing. */
export interface Setting {
  readonly place: Place;
  /** For people: `accountRecovery: PHONE_AND_EMAIL`, or what is missing. Untrusted text may be quoted in it. */
  readonly text: string;
  /** True where the setting is not written and the product's own default holds. */
  readonly byDefault: boolean;
}

/** A way in. */
export interface ConfiguredRoute {
  readonly with: readonly ProofKind[];
  readonly setting: Setting;
}

/** A way back in. */
export interface ConfiguredRecovery extends ConfiguredRoute {
  readonly gives: "new-password" | "session";
  /** True where it is refused to whoever has a texted code as second factor. */
  readonly barredByText: boolean;
}

/** The second factors that can be enrolled beside a password. */
export interface ConfiguredSecondFactors {
  readonly mode: "required" | "optional";
  /** The one that is offered first, if the product is told which, comes first. */
  readonly kinds: readonly ProofKind[];
  readonly setting: Setting;
  /** Whether one of them was told to be asked for before the others. */
  readonly ordered: boolean;
  /** Whether a text is sent on request although an app is enrolled. */
  readonly textsDespiteApp: boolean;
  /** Whether the product hands out recovery codes with them. */
  readonly recoveryCodes: boolean;
  /** Given where they are asked for after every sign-in and every way back, and not after a password only. */
  readonly beside?: "everything";
}

/** What one place in the code or in a file of settings tells a product. */
export interface ConfiguredAuth {
  readonly product: ProductId;
  /** For people: `Amazon Cognito`. */
  readonly title: string;
  readonly place: Place;
  /** For people: `the user pool "Members"`. Untrusted text. */
  readonly subject: string;
  /** Stable under moved lines: `lib/auth.ts#AuthStack.Members`. */
  readonly symbol: string;
  readonly signIn: readonly ConfiguredRoute[];
  readonly secondFactors: ConfiguredSecondFactors | null;
  readonly recovery: readonly ConfiguredRecovery[];
  /** The setting that says how one gets back in; null where that is not decided here. */
  readonly recoverySetting: Setting | null;
  /** Whether all ways in and back are listed. Where they are not, nothing can be said about who is locked out. */
  readonly complete: boolean;
  readonly confidence: Confidence;
  /** What the reading could not decide, as short English phrases. */
  readonly unknowns: readonly string[];
}
