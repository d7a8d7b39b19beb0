// English words of the responses: what the owner can do about it, and what that needs.
import type { ResponseId } from "../../responses/index.ts";

/** The words of one response. */
export interface ResponseWords {
  readonly title: string;
  /** What it does, in one or two sentences. */
  readonly does: string;
  /** What it needs. */
  readonly needs: string;
}

/** The words of every response, by its id. */
export const responseWords: Readonly<Record<ResponseId, ResponseWords>> = {
  "carrier-call-unblock": {
    title: "Call the carrier",
    does: "The carrier removes the block, and texts with codes arrive again.",
    needs: "Knowing that the carrier is to blame, and somebody there who finds the block.",
  },
  "get-number-back": {
    title: "Get the number back",
    does: "The carrier undoes the change: texts and calls come to the owner again, and no longer to the attacker.",
    needs: "Another phone to call from, a proof of who you are, and a phone of yours that takes the SIM.",
  },
  "stop-forwarding": {
    title: "Stop the forwarding",
    does: "The carrier ends the forwarding, and calls ring at the owner's again.",
    needs: "Noticing it: texts go on as before, and calls that do not come are easily overlooked.",
  },
  "new-sim": {
    title: "Get a new SIM",
    does: "The number works again in another phone, and the SIM in the phone that is gone is dead.",
    needs: "Some days, and a proof of who you are. What was in the apps does not come back with it.",
  },
  "remove-stolen-device": {
    title: "Remove the device from the accounts",
    does: "Each account forgets the device: no more prompts, codes or sessions there. Texts still reach it.",
    needs: "Getting into each account without the device.",
  },
  "erase-device": {
    title: "Erase the device",
    does: "Everything on the device is gone, for whoever has it. Its SIM works on.",
    needs: "Getting into the account that can erase it, without the device, while the device is online.",
  },
  "change-passwords": {
    title: "Change the passwords",
    does: "The leaked passwords no longer open anything, and everybody else is signed out.",
    needs: "Getting into each account. A password that is used in several places is not covered here.",
  },
  "use-wifi-calling": {
    title: "Have Wi-Fi calling switched on",
    does: "Texts and calls come over the network at home.",
    needs:
      "A carrier and a phone that both do it, and a carrier that does not leave texts from short numbers out.",
  },
  "set-clock-right": {
    title: "Set the clock right",
    does: "The codes belong to the present again, and are accepted.",
    needs: "Knowing that it is the clock: a late code looks like every other.",
  },
  "wait-it-out": {
    title: "Wait",
    does: "Once it is over, everything is as before.",
    needs: "Time. Whoever cannot wait needs another way in, made before.",
  },
};
