// Where an authenticator is: on which devices, and in which accounts. Apart from the schema, which plays do not need.
import type { Authenticator } from "./authenticators.ts";

/** The devices that an authenticator of this instance is on; empty for kinds that are on none. */
export function devicesOf(authenticator: Authenticator): readonly string[] {
  return "devices" in authenticator ? authenticator.devices : [];
}

/** The accounts in which something of it arrives or is kept: whoever is in one of them can take it from there. */
export function containersOf(authenticator: Authenticator): readonly string[] {
  const named = [
    "mailbox" in authenticator ? authenticator.mailbox : undefined,
    "messenger" in authenticator ? authenticator.messenger : undefined,
    "keptIn" in authenticator ? authenticator.keptIn : undefined,
    "syncedTo" in authenticator ? authenticator.syncedTo : undefined,
    "exportedTo" in authenticator ? authenticator.exportedTo : undefined,
    "storedIn" in authenticator ? authenticator.storedIn : undefined,
  ];
  return [...new Set(named.filter((id) => id !== undefined))];
}
