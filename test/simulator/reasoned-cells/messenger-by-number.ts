// Reasoned by hand for the person whose codes come into a messenger, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const messengerByNumber: readonly ReasonedCell[] = [
  ...under("sim-swap/phone-call", {
    chat: taken("locked-out", "A text registers the chat anew, and Dayo's phone is signed out of it."),
    stall: taken("locked-out", "The codes come into the taken chat, and one of them sets a new password."),
    "pin-chat": safe("signed-in", "The PIN is missing; and Dayo's phone stays signed in."),
    taxi: safe("signed-in", "Its codes come into the messenger with the PIN."),
  }),
  ...under("sim-swap/with-passwords", {
    "pin-chat": taken("locked-out", "Text and PIN."),
    taxi: taken("locked-out", "The codes come into the taken messenger."),
  }),
  ...under("aggregator-insider/without-passwords", {
    chat: taken("locked-out", "The text that registers the chat is copied on its way."),
    stall: taken("locked-out", "By way of the chat."),
  }),
  ...under("ss7-interception/without-passwords", {
    stall: taken("locked-out", "It looks like another channel than the text, but the text opens it."),
    taxi: safe("signed-in", "The messenger's PIN is not known."),
  }),
  ...under("recycled-number/stranger", {
    stall: taken("locked-out", "The number's next holder registers the chat and gets its codes."),
  }),
  ...under("recycled-number/with-passwords", {
    taxi: taken("locked-out", "Text and PIN register the messenger anew, and its code sets a new password."),
  }),
  ...under("lost-phone/not-found", {
    chat: safe("locked-out", "Signed in on the phone, registered by the SIM: both are gone."),
    stall: safe("locked-out", "The codes come into a chat that he cannot open."),
    taxi: safe("locked-out", "The codes come into a messenger that he cannot open."),
  }),
  ...under("new-phone/not-migrated", {
    chat: safe("signed-in", "A text to the new phone registers it."),
    stall: safe("signed-in", "The codes come into the chat."),
    taxi: safe("signed-in", "Text and PIN register the messenger on the new phone."),
  }),
  ...under("carrier-block/short-codes", {
    chat: safe("signed-in", "The phone is signed in."),
    taxi: safe("signed-in", "Codes come over the Internet."),
  }),
  ...under("provider-outage/texts", {
    chat: safe("signed-in", "The phone is signed in."),
    stall: safe("signed-in", "The stall's code is no text."),
  }),
  ...under("no-coverage/at-home", {
    stall: safe("signed-in", "The chat runs over Wi-Fi."),
  }),
  ...under("phishing-relay/false-site", {
    stall: taken("locked-out", "Password and code are typed into the false page."),
  }),
  ...under("code-call/without-passwords", {
    stall: taken("locked-out", "Dayo reads out the code of the chat, and it sets a new password."),
  }),
  ...under("stolen-phone/locked", {
    chat: taken("locked-out", "The text that registers it stands on the locked screen."),
    "pin-chat": safe("locked-out", "The PIN is missing; Dayo has neither SIM nor phone."),
  }),
  ...under("stolen-phone/passcode-watched", {
    "pin-chat": taken("locked-out", "The opened phone is signed in."),
    taxi: taken("locked-out", "The codes come into the messenger on the opened phone."),
  }),
];
