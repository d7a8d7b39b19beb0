// English words of the controls: what each does, what it closes, and what it can cost the owner.
import type { ControlId } from "../../model/controls.ts";

/** The words of one control. */
export interface ControlWords {
  readonly title: string;
  readonly does: string;
  /** What it closes. */
  readonly closes: string;
  /** What it can open: how it can keep the owner out, or somebody else in. */
  readonly opens: string;
}

export const controlWords: Readonly<Record<ControlId, ControlWords>> = {
  "code-length": {
    title: "Length of sent codes",
    does: "Sets how many digits a code has that the service sends.",
    closes:
      "Every digit more makes guessing ten times harder. With few digits and many tries, a code is found in minutes.",
    opens: "Nothing, except more to type.",
  },
  "code-lifetime": {
    title: "Lifetime of sent codes",
    does: "Sets for how long a sent code is accepted.",
    closes: "A short life leaves little time for guessing, and for using a code that somebody else has seen.",
    opens: "A text that comes later than that is worthless. Where texts are slow, the owner never gets in.",
  },
  attempts: {
    title: "Limit of wrong tries",
    does: "Sets after how many wrong codes the service stops listening. NIST allows at most 100 in a row.",
    closes:
      "With a limit, guessing finds next to nothing. Without one, a day of trying finds a six-digit code more often than not.",
    opens: "Somebody who types wrong codes on purpose can use up the owner's tries.",
  },
  "resend-resets-attempts": {
    title: "Another code starts the count anew",
    does: "Decides whether asking for another code sets the count of wrong tries back to zero. NIST says that it must not.",
    closes: "Set to false, it closes the way around the limit: asking again and guessing on.",
    opens: "Nothing for the owner, who needs one code only.",
  },
  "one-time-use": {
    title: "Each code once",
    does: "Decides whether a code that was accepted is refused from then on.",
    closes: "Set to true, somebody who looked over the shoulder cannot use the same code again.",
    opens: "Nothing. Somebody who signs in twice within one step waits for the next code.",
  },
  "drift-steps": {
    title: "Tolerated drift of the clock",
    does: "Sets by how many steps of 30 seconds the clock of an app may be off, either way.",
    closes: "A narrow window leaves fewer codes to guess.",
    opens:
      "A narrow window refuses a phone whose clock is off, and its owner reads right codes that are never right.",
  },
  "push-limit": {
    title: "Limit of prompts",
    does: "Stops sending prompts after so many that nobody has approved. Only a low limit helps: in the play, an owner gives in at the tenth.",
    closes: "Prompts one after the other, until a tired owner approves one.",
    opens: "After somebody else has used them up, the owner gets no prompt either.",
  },
  "number-matching": {
    title: "How a prompt is answered",
    does: "Asks for what only the sign-in page shows, rather than for a tap.",
    closes:
      "Prompts sent in bulk: whoever does not see the page has no number to enter. A false site shows that number too, so it does not close that.",
    opens: "One more thing to read and type.",
  },
  "carrier-change-check": {
    title: "Asking the carrier about a change",
    does: "Has the service ask whether the number moved to another SIM or carrier a short while ago, before it texts or calls.",
    closes:
      "SIM swap, port-out and a number that belongs to somebody else by now: no code goes to whoever has it.",
    opens: "An owner with a new SIM gets no codes either, until the change is old enough.",
  },
  "hold-after-change": {
    title: "Hold after a change",
    does: "Holds protected actions back for some time after a recovery has changed something.",
    closes: "A takeover that is noticed in time: the owner objects before anything is carried out.",
    opens: "The owner who has really recovered waits as well.",
  },
  "texts-despite-app": {
    title: "Texts although an app is enrolled",
    does: "Decides whether the service still texts or calls when an app or a push is enrolled.",
    closes: "Set to false, the number is no way around the app any more.",
    opens: "Without the app, no text comes to the rescue.",
  },
  "recovery-key": {
    title: "Recovery key",
    does: "Lets whoever is inside set a key after which no support desk, contact or proof of identity helps.",
    closes: "Desks that can be talked round.",
    opens: "Whoever gets inside can set it too. Then the owner is out for good.",
  },
  "reset-keeps-second-factor": {
    title: "A reset keeps the second factor",
    does: "Decides whether the second factor is asked for at the first sign-in after a new password.",
    closes: "Set to true, a reset is no way around the second factor.",
    opens: "An owner who has lost the second factor is no further after a reset.",
  },
  "reset-opens-session": {
    title: "A reset signs you in",
    does: "Decides whether setting a new password signs you in at once.",
    closes: "Set to false, whoever resets still has to pass the sign-in and what it asks for.",
    opens: "One more step for the owner.",
  },
  "sim-change": {
    title: "What the carrier asks for a SIM change",
    does: "Sets what proves to the carrier that a number may move to another SIM: nothing, personal data, an account PIN, or a photo ID shown in person.",
    closes:
      "A PIN or an ID stops a caller who has looked up the owner's data. It does not stop somebody inside the carrier.",
    opens: "A PIN that is forgotten, and an ID that is lost, keep the owner from a new SIM as well.",
  },
  "number-lock": {
    title: "Number lock",
    does: "Lets the owner forbid any change of SIM or carrier.",
    closes: "SIM swap by a caller, and port-out by a letter. Not an insider.",
    opens: "The lock must be taken off before a new SIM works, and that takes its own proof.",
  },
  "ss7-filtering": {
    title: "SS7 filtering",
    does: "Has the carrier refuse signalling from foreign networks that would take the number's texts and calls away.",
    closes: "Interception from inside another network.",
    opens: "Nothing that the owner notices.",
  },
  "port-out-proof": {
    title: "What a port-out needs",
    does: "Sets what proves to the carrier that the number may move to another carrier: a letter, or the account PIN.",
    closes: "A forged letter of authorisation.",
    opens: "A forgotten PIN keeps the owner from changing carrier.",
  },
  rerouting: {
    title: "What the rerouting of texts needs",
    does: "Sets what lets a business text service take over the number's texts: a letter, or a confirmation by the number itself.",
    closes: "Rerouting behind the owner's back, which leaves the phone looking normal.",
    opens: "Nothing that the owner notices.",
  },
  forwarding: {
    title: "What call forwarding needs",
    does: "Sets what the carrier asks for before it forwards calls elsewhere.",
    closes: "Voice codes that are answered at a stranger's phone.",
    opens: "A forgotten PIN keeps the owner from forwarding.",
  },
  "sim-pin": {
    title: "PIN of the SIM",
    does: "Makes the SIM ask for its PIN when it is put into another phone.",
    closes: "A thief who takes the SIM out of a locked phone and reads the texts elsewhere.",
    opens: "A forgotten PIN must be replaced by the carrier.",
  },
  voicemail: {
    title: "Voicemail",
    does: "Sets what becomes of calls that nobody answers: no recording, a recording that anybody hears who calls in, or one behind a PIN.",
    closes:
      "With a PIN or without voicemail, a voice code that was not answered is not left for somebody else to hear.",
    opens: "Without voicemail, a code that came at a bad moment is gone.",
  },
  "wifi-calling": {
    title: "Calls and texts over Wi-Fi",
    does: "Sets whether texts and calls also come over Wi-Fi, and whether texts from short codes are among them.",
    closes: "A home without coverage: with full Wi-Fi calling codes arrive there as well.",
    opens:
      "Where short codes are left out, friends' texts arrive and codes do not, which is hard to explain to oneself.",
  },
  abroad: {
    title: "What reaches the number abroad",
    does: "Sets what still arrives in a foreign network: everything, calls only, or nothing.",
    closes: "With everything, a trip changes nothing.",
    opens: "Where texts stay behind, every sign-in that needs one stays closed until the return.",
  },
  mirrors: {
    title: "Texts on further devices",
    does: "Shows a number's texts on another device too, for as long as the phone with the SIM is on.",
    closes: "Nothing against attackers. It lets the owner read a code while the phone is in another room.",
    opens: "Whoever has the laptop and passes its lock reads the codes as well.",
  },
  "wiped-from": {
    title: "Erasing at a distance",
    does: "Names the account from which the device can be erased.",
    closes: "A thief who would use the device, if the owner is faster and still gets into that account.",
    opens: "Whoever takes over that account can erase the owner's device.",
  },
  "screen-lock": {
    title: "Screen lock",
    does: "Asks for a code or a gesture before the device can be used.",
    closes:
      "A thief with a locked device: apps, prompts and passkeys stay shut. One who has watched the code being typed gets past it.",
    opens: "A forgotten code costs what is only on that device.",
  },
  previews: {
    title: "Previews on the locked screen",
    does: "Shows texts on the screen while it is locked. NIST says that the code itself should not be shown there.",
    closes: "Set to false, somebody with the locked phone in the hand cannot read the code.",
    opens: "The owner unlocks the phone for every code.",
  },
  "signed-in-on": {
    title: "Staying signed in",
    does: "Keeps the account open on the devices that are named.",
    closes: "Nothing against attackers. It carries the owner over a day without a second factor.",
    opens: "Whoever has such a device and passes its lock is inside, with nothing more to show.",
  },
  notifies: {
    title: "Notices",
    does: "Tells a mailbox or a number of every recovery that is asked for, and of changes.",
    closes:
      "A recovery that makes people wait: the owner hears of it and objects. A notice is worth nothing where the attacker reads it, or where nothing waits.",
    opens: "Nothing, except another message.",
  },
  "limited-route": {
    title: "Limited way in",
    does: "Lets a way in allow looking only: no protected action, no change of settings.",
    closes: "A weak way in that would otherwise be a way to everything.",
    opens: "Somebody who has only this way left can look and not act.",
  },
  "recovery-wait": {
    title: "Wait before a recovery",
    does: "Makes the service wait for some time before a recovery gives what it gives.",
    closes: "With a notice, an attacker who is noticed in time.",
    opens: "The owner waits as well, and needs patience on the worst day.",
  },
  "protected-actions": {
    title: "Asking again for what matters",
    does: "Asks for authenticators again before some actions, among them the change of password, number and authenticators.",
    closes:
      "A session that somebody got hold of: being inside is not enough to pay, or to lock the owner out.",
    opens:
      "Where it asks for something that the owner has lost, being inside is not enough for the owner either.",
  },
  "reacts-within": {
    title: "How soon the owner reacts",
    does: "Sets how long the person takes to see a notice and act on it.",
    closes: "Being faster than the service waits turns a notice into an objection.",
    opens: "Nobody is awake all night. Waits shorter than this stop nothing.",
  },
  "key-press": {
    title: "Key press before the code",
    does: "Asks for a key on the phone before the code is spoken.",
    closes: "A voicemail that records the code.",
    opens: "Phones that can send no tones.",
  },
  "call-pin": {
    title: "PIN beside it",
    does: "Asks for a PIN as well: keyed in during a call, or entered on the security key.",
    closes: "Whoever has the number or the key alone.",
    opens: "A forgotten PIN closes this way.",
  },
  "code-sender": {
    title: "What the texts come from",
    does: "Sets whether codes come from a short code or from an ordinary long number. Carriers filter the two differently.",
    closes: "A filter, or Wi-Fi calling, that stops short codes and lets long numbers through.",
    opens: "Nothing that the owner notices, except a longer number.",
  },
  "made-up-answers": {
    title: "Made-up answers",
    does: "Keeps answers to security questions that are not true, like another password.",
    closes: "Whoever knows the person or has read about them.",
    opens: "Made-up answers that are not kept are forgotten.",
  },
  "needs-internet": {
    title: "A code app that must be online",
    does: "Says whether a code app makes codes only while it reaches its service.",
    closes: "The service can stop the codes of a stolen device at once.",
    opens: "Without Internet, in the air or abroad, there is no code.",
  },
};
