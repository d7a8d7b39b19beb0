// What a carrier's policy stops. Used by the statechart of the line and by analysis alike, so that they cannot differ.
import type { BlockedSenders, SimSwapApproach } from "./move.ts";
import type { Carrier, PhoneNumber, Setup } from "./setup.ts";

/**
 * Whether somebody who knows the owner's personal data gets the number moved to a new SIM.
 * An insider at the carrier, or a bribed one, needs nobody's permission (told of in the NANOG thread). A caller fails where the carrier wants a PIN, a photo ID
 * in person, or where the owner has locked the number.
 */
export function simSwapSucceeds(number: PhoneNumber, approach: SimSwapApproach): boolean {
  if (number.line !== "mobile") return false;
  if (approach !== "phone-call") return true;
  return simSwapObstacle(number.carrier) === undefined;
}

/** What stops a caller, if anything does. */
export function simSwapObstacle(
  carrier: Carrier,
): "number-lock" | "account-pin" | "photo-id-in-person" | undefined {
  if (carrier.numberLock) return "number-lock";
  switch (carrier.simChange) {
    case "nothing":
    case "personal-data":
      return undefined;
    case "account-pin":
    case "photo-id-in-person":
      return carrier.simChange;
  }
}

/** Whether texts to the number can be redirected from a foreign network. */
export function redirectSucceeds(number: PhoneNumber): boolean {
  return number.line === "mobile" && !number.carrier.ss7Filtering;
}

/** Whether another carrier takes the number over on the strength of a forged letter. */
export function portOutSucceeds({ line, carrier }: PhoneNumber): boolean {
  return line === "mobile" && carrier.portOut === "letter" && !carrier.numberLock;
}

/** Whether a text service for businesses takes the number's texts over on the strength of a letter alone. */
export function reroutingSucceeds({ carrier }: PhoneNumber): boolean {
  return carrier.rerouting === "letter";
}

/** Whether somebody who knows the owner's personal data gets the number's calls forwarded. */
export function forwardingSucceeds({ carrier }: PhoneNumber): boolean {
  return carrier.forwarding === "personal-data";
}

/** Whether anybody can call in and hear the recorded calls. */
export function voicemailOpens({ voicemail }: PhoneNumber): boolean {
  return voicemail === "open";
}

/** The accounts whose texts to a number a filter stops. */
export function blockedAccounts(setup: Setup, number: string, senders: BlockedSenders): readonly string[] {
  return setup.accounts
    .filter((account) =>
      account.authenticators.some(
        (authenticator) =>
          authenticator.kind === "sms-code" &&
          authenticator.number === number &&
          (senders === "all-services" ||
            (senders === "short-codes"
              ? authenticator.sender === "short-code"
              : senders.includes(account.id))),
      ),
    )
    .map(({ id }) => id);
}
