// English words of the scenarios: what happens, what it needs, what can be noticed, what to do.
import type { ScenarioId } from "../../scenarios/index.ts";

/** The words of one scenario. Lists are in the order in which they matter. */
export interface ScenarioWords {
  readonly title: string;
  /** One sentence, for cards and headings. */
  readonly summary: string;
  /** How it comes about, in a few sentences. */
  readonly mechanism: string;
  readonly needs: readonly string[];
  readonly sees: readonly string[];
  /** What the owner can do now. */
  readonly now: readonly string[];
  readonly variants: Readonly<Record<string, string>>;
}

export const scenarioWords: Readonly<Record<ScenarioId, ScenarioWords>> = {
  "sim-swap": {
    title: "SIM swap",
    summary: "The carrier moves the number to somebody else's SIM.",
    mechanism:
      "A number is not in the phone. It is an entry with the carrier, and it points to a SIM. Whoever gets the carrier to change that entry gets every text and call from then on. In a study of five prepaid carriers in the USA, 39 of 50 attempts worked. Getting the number back from the carrier is not part of the play: the verdict is about the time before that.",
    needs: ["The number", "Personal data of the owner, or somebody inside the carrier"],
    sees: ["The phone loses its network and stays without it."],
    now: [
      "Call the carrier from another phone and have the number moved back.",
      "Take the number out of the ways back in, starting with the mailbox.",
      "Look for sessions and changes that are not yours.",
    ],
    variants: {
      "phone-call": "A caller who knows the owner's personal data",
      insider: "Somebody who works for the carrier",
      "with-passwords": "A caller who also has the owner's passwords from a breach",
    },
  },
  "ss7-interception": {
    title: "SS7 interception",
    summary: "Texts are read on their way through the phone network.",
    mechanism:
      "Phone networks believe what other networks tell them about where a number is. Somebody with access to that signalling can say that the number is with them, and its texts are delivered there. In 2017 bank customers in Germany lost money in this way, after their online banking passwords had been phished.",
    needs: ["Access to signalling between phone networks", "A carrier that does not filter such messages"],
    sees: ["Nothing. The phone keeps its network; a text that was asked for does not come."],
    now: [
      "Use an authenticator app, a passkey or a security key instead of texts.",
      "Take the number out of the ways back in.",
    ],
    variants: {
      "without-passwords": "The attacker has no password",
      "with-passwords": "The attacker has phished the passwords before",
    },
  },
  "lost-phone": {
    title: "Lost phone",
    summary: "The phone is gone, and nobody has it.",
    mechanism:
      "With the phone go its SIM, the seeds in its authenticator app, the passkeys that are on no other device, and whatever was kept with it. Nobody attacks. The question is only whether the owner still gets in, in the days before there is a new SIM.",
    needs: ["A moment"],
    sees: ["The phone is not there."],
    now: [
      "Sign in with what is left: another device, a printed code, a security key.",
      "Get a new SIM for the number from the carrier.",
      "Remove the lost phone from your accounts.",
    ],
    variants: { "not-found": "Nobody finds it" },
  },
  "carrier-block": {
    title: "Carrier block",
    summary: "The carrier's filter silently drops texts with codes.",
    mechanism:
      "Filters against scam decide which senders may text. They can stop the texts of banks and other services while texts from friends arrive, and tell nobody. In the case that the project began with, one call to the carrier removed the block.",
    needs: ["A filter, or a setting on the line, that the owner does not know of"],
    sees: ["Nothing. Texts from friends arrive; codes do not."],
    now: [
      "Call the carrier and ask it to allow these senders.",
      "Choose another way to get the code, if there is one.",
    ],
    variants: {
      "short-codes": "Texts from short numbers are stopped",
      "all-services": "Texts from all services are stopped",
      banks: "Texts from banks are stopped",
    },
  },
};
