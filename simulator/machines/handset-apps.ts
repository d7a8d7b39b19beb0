// The apps on a handset: who can open them, what they show, and how its keys sign.
import { sentCode, totpCode } from "./codes.ts";
import type { HandsetContext } from "./handset-context.ts";
import { hotpDigits } from "./hotp.ts";
import { seededOnDevice } from "../model/kinds.ts";

/**
 * What an app shows, or how a key signs, to somebody who has the device in the hand and knows these things at `now`
 * milliseconds into the play; undefined where the app is gone, needs the Internet, or stays shut.
 */
export function proofOf(
  context: HandsetContext,
  key: string,
  knows: readonly string[],
  now: number,
): string | undefined {
  const { device, apps, counter, clockOff, online } = context;
  // An account may be called `constructor`, which every object has.
  const app = Object.hasOwn(apps, key) ? apps[key] : undefined;
  if (app === undefined || (app.needsInternet && !online)) return undefined;
  switch (app.kind) {
    case "totp":
    case "device-code":
      return opens(context, knows) ? totpCode(app.secret, now + clockOff * 1_000) : undefined;
    case "hotp":
      return opens(context, knows) ? sentCode(app.secret, counter[key] ?? 0, hotpDigits) : undefined;
    case "trusted-browser":
      return opens(context, knows) ? app.secret : undefined;
    case "passkey":
      return knows.includes(`activation:device/${device.id}`) ? app.secret : undefined;
    default:
      return undefined;
  }
}

/** Whether somebody who knows these things passes the lock of the device. */
export function opens({ device }: HandsetContext, knows: readonly string[]): boolean {
  return device.lock === "none" || knows.includes(`unlock:${device.id}`);
}

/** The seeds that lie on the device, by `account/authenticator`. */
export function seedsOn({ apps }: HandsetContext): Readonly<Record<string, string>> {
  const seeds = Object.entries(apps).flatMap(([key, { kind, secret }]) =>
    seededOnDevice.has(kind) ? [[key, secret] as const] : [],
  );
  return Object.fromEntries(seeds);
}
