// The rule `reset-chain`: a way in that rests on another account, which a texted code alone opens.
import type { RuleMeta } from "../finding.ts";
import { attacksOn, play } from "./attack-play.ts";
import { channelOf, endOf, meansOf } from "./channel-words.ts";
import { findingOf, withstandsAll } from "./finding-of.ts";
import type { Evidence, JudgedSetup, Judgement, PolicyRule } from "./rule.ts";
import { chainOf, type WeakRoute, weakWays } from "./weak-routes.ts";

const meta: RuleMeta = {
  id: "reset-chain",
  group: "single-factor",
  severity: "error",
  title: "A way in that rests on an account which a texted code opens",
  why:
    "A link by mail is as safe as the mailbox, and a passkey in a cloud as safe as the cloud. Where that account opens " +
    "for a texted code, the number opens both: first it, then everything that trusts it. The account at the end of the " +
    "chain never sent a text.",
  mend: [
    "Close the first link: take the text out of the ways into that account.",
    "Ask at the end of the chain for a second proof that does not lie in that account, such as a recovery code or a passkey on a key.",
  ],
  fine: [
    "The account in between asks for another proof, which the setup leaves out.",
    "The reset is held back for days, and its owner is told elsewhere and can object.",
  ],
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

/** Finds ways in that fall because an account they rest on falls to a code sent to a number. */
export const resetChain: PolicyRule = { meta, judge };

function judge(judged: JudgedSetup): readonly Judgement[] {
  const all = weakWays(judged.setup);
  return all.flatMap((weak) => {
    const chain = chainOf(weak, all);
    const evidence = judged.evidenceOf(weak.ref);
    // An account that comes round to itself opens for the number anyway, at another of its ways in.
    const isRing = chain.some(({ account }) => account === weak.account);
    return chain.length === 0 || isRing || evidence === undefined
      ? []
      : [judgementOf(weak, chain, evidence, judged)];
  });
}

function judgementOf(
  weak: WeakRoute,
  chain: readonly WeakRoute[],
  evidence: Evidence,
  judged: JudgedSetup,
): Judgement {
  const root = chain.at(-1) ?? weak;
  const played = play(judged.setup, weak.account.id, [
    { id: "reset-chain", target: root.number },
    ...attacksOn(root.number),
  ]);
  const channel = channelOf(root, undefined);
  const isTakenOver = played?.end === "taken-over";
  const over = chain.map(({ account }) => `"${account.title ?? account.id}"`);
  return findingOf(meta, evidence, {
    severity: isTakenOver ? channel.severity : "warning",
    message: `${evidence.subject} rests on ${over.join(", that on ")}, and ${channel.code} alone opens ${over.length === 1 ? "that account" : "the last of them"}`,
    attack: `Somebody who ${meansOf(played, channel)}, takes over ${over.at(-1)} and finds there what ${over.length === 1 ? "this account asks for" : "the next account asks for"}${endOf(played)}`,
    fix: "Ask for a proof that does not lie in that account, or take the phone number out of the ways into that account.",
    played,
    notes: played === undefined ? [withstandsAll] : [],
  });
}
