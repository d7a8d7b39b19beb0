// What all charts that check an authenticator answer: proven, or refused and why.
import type { Account } from "../model/setup.ts";
import { send } from "./messages.ts";
import type { Emitted, Message, Refusal } from "./messages.ts";

/** The answer to a proof that is right. A code that was guessed is named, since nobody offered it. */
export function proven(authenticator: string, event: Message, guessed?: string): Emitted {
  const { ceremony } = tried(event);
  const proof = event.type === "VERIFY" ? event.proof : (guessed ?? "");
  return send(ceremony, { type: "PROVEN", authenticator, proof });
}

/** The answer to a proof that is not. */
export function refused(authenticator: string, event: Message, why: Refusal): Emitted {
  return send(tried(event).ceremony, { type: "REFUSED", authenticator, why });
}

function tried(event: Message): Extract<Message, { type: "VERIFY" | "GUESS" }> {
  if (event.type !== "VERIFY" && event.type !== "GUESS")
    throw new Error(`only VERIFY and GUESS are answered with a verdict, not ${event.type}`);
  return event;
}

/** What a verifier counts: wrong codes since a right one, at an account that allows so many. */
interface Counting {
  readonly account: Account;
  readonly wrong: number;
}

/** Whether one more wrong code is the last that the service listens to. */
export function isLastTry({ account, wrong }: Counting): boolean {
  return account.controls.attempts !== "unlimited" && wrong + 1 >= account.controls.attempts;
}

/** The count after one more wrong code. Where nothing depends on the count, none is kept. */
export function countedWrong({ account, wrong }: Counting): number {
  return account.controls.attempts === "unlimited" ? 0 : wrong + 1;
}
