// What a change to an account rests on: an open session, codes to a number, both, or nothing that a stranger lacks.
import type { Account } from "../../simulator/index.ts";

/** `text`: codes to a number, in a session or without one. */
export type Ground = "session" | "text" | "nothing";

/** What the change rests on; undefined if something is asked for that neither a session nor a number gives. */
export function groundOf(account: Account, asked: readonly string[]): Ground | undefined {
  const kinds = account.authenticators.filter(({ id }) => asked.includes(id)).map(({ kind }) => kind);
  const isWeak = (kind: string) =>
    /^(sms-code|voice-code|messenger-code|session-approval|trusted-browser)$/.test(kind);
  if (!kinds.every(isWeak)) return undefined;
  if (kinds.some((kind) => /-code$/.test(kind))) return "text";
  return kinds.length > 0 ? "session" : "nothing";
}
