// All cases, takeovers before lock-outs. Each is a file of its own; a test holds this list and the folder together.
import type { Case } from "./case.ts";
import { agency2024 } from "./agency-2024.ts";
import { antarctica2023 } from "./antarctica-2023.ts";
import { blockedCodes2022 } from "./blocked-codes-2022.ts";
import { britishBank2019 } from "./british-bank-2019.ts";
import { exchange2021 } from "./exchange-2021.ts";
import { germanBanks2017 } from "./german-banks-2017.ts";
import { keptNumber2017 } from "./kept-number-2017.ts";
import { keys2022 } from "./keys-2022.ts";
import { messenger2022 } from "./messenger-2022.ts";
import { mountains2025 } from "./mountains-2025.ts";
import { networkOutage2022 } from "./network-outage-2022.ts";
import { oldNumber2018 } from "./old-number-2018.ts";
import { prompts2022 } from "./prompts-2022.ts";
import { reroutedTexts2021 } from "./rerouted-texts-2021.ts";
import { signInOutage2018 } from "./sign-in-outage-2018.ts";
import { socialOutage2022 } from "./social-outage-2022.ts";
import { staffAccounts2018 } from "./staff-accounts-2018.ts";
import { syncedCodes2023 } from "./synced-codes-2023.ts";
import { tokens2011 } from "./tokens-2011.ts";
import { watchedPasscode2023 } from "./watched-passcode-2023.ts";

const all = [
  germanBanks2017,
  britishBank2019,
  staffAccounts2018,
  exchange2021,
  reroutedTexts2021,
  agency2024,
  prompts2022,
  messenger2022,
  keys2022,
  syncedCodes2023,
  tokens2011,
  watchedPasscode2023,
  socialOutage2022,
  signInOutage2018,
  networkOutage2022,
  mountains2025,
  antarctica2023,
  keptNumber2017,
  oldNumber2018,
  blockedCodes2022,
] as const;

/** The id of a case. */
export type CaseId = (typeof all)[number]["id"];

/** All cases. */
export const cases: readonly Case<CaseId>[] = all;

export function caseById(id: CaseId): Case<CaseId> {
  const found = cases.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no case with the id "${id}"`);
  return found;
}
