// English words of the scenarios: what happens, what it needs, what can be noticed, what to do.
import type { ScenarioId } from "../../scenarios/index.ts";
import { aggregatorInsiderWords } from "./scenarios/aggregator-insider.ts";
import { appEnrolmentWords } from "./scenarios/app-enrolment.ts";
import { authenticatorCloudTakenWords } from "./scenarios/authenticator-cloud-taken.ts";
import { borrowedPhoneWords } from "./scenarios/borrowed-phone.ts";
import { brokenPhoneWords } from "./scenarios/broken-phone.ts";
import { browserForgetsWords } from "./scenarios/browser-forgets.ts";
import { callForwardingWords } from "./scenarios/call-forwarding.ts";
import { carrierBlockWords } from "./scenarios/carrier-block.ts";
import { carrierOutageWords } from "./scenarios/carrier-outage.ts";
import { clockDriftWords } from "./scenarios/clock-drift.ts";
import { codeCallWords } from "./scenarios/code-call.ts";
import { codeGuessingWords } from "./scenarios/code-guessing.ts";
import { codeReplayWords } from "./scenarios/code-replay.ts";
import { contactUnreachableWords } from "./scenarios/contact-unreachable.ts";
import { deviceBoundAppWords } from "./scenarios/device-bound-app.ts";
import { documentLostWords } from "./scenarios/document-lost.ts";
import { factorRemovalByTextWords } from "./scenarios/factor-removal-by-text.ts";
import { landlineAsMobileWords } from "./scenarios/landline-as-mobile.ts";
import { lostPhoneWords } from "./scenarios/lost-phone.ts";
import { mailboxClosedWords } from "./scenarios/mailbox-closed.ts";
import { malwareWords } from "./scenarios/malware.ts";
import { newPhoneWords } from "./scenarios/new-phone.ts";
import { noCoverageWords } from "./scenarios/no-coverage.ts";
import { noInternetWords } from "./scenarios/no-internet.ts";
import { numberChangedWords } from "./scenarios/number-changed.ts";
import { passwordBreachWords } from "./scenarios/password-breach.ts";
import { passwordForgottenWords } from "./scenarios/password-forgotten.ts";
import { phishingRelayWords } from "./scenarios/phishing-relay.ts";
import { portOutWords } from "./scenarios/port-out.ts";
import { providerOutageWords } from "./scenarios/provider-outage.ts";
import { pushBombingWords } from "./scenarios/push-bombing.ts";
import { recoveryCodesLostWords } from "./scenarios/recovery-codes-lost.ts";
import { recycledNumberWords } from "./scenarios/recycled-number.ts";
import { resetChainWords } from "./scenarios/reset-chain.ts";
import { resetSkipsSecondFactorWords } from "./scenarios/reset-skips-second-factor.ts";
import { roamingAbroadWords } from "./scenarios/roaming-abroad.ts";
import { securityKeyLostWords } from "./scenarios/security-key-lost.ts";
import { seedCopyStolenWords } from "./scenarios/seed-copy-stolen.ts";
import { seedDatabaseBreachWords } from "./scenarios/seed-database-breach.ts";
import { simSwapWords } from "./scenarios/sim-swap.ts";
import { ss7InterceptionWords } from "./scenarios/ss7-interception.ts";
import { stolenLaptopWords } from "./scenarios/stolen-laptop.ts";
import { stolenPhoneWords } from "./scenarios/stolen-phone.ts";
import { supportDeskTalkedRoundWords } from "./scenarios/support-desk-talked-round.ts";
import { textDemandedWords } from "./scenarios/text-demanded.ts";
import { textReroutingWords } from "./scenarios/text-rerouting.ts";
import { textsDelayedWords } from "./scenarios/texts-delayed.ts";
import { twoFactorSwitchedOffWords } from "./scenarios/two-factor-switched-off.ts";
import { voicemailInterceptionWords } from "./scenarios/voicemail-interception.ts";
import type { ScenarioWords } from "./scenarios/scenario-words.ts";

export type { ScenarioWords } from "./scenarios/scenario-words.ts";

/** The words of every scenario, by its id. */
export const scenarioWords: Readonly<Record<ScenarioId, ScenarioWords>> = {
  "sim-swap": simSwapWords,
  "ss7-interception": ss7InterceptionWords,
  "lost-phone": lostPhoneWords,
  "carrier-block": carrierBlockWords,
  "port-out": portOutWords,
  "text-rerouting": textReroutingWords,
  "aggregator-insider": aggregatorInsiderWords,
  "voicemail-interception": voicemailInterceptionWords,
  "call-forwarding": callForwardingWords,
  "recycled-number": recycledNumberWords,
  "stolen-phone": stolenPhoneWords,
  "borrowed-phone": borrowedPhoneWords,
  malware: malwareWords,
  "stolen-laptop": stolenLaptopWords,
  "phishing-relay": phishingRelayWords,
  "code-call": codeCallWords,
  "code-guessing": codeGuessingWords,
  "code-replay": codeReplayWords,
  "push-bombing": pushBombingWords,
  "seed-database-breach": seedDatabaseBreachWords,
  "seed-copy-stolen": seedCopyStolenWords,
  "authenticator-cloud-taken": authenticatorCloudTakenWords,
  "password-breach": passwordBreachWords,
  "reset-chain": resetChainWords,
  "reset-skips-second-factor": resetSkipsSecondFactorWords,
  "factor-removal-by-text": factorRemovalByTextWords,
  "support-desk-talked-round": supportDeskTalkedRoundWords,
  "two-factor-switched-off": twoFactorSwitchedOffWords,
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
