// The rule `sms-only-reset`: a way back into an account that opens to whoever holds the phone number, and to nothing else.
import type { RuleMeta } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { attackLine, channelOf, fixLine } from "./channel-words.ts";
import { fallenWith } from "./fallen-with.ts";
import { findingOf, withstandsAll } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { directWays, type WeakRoute, weakRoutes, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "sms-only-reset",
  group: "single-factor",
  severity: "error",
  title: "A password reset that a code sent to a phone number opens alone",
  why:
    "Whoever holds the phone number holds the account: the password and any second factor stand beside a door that asks " +
    "for neither. Numbers change hands without their owner, by a SIM swap or by texts read on their way through the " +
    "phone network. Good codes do not help: long, random and short-lived, they still go to whoever has the number. " +
    "OWASP's Forgot Password Cheat Sheet still allows a PIN by text as the only proof; this rule is stricter than that " +
    "page, and rests on the clauses named with it.",
  mend: [
    "Ask for a second proof that does not hang on the phone number before the new password is written: the enrolled authenticator app, a passkey, a recovery code, or a link to a confirmed mailbox.",
    "Where the user has a second factor, ask for it in the reset as in the sign-in.",
    "Bind both proofs to one request and one user. What one handler has checked, the next must not take on trust.",
    "Tell the owner at every address on file, end other sessions, and send the user through the ordinary sign-in.",
    "Think of those whose phone is gone for good: whoever takes the text out of the reset owes them another way back, such as printed recovery codes.",
  ],
  fine: [
    "Somebody already signed in who also gives the current password: the text is not the only proof.",
    "An administrator's reset, behind the administrator's own sign-in.",
    "A number that only receives a notice, while the proof is something else.",
    "A second step that the linter cannot see, for example in a gateway or in another service. Write down where it is, so that the next reader need not ask again.",
  ],
  clauses: [
    {
      id: "NIST SP 800-63B-4 4.2.2.2",
      asks: "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
    },
    {
      id: "NIST SP 800-63B-4 3.1.3.3",
      asks: "codes over the telephone network are restricted, and a SIM change or a port should be looked for before one is sent",
    },
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    { id: "ASVS 5.0 6.3.4", asks: "all ways in are equally strong, and none is undocumented (level 2)" },
    {
      id: "ASVS 5.0 6.6.1",
      asks: "codes by phone or SMS only beside stronger methods and with their risk told (level 2), not at all at level 3",
    },
    { id: "CWE-640", asks: "weak password recovery mechanism for forgotten password" },
    { id: "CWE-308", asks: "use of single-factor authentication" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "owasp-forgot-password", "princeton-2020", "o2-ss7-2017"],
};

/** Finds recovery routes that a phone number alone opens, in setups inferred from code and in those written by hand. */
export const smsOnlyReset: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  return directWays(weakRoutes(judged.setup), weakWays(judged.setup)).flatMap((route) => {
    const evidence = judged.evidenceOf(route.ref);
    // What a setting opens is told by the rule about that setting.
    if (evidence === undefined || evidence.configured !== undefined) return [];
    return [judgementOf(route, evidence, judged)];
  });
}

function judgementOf(weak: WeakRoute, evidence: Evidence, judged: JudgedSetup): Judgement {
  const channel = channelOf(weak, evidence.flow);
  const played = play(judged.setup, weak.account.id, attacksOn(weak.number));
  const isTakenOver = played?.end === "taken-over";
  const result = weak.gives === "session" ? "opens" : "sets a new password";
  const inSession = evidence.flow?.proofs.some(({ kind }) => kind === "session") ?? false;
  return findingOf(meta, evidence, {
    // A finding is only as grave as the play that it can show.
    severity: isTakenOver ? channel.severity : "warning",
    message: `${evidence.subject} ${result} for ${channel.code} ${inSession ? "in a session, and another one opens sessions" : "alone"}`,
    attack: attackLine(played, channel, weak),
    fix: fixLine(weak),
    played,
    notes: played === undefined ? [withstandsAll] : [],
    consequences: isTakenOver ? fallenWith(weak, judged) : [],
  });
}
