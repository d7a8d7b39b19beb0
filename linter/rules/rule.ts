// What a rule is, and what it is given: a setup, and where each way into an account stands.
import type { CeremonyRef, Controls, ScenarioRef, Setup } from "../../simulator/index.ts";
import type { Finding, RuleMeta } from "../finding.ts";
import type { Confidence, Flow, Place } from "../flow.ts";

/** Where a route stands: in a setup file, or in the code from which it was inferred. */
export interface Evidence {
  readonly place: Place;
  /** For people: `POST /password/reset (reset)` or `the account "bank"`. Untrusted text. */
  readonly subject: string;
  /** What the finding's fingerprint is made of besides the rule. */
  readonly identity: readonly string[];
  /** Absent for setups written by hand and for those read from configuration. */
  readonly flow?: Flow;
  /** All flows of the project, this one among them; absent like `flow`. */
  readonly flows?: readonly Flow[];
  /** Where a service was told to do so, and by which setting. */
  readonly configured?: Configured;
}

/** A setting of a service or framework from which a route was inferred. */
export interface Configured {
  /** The product, as a short id of ours: `cognito`, `amplify`, `better-auth`. */
  readonly product: string;
  /** For people: `Amazon Cognito`. */
  readonly title: string;
  /** For people: `accountRecovery: PHONE_AND_EMAIL`, or what is missing. Untrusted text may be quoted in it. */
  readonly setting: string;
  /** True where the setting is not written and the product's own default holds. */
  readonly byDefault: boolean;
  readonly confidence: Confidence;
  /** What the reading could not decide, as short English phrases. */
  readonly unknowns: readonly string[];
  /** Whether a phone number is not taken for a forgotten password from whoever has texts as second factor. */
  readonly phoneRefusedBesideTexts: boolean;
  /** Whether that leaves the account that this is about without a phone to get back in by. */
  readonly phoneBarred: boolean;
  /** Whether there is another way back beside the phone number. */
  readonly otherRecovery: boolean;
  /** Whether the product was told which of several second factors to ask for first. */
  readonly ordered: boolean;
}

/** A setup to be judged, inferred from code or written by hand. */
export interface JudgedSetup {
  readonly setup: Setup;
  /** Undefined for routes that nobody wrote, such as the ordinary sign-in that inference takes for granted. */
  readonly evidenceOf: (route: CeremonyRef) => Evidence | undefined;
  /** For settings: where it is said how one gets back into an account, if all ways into it and back are known. */
  readonly evidenceOfAccount?: (account: string) => Evidence | undefined;
  /** Whether a control of an account was written down; one that was not has its default, and that is no finding. */
  readonly writes?: (account: string, control: keyof Controls) => boolean;
}

/** A finding, and the scenario whose play it shows. */
export interface Judgement {
  readonly finding: Finding;
  readonly played?: ScenarioRef;
}

/** A rule that judges setups: inferred from flows, read from configuration, or written by hand. */
export interface PolicyRule {
  readonly meta: RuleMeta;
  readonly judge: (judged: JudgedSetup) => readonly Judgement[];
}

/** A rule that judges how the codes of one flow are made, kept, checked and shown. */
export interface CodeRule {
  readonly meta: RuleMeta;
  readonly judge: (flow: Flow, all: readonly Flow[]) => readonly Finding[];
}
