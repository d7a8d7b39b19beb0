// All cells that were reasoned by hand, by the id of the setup. The four scenarios that the five first setups were
// written for have a full table of their own, in `expected-verdicts.ts`.
import type { ReasonedCell } from "./cell.ts";
import { alwaysSignedIn } from "./always-signed-in.ts";
import { appAfterAText } from "./app-after-a-text.ts";
import { appWithSmsReset } from "./app-with-sms-reset.ts";
import { asksTheCarrier } from "./asks-the-carrier.ts";
import { bankByTelephone } from "./bank-by-telephone.ts";
import { brassBandTreasurer } from "./brass-band-treasurer.ts";
import { callsButNoTexts } from "./calls-but-no-texts.ts";
import { carelessServices } from "./careless-services.ts";
import { deviceLockedApp } from "./device-locked-app.ts";
import { everythingInOneCloud } from "./everything-in-one-cloud.ts";
import { fiveBanksAndACharity } from "./five-banks-and-a-charity.ts";
import { journalist } from "./journalist.ts";
import { keysAndNothingElse } from "./keys-and-nothing-else.ts";
import { lockedOutByCare } from "./locked-out-by-care.ts";
import { mailLinkOnly } from "./mail-link-only.ts";
import { mailboxByText } from "./mailbox-by-text.ts";
import { messengerByNumber } from "./messenger-by-number.ts";
import { noMobilePhone } from "./no-mobile-phone.ts";
import { oneFeaturePhone } from "./one-feature-phone.ts";
import { onePhoneForEverything } from "./one-phone-for-everything.ts";
import { passkeyAndRecoveryCodes } from "./passkey-and-recovery-codes.ts";
import { questionsAndAnswers } from "./questions-and-answers.ts";
import { seedsLeftBehind } from "./seeds-left-behind.ts";
import { sharedLandline } from "./shared-landline.ts";
import { signOnTenant } from "./sign-on-tenant.ts";
import { socialNetworkByText } from "./social-network-by-text.ts";
import { textsOnTheLaptop } from "./texts-on-the-laptop.ts";
import { textsPressedOnEverybody } from "./texts-pressed-on-everybody.ts";
import { tokenOnTheKeyring } from "./token-on-the-keyring.ts";
import { traveller } from "./traveller.ts";
import { twoSecurityKeys } from "./two-security-keys.ts";
import { unlockedPhone } from "./unlocked-phone.ts";

export type { ReasonedCell } from "./cell.ts";

/** By the id of the setup, which is the name of its file. */
export const reasonedCells: Readonly<Record<string, readonly ReasonedCell[]>> = {
  "always-signed-in": alwaysSignedIn,
  "app-after-a-text": appAfterAText,
  "app-with-sms-reset": appWithSmsReset,
  "asks-the-carrier": asksTheCarrier,
  "bank-by-telephone": bankByTelephone,
  "brass-band-treasurer": brassBandTreasurer,
  "calls-but-no-texts": callsButNoTexts,
  "careless-services": carelessServices,
  "device-locked-app": deviceLockedApp,
  "everything-in-one-cloud": everythingInOneCloud,
  "five-banks-and-a-charity": fiveBanksAndACharity,
  journalist: journalist,
  "keys-and-nothing-else": keysAndNothingElse,
  "locked-out-by-care": lockedOutByCare,
  "mail-link-only": mailLinkOnly,
  "mailbox-by-text": mailboxByText,
  "messenger-by-number": messengerByNumber,
  "no-mobile-phone": noMobilePhone,
  "one-feature-phone": oneFeaturePhone,
  "one-phone-for-everything": onePhoneForEverything,
  "passkey-and-recovery-codes": passkeyAndRecoveryCodes,
  "questions-and-answers": questionsAndAnswers,
  "seeds-left-behind": seedsLeftBehind,
  "shared-landline": sharedLandline,
  "sign-on-tenant": signOnTenant,
  "social-network-by-text": socialNetworkByText,
  "texts-on-the-laptop": textsOnTheLaptop,
  "texts-pressed-on-everybody": textsPressedOnEverybody,
  "token-on-the-keyring": tokenOnTheKeyring,
  traveller: traveller,
  "two-security-keys": twoSecurityKeys,
  "unlocked-phone": unlockedPhone,
};
