// The rule `no-recovery-codes`: a second factor that is asked for each time, and nothing for the day on which it is lost.
import type { Account } from "../../simulator/index.ts";
import type { RuleMeta } from "../finding.ts";
import { clausesOf } from "./clauses.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { besidePassword } from "./settings.ts";

const meta: RuleMeta = {
  id: "no-recovery-codes",
  group: "configuration",
  severity: "warning",
  strict: true,
  title: "A second factor without anything for the day on which it is lost",
  why:
    "Phones break, and apps are not always moved to the next one. Where one second factor is asked for at every sign-in and " +
    "there is no sheet of codes, no second device and no other way back, a broken phone is a lost account. The support desk " +
    "then takes the place of the missing codes, and desks can be talked round. Many services mean it so and have a " +
    "procedure; the rule therefore is left out by the default profile.",
  mend: [
    "Hand out recovery codes when a second factor is switched on, and ask whether they are kept.",
    "Or let people enrol a second device or key, and encourage it.",
    "Or take lost factors away by a recovery that asks for another proof and waits, with notices to the owner.",
  ],
  fine: [
    "A procedure for lost factors that is not part of the code or of the setup, such as proof of identity at a counter.",
    "Accounts that can be opened anew without loss.",
  ],
  clauses: clausesOf(
    "NIST SP 800-63B-4 4.2.1.1",
    "NIST SP 800-63B-4 4.1.2.1",
    "ASVS 5.0 6.4.4",
    "ASVS 5.0 6.5.6",
    "CWE-654",
  ),
  sources: ["nist-800-63b-4", "asvs-5", "google-2019"],
};

/** Finds accounts with one second factor, asked for in every sign-in, that no recovery makes up for. */
export const noRecoveryCodes: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) => {
    const only = onlySecondFactor(account);
    const evidence = judged.evidenceOf({ account: account.id, ceremony: "sign-in", route: 0 });
    if (only === undefined || evidence === undefined || evidence.flow !== undefined) return [];
    // Settings of which not all was read may have what is missing here.
    if (evidence.configured !== undefined && judged.evidenceOfAccount?.(account.id) === undefined) return [];
    const setting = evidence.configured === undefined ? "" : ` (${evidence.configured.setting})`;
    return [
      findingOf(meta, evidence, {
        severity: meta.severity,
        message: `${evidence.subject} asks for one second factor each time and has nothing for the day on which it is lost${setting}`,
        attack: "Nobody attacks. The second factor is lost or broken, and its owner stays outside.",
        fix: "Hand out recovery codes with the second factor, or let people enrol a second device.",
        notes: ["The risk meant is a lock-out."],
      }),
    ];
  });
}

/** The second factor without which no sign-in is possible and which nothing makes up for. */
function onlySecondFactor(account: Account): string | undefined {
  if (account.signIn.length === 0 || account.signedInOn.length > 0) return undefined;
  const beside = account.signIn.map((route) => besidePassword(account, route));
  if (beside.some((second) => second.length === 0)) return undefined;
  const factors = [...new Set(beside.flat())];
  const [only, ...others] = factors;
  if (only === undefined || others.length > 0) return undefined;
  // Mails are not lost with a phone.
  const isNotHeld = account.authenticators.some(
    ({ id, kind }) => id === only && /^(recovery-codes|email-code|email-link)$/.test(kind),
  );
  const hasWayBack = account.recovery.some(
    ({ gives, with: asked }) => gives !== "new-password" && !asked.includes(only),
  );
  return isNotHeld || hasWayBack || hasSpare(account, only) ? undefined : only;
}

/** An authenticator that is kept in more than one place survives the loss of one of them. */
function hasSpare(account: Account, id: string): boolean {
  const found = account.authenticators.find((authenticator) => authenticator.id === id);
  switch (found?.kind) {
    case "totp":
      return (
        found.devices.length > 1 ||
        found.syncedTo !== undefined ||
        found.printedOn !== undefined ||
        found.exportedTo !== undefined
      );
    case "passkey":
      return found.devices.length > 1 || found.syncedTo !== undefined;
    case "push":
    case "device-code":
      return found.devices.length > 1;
    default:
      return false;
  }
}
