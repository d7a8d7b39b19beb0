// Signed tokens that are no session but a ticket to the next step, told by the purpose that they carry.
import type { Happening } from "../events.ts";

type Effect = Extract<Happening, { k: "effect" }>;

const purposes =
  /reset|forgot|recover|verif|confirm|invit|magic|otp|one_?time|temp|pending|challenge|mfa|2fa|two_?factor|step|register|sign_?up|email|download|share|unsubscribe/i;

/** A signed token that carries its purpose, and the purpose is another one than a session: a ticket to the next step. */
export function isHandOver({ detail, payload, written }: Effect): boolean {
  if (detail !== "a signed token") return false;
  for (const [key, word] of Object.entries(payload))
    if (
      /^(type|purpose|scope|scopes|action|use|usage|intent|for|kind|aud|sub|reason|stage|step|typ)$/i.test(
        key,
      ) &&
      purposes.test(String(word))
    )
      return true;
  if (
    Object.entries(payload).some(
      ([key, word]) => word === true && purposes.test(key) && !/email_?verified/i.test(key),
    )
  )
    return true;
  const fields =
    written.k === "object"
      ? written.rest.flatMap((one) => (one.k === "object" ? Object.keys(one.props) : []))
      : [];
  return fields.some((field) => /^(otp|code|verification_?code|reset\w*)$/i.test(field));
}
