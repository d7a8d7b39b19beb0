// English words of the scenarios: what happens, what it needs, what can be noticed, what to do.
import type { ScenarioId } from "../../scenarios/index.ts";
import { carrierBlockWords } from "./scenarios/carrier-block.ts";
import { lostPhoneWords } from "./scenarios/lost-phone.ts";
import { simSwapWords } from "./scenarios/sim-swap.ts";
import { ss7InterceptionWords } from "./scenarios/ss7-interception.ts";
import { brokenPhoneWords } from "./scenarios/broken-phone.ts";
import { newPhoneWords } from "./scenarios/new-phone.ts";
import { deviceBoundAppWords } from "./scenarios/device-bound-app.ts";
import { noCoverageWords } from "./scenarios/no-coverage.ts";
import { noInternetWords } from "./scenarios/no-internet.ts";
import { roamingAbroadWords } from "./scenarios/roaming-abroad.ts";
import { textsDelayedWords } from "./scenarios/texts-delayed.ts";
import { providerOutageWords } from "./scenarios/provider-outage.ts";
import { carrierOutageWords } from "./scenarios/carrier-outage.ts";
import { numberChangedWords } from "./scenarios/number-changed.ts";
import { landlineAsMobileWords } from "./scenarios/landline-as-mobile.ts";
import { textDemandedWords } from "./scenarios/text-demanded.ts";
import { clockDriftWords } from "./scenarios/clock-drift.ts";
import { recoveryCodesLostWords } from "./scenarios/recovery-codes-lost.ts";
import { securityKeyLostWords } from "./scenarios/security-key-lost.ts";
import { documentLostWords } from "./scenarios/document-lost.ts";
import { browserForgetsWords } from "./scenarios/browser-forgets.ts";
import { appEnrolmentWords } from "./scenarios/app-enrolment.ts";
import { mailboxClosedWords } from "./scenarios/mailbox-closed.ts";
import { passwordForgottenWords } from "./scenarios/password-forgotten.ts";
import { contactUnreachableWords } from "./scenarios/contact-unreachable.ts";
import type { ScenarioWords } from "./scenarios/scenario-words.ts";

export type { ScenarioWords } from "./scenarios/scenario-words.ts";

/** The words of every scenario, by its id. */
export const scenarioWords: Readonly<Record<ScenarioId, ScenarioWords>> = {
  "sim-swap": simSwapWords,
  "ss7-interception": ss7InterceptionWords,
  "lost-phone": lostPhoneWords,
  "carrier-block": carrierBlockWords,
  "broken-phone": brokenPhoneWords,
  "new-phone": newPhoneWords,
  "device-bound-app": deviceBoundAppWords,
  "no-coverage": noCoverageWords,
  "no-internet": noInternetWords,
  "roaming-abroad": roamingAbroadWords,
  "texts-delayed": textsDelayedWords,
  "provider-outage": providerOutageWords,
  "carrier-outage": carrierOutageWords,
  "number-changed": numberChangedWords,
  "landline-as-mobile": landlineAsMobileWords,
  "text-demanded": textDemandedWords,
  "clock-drift": clockDriftWords,
  "recovery-codes-lost": recoveryCodesLostWords,
  "security-key-lost": securityKeyLostWords,
  "document-lost": documentLostWords,
  "browser-forgets": browserForgetsWords,
  "app-enrolment": appEnrolmentWords,
  "mailbox-closed": mailboxClosedWords,
  "password-forgotten": passwordForgottenWords,
  "contact-unreachable": contactUnreachableWords,
};
