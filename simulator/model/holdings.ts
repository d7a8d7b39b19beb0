// Holdings: what can be held, gained and lost, and on which every way into an account rests in the end.
import { devicesOf } from "./authenticators.ts";
import type { Authenticator, AuthenticatorOf } from "./authenticators.ts";
import type { Account, Setup } from "./setup.ts";

/**
 * What a person can hold, written as `kind:id`:
 * `number` (where its texts and calls go), `device` (having it in the hand), `unlock` (passing its screen lock, by
 * whatever means), `thing`, `secret` (knowing a password or the like), `activation` (the PIN or gesture without which a
 * security key or a passkey does not sign because the service insists on it, written `activation:thing/key` or
 * `activation:device/phone`), `account` (being in it), `contact` (a person who vouches), `personal-data` (what is known
 * about the owner) and `self` (being the owner: face, voice, presence).
 */
export type BaseHolding =
  | `number:${string}`
  | `device:${string}`
  | `unlock:${string}`
  | `thing:${string}`
  | `secret:${string}`
  | `activation:${"device" | "thing"}/${string}`
  | `account:${string}`
  | `contact:${string}`
  | "personal-data:owner"
  | "self:owner";

/**
 * How the world is arranged, for everybody alike, until a scenario changes it:
 * `delivery:number/account` (texts of the account arriving where the number is answered), `line:number/device` (the SIM or
 * the line of that number in that device is live), `ringing:number` (calls to it ring where it is answered), `works:account` (the account
 * exists and lets people in), `works:account/authenticator` and, for an authenticator that is on devices,
 * `works:account/authenticator/device` (the service sends and accepts it), `works:account/@device` (the device stays
 * signed in).
 */
export type Condition =
  `delivery:${string}/${string}` | `line:${string}/${string}` | `works:${string}` | `ringing:${string}`;

/**
 * What only an attack gives: `interception` (reading a number's texts on their way), `calls` (taking a number's calls),
 * `voicemail` (hearing its recorded calls), `watch` (seeing what arrives on a device), `pass:account/authenticator`
 * (getting past it by a copy, a guess or a desk talked round; owners may have a copy, too) and `coax:account/authenticator` (having the owner hand
 * over what the owner can present).
 */
export type Advantage =
  | `interception:${string}`
  | `calls:${string}`
  | `voicemail:${string}`
  | `watch:${string}`
  | `pass:${string}/${string}`
  | `coax:${string}/${string}`;

/** Everything that scenarios give and take, and on which ways into accounts rest. */
export type Holding = BaseHolding | Condition | Advantage;

/** The kinds of holding; the part before the colon. */
export type HoldingKind = Holding extends `${infer Kind}:${string}` ? Kind : never;

/** Splits a holding into its kind and its id. */
export function holdingParts(holding: Holding): { kind: HoldingKind; id: string } {
  const colon = holding.indexOf(":");
  return { kind: holding.slice(0, colon) as HoldingKind, id: holding.slice(colon + 1) };
}

/** Whether it is arranged by the world for everybody, rather than held by somebody. */
export function isCondition(holding: string): holding is Condition {
  return ["delivery:", "line:", "ringing:", "works:"].some((kind) => holding.startsWith(kind));
}

/** The secret behind a password: its own, unless it is one that the owner uses in several places. */
export function passwordSecret(account: Account, password: AuthenticatorOf<"password">): BaseHolding {
  return `secret:${password.secret ?? `${account.id}/${password.id}`}`;
}

/** The secret of an authenticator that is known by heart and is no password: made-up answers, a PIN keyed in during a call. */
export function ownSecret(account: Account, authenticator: Authenticator): BaseHolding {
  return `secret:${account.id}/${authenticator.id}`;
}

/** The devices that answer a number. */
export function devicesAnswering(setup: Setup, number: string): Setup["devices"] {
  return setup.devices.filter(({ sims }) => sims.includes(number));
}

/** Every condition under which the service sends and accepts an authenticator; one for each device that it is on. */
export function worksOf(account: string, authenticator: Authenticator): readonly Condition[] {
  const devices = devicesOf(authenticator);
  return [
    `works:${account}/${authenticator.id}`,
    ...devices.map((device): Condition => `works:${account}/${authenticator.id}/${device}`),
  ];
}

/** The condition under which a device stays signed in to an account. No authenticator has an id with an at sign. */
export function sessionWorks(account: string, device: string): Condition {
  return `works:${account}/@${device}`;
}

/** How the world is arranged before anything happens. */
export function conditionsOf(setup: Setup): readonly Condition[] {
  const conditions = new Set<Condition>();
  for (const { id } of setup.numbers) conditions.add(`ringing:${id}`);
  for (const device of setup.devices)
    for (const number of device.sims) conditions.add(`line:${number}/${device.id}`);
  for (const account of setup.accounts) {
    conditions.add(`works:${account.id}`);
    for (const device of account.signedInOn) conditions.add(sessionWorks(account.id, device));
    for (const authenticator of account.authenticators) {
      for (const works of worksOf(account.id, authenticator)) conditions.add(works);
      if (authenticator.kind === "sms-code") conditions.add(`delivery:${authenticator.number}/${account.id}`);
    }
  }
  return [...conditions];
}

/** Everything that the owner holds before anything happens. A number is held if a device of theirs answers it. */
export function ownerHoldings(setup: Setup): readonly BaseHolding[] {
  const held = new Set<BaseHolding>(["personal-data:owner", "self:owner"]);
  for (const number of setup.numbers)
    if (devicesAnswering(setup, number.id).length > 0) held.add(`number:${number.id}`);
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
    for (const authenticator of account.authenticators)
      for (const holding of heldBecauseOf(account, authenticator)) held.add(holding);
  }
  return [...held];
}

function heldBecauseOf(account: Account, authenticator: Authenticator): readonly BaseHolding[] {
  switch (authenticator.kind) {
    case "password":
      return authenticator.keptIn === undefined ? [passwordSecret(account, authenticator)] : [];
    case "security-questions":
      return authenticator.madeUp ? [ownSecret(account, authenticator)] : [];
    case "voice-code":
      return authenticator.pin ? [ownSecret(account, authenticator)] : [];
    case "recovery-contact":
      return [`contact:${authenticator.contact}`];
    default:
      return [];
  }
}
