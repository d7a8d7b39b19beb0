// Tells user pools that only machines sign in to: nobody has a phone there, and nobody forgets a password.
import type { Expr, FileFacts } from "../facts.ts";
import { expressionsOf } from "./calls.ts";

/** Ways in that people take; where none of them is written, credentials of programs are all there is. */
const forPeople =
  /^(authorizationCodeGrant|implicitCodeGrant|userPassword|userSrp|adminUserPassword|custom|user|ALLOW_USER_\w+)$/;

/** True for a file in which clients get in by their own credentials, and people by none of the ways that it names. */
export function servesMachines(facts: FileFacts): boolean {
  let machines = false;
  for (const { e } of expressionsOf(facts)) {
    if (e.k !== "object") continue;
    for (const [key, value] of e.props) {
      if (key !== null && forPeople.test(key) && isTrue(value)) return false;
      if (key === "clientCredentials" && isTrue(value)) machines = true;
    }
  }
  return machines;
}

function isTrue(e: Expr): boolean {
  return e.k === "lit" && e.v === true;
}
