// Voicemail interception: a code that a machine speaks is recorded, and somebody else calls in and hears it.
import { voicemailOpens } from "../model/carrier-policy.ts";
import { nothingHappens } from "../model/scenario.ts";
import type { Scenario } from "../model/scenario.ts";
import { memorisedPasswords } from "./knowledge.ts";
import { minute, onNumber } from "./means.ts";
import { targetLine } from "./targets.ts";

export const voicemailInterception: Scenario<
  "voicemail-interception",
  "without-passwords" | "with-passwords"
> = {
  id: "voicemail-interception",
  kind: "attack",
  attacker: "targeted-remote",
  effort: "per-victim",
  strikes: "number",
  variants: [
    { id: "without-passwords", sources: ["voicemail-2018"] },
    { id: "with-passwords", sources: ["voicemail-2018"] },
  ],
  sources: ["voicemail-2018", "authy"],
  open: (setup, variant, target) => {
    const number = targetLine(setup, target, ({ voicemail }) => voicemail === "open");
    const knows = variant === "with-passwords" ? memorisedPasswords(setup) : [];
    if (number === undefined) return nothingHappens(true, knows);
    return onNumber(number, knows, {
      moves: [{ actor: "attacker", do: "open-voicemail", number: number.id, after: 2 * minute }],
      closing: [],
      gains: voicemailOpens(number) ? [`voicemail:${number.id}`] : [],
      losses: [],
    });
  },
};
