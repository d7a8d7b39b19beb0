// The rule `framework-phone-reset`: a framework that was told to reset a password, or to let in, for a texted code alone.
import type { CeremonyRef } from "../../simulator/index.ts";
import type { RuleMeta, Severity } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf, type ChannelWords, messaged } from "./channel-words.ts";
import { clausesOf } from "./clauses.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { findingOf } from "./finding-of.ts";
import { soleNumberOf, type WeakRoute } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "framework-phone-reset",
  group: "configuration",
  severity: "error",
  title: "A framework setting by which a texted code alone sets a new password or lets in",
  why:
    "The code behind such a setting is the framework's and is usually careful: short-lived codes, few attempts, used once. " +
    "All of that protects the code and not the account, because careful codes go to whoever has the number, too. A second " +
    "factor beside it is often asked for on the password's way in only. Where the text only signs in and resets no " +
    "password, the finding is a warning.",
  mend: [
    "Leave the reset by phone out, and reset by a link to a confirmed mailbox.",
    "Or keep the text as one of two proofs: ask for the authenticator app, a passkey or a recovery code before the new password is set.",
    "Where texts sign in, offer a passkey or a password with an app, and let accounts that matter switch texts off.",
  ],
  fine: [
    "Accounts in which there is nothing to take, such as a reservation that ends today.",
    "A hook of yours that asks for a second proof, which the linter did not follow. Write down where it is.",
  ],
  clauses: clausesOf(
    "NIST SP 800-63B-4 4.2.2.2",
    "NIST SP 800-63B-4 3.2.9",
    "ASVS 5.0 6.4.3",
    "ASVS 5.0 6.3.4",
    "CWE-640",
    "CWE-308",
  ),
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds routes that a product was told to open to a phone number alone. */
export const frameworkPhoneReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const weak = judged.setup.accounts.flatMap((account) => [
    ...account.recovery.flatMap((route, index) =>
      told(
        judged,
        { account: account.id, ceremony: "recovery", route: index },
        { account, route, gives: route.gives },
      ),
    ),
    ...account.signIn.flatMap((route, index) =>
      told(
        judged,
        { account: account.id, ceremony: "sign-in", route: index },
        { account, route, gives: "session" },
      ),
    ),
  ]);
  // Whoever can set a new password need not be let in beside that: a reset is the finding, the sign-in follows from it.
  const [first] = weak.toSorted(
    (a, b) => Number(b.weak.ref.ceremony === "recovery") - Number(a.weak.ref.ceremony === "recovery"),
  );
  return first === undefined ? [] : [judgementOf(judged, first)];
}

interface Told {
  readonly weak: WeakRoute;
  readonly evidence: Evidence;
}

function told(
  judged: JudgedSetup,
  ref: CeremonyRef,
  of: Pick<WeakRoute, "account" | "route" | "gives">,
): readonly Told[] {
  const evidence = judged.evidenceOf(ref);
  const product = evidence?.configured?.product;
  if (evidence === undefined || product === undefined) return [];
  // Pools have rules of their own for recovery.
  if (ref.ceremony === "recovery" && (product === "cognito" || product === "amplify")) return [];
  const number = soleNumberOf(judged.setup, ref);
  return number === undefined ? [] : [{ weak: { ...of, ref, number }, evidence }];
}

function judgementOf(judged: JudgedSetup, { weak, evidence }: Told): Judgement {
  const isReset = weak.ref.ceremony === "recovery";
  // Settings are inferred with the authenticator of a messenger under this id.
  const channel = weak.route.with.includes("whatsapp") ? messaged : channelOf(weak, undefined);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  const setting = evidence.configured?.setting ?? "";
  return findingOf(meta, evidence, {
    severity: severityOf(isReset && played?.end === "taken-over", channel),
    message: `${evidence.subject} ${isReset ? "sets a new password" : "lets in"} for ${channel.code} alone (${setting})`,
    attack: attackLine(played, channel, weak),
    fix: isReset
      ? "Reset by a link to a confirmed mailbox, or ask for a second proof that does not hang on the phone number."
      : "Offer a way in that does not hang on the phone number, and let accounts that matter switch texts off.",
    ...(played === undefined ? {} : { played }),
  });
}

/** A reset that ends in a takeover is as grave as its channel; a sign-in is one level less. */
function severityOf(isTakeover: boolean, { severity }: ChannelWords): Severity {
  if (isTakeover) return severity;
  return severity === "error" ? "warning" : "info";
}
