// What charts of a setup begin with: what lies in accounts and on devices, and which devices answer which number.
import { factorOf } from "../factors/index.ts";
import { devicesOf } from "../model/authenticators.ts";
import type { Authenticator } from "../model/authenticators.ts";
import { devicesAnswering } from "../model/holdings.ts";
import type { Device, PhoneNumber, Setup } from "../model/setup.ts";
import { recoveryCodeList, seedFor } from "./codes.ts";
import type { DeviceApp, HandsetInput } from "./handset-context.ts";
import { originalPassword, signatureKey } from "./knowledge.ts";
import type { LineInput } from "./line-context.ts";
import type { Contents } from "./messages.ts";

/** What other accounts have put into this one: kept passwords, synced seeds and passkeys, stored recovery codes. */
export function contentsOf(setup: Setup, worldSeed: number, container: string): Contents {
  const passwords: Record<string, string> = {};
  const seeds: Record<string, string> = {};
  const passkeys: Record<string, string> = {};
  const lists: Record<string, readonly string[]> = {};
  for (const account of setup.accounts)
    for (const authenticator of account.authenticators) {
      const key = `${account.id}/${authenticator.id}`;
      switch (authenticator.kind) {
        case "password":
          if (authenticator.keptIn === container) passwords[key] = originalPassword(account, authenticator);
          break;
        case "totp":
          if (authenticator.syncedTo === container || authenticator.exportedTo === container)
            seeds[key] = seedFor(worldSeed, key);
          break;
        case "passkey":
          if (authenticator.syncedTo === container)
            passkeys[key] = signatureKey(account.id, authenticator.id);
          break;
        case "recovery-codes":
          if (authenticator.storedIn === container) lists[key] = codeListOf(worldSeed, key, authenticator);
          break;
        default:
          break;
      }
    }
  return { codes: {}, passwords, seeds, passkeys, lists };
}

/** The recovery codes of an authenticator, as its service printed them; none where it has none. */
export function codeListOf(worldSeed: number, key: string, authenticator: Authenticator): readonly string[] {
  return authenticator.kind === "recovery-codes"
    ? recoveryCodeList(seedFor(worldSeed, key), authenticator.left)
    : [];
}

/** What a line begins with. The devices that a SIM can be put into come after those that it is in. */
export function lineInput(setup: Setup, number: PhoneNumber): LineInput {
  const handsets = devicesAnswering(setup, number.id).map(({ id }) => id);
  const others = number.line === "landline" ? [] : phonesOf(setup).filter((id) => !handsets.includes(id));
  return { number, handsets, candidates: [...handsets, ...others] };
}

/** What a handset begins with: what is carried with it, installed on it and left open on it. */
export function handsetInput(setup: Setup, worldSeed: number, device: Device): HandsetInput {
  return {
    device,
    carries: setup.things.filter(({ keptWith }) => keptWith === device.id).map(({ id }) => id),
    apps: appsOn(setup, worldSeed, device.id),
    sessions: setup.accounts.filter(({ signedInOn }) => signedInOn.includes(device.id)).map(({ id }) => id),
    mirroredOn: Object.fromEntries(
      device.sims.map((number) => [
        number,
        setup.devices.filter(({ mirrors }) => mirrors.includes(number)).map(({ id }) => id),
      ]),
    ),
    spares: phonesOf(setup).filter((id) => id !== device.id),
  };
}

/** The devices that take any SIM. */
function phonesOf(setup: Setup): readonly string[] {
  return setup.devices
    .filter(({ kind }) => kind === "smartphone" || kind === "feature-phone")
    .map(({ id }) => id);
}

function appsOn(setup: Setup, worldSeed: number, device: string): Record<string, DeviceApp> {
  const found = setup.accounts.flatMap((account) =>
    account.authenticators
      .filter((authenticator) => devicesOf(authenticator).includes(device))
      .map((authenticator): readonly [string, DeviceApp] => {
        const key = `${account.id}/${authenticator.id}`;
        const { kind } = authenticator;
        return [
          key,
          {
            kind,
            secret:
              factorOf(authenticator).verifier === "signature"
                ? signatureKey(account.id, authenticator.id)
                : seedFor(worldSeed, key),
            needsInternet:
              authenticator.kind === "device-code"
                ? authenticator.needsInternet
                : factorOf(authenticator).needs === "internet",
          },
        ];
      }),
  );
  return Object.fromEntries(found);
}
