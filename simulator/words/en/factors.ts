// English words of the kinds of authenticator.
import type { FactorId } from "../../model/authenticators.ts";

/** The words of one kind of authenticator. The title is as it stands within a sentence. */
export interface FactorWords {
  readonly title: string;
  /** One sentence: how it proves who you are. */
  readonly short: string;
  /** What it rests on, in a few words. */
  readonly restsOn: string;
}

export const factorWords: Readonly<Record<FactorId, FactorWords>> = {
  password: {
    title: "password",
    short: "Something that you know, and that anybody who learns it knows too.",
    restsOn: "memory, or the password manager that keeps it",
  },
  "sms-code": {
    title: "SMS code",
    short: "A code in a text: whoever the text reaches has it.",
    restsOn: "the phone number",
  },
  "email-code": {
    title: "e-mail code",
    short: "A code in a mail: whoever is in the mailbox has it.",
    restsOn: "the mailbox, and so whatever opens the mailbox",
  },
  totp: {
    title: "authenticator app",
    short: "A code that the app computes from a seed and the clock, without any network (TOTP).",
    restsOn: "every device, backup and sheet of paper that holds the seed",
  },
  "recovery-codes": {
    title: "recovery codes",
    short: "A list of codes, each good once, saved for bad days.",
    restsOn: "the paper or the account that keeps them",
  },
  "security-key": {
    title: "security key",
    short: "A thing that signs for this one service; a false site gets nothing it could use.",
    restsOn: "the key, and its PIN where the service insists on it",
  },
  passkey: {
    title: "passkey",
    short: "A signing key on your device, opened by its lock; it signs for this one service.",
    restsOn: "the device with its lock, or the account that it is synced to",
  },
};
