// English words of the trail: what happened. `{name}` is filled from the entry.
export const trailWords = {
  "sim-change-asked-by-phone-call":
    "The attacker calls the carrier, gives the owner's name and date of birth, and asks for {number} on a new SIM.",
  "sim-change-asked-by-insider":
    "Somebody who works for the carrier is paid to move {number} to the attacker's SIM.",
  "sim-moved": "The carrier moves {number} to the attacker's SIM.",
  "sim-refused-number-lock": "The carrier refuses: the owner has locked {number} against SIM changes.",
  "sim-refused-account-pin": "The carrier refuses: the caller does not know the PIN.",
  "sim-refused-photo-id-in-person":
    "The carrier refuses: it changes SIMs in a shop only, against a photo ID.",
  "sim-refused-landline": "The carrier has no SIM to move: {number} is a landline.",
  "service-lost": "{device} loses its network.",
  "texts-redirected":
    "From inside the phone network, the attacker has texts to {number} sent to a system of their own.",
  "redirect-refused": "The carrier does not let a foreign network take over {number}.",
  "redirect-ended": "The attacker lets go; texts to {number} go to the owner again.",
  "texts-blocked": "The carrier's filter begins to stop texts from services to {number}. Nobody is told.",
  "device-lost": "{device} is gone. Nobody finds it.",
  "device-taken": "A thief takes {device}.",
  "begins-sign-in": "{who} begins to sign in to {account}: {needs}.",
  "begins-recovery": "{who} asks {account} for a way back in: {needs}.",
  "begins-action": "{who} wants to: {action}. {account} asks again: {needs}.",
  "begins-sign-in-unasked": "{who} signs in to {account}, which asks for nothing.",
  "begins-recovery-unasked": "{who} asks {account} for a way back in, and it asks for nothing.",
  "begins-action-unasked": "{who} wants to: {action}. {account} does not ask again.",
  "mail-noticed": "{mailbox} shows the owner a mail with a code that they did not ask for.",
  "code-texted": "{account} texts a code.",
  "text-arrives": "The text with {code} arrives on {device}.",
  "text-reaches-attacker": "The text with {code} goes to {number}. The attacker reads it.",
  "text-intercepted": "The text with {code} never reaches the phone. The attacker reads it on the way.",
  "text-blocked": "The carrier drops the text. Neither the service nor the owner is told.",
  "text-reaches-landline": "The text goes to {number}, a landline, and nobody reads it there.",
  "text-reaches-nobody": "The text goes to {number}, which is in no device.",
  "text-on-lost-device": "The text lights up a screen that nobody sees.",
  "text-on-stolen-screen": "The text with {code} shows on the screen of {device}. The thief reads it.",
  "text-behind-lock": "The text arrives on {device} and stays hidden behind its lock.",
  "mail-arrives": "{account} mails the code {code} to {mailbox}.",
  "code-texted-elsewhere": "{account} texts the code to another number: the attacker's.",
  "code-mailed-elsewhere": "{account} mails the code to another address: the attacker's.",
  "no-more-codes": "{account} sends no more codes after too many wrong ones.",
  "looks-inside": "{who} looks into {account}.",
  accepted: "{account} accepts: {authenticator}.",
  "accepted-code": "{account} accepts {code}: {authenticator}.",
  "refused-wrong": "{account} refuses: {authenticator} is wrong.",
  "refused-expired": "{account} refuses: the code is too old.",
  "refused-exhausted": "{account} refuses: too many wrong codes.",
  "refused-used-already": "{account} refuses: that code has been used.",
  "refused-nothing-sent": "{account} refuses: it has sent no code.",
  "refused-other-request": "{account} refuses: the code was sent for something else.",
  "refused-replaced": "{account} refuses: {authenticator} was replaced by the attacker.",
  "has-nothing": "{who} has nothing to give for: {authenticator}.",
  "not-asked": "{account} does not ask for {authenticator} now.",
  "nothing-begun": "{who} has begun nothing at {account}.",
  "not-inside": "{who} is not in {account} and can do nothing there.",
  enters: "{who} is in {account}.",
  "cooling-off": "{account} makes everybody wait {wait} before it goes on.",
  "new-password-set": "{account} takes a new password from {whom}.",
  "second-factor-forgotten": "With the new password, {account} no longer asks for anything else.",
  "authenticators-removed": "{account} no longer asks for: {removed}.",
  "action-done": "{account} does it: {action}.",
  "replacement-refused": "{account} lets nobody change its security settings without asking again.",
  "authenticators-replaced": "{who} puts their own password, number and keys in the place of the owner's.",
} as const satisfies Readonly<Record<string, string>>;

/** English words of what the owner can notice. */
export const noticeWords = {
  "nothing-unusual": "Nothing. The phone looks as always.",
  "no-service": "No service",
  "device-gone": "{device} is not there.",
  "code-text": "{account}: your code is {code}",
  "code-mail": "{account}: your code is {code}",
} as const satisfies Readonly<Record<string, string>>;

/** English words for people, as a sentence begins and as it goes on. */
export const personWords = {
  owner: { who: "The owner", whom: "the owner" },
  attacker: { who: "The attacker", whom: "the attacker" },
} as const;
