// What somebody inside an account changes in it, and what the other person can still stop.
import { titleOf } from "../model/find.ts";
import { ceremonyOf } from "./actor-ids.ts";
import {
  endSession,
  namesIn,
  otherThan,
  refusalsOf,
  replaceableVerifiers,
  toldBy,
  toldOfService,
  toldTo,
} from "./account-context.ts";
import type { AccountContext, AccountResponse } from "./account-context.ts";
import { givePassword } from "./grants.ts";
import { send } from "./messages.ts";
import type { Arriving } from "./messages.ts";
import { noticesOf } from "./notices.ts";

/** Puts authenticators of the person inside in the place of the others; the other person is signed out everywhere. */
export function replaceAll(context: AccountContext, { by }: Arriving<"REPLACE">): AccountResponse {
  const { account } = context;
  const other = otherThan(by);
  return {
    // What had been removed is there again, and is now somebody else's.
    changes: { ...onlySessionsOf(context, by), waived: [] },
    emitted: [
      toldBy(by, account, "authenticators-replaced"),
      ...(account.controls.recoveryKey ? [toldBy(by, account, "recovery-key-set")] : []),
      ...replaceableVerifiers(account).map((verifier) => send(verifier, { type: "REPLACED" })),
      ...endSession(context, other),
      ...noticesOf(account, by, "notice-replaced"),
    ],
  };
}

/** Takes a new password from somebody inside, and signs the other person out everywhere. */
export function changePassword(
  context: AccountContext,
  { by }: Arriving<"CHANGE_PASSWORD">,
): AccountResponse {
  const { account } = context;
  return {
    changes: onlySessionsOf(context, by),
    emitted: [
      toldBy(by, account, "password-changed"),
      ...givePassword(context, by),
      ...endSession(context, otherThan(by)),
      ...noticesOf(account, by, "notice-password-changed"),
    ],
  };
}

/** Takes a device off the list, and ends the session that came from it. */
export function revoke(context: AccountContext, { by, device }: Arriving<"REVOKE">): AccountResponse {
  const { account, withdrawn, inside } = context;
  const other = otherThan(by);
  const revoked = [...new Set([...context.revoked, device])];
  const ends = context.enteredFrom[other] === device;
  return {
    changes: { revoked, ...(ends ? { inside: inside.filter((person) => person !== other) } : {}) },
    emitted: [
      toldBy(by, account, "device-revoked", { id: device }),
      ...refusalsOf({ account, withdrawn, revoked }),
      ...(ends ? endSession(context, other) : []),
    ],
  };
}

/** Somebody who has passed a device's lock is inside, if the device has stayed signed in. */
export function openFromDevice(
  { account, revoked, keepsSignedIn, enteredFrom }: AccountContext,
  { by, device }: Arriving<"DEVICE_OPENED">,
): AccountResponse {
  const isSignedIn =
    account.signedInOn.includes(device) &&
    !revoked.includes(device) &&
    (keepsSignedIn === undefined || keepsSignedIn === by);
  return isSignedIn
    ? {
        changes: { enteredFrom: { ...enteredFrom, [by]: device } },
        emitted: [
          toldBy(by, account, "opens-on-device"),
          send(`session:${account.id}/${by}`, { type: "OPEN" }),
        ],
      }
    : { changes: {}, emitted: [toldTo(by, account, "device-signed-out")] };
}

/** Stops a recovery that the other person waits for, and keeps from them what is still held back. */
export function object(context: AccountContext, { by }: Arriving<"OBJECT">): AccountResponse {
  const { account, waiting, heldBecauseOf, blocked } = context;
  const other = otherThan(by);
  const isWaiting = waiting.includes(other);
  const isHeld = heldBecauseOf === other;
  if (!isWaiting && !isHeld) return { changes: {}, emitted: [toldTo(by, account, "nothing-to-stop")] };
  return {
    changes: {
      waiting: waiting.filter((person) => person !== other),
      ...(isHeld ? { blocked: [...new Set([...blocked, other])] } : {}),
    },
    emitted: [
      toldBy(by, account, "objects"),
      ...(isWaiting ? [send(ceremonyOf(account.id, "recovery", other), { type: "CANCEL" })] : []),
      ...(isHeld ? [toldTo(by, account, "actions-stay-blocked")] : []),
    ],
  };
}

/** The service no longer asks anybody for some authenticators. */
export function waive(
  { account, waived }: AccountContext,
  { authenticators }: Arriving<"WAIVE">,
): AccountResponse {
  return {
    changes: { waived: [...new Set([...waived, ...authenticators])] },
    emitted: [toldOfService(account, "no-longer-asks", { removed: namesIn(account, authenticators) })],
  };
}

/** The service no longer accepts some authenticators. */
export function withdraw(
  { account, withdrawn: before, revoked }: AccountContext,
  { authenticators }: Arriving<"WITHDRAW">,
): AccountResponse {
  const withdrawn = [...new Set([...before, ...authenticators])];
  return {
    changes: { withdrawn },
    emitted: [
      toldOfService(account, "no-longer-accepts", { removed: namesIn(account, authenticators) }),
      ...refusalsOf({ account, withdrawn, revoked }),
    ],
  };
}

/** Nobody is in the account any more, and nobody gets in. */
export function close(context: AccountContext): AccountResponse {
  const { account } = context;
  return {
    changes: { inside: [] },
    emitted: [
      toldOfService(account, "account-closes", { mailbox: titleOf(account) }),
      ...endSession(context, "owner"),
      ...endSession(context, "attacker"),
    ],
  };
}

function onlySessionsOf(
  { inside }: AccountContext,
  by: Arriving<"REPLACE">["by"],
): AccountResponse["changes"] {
  return { keepsSignedIn: by, inside: inside.filter((person) => person === by) };
}
