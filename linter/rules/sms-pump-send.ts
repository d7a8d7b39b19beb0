// The rule `sms-pump-send`: texts that anybody can have sent, as many as they like.
import type { Finding, RuleMeta } from "../finding.ts";
import type { Flow } from "../flow.ts";
import { findingAt, sentCodes } from "./code-findings.ts";
import type { CodeRule } from "./rule.ts";

const meta: RuleMeta = {
  id: "sms-pump-send",
  group: "code",
  severity: "warning",
  strict: true,
  title: "Texts that anybody can have sent without an end",
  why:
    "Each text costs the sender money, and some of that money goes to whoever owns the number. A program that asks for " +
    "codes to numbers which it earns from empties the account of the service in a night. It also floods people with texts " +
    "until they approve or ignore everything.",
  mend: [
    "Limit how many texts go to one number, to one range of numbers and from one address, and how many go out in all.",
    "Ask for something that only people do before a text is sent, or take people who are known first.",
    "Refuse countries that nobody of yours lives in.",
  ],
  fine: [
    "A limit at the provider, such as Twilio's guard against pumping, or in a gateway, which the linter cannot see.",
  ],
  clauses: [
    {
      id: "ASVS 5.0 6.1.1",
      asks: "limits against guessing and other misuse of sign-in are written down (level 1)",
    },
    {
      id: "ASVS 5.0 6.3.1",
      asks: "attempts at guessing and at trying stolen credentials are held up (level 1)",
    },
    { id: "CWE-770", asks: "allocation of resources without limits or throttling" },
  ],
  sources: ["asvs-5"],
};

/** Finds entry points that text whoever is named, for whoever asks. */
export const smsPumpSend: CodeRule = { meta, judge };

function judge(flow: Flow): readonly Finding[] {
  return sentCodes(flow).flatMap(({ proof, code, sure }) =>
    proof.kind !== "sms-code" && proof.kind !== "voice-code"
      ? []
      : code.asked
          .filter(({ open, limited }) => open && !limited)
          .map((asked) =>
            findingAt(meta, flow, {
              at: asked,
              evidence: asked.entry,
              confidence: sure,
              message: `${asked.entry} texts whoever is named, as often as anybody asks`,
              attack: "Somebody who earns from a number has a program ask for codes to it all night.",
              fix: "Limit texts by number, by address and in all, and ask for something that only people do.",
              notes: ["a limit in a gateway or at the provider would not be seen"],
            }),
          ),
  );
}
