// English words of the kinds of authenticator.
import type { FactorId } from "../../model/authenticators.ts";
import { factorTitles } from "./factor-titles.ts";

/** The words of one kind of authenticator. The title is as it stands within a sentence. */
export interface FactorWords {
  readonly title: string;
  /** One sentence: how it proves who you are. */
  readonly short: string;
  /** What it rests on, in a few words. */
  readonly restsOn: string;
  /** Who can present it, and when. */
  readonly presents: string;
  /** How it behaves over time: expiry, attempts, replay, drift, fatigue, and what it needs in order to arrive. */
  readonly overTime: string;
  /** What it costs the owner. */
  readonly costs: string;
}

export const factorWords: Readonly<Record<FactorId, FactorWords>> = {
  password: {
    title: factorTitles.password,
    short: "Something that you know, and that anybody who learns it knows too.",
    restsOn: "memory, or the password manager that keeps it",
    presents: "Whoever knows it, from anywhere, at any time and as often as they like.",
    overTime:
      "It does not run out and can be used again and again. A copy works until the password is changed. It needs no phone and no network of its own.",
    costs:
      "It must be long, different everywhere, and remembered or kept in a manager. A forgotten one leads into recovery.",
  },
  "security-questions": {
    title: factorTitles["security-questions"],
    short: "Answers about yourself, which many people know or can find out.",
    restsOn: "what is known about you, or made-up answers that you keep like a password",
    presents: "Whoever knows you or has read about you. With made-up answers, whoever knows those.",
    overTime:
      "True answers never change, so an answer that has leaked once stays leaked. Nothing can be replaced about a mother's name.",
    costs: "Nothing at first. Made-up answers must be kept somewhere, like another password.",
  },
  "sms-code": {
    title: factorTitles["sms-code"],
    short: "A code in a text: whoever the text reaches has it.",
    restsOn: "the phone number",
    presents:
      "Whoever reads texts to the number: on the phone with its SIM, on a device that mirrors them, on the locked screen, or on the way.",
    overTime:
      "It lives for minutes, and wrong tries are counted. A carrier that blocks, delays or moves the number decides whether it arrives, and to whom. It can be read out or typed into a false site.",
    costs:
      "A number that stays yours, coverage wherever you sign in, and a SIM to replace when the phone is gone.",
  },
  "voice-code": {
    title: factorTitles["voice-code"],
    short: "A code spoken in a call: whoever answers has it.",
    restsOn: "the phone number, and the voicemail where no key must be pressed",
    presents:
      "Whoever answers the call or listens to the recording. A key press keeps the recording out, a PIN keeps out who does not know it.",
    overTime:
      "It lives for minutes. Forwarded calls and a voicemail without PIN take it elsewhere; without coverage it does not come at all.",
    costs: "A number that you can be called on when you sign in. It also reaches landlines.",
  },
  "messenger-code": {
    title: factorTitles["messenger-code"],
    short: "A code in a messenger: whoever is in that account has it.",
    restsOn: "the messenger account, and so whatever opens that account, often a number",
    presents: "Whoever is in the messenger account, over any network.",
    overTime:
      "It lives for minutes, and wrong tries are counted. It arrives wherever there is Internet. It can be typed into a false site.",
    costs: "The messenger must be kept, with its own way back in.",
  },
  "email-code": {
    title: factorTitles["email-code"],
    short: "A code in a mail: whoever is in the mailbox has it.",
    restsOn: "the mailbox, and so whatever opens the mailbox",
    presents: "Whoever can read the mailbox, over any network.",
    overTime:
      "It lives for minutes to a day, and wrong tries are counted. NIST does not count e-mail as a second channel. The mail stays in the mailbox for whoever gets in later.",
    costs:
      "The mailbox becomes the key to everything that sends there, so it must be the best protected account.",
  },
  "email-link": {
    title: factorTitles["email-link"],
    short: "A link in a mail: whoever is in the mailbox can open it.",
    restsOn: "the mailbox, and so whatever opens the mailbox",
    presents: "Whoever can read the mailbox and opens the link before you do.",
    overTime:
      "It works once and lives for minutes to a day. It cannot be read out over the phone, and it opens the session where it is opened.",
    costs: "The mailbox becomes the key to everything that sends there.",
  },
  "in-app-message": {
    title: factorTitles["in-app-message"],
    short: "A code shown by the app of the service itself, sent over the Internet and not to a number.",
    restsOn: "the devices on which you are signed in to that app",
    presents: "Whoever has one of these devices and passes its lock.",
    overTime:
      "It lives for minutes. It needs Internet on the device, but no coverage and no number. It can be typed into a false site.",
    costs: "The app must stay signed in on a device. A lost phone takes it away.",
  },
  totp: {
    title: factorTitles.totp,
    short: "A code that the app computes from a seed and the clock, without any network (TOTP).",
    restsOn: "every device, backup and sheet of paper that holds the seed",
    presents:
      "Whoever has a device with the app and passes its lock, or any copy of the seed: a synced account, an export, a printed sheet.",
    overTime:
      "A code changes about every 30 seconds and works offline. A clock that is off by more than the window makes all codes wrong. A copied seed goes on working unseen. It can be typed into a false site.",
    costs:
      "One set-up for each service. A new phone has none of it unless the seed was carried over, which is also where copies come from.",
  },
  hotp: {
    title: factorTitles.hotp,
    short: "A code computed from a seed and a counter (HOTP).",
    restsOn: "the token or the devices that hold the seed and the counter",
    presents: "Whoever has the token or a device with the app and passes its lock.",
    overTime:
      "A code stays valid until it is used, so one that was seen and not typed in can still be used. It works offline and without a clock; pressed too often, the counter runs ahead of the service.",
    costs: "A thing to carry, or an app to set up for each service.",
  },
  "device-code": {
    title: factorTitles["device-code"],
    short: "Codes of an app whose seed cannot leave the device.",
    restsOn: "the device on which it was set up",
    presents: "Whoever has that device and passes its lock. There is no copy anywhere.",
    overTime:
      "A code changes with the clock, and cannot be used again. Some such apps need the Internet to show one. A device that is gone takes the seed with it for good.",
    costs: "No backup is possible. Every new phone must be enrolled again.",
  },
  "otp-token": {
    title: factorTitles["otp-token"],
    short: "A small device that shows a code and needs no phone.",
    restsOn: "the token",
    presents: "Whoever has the token in the hand.",
    overTime:
      "It computes codes from a seed and a clock, offline. The service keeps the same seed, so a copied seed makes the same codes. It can be typed into a false site.",
    costs: "A thing to carry and to lose.",
  },
  push: {
    title: factorTitles.push,
    short: "A prompt on your device: approve, or enter what the sign-in page shows.",
    restsOn: "the devices on which the prompt appears",
    presents:
      "Whoever has the device and passes its lock. A tired owner approves a prompt that somebody else has started.",
    overTime:
      "It is good for a short time and needs Internet on the device. Plain approval can be worn out by many prompts; a number to match, or a code to type into the page, cannot be tapped away.",
    costs: "The device must be at hand, charged and online. A lost phone takes it away.",
  },
  "security-key": {
    title: factorTitles["security-key"],
    short: "A thing that signs for this one service; a false site gets nothing it could use.",
    restsOn: "the key, and its PIN where the service insists on it",
    presents: "Whoever has the key, and its PIN where the service asks for it.",
    overTime:
      "It does not run out and works offline. A false site cannot use it, because it signs for the name of the real one. A key that is lost is gone; the service can be told to forget it.",
    costs: "Money for a key, and for a second one that lies elsewhere, since a key cannot be copied.",
  },
  passkey: {
    title: factorTitles.passkey,
    short: "A signing key on your device, opened by its lock; it signs for this one service.",
    restsOn: "the device with its lock, or the account that it is synced to",
    presents:
      "Whoever has a device with it and passes its lock, or whoever is in the account that it is synced to.",
    overTime:
      "It does not run out and works offline, and a false site cannot use it. Synced, it returns on a new device with that account; not synced, it is gone with the device.",
    costs:
      "Nothing to remember. Where it is synced, everything hangs on that account and on the way back into it.",
  },
  "trusted-browser": {
    title: factorTitles["trusted-browser"],
    short: "A browser that the service remembers, so that it asks for less.",
    restsOn: "the browser's storage on one device",
    presents: "Whoever has that device, unlocked, and uses that browser.",
    overTime:
      "It lasts as long as the storage does. Cleaning, a private window, another browser or a device that wipes old storage ends it, and then the second factor is asked for again.",
    costs:
      "Nothing at first. On the day it is forgotten, the second factor that you have not used for months must be at hand.",
  },
  "session-approval": {
    title: factorTitles["session-approval"],
    short: "A device that is already inside lets another one in.",
    restsOn: "the devices that are signed in",
    presents:
      "Whoever has one of these devices and passes its lock. A tired owner can approve somebody else's request.",
    overTime:
      "It needs Internet on the device and works for as long as the session there lasts. With the last such device, it is gone.",
    costs: "At least one device must stay signed in. Sign out everywhere, and nothing can approve any more.",
  },
  "recovery-codes": {
    title: factorTitles["recovery-codes"],
    short: "A list of codes, each good once, saved for bad days.",
    restsOn: "the paper or the account that keeps them",
    presents: "Whoever has the paper or is in the account that keeps a copy.",
    overTime:
      "Each is good once and does not run out with time; when the last is used, there are none. They work offline. They can be typed into a false site.",
    costs: "Print them once, keep them where a thief does not look, and make new ones when they are used up.",
  },
  "support-desk": {
    title: factorTitles["support-desk"],
    short: "Somebody at the service judges whether you are the owner.",
    restsOn:
      "what the desk goes by: data about you, a call back to the number on file, or an identity document",
    presents:
      "Whoever satisfies the desk: with data about you, at the number it calls back, or with the document.",
    overTime:
      "It takes as long as the desk takes, and it can be talked round. It works without any of your other factors, which is why it is asked for by people who have none of them.",
    costs: "Waiting, questions about yourself, and trust in a person whom you do not know.",
  },
  "recovery-contact": {
    title: factorTitles["recovery-contact"],
    short: "A person whom you have named vouches for you.",
    restsOn: "that person, and how well they know that it is really you",
    presents: "Whoever can persuade that person, by their voice or by a message that seems to come from you.",
    overTime:
      "It needs the person to be reachable. It does not run out, and it works when every device of yours is gone.",
    costs:
      "You must have named somebody while all was well, and that person must know what may be asked of them.",
  },
  "identity-proofing": {
    title: factorTitles["identity-proofing"],
    short: "Your document and your face are compared once more, as when the account was opened.",
    restsOn: "you, and the identity document",
    presents: "You, with the document. Somebody who has the document alone is not you.",
    overTime:
      "It takes from minutes to days. It does not run out and needs no device; a document that is lost must be replaced first.",
    costs: "Time, and showing your face and your papers to a service.",
  },
  voiceprint: {
    title: factorTitles.voiceprint,
    short: "Your voice on the phone is compared with the voice on file.",
    restsOn: "you, and how close a copied voice comes",
    presents: "Whoever has your voice: you, a recording of it, or a copy made from recordings.",
    overTime: "It does not run out. A voice cannot be changed once a copy of it is about.",
    costs: "Nothing to remember and nothing to carry, as long as your voice is yours alone.",
  },
};
