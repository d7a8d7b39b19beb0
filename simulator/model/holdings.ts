// Holdings: what can be held, gained and lost, and on which every way into an account rests in the end.
import type { Account, Setup } from "./setup.ts";
import type { AuthenticatorOf } from "./authenticators.ts";

/**
 * A holding, written as `kind:id`:
 * `number` (where its texts and calls go), `interception` (reading a number's texts on their way),
 * `delivery` (texts of one account arriving at a number, written `delivery:number/account`),
 * `device` (having it in the hand), `unlock` (passing its screen lock, by whatever means), `thing`,
 * `secret` (knowing a password), `activation` (the PIN or gesture without which a security key or a passkey does not
 * sign because the service insists on it, written `activation:thing/key` or `activation:device/phone`),
 * `account` (being in it).
 */
export type Holding =
  | `number:${string}`
  | `interception:${string}`
  | `delivery:${string}/${string}`
  | `device:${string}`
  | `unlock:${string}`
  | `thing:${string}`
  | `secret:${string}`
  | `activation:${"device" | "thing"}/${string}`
  | `account:${string}`;

/** The kinds of holding; the part before the colon. */
export type HoldingKind = Holding extends `${infer Kind}:${string}` ? Kind : never;

/** Splits a holding into its kind and its id. */
export function holdingParts(holding: Holding): { kind: HoldingKind; id: string } {
  const colon = holding.indexOf(":");
  return { kind: holding.slice(0, colon) as HoldingKind, id: holding.slice(colon + 1) };
}

/** The secret behind a password: its own, unless it is one that the owner uses in several places. */
export function passwordSecret(account: Account, password: AuthenticatorOf<"password">): Holding {
  return `secret:${password.secret ?? `${account.id}/${password.id}`}`;
}

/** Everything that the owner holds before anything happens. */
export function ownerHoldings(setup: Setup): readonly Holding[] {
  const held = new Set<Holding>();
  for (const number of setup.numbers) held.add(`number:${number.id}`);
  for (const device of setup.devices) {
    held.add(`device:${device.id}`);
    held.add(`unlock:${device.id}`);
    held.add(`activation:device/${device.id}`);
  }
  for (const thing of setup.things) {
    held.add(`thing:${thing.id}`);
    held.add(`activation:thing/${thing.id}`);
  }
  for (const account of setup.accounts) {
    if (!account.modelled) held.add(`account:${account.id}`);
    for (const authenticator of account.authenticators) {
      if (authenticator.kind === "password" && authenticator.keptIn === undefined)
        held.add(passwordSecret(account, authenticator));
      if (authenticator.kind === "sms-code") held.add(`delivery:${authenticator.number}/${account.id}`);
    }
  }
  return [...held];
}
