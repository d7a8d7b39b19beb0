// The rule `reset-chain`: a reset that rests on another account, which a texted code alone opens.
import type { RuleMeta } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { findingOf, withstandsAll } from "./finding-of.ts";
import type { JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { restsOn, weakRoutes } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "reset-chain",
  group: "single-factor",
  severity: "error",
  title: "A reset by mail to a mailbox that a texted code opens",
  why:
    "A link by mail is as safe as the mailbox. Where the mailbox itself is reset by text, the number opens both: first " +
    "the mailbox, then everything that trusts it. The account at the end of the chain never sent a text.",
  mend: [
    "Close the first link: take the text out of the mailbox's recovery.",
    "Ask in the reset for a second proof that does not lie in the mailbox, such as a recovery code or a passkey.",
  ],
  fine: ["The mailbox is also behind a factor that its reset asks for."],
  clauses: [
    {
      id: "ASVS 5.0 6.4.3",
      asks: "a reset does not bypass multi-factor authentication that is switched on (level 2)",
    },
    { id: "ASVS 5.0 6.3.4", asks: "all ways in are equally strong, and none is undocumented (level 2)" },
    {
      id: "NIST SP 800-63B-4 4.2.2.2",
      asks: "recovery at AAL2 takes two recovery codes sent by different methods, or one code and an authenticator already bound to the account, or identity proofing again (our reading of the draft; the final keeps the clause number)",
    },
    { id: "CWE-640", asks: "weak password recovery mechanism for forgotten password" },
  ],
  sources: ["nist-800-63b-4", "asvs-5", "princeton-2020"],
};

/** Finds resets that fall because an account they rest on falls to a texted code. */
export const resetChain: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const weak = weakRoutes(judged.setup);
  return weak.flatMap((route) => {
    const first = weak.find((other) => restsOn(route, other, weak));
    const evidence = judged.evidenceOf(route.ref);
    if (first === undefined || evidence === undefined) return [];
    const played = play(judged.setup, route.account.id, [
      { id: "reset-chain", target: first.number },
      ...attacksOn(first.number),
    ]);
    const { account } = first;
    return [
      findingOf(meta, evidence, {
        severity: played?.end === "taken-over" ? "error" : "warning",
        message: `${evidence.subject} is reset through "${account.title ?? account.id}", which a code to a phone number opens`,
        attack: `Somebody who gets the carrier to move the number to another SIM resets "${account.title ?? account.id}" first and reads there what this reset sends.`,
        fix: "Ask for a proof that does not lie in that account, or take the text out of that account's recovery.",
        played,
        notes: played === undefined ? [withstandsAll] : [],
      }),
    ];
  });
}
