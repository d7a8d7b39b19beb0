// The second factor that a sign-in asks for, in words: what a way round it leaves out.
import { type Account, factorTitles } from "../../simulator/index.ts";
import type { Flow, ProofKind } from "../flow.ts";

const words: Readonly<Partial<Record<ProofKind, string>>> = {
  password: "the password step",
  totp: "the authenticator app",
  passkey: "the passkey",
  "recovery-code": "the recovery code",
};

/** What a proof is called as something that is gone round; undefined for what says nothing beside a texted code. */
export function nameOfProof(kind: ProofKind): string | undefined {
  return words[kind];
}

/** The app or key that some sign-in of the project asks for beside a password and that is not among these proofs. */
export function appLeftOut(asked: Flow["proofs"], flows: readonly Flow[]): string | undefined {
  const known = new Set(asked.map(({ kind }) => kind));
  for (const { effect, proofs, confidence } of flows) {
    if (effect.what !== "opens-session" || confidence === "low") continue;
    if (!proofs.some(({ kind }) => kind === "password")) continue;
    const app = proofs.find(({ kind }) => (kind === "totp" || kind === "passkey") && !known.has(kind));
    if (app !== undefined) return nameOfProof(app.kind);
  }
  return undefined;
}

/** The app, key or token that a sign-in of the account asks for and that is not among these authenticators. */
export function factorLeftOut(account: Account, asked: readonly string[]): string | undefined {
  const ids = new Set(account.signIn.flatMap((route) => route.with));
  const left = account.authenticators.find(
    ({ id, kind }) => ids.has(id) && !asked.includes(id) && isStrong(kind),
  );
  return left === undefined ? undefined : `the ${left.title ?? factorTitles[left.kind]}`;
}

function isStrong(kind: Account["authenticators"][number]["kind"]): boolean {
  return (
    kind === "totp" ||
    kind === "hotp" ||
    kind === "passkey" ||
    kind === "security-key" ||
    kind === "push" ||
    kind === "otp-token" ||
    kind === "device-code"
  );
}
