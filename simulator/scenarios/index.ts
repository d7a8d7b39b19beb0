// All scenarios. Each is a file of its own; a test holds this list and the folder together.
import type { Opening, Scenario } from "../model/scenario.ts";
import type { Setup } from "../model/setup.ts";
import { aggregatorInsider } from "./aggregator-insider.ts";
import { appEnrolment } from "./app-enrolment.ts";
import { authenticatorCloudTaken } from "./authenticator-cloud-taken.ts";
import { borrowedPhone } from "./borrowed-phone.ts";
import { brokenPhone } from "./broken-phone.ts";
import { browserForgets } from "./browser-forgets.ts";
import { callForwarding } from "./call-forwarding.ts";
import { carrierBlock } from "./carrier-block.ts";
import { carrierOutage } from "./carrier-outage.ts";
import { clockDrift } from "./clock-drift.ts";
import { codeCall } from "./code-call.ts";
import { codeGuessing } from "./code-guessing.ts";
import { codeReplay } from "./code-replay.ts";
import { contactUnreachable } from "./contact-unreachable.ts";
import { deviceBoundApp } from "./device-bound-app.ts";
import { documentLost } from "./document-lost.ts";
import { factorRemovalByText } from "./factor-removal-by-text.ts";
import { landlineAsMobile } from "./landline-as-mobile.ts";
import { lostPhone } from "./lost-phone.ts";
import { mailboxClosed } from "./mailbox-closed.ts";
import { malware } from "./malware.ts";
import { newPhone } from "./new-phone.ts";
import { noCoverage } from "./no-coverage.ts";
import { noInternet } from "./no-internet.ts";
import { numberChanged } from "./number-changed.ts";
import { passwordBreach } from "./password-breach.ts";
import { passwordForgotten } from "./password-forgotten.ts";
import { phishingRelay } from "./phishing-relay.ts";
import { portOut } from "./port-out.ts";
import { providerOutage } from "./provider-outage.ts";
import { pushBombing } from "./push-bombing.ts";
import { recoveryCodesLost } from "./recovery-codes-lost.ts";
import { recycledNumber } from "./recycled-number.ts";
import { resetChain } from "./reset-chain.ts";
import { resetSkipsSecondFactor } from "./reset-skips-second-factor.ts";
import { roamingAbroad } from "./roaming-abroad.ts";
import { securityKeyLost } from "./security-key-lost.ts";
import { seedCopyStolen } from "./seed-copy-stolen.ts";
import { seedDatabaseBreach } from "./seed-database-breach.ts";
import { simSwap } from "./sim-swap.ts";
import { ss7Interception } from "./ss7-interception.ts";
import { stolenLaptop } from "./stolen-laptop.ts";
import { stolenPhone } from "./stolen-phone.ts";
import { supportDeskTalkedRound } from "./support-desk-talked-round.ts";
import { textDemanded } from "./text-demanded.ts";
import { textRerouting } from "./text-rerouting.ts";
import { textsDelayed } from "./texts-delayed.ts";
import { twoFactorSwitchedOff } from "./two-factor-switched-off.ts";
import { voicemailInterception } from "./voicemail-interception.ts";

const all = [
  simSwap,
  ss7Interception,
  lostPhone,
  carrierBlock,
  portOut,
  textRerouting,
  aggregatorInsider,
  voicemailInterception,
  callForwarding,
  recycledNumber,
  stolenPhone,
  borrowedPhone,
  malware,
  stolenLaptop,
  phishingRelay,
  codeCall,
  codeGuessing,
  codeReplay,
  pushBombing,
  seedDatabaseBreach,
  seedCopyStolen,
  authenticatorCloudTaken,
  passwordBreach,
  resetChain,
  resetSkipsSecondFactor,
  factorRemovalByText,
  supportDeskTalkedRound,
  twoFactorSwitchedOff,
  brokenPhone,
  newPhone,
  deviceBoundApp,
  noCoverage,
  noInternet,
  roamingAbroad,
  textsDelayed,
  providerOutage,
  carrierOutage,
  numberChanged,
  landlineAsMobile,
  textDemanded,
  clockDrift,
  recoveryCodesLost,
  securityKeyLost,
  documentLost,
  browserForgets,
  appEnrolment,
  mailboxClosed,
  passwordForgotten,
  contactUnreachable,
] as const;

/** The id of a scenario. */
export type ScenarioId = (typeof all)[number]["id"];

/** All scenarios, the ones the project is named for first. */
export const scenarios: readonly Scenario<ScenarioId>[] = all as unknown as readonly Scenario<ScenarioId>[];

/** Which scenario is meant: its variant (the first if none is named), what it strikes, and how the owner responds. */
export interface ScenarioRef {
  readonly id: ScenarioId;
  readonly variant?: string;
  readonly target?: string;
  /** What the owner does about it at once: the id of a response. */
  readonly response?: string;
}

export function scenarioById(id: ScenarioId): Scenario<ScenarioId> {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`no scenario with the id "${id}"`);
  return found;
}

/** Reads `sim-swap` or `sim-swap/insider`; undefined if there is no such scenario or variant. */
export function parseScenarioRef(text: string): ScenarioRef | undefined {
  const [id, variant, ...rest] = text.split("/");
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined || rest.length > 0) return undefined;
  if (variant === undefined) return { id: scenario.id };
  return scenario.variants.some((known) => known.id === variant) ? { id: scenario.id, variant } : undefined;
}

/** The variant that a reference means. */
export function variantOf(ref: ScenarioRef): string {
  return ref.variant ?? scenarioById(ref.id).variants[0]?.id ?? "";
}

/** A scenario applied to a setup. */
export function openScenario(setup: Setup, ref: ScenarioRef): Opening {
  return scenarioById(ref.id).open(setup, variantOf(ref), ref.target);
}
