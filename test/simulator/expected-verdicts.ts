// What must come out for the five first setups under the four first scenarios, for every account. Reasoned by hand from how the setups are written
// and from what the sources say the scenarios do; never copied from the program, which is compared with it.
//
// What the scenarios do, each in its default variant:
// - sim-swap: a caller with personal data gets the first mobile number moved to a new SIM, where the carrier asks for
//   no more than that. From then on the attacker gets the texts and the owner gets none.
// - ss7-interception: somebody with access to the signalling network reads the texts to that number for a while,
//   unless the carrier filters. The owner's own service is as before when it is over.
// - lost-phone: the first phone is gone, with its SIM and what was only on it or kept with it. Nobody finds it.
// - carrier-block: texts from short codes no longer reach the first mobile number; those from long numbers do.
// The attacker knows the owner's personal data, and none of the passwords. `owner` is what is left after whatever lasting
// changes the attacker can make; a reset by somebody who does not get in all the same takes the owner's password away.
import type { Verdict } from "../../simulator/index.ts";

/** The expected verdict of one account, and why. */
export interface Expected extends Omit<Verdict, "account" | "effectiveFactors"> {
  readonly because: string;
}

/** One setup: how many independent things a stranger needs for each account, and what each scenario does to it. */
export interface ExpectedSetup {
  readonly effectiveFactors: Readonly<Record<string, readonly [factors: number, because: string]>>;
  readonly scenarios: Readonly<Record<ScenarioName, Readonly<Record<string, Expected>>>>;
}

/** The scenarios of the full table; all others are covered by reasoned cells and by reviewed snapshots. */
export const foundingScenarios = ["sim-swap", "ss7-interception", "lost-phone", "carrier-block"] as const;

type ScenarioName = (typeof foundingScenarios)[number];

const nothing = { obtained: [], blocked: [], recoverableAfter: null } as const;
const day = 24 * 60 * 60 * 1_000;

function fine(because: string): Expected {
  return { attacker: "safe", ownerBefore: "signed-in", owner: "signed-in", ...nothing, because };
}

function lockedOut(because: string, blocked: readonly string[] = []): Expected {
  return { attacker: "safe", ownerBefore: "locked-out", owner: "locked-out", ...nothing, blocked, because };
}

function recoverable(recoverableAfter: number, because: string): Expected {
  return {
    ...nothing,
    attacker: "safe",
    ownerBefore: "recoverable",
    owner: "recoverable",
    recoverableAfter,
    because,
  };
}

function takenOver(
  ownerBefore: Verdict["ownerBefore"],
  because: string,
  obtained: readonly string[] = [],
): Expected {
  // Whoever is in puts everything that opens the account in the place of the owner's, and the owner can do nothing there.
  return {
    attacker: "taken-over",
    ownerBefore,
    owner: "locked-out",
    ...nothing,
    obtained,
    blocked: obtained,
    because,
  };
}

const onePhone: ExpectedSetup = {
  effectiveFactors: {
    mail: [1, "The reset asks for a text and so does the sign-in after it: the number alone is enough."],
    bank: [
      1,
      "The number opens the mailbox, the mailbox gives a new password, the number gives the text beside it.",
    ],
    shop: [1, "Its password alone is enough; and so is the number, by way of the mailbox."],
  },
  scenarios: {
    "sim-swap": {
      mail: takenOver(
        "locked-out",
        "A text resets the password and a text signs in; both now go to the attacker, and none to Mira.",
      ),
      bank: takenOver(
        "locked-out",
        "The chain: the mailbox is taken, so is the reset mail, and the text for signing in and for moving money goes to the attacker too. Mira gets no text to sign in with, even before anything is changed.",
        ["move-money"],
      ),
      shop: takenOver(
        "signed-in",
        "Mira's password works until the attacker resets it from the taken mailbox; then her own way back leads to that mailbox.",
      ),
    },
    "ss7-interception": {
      mail: takenOver(
        "signed-in",
        "The attacker reads the reset text and the sign-in text on their way. When it is over Mira's texts come as before, but the account no longer asks for her number.",
      ),
      bank: takenOver(
        "signed-in",
        "The same chain; for Mira all was well until password and number were replaced.",
        ["move-money"],
      ),
      shop: takenOver("signed-in", "Reset from the taken mailbox."),
    },
    "lost-phone": {
      mail: lockedOut("Sign-in and reset both ask for a text, and the SIM is gone with the phone."),
      bank: lockedOut(
        "The text for signing in does not reach her; a new password would not change that, and the mailbox that would give it is closed.",
        ["move-money"],
      ),
      shop: fine("A password in memory is lost with no phone."),
    },
    "carrier-block": {
      mail: fine("The mailbox texts from a long number, and those arrive."),
      bank: lockedOut(
        "The bank texts from a short code. The reset by mail gives a new password, beside which the text is asked for all the same.",
        ["move-money"],
      ),
      shop: fine("No text is involved."),
    },
  },
};

const appWithSmsReset: ExpectedSetup = {
  effectiveFactors: {
    mail: [1, "The reset asks for a text alone and forgets the app: the number is enough."],
    bank: [
      1,
      "A text resets the password and the app is asked for: the number and the phone. But the phone shows the texts, so the phone alone is enough; its lock is listed and counts nothing.",
    ],
    forum: [1, "The reset asks for a text alone and lets straight in."],
    photos: [1, "The password alone; or the number alone, by way of the mailbox."],
  },
  scenarios: {
    "sim-swap": {
      mail: takenOver(
        "signed-in",
        "The text gives a new password, and after the reset it alone signs in. Jonas's app would still have let him in until then.",
      ),
      bank: {
        attacker: "safe",
        ownerBefore: "signed-in",
        owner: "locked-out",
        ...nothing,
        because:
          "The text gives the attacker a new password, but the app is asked for as well and is on Jonas's phone. Nobody gets in: Jonas's own password is gone, and a text that would give him another goes to the attacker.",
      },
      forum: {
        attacker: "taken-over",
        ownerBefore: "signed-in",
        owner: "locked-out",
        recoverableAfter: null,
        obtained: ["download-data"],
        blocked: ["change-security", "download-data"],
        because:
          "The reset lets straight in, and the attacker knows the new password, so the data can be downloaded. Changing the factors asks for the app. But Jonas's password is replaced, and his only way back is a text to a number he no longer has.",
      },
      photos: takenOver(
        "signed-in",
        "The taken mailbox gets the reset code, and the reset lets straight in.",
      ),
    },
    "ss7-interception": {
      mail: takenOver(
        "signed-in",
        "The same without any sign on the phone; afterwards password, app and number on the account are the attacker's.",
      ),
      bank: {
        attacker: "safe",
        ownerBefore: "signed-in",
        owner: "recoverable",
        ...nothing,
        recoverableAfter: 0,
        because:
          "The app is asked for after the reset, and nobody reads it on the network. The reset has replaced Jonas's password all the same; with his texts back, he resets it once more.",
      },
      forum: {
        attacker: "taken-over",
        ownerBefore: "signed-in",
        owner: "recoverable",
        recoverableAfter: 0,
        obtained: ["download-data"],
        blocked: [],
        because:
          "As with the SIM swap the attacker gets in and takes the data but cannot change the factors. Here Jonas still has his number when it is over: a text resets the password once more, and lets him in at once.",
      },
      photos: takenOver("signed-in", "By way of the taken mailbox."),
    },
    "lost-phone": {
      mail: lockedOut(
        "The app was on the phone only, and the reset text goes to the SIM that was in it: two factors, one pocket.",
      ),
      bank: lockedOut("App and number are gone together."),
      forum: lockedOut("App and number are gone together.", ["change-security", "download-data"]),
      photos: fine("The password is in memory."),
    },
    "carrier-block": {
      mail: fine("Signing in takes password and app; the texts that do not come are only for resets."),
      bank: fine("Password and app."),
      forum: fine("Password and app, and the app for the settings."),
      photos: fine("Password alone."),
    },
  },
};

const passkeys: ExpectedSetup = {
  effectiveFactors: {
    mail: [2, "A device and what unlocks the passkey on it; or the password and the printed codes."],
    bank: [
      2,
      "A device and what unlocks the passkey. The way back asks for mail and codes, and mail plus codes is password plus codes: two as well.",
    ],
    club: [2, "Password and key; or password and the printed codes, which remove the key."],
  },
  scenarios: {
    "sim-swap": {
      mail: fine("The number opens nothing and Ada signs in without it."),
      bank: fine("The number opens nothing."),
      club: fine("The number opens nothing."),
    },
    "ss7-interception": {
      mail: fine("No text is ever sent."),
      bank: fine("No text is ever sent."),
      club: fine("No text is ever sent."),
    },
    "lost-phone": {
      mail: fine("The passkey is on the laptop too."),
      bank: fine("The passkey is on the laptop too, for signing in and for moving money."),
      club: recoverable(
        day,
        "The key was in the phone's case. The codes in the drawer have it removed, after a day's wait; then the password signs in.",
      ),
    },
    "carrier-block": {
      mail: fine("No text is waited for."),
      bank: fine("No text is waited for."),
      club: fine("No text is waited for."),
    },
  },
};

const traveller: ExpectedSetup = {
  effectiveFactors: {
    mail: [2, "Password and phone; or password and the printed codes."],
    bank: [
      2,
      "Password and phone, or password and number. With the mailbox's password and the phone one gets the reset mail and the app's code: two again.",
    ],
    ferries: [1, "The password alone."],
  },
  scenarios: {
    "sim-swap": {
      mail: fine("No text opens the mailbox."),
      bank: fine(
        "The carrier moves the number only for somebody in the shop with a photo ID; the caller is refused and nothing changes.",
      ),
      ferries: fine("No text is involved."),
    },
    "ss7-interception": {
      mail: fine("No text opens the mailbox."),
      bank: fine(
        "The bank's texts are read on their way, but they come beside a password that the attacker does not know, and the reset goes to a mailbox that stays closed.",
      ),
      ferries: fine("No text is involved."),
    },
    "lost-phone": {
      mail: recoverable(
        0,
        "The app was on the phone only. The printed codes are with the laptop, and with the password they let straight in.",
      ),
      bank: fine(
        "The phone with the home number lies on the sister's table: password and the text she reads out. It serves for transfers too.",
      ),
      ferries: fine("Password alone."),
    },
    "carrier-block": {
      mail: fine("Password and app."),
      bank: {
        ...fine(
          "Password and the app's code let Tove in, but a transfer asks for a text from a short code, which no longer comes.",
        ),
        blocked: ["transfer"],
      },
      ferries: fine("Password alone."),
    },
  },
};

const usersChangeByText =
  "Tin Whistle asks for a password only, and lets Ruben in; but it texts a code for every change of users, and";

const fiveBanks: ExpectedSetup = {
  effectiveFactors: {
    mail: [2, "Password and phone; or password and the printed codes, which remove the app."],
    "heron-lane": [
      2,
      "Password and number. By way of the mailbox: its password and the phone, which also shows the text.",
    ],
    mossfield: [
      2,
      "Password and number. By way of the mailbox: its password and the phone, which also shows the text.",
    ],
    "tin-whistle": [1, "The password alone lets in; only changes ask for more."],
    quillfeather: [2, "Password and number; by mail it would be three."],
    "old-lantern": [2, "Password and number. Waiting seven days is no thing that one must have."],
    charity: [2, "Password and number."],
  },
  scenarios: {
    "sim-swap": {
      mail: fine("Ruben signs in with password and app; no text opens the mailbox."),
      "heron-lane": lockedOut(
        "No password for the attacker, no reset without the mailbox. But Ruben's texts are gone, and a new password would still need one.",
      ),
      mossfield: lockedOut("Sign-in and reset both ask for a text that Ruben no longer gets."),
      "tin-whistle": {
        ...fine(`${usersChangeByText} that goes to the attacker, who is not in.`),
        blocked: ["change-users"],
      },
      quillfeather: fine("The code comes by e-mail instead, to a mailbox that he can open."),
      "old-lantern": lockedOut("A text is asked for even after a reset."),
      charity: lockedOut("A text is asked for even after a reset."),
    },
    "ss7-interception": {
      mail: fine("No text opens the mailbox."),
      "heron-lane": fine(
        "A text that is read on its way is of no use without the password or the mailbox; Ruben gets his afterwards as before.",
      ),
      mossfield: fine("The reset asks for a code from the mailbox as well, and that stays closed."),
      "tin-whistle": fine(
        "To use the text for a change of users one would have to be in, and the password is not known.",
      ),
      quillfeather: fine("Password not known."),
      "old-lantern": fine("Password not known, mailbox closed."),
      charity: fine("Password not known, mailbox closed."),
    },
    "lost-phone": {
      mail: recoverable(
        day,
        "The app is gone with the phone. The printed codes have it removed, after a day's wait; then the password signs in.",
      ),
      "heron-lane": lockedOut(
        "The SIM is gone, and a reset by mail gives a password beside which a text is asked for.",
      ),
      mossfield: lockedOut("Sign-in and reset both ask for a text."),
      "tin-whistle": { ...fine(`${usersChangeByText} there is no SIM for it.`), blocked: ["change-users"] },
      quillfeather: recoverable(
        day,
        "The code can come by e-mail, but the mailbox itself has to be won back first, which takes a day.",
      ),
      "old-lantern": lockedOut("A text is asked for even after a reset."),
      charity: lockedOut("A text is asked for even after a reset."),
    },
    "carrier-block": {
      mail: fine("Password and app."),
      "heron-lane": lockedOut(
        "The sources' case: the code is sent from a short code and never arrives, while other texts do. A reset by mail does not help, since the text is asked for all the same.",
      ),
      mossfield: lockedOut("Sign-in and reset both ask for a text from a short code."),
      "tin-whistle": { ...fine(`${usersChangeByText} that does not arrive.`), blocked: ["change-users"] },
      quillfeather: fine("Falls back to e-mail, as one service in the sources did."),
      "old-lantern": lockedOut("Text from a short code; a reset does not get round it."),
      charity: fine("Texts from a long number, which the filter lets through."),
    },
  },
};

/** By the id of the setup, which is the name of its file. */
export const expectedVerdicts: Readonly<Record<string, ExpectedSetup>> = {
  "one-phone-for-everything": onePhone,
  "app-with-sms-reset": appWithSmsReset,
  "passkey-and-recovery-codes": passkeys,
  traveller,
  "five-banks-and-a-charity": fiveBanks,
};
