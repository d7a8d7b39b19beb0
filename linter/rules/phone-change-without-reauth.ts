// The rule `phone-change-without-reauth`: another number on file for an open session, or for texted codes and no more.
import type { Account, Setup } from "../../simulator/index.ts";
import type { RuleMeta, Severity } from "../finding.ts";
import { type Flow, isPhoneCode } from "../flow.ts";
import { play } from "./attack-play.ts";
import { findingOf, withstandsAll } from "./finding-of.ts";
import { type Ground, groundOf } from "./ground.ts";
import { namesClosing, numbersAreAsked, numbersOpenAccounts } from "./project.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "phone-change-without-reauth",
  group: "single-factor",
  severity: "error",
  title: "Another phone number is put on file without proof of who asks",
  why:
    "Where codes go to a number, whoever changes the number owns the codes. If an open session is enough for that, a " +
    "minute at an unlocked laptop or one stolen cookie becomes the account for good, and its owner no longer gets the " +
    "codes. A code to the new number shows only that the caller has that number; a code to the old one shows the " +
    "number, which is the very thing that can be taken over.",
  mend: [
    "Ask for the password or a passkey again before the number on file changes.",
    "Confirm the new number with a code, besides that proof and not in its place.",
    "Tell the old number and every mail address on file, and hold back resets by the new number for some days.",
  ],
  fine: [
    "The number is for deliveries or for calls, and no code ever goes to it.",
    "It is the first number of an account that had none.",
    "An administrator changes it, behind the administrator's own sign-in.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 7.5.1",
      asks: "full authentication again before sensitive attributes of the account are changed (level 2)",
    },
    {
      id: "NIST SP 800-63B-4 3.1.3.3",
      asks: "setting the number that codes go to counts as binding a new authenticator",
    },
    {
      id: "NIST SP 800-63B-4 4.1.2.1",
      asks: "binding one takes authentication with what is bound already, and the owner is told (wording read in the draft)",
    },
    { id: "CWE-620", asks: "unverified password change, as the nearest named weakness" },
    { id: "CWE-306", asks: "missing authentication for critical function" },
  ],
  sources: ["nist-800-63b-4", "asvs-5"],
};

/** Finds changes of the number on file that rest on a session, on texted codes, or on both. */
export const phoneChangeWithoutReauth: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return judged.setup.accounts.flatMap((account) =>
    account.recovery.flatMap((route, index) => {
      if (route.gives !== "new-number") return [];
      const evidence = judged.evidenceOf({ account: account.id, ceremony: "recovery", route: index });
      const ground = groundOf(account, route.with);
      if (evidence === undefined || ground === undefined || !counts(evidence, account)) return [];
      const inSession = account.authenticators.some(
        ({ id, kind }) => route.with.includes(id) && !kind.endsWith("-code"),
      );
      return [judgementOf(judged.setup, account, evidence, { ground, inSession })];
    }),
  );
}

/** Whether codes go to the number at all, and whether it is the owner's own change. */
function counts({ flow, flows = [] }: Evidence, account: Account): boolean {
  if (flow === undefined)
    return account.authenticators.some(({ kind }) => kind === "sms-code" || kind === "voice-code");
  if (flow.makesAccount || flow.proofs.length === 0 || namesClosing(flow)) return false;
  // Somebody else's row: an administrator's form, or another fault than this one.
  if (flow.whose !== "signed-in" && !flow.proofs.some(({ kind }) => isPhoneCode(kind))) return false;
  return numbersAreAsked(flows);
}

function judgementOf(
  setup: Setup,
  account: Account,
  evidence: Evidence,
  { ground, inSession }: { readonly ground: Ground; readonly inSession: boolean },
): Judgement {
  const number = setup.numbers[0]?.id ?? "";
  const played = play(
    setup,
    account.id,
    ground === "text"
      ? [
          { id: "factor-removal-by-text", target: number },
          { id: "factor-removal-by-text", variant: "interception", target: number },
        ]
      : [{ id: "stolen-laptop", variant: "unlocked" }],
  );
  return findingOf(meta, evidence, {
    severity: severityOf(evidence),
    message: `${evidence.subject} ${done(evidence.flow)} ${asksFor(evidence.flow, ground, inSession)}`,
    attack: attackOf(ground, evidence.flow?.effect.clears === true),
    fix: "Ask for the password, a passkey or the enrolled authenticator app before the number on file changes, and tell the old number.",
    played,
    notes: played === undefined && ground === "text" ? [withstandsAll] : [],
  });
}

function attackOf(ground: Ground, clears: boolean): string {
  const who =
    ground === "text"
      ? "Somebody who gets the carrier to move the number to another SIM has the codes that this change asks for, and"
      : "Somebody who finds a session open";
  if (clears) return `${who} takes the owner's number off the account, where no code comes to it any more.`;
  return ground === "text"
    ? `${who} puts a number of their own on file for good.`
    : `${who} puts a number of their own on file, and from then on has the codes.`;
}

/** An error where that number opens accounts by itself, a warning where it is one factor of several. */
function severityOf({ flow, flows = [] }: Evidence): Severity {
  return flow === undefined || numbersOpenAccounts(flows) ? "error" : "warning";
}

function done(flow: Flow | undefined): string {
  if (flow?.effect.clears === true) return "takes the phone number off the account";
  return flow !== undefined && flow.proofs.length > 0 && !flow.chosen
    ? "changes the phone number on file"
    : "puts another phone number on file";
}

function asksFor(flow: Flow | undefined, ground: Ground, inSession: boolean): string {
  if (ground === "text")
    return `for ${inSession ? "a session and texted codes" : "texted codes alone"}, with no proof that does not hang on the number`;
  const confirmed = flow?.proofs.some(({ kind }) => isPhoneCode(kind)) ?? false;
  if (confirmed) return "for a session and a code to the new number alone";
  return ground === "session" ? "for an open session alone" : "and asks for nothing";
}
