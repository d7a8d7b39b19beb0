// The second factors of an account: what stands beside a password when signing in.
import type { Account } from "./setup.ts";

/** The authenticators that stand beside a password in a sign-in route: what a reset that forgets them waives. */
export function secondFactors(account: Account): readonly string[] {
  const passwords = new Set(
    account.authenticators.filter(({ kind }) => kind === "password").map(({ id }) => id),
  );
  const beside = account.signIn
    .filter((route) => route.with.some((id) => passwords.has(id)))
    .flatMap((route) => route.with.filter((id) => !passwords.has(id)));
  return [...new Set(beside)];
}
