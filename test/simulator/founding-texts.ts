// What the texts say that the project was founded on, each mechanism and argument as a play, with both answers.
import type { ScenarioId } from "../../simulator/index.ts";
import type { Verdict } from "../../simulator/index.ts";

/** One play that shows one thing which the founding texts say. */
export interface FoundingPlay {
  /** What they say, in a few words. */
  readonly says: string;
  readonly setup: string;
  readonly scenario: readonly [id: ScenarioId, variant: string, options?: FoundingOptions];
  readonly account: string;
  readonly attacker: Verdict["attacker"];
  readonly owner: Verdict["owner"];
  /** Protected actions that the owner can no longer do, or that the attacker can; where they are the point. */
  readonly blocked?: readonly string[];
  readonly obtained?: readonly string[];
}

interface FoundingOptions {
  readonly target?: string;
  readonly response?: string;
}

const day = ["safe", "signed-in"] as const;
const locked = ["safe", "locked-out"] as const;
const back = ["safe", "recoverable"] as const;
const taken = ["taken-over", "locked-out"] as const;
/** Nobody inside can replace a desk that decides for itself, so that the owner gets back in by it. */
const takenButDesk = ["taken-over", "recoverable"] as const;

function play(
  says: string,
  setup: string,
  scenario: FoundingPlay["scenario"],
  account: string,
  [attacker, owner]: readonly [Verdict["attacker"], Verdict["owner"]],
  more: Pick<FoundingPlay, "blocked" | "obtained"> = {},
): FoundingPlay {
  return { says, setup, scenario, account, attacker, owner, ...more };
}

/** The rows, by their number; most have one play, some show a contrast with two. */
export const foundingTexts: Readonly<Record<string, readonly FoundingPlay[]>> = {
  "1": [
    play(
      "the carrier's filter holds back the codes of five senders, and nobody is told",
      "five-banks-and-a-charity",
      ["carrier-block", "short-codes"],
      "mossfield",
      locked,
    ),
    play(
      "one call to the carrier removes the block",
      "five-banks-and-a-charity",
      ["carrier-block", "short-codes", { response: "carrier-call-unblock" }],
      "mossfield",
      day,
    ),
  ],
  "1b": [
    play(
      "a bank lets its customer in and texts a code for every change of users",
      "five-banks-and-a-charity",
      ["carrier-block", "short-codes"],
      "tin-whistle",
      day,
      { blocked: ["change-users"] },
    ),
  ],
  "2": [
    play(
      "falling back to e-mail works at one service",
      "five-banks-and-a-charity",
      ["carrier-block", "short-codes"],
      "quillfeather",
      day,
    ),
  ],
  "3": [
    play(
      "an app can be enrolled only after a text",
      "app-after-a-text",
      ["app-enrolment", "no-text"],
      "store",
      day,
      { blocked: ["enrol-app"] },
    ),
  ],
  "4": [
    play(
      "not everybody has a mobile phone, and some service wants one all the same",
      "no-mobile-phone",
      ["text-demanded", "strong-factors-withdrawn"],
      "bank",
      locked,
    ),
  ],
  "5": [
    play(
      "without coverage, texts come over Wi-Fi at home",
      "app-after-a-text",
      ["no-coverage", "at-home"],
      "municipality",
      day,
    ),
    play(
      "and not on a public network",
      "app-after-a-text",
      ["no-coverage", "public-wifi"],
      "municipality",
      locked,
    ),
  ],
  "6": [
    play(
      "whoever takes the number gets the texts",
      "seeds-left-behind",
      ["sim-swap", "with-passwords"],
      "mail",
      taken,
    ),
    play("and not the authenticator app", "seeds-left-behind", ["sim-swap", "with-passwords"], "game", day),
  ],
  "7": [
    play(
      "a carrier that asks for a PIN stops a caller",
      "journalist",
      ["sim-swap", "phone-call"],
      "messenger",
      day,
    ),
    play("and does not stop its own staff", "journalist", ["sim-swap", "insider"], "messenger", locked),
  ],
  "8": [
    play(
      "a call to the landline brings the code where no text does",
      "no-mobile-phone",
      ["carrier-block", "all-services"],
      "mail",
      day,
    ),
    play(
      "a message in the service's own app needs no text either",
      "texts-on-the-laptop",
      ["carrier-block", "all-services"],
      "bank",
      day,
    ),
    play(
      "a voice and a PIN are not in the phone",
      "bank-by-telephone",
      ["new-phone", "not-migrated"],
      "bank",
      day,
    ),
  ],
  "9": [
    play(
      "a synced authenticator survives the phone",
      "everything-in-one-cloud",
      ["lost-phone", "not-found"],
      "mail",
      day,
    ),
    play(
      "and falls with the account that it is synced to",
      "everything-in-one-cloud",
      ["authenticator-cloud-taken", "with-passwords"],
      "mail",
      taken,
    ),
  ],
  "10": [
    play("codes come from any trusted device", "device-locked-app", ["lost-phone", "not-found"], "bank", day),
  ],
  "11": [
    play(
      "ten codes on paper, until they are used up",
      "no-mobile-phone",
      ["recovery-codes-lost", "used-up"],
      "bank",
      locked,
    ),
  ],
  "12": [
    play(
      "texts that are relayed to a computer are read on the computer",
      "social-network-by-text",
      ["stolen-laptop", "unlocked"],
      "photos",
      taken,
    ),
  ],
  "13": [
    play(
      "a text comes too late for its code",
      "one-phone-for-everything",
      ["texts-delayed", "quarter-of-an-hour"],
      "bank",
      locked,
    ),
    play(
      "unless the code lives longer",
      "social-network-by-text",
      ["texts-delayed", "quarter-of-an-hour"],
      "photos",
      day,
    ),
  ],
  "14": [
    play(
      "the seeds stay on the old phone; one service has a way back",
      "seeds-left-behind",
      ["new-phone", "not-migrated"],
      "forum",
      back,
    ),
    play("another has none", "seeds-left-behind", ["new-phone", "not-migrated"], "game", locked),
    play("a printed QR code helps", "seeds-left-behind", ["new-phone", "not-migrated"], "yarn", day),
    play("so does an exported seed", "seeds-left-behind", ["new-phone", "not-migrated"], "archive", day),
  ],
  "15": [
    play(
      "an app that is locked to one phone must be released there first",
      "device-locked-app",
      ["device-bound-app", "old-phone-gone"],
      "pension",
      locked,
    ),
  ],
  "16": [
    play(
      "a code on the very device that signs in is still a second factor: the password is missing",
      "seeds-left-behind",
      ["stolen-phone", "unlocked"],
      "game",
      locked,
    ),
  ],
  "17": [
    play(
      "services text a landline that is labelled as home",
      "shared-landline",
      ["landline-as-mobile", "labelled-home"],
      "her-bank",
      back,
    ),
  ],
  "18": [
    play(
      "a browser that is no longer trusted is asked for the second factor again",
      "mail-link-only",
      ["browser-forgets", "storage-wiped"],
      "choir",
      day,
    ),
  ],
  "19": [
    play(
      "a text beside the password is better than the password alone",
      "five-banks-and-a-charity",
      ["password-breach", "all-services"],
      "heron-lane",
      day,
    ),
    play(
      "which falls with its list",
      "five-banks-and-a-charity",
      ["password-breach", "all-services"],
      "tin-whistle",
      taken,
    ),
  ],
  "20": [play("a text alone is not enough", "mailbox-by-text", ["sim-swap", "phone-call"], "mail", taken)],
  "21": [
    play(
      "personal data open what goes by personal data",
      "bank-by-telephone",
      ["support-desk-talked-round", "personal-data"],
      "building-society",
      takenButDesk,
    ),
  ],
  "22": [
    play(
      "what a text opens can be kept small",
      "texts-pressed-on-everybody",
      ["sim-swap", "with-passwords"],
      "broker",
      ["taken-over", "signed-in"],
      { obtained: [] },
    ),
  ],
  "23": [
    play(
      "a push needs the Internet on the phone",
      "sign-on-tenant",
      ["no-internet", "phone-only"],
      "wiki",
      locked,
    ),
  ],
  "24": [
    play("a token needs no connection", "token-on-the-keyring", ["no-coverage", "in-flight"], "remote", day),
    play(
      "nor does an app that computes its codes",
      "seeds-left-behind",
      ["no-internet", "phone-only"],
      "game",
      day,
    ),
  ],
  "25": [
    play(
      "a call without a key press ends on the voicemail, for whoever listens",
      "no-mobile-phone",
      ["voicemail-interception", "without-passwords"],
      "council",
      taken,
    ),
    play(
      "a key press keeps it off the voicemail",
      "no-mobile-phone",
      ["voicemail-interception", "with-passwords"],
      "mail",
      day,
    ),
    play(
      "and the number can be ported all the same",
      "one-feature-phone",
      ["port-out", "forged-letter"],
      "pharmacy",
      taken,
    ),
  ],
  "26": [
    play(
      "a request for a text is turned down where an app is enrolled",
      "app-after-a-text",
      ["sim-swap", "with-passwords"],
      "work",
      day,
    ),
  ],
  "27": [
    play("the locked screen shows the text", "mailbox-by-text", ["stolen-phone", "locked"], "mail", taken),
    play(
      "a lock without previews keeps it",
      "everything-in-one-cloud",
      ["stolen-phone", "locked"],
      "cloud",
      day,
    ),
  ],
  "28": [
    play(
      "a stolen device that stays signed in lets the thief in",
      "always-signed-in",
      ["stolen-laptop", "unlocked", { target: "till" }],
      "shop",
      takenButDesk,
    ),
    play(
      "unless it is taken off the account from another one",
      "always-signed-in",
      ["stolen-laptop", "unlocked", { target: "till", response: "remove-stolen-device" }],
      "shop",
      day,
    ),
  ],
  "29": [
    play(
      "a number is ported with a pasted signature",
      "one-phone-for-everything",
      ["port-out", "forged-letter"],
      "mail",
      taken,
    ),
  ],
  "30": [
    play(
      "a service that compares the carrier then and now texts no ported number",
      "asks-the-carrier",
      ["port-out", "with-passwords"],
      "asks",
      locked,
    ),
    play("one that does not falls", "asks-the-carrier", ["port-out", "with-passwords"], "plain", taken),
  ],
  "31": [
    play(
      "services take the token away and press texts on everybody",
      "texts-pressed-on-everybody",
      ["text-demanded", "strong-factors-withdrawn"],
      "portal",
      locked,
    ),
  ],
  "32": [
    play(
      "without Internet something is needed that works all the same",
      "sign-on-tenant",
      ["no-internet", "phone-only"],
      "second-admin",
      back,
    ),
  ],
  "33": [
    play(
      "a clock that is off makes codes by time useless",
      "seeds-left-behind",
      ["clock-drift", "two-minutes"],
      "game",
      locked,
    ),
    play(
      "and codes by count do not mind",
      "token-on-the-keyring",
      ["clock-drift", "two-minutes"],
      "time-sheet",
      day,
    ),
  ],
  "34": [
    play(
      "a reset by text makes the number the only key",
      "app-with-sms-reset",
      ["reset-skips-second-factor", "sim-swap"],
      "mail",
      taken,
    ),
  ],
  "35": [
    play(
      "first the mailbox by text, then the bank by mail",
      "mailbox-by-text",
      ["reset-chain", "sim-swap"],
      "savings",
      taken,
    ),
  ],
  "36": [
    play(
      "a list of passwords does not open what also asks for a text",
      "one-phone-for-everything",
      ["password-breach", "all-services"],
      "bank",
      day,
    ),
    play(
      "a SIM swap for that one person does",
      "one-phone-for-everything",
      ["sim-swap", "with-passwords"],
      "bank",
      taken,
    ),
  ],
  "37": [
    play(
      "the seeds lie in the service's database",
      "seeds-left-behind",
      ["seed-database-breach", "with-passwords"],
      "game",
      taken,
    ),
    play(
      "and in the phone, where a program takes them and the password",
      "seeds-left-behind",
      ["malware", "reads-everything"],
      "game",
      taken,
    ),
  ],
  "38": [
    play(
      "a service that stops listening is not guessed",
      "careless-services",
      ["code-guessing", "with-passwords"],
      "auction",
      day,
    ),
    play(
      "one that listens for ever is",
      "careless-services",
      ["code-guessing", "with-passwords"],
      "market",
      taken,
    ),
    play(
      "and one that takes a code twice takes it from somebody else",
      "careless-services",
      ["code-replay", "over-the-shoulder"],
      "wallet",
      taken,
    ),
  ],
  "39": [
    play(
      "texts are re-routed for a few dollars and a few lies",
      "mailbox-by-text",
      ["text-rerouting", "without-passwords"],
      "mail",
      taken,
    ),
  ],
  "40": [
    play(
      "signalling takes the texts over",
      "one-phone-for-everything",
      ["ss7-interception", "without-passwords"],
      "mail",
      taken,
    ),
    play(
      "where the carrier does not filter it",
      "journalist",
      ["ss7-interception", "with-passwords"],
      "messenger",
      day,
    ),
  ],
  "41": [
    play(
      "a bank's app makes codes in the air",
      "device-locked-app",
      ["no-coverage", "in-flight"],
      "broker",
      day,
    ),
    play(
      "another one's wants the Internet",
      "device-locked-app",
      ["no-coverage", "in-flight"],
      "pension",
      locked,
    ),
  ],
  "42": [
    play(
      "abroad calls come through",
      "calls-but-no-texts",
      ["roaming-abroad", "with-the-phone"],
      "bank",
      day,
    ),
    play("texts do not", "calls-but-no-texts", ["roaming-abroad", "with-the-phone"], "insurance", locked),
    play(
      "and a relative with the other SIM reads the codes out",
      "calls-but-no-texts",
      ["roaming-abroad", "with-the-phone"],
      "clinic",
      day,
    ),
  ],
  "43": [
    play(
      "texts hours late or never: no settings, no download",
      "social-network-by-text",
      ["provider-outage", "texts", { target: "network" }],
      "network",
      day,
      { blocked: ["change-settings", "download-data"] },
    ),
    play(
      "people switch the second factor off, and the password is all that is left",
      "social-network-by-text",
      ["two-factor-switched-off", "password-breach"],
      "network",
      ["taken-over", "signed-in"],
    ),
  ],
  "44": [
    play("switching from texts", "one-phone-for-everything", ["sim-swap", "phone-call"], "mail", taken),
    play("to a passkey", "passkey-and-recovery-codes", ["sim-swap", "phone-call"], "mail", day),
  ],
  "45": [
    play(
      "a factor that is demanded and cannot be had is denial of service",
      "sign-on-tenant",
      ["provider-outage", "second-factor-service"],
      "wiki",
      locked,
    ),
  ],
};
