// The controls: what a setup can say about carriers, devices, services and people that changes verdicts.
import type { SourceId } from "./sources.ts";

/** Where a control is written in a setup, and what our words about it rest on. */
export interface Control {
  /** The keys that lead to it, lists left out: `accounts.controls.codeLength`. */
  readonly at: string;
  readonly sources: readonly SourceId[];
}

const all = {
  "code-length": {
    at: "accounts.controls.codeLength",
    sources: ["nist-800-63b-4", "asvs-5", "wstg-athn-11"],
  },
  "code-lifetime": { at: "accounts.controls.codeLifetime", sources: ["nist-800-63b-4", "asvs-5"] },
  attempts: { at: "accounts.controls.attempts", sources: ["nist-800-63b-4", "asvs-5", "wstg-athn-11"] },
  "resend-resets-attempts": { at: "accounts.controls.resendResetsAttempts", sources: ["nist-800-63b-4"] },
  "one-time-use": { at: "accounts.controls.oneTimeUse", sources: ["nist-800-63b-4", "asvs-5"] },
  "drift-steps": { at: "accounts.controls.driftSteps", sources: ["rfc-6238", "wstg-athn-11"] },
  "push-limit": { at: "accounts.controls.pushLimit", sources: ["nist-800-63b-4", "asvs-5", "uber-2022"] },
  "number-matching": { at: "accounts.authenticators.answer", sources: ["nist-800-63b-4", "asvs-5"] },
  "carrier-change-check": {
    at: "accounts.controls.carrierChangeCheck",
    sources: ["nist-800-63b-4", "asvs-5"],
  },
  "hold-after-change": {
    at: "accounts.controls.holdAfterChange",
    sources: ["owasp-forgot-password", "nist-800-63b-4"],
  },
  "texts-despite-app": {
    at: "accounts.controls.textsDespiteApp",
    sources: ["asvs-5", "nist-800-63b-4", "authy"],
  },
  "recovery-key": { at: "accounts.controls.recoveryKey", sources: ["passcode-thieves-2023"] },
  "reset-keeps-second-factor": {
    at: "accounts.controls.resetKeepsSecondFactor",
    sources: ["asvs-5", "nist-800-63b-4"],
  },
  "reset-opens-session": { at: "accounts.controls.resetOpensSession", sources: ["owasp-forgot-password"] },
  "sim-change": { at: "numbers.carrier.simChange", sources: ["princeton-2020", "tidbits"] },
  "number-lock": { at: "numbers.carrier.numberLock", sources: ["fcc-23-95"] },
  "ss7-filtering": { at: "numbers.carrier.ss7Filtering", sources: ["fight", "nanog"] },
  "port-out-proof": { at: "numbers.carrier.portOut", sources: ["nanog", "fcc-23-95"] },
  rerouting: { at: "numbers.carrier.rerouting", sources: ["sakari-2021"] },
  forwarding: { at: "numbers.carrier.forwarding", sources: ["forwarding-2022"] },
  "sim-pin": { at: "numbers.simPin", sources: ["tactics-2023"] },
  voicemail: { at: "numbers.voicemail", sources: ["voicemail-2018"] },
  "wifi-calling": { at: "numbers.wifiCalling", sources: ["brr-sms-mfa", "cyberalmanac-2025"] },
  abroad: { at: "numbers.abroad", sources: ["nanog"] },
  mirrors: { at: "devices.mirrors", sources: ["tidbits"] },
  "wiped-from": { at: "devices.wipedFrom", sources: ["passcode-thieves-2023", "apple-erase-device"] },
  "screen-lock": { at: "devices.lock", sources: ["nist-800-63b-4", "passcode-thieves-2023"] },
  previews: { at: "devices.previews", sources: ["nist-800-63b-4"] },
  "signed-in-on": { at: "accounts.signedInOn", sources: ["asvs-5"] },
  notifies: { at: "accounts.notifies", sources: ["nist-800-63b-4", "asvs-5"] },
  "limited-route": { at: "accounts.signIn.limited", sources: ["owasp-forgot-password"] },
  "recovery-wait": { at: "accounts.recovery.after", sources: ["nist-800-63b-4"] },
  "protected-actions": { at: "accounts.protectedActions.covers", sources: ["asvs-5"] },
  "reacts-within": { at: "reactsWithin", sources: ["nist-800-63b-4"] },
  "key-press": { at: "accounts.authenticators.keyPress", sources: ["authy", "voicemail-2018"] },
  "call-pin": { at: "accounts.authenticators.pin", sources: ["nist-800-63b-4"] },
  "code-sender": { at: "accounts.authenticators.sender", sources: ["tidbits", "cyberalmanac-2025"] },
  "made-up-answers": { at: "accounts.authenticators.madeUp", sources: ["asvs-5", "nist-800-63b-4"] },
  "needs-internet": { at: "accounts.authenticators.needsInternet", sources: ["nanog"] },
} as const satisfies Readonly<Record<string, Control>>;

/** The id of a control. Its words live in the language folders under the same id. */
export type ControlId = keyof typeof all;

/** All controls. */
export const controls: Readonly<Record<ControlId, Control>> = all;
