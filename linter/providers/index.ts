// All providers, and which of them a call belongs to.
import { awsSns } from "./aws-sns.ts";
import { mailing } from "./mailing.ts";
import type { Checking, PackageCall, Provider, Proving, Sending } from "./provider.ts";
import { secondFactors } from "./second-factors.ts";
import { texting } from "./texting.ts";
import { twilioMessages, twilioVerify } from "./twilio.ts";
import { sentByWeb } from "./web-address.ts";

export const providers: readonly Provider[] = [
  twilioVerify,
  twilioMessages,
  awsSns,
  ...texting,
  ...mailing,
  ...secondFactors,
];

/** What the call is to a provider that knows it. */
export function sendingOf(call: PackageCall): Sending | undefined {
  for (const provider of concerned(call)) {
    const sending = provider.sends?.(call);
    if (sending !== undefined) return { provider: provider.title, ...sending };
  }
  return isWebRequest(call) ? sentByWeb(call) : undefined;
}

export function checkingOf(call: PackageCall): Checking | undefined {
  for (const provider of concerned(call)) {
    const checking = provider.checks?.(call);
    if (checking !== undefined) return { provider: provider.title, ...checking };
  }
  return undefined;
}

export function provingOf(call: PackageCall): Proving | undefined {
  for (const provider of concerned(call)) {
    const proving = provider.proves?.(call);
    if (proving !== undefined) return proving;
  }
  return undefined;
}

function concerned(call: PackageCall): readonly Provider[] {
  return providers.filter(({ modules, byShape }) =>
    call.module === ""
      ? byShape === true
      : modules.some((name) => call.module === name || call.module.startsWith(`${name}/`)),
  );
}

function isWebRequest({ module, path }: PackageCall): boolean {
  if (
    /^(axios|got|node-fetch|cross-fetch|undici|request|request-promise|superagent|needle|ky|@nestjs\/axios|https?|node:https?|phin|urllib)$/.test(
      module,
    )
  )
    return true;
  return (
    module === "" &&
    /(^|\.)(fetch|axios|got|request|httpService|http|https|\$http|superagent|needle|urllib)(\.(get|post|put|request|curl|fetch))?$/i.test(
      path,
    )
  );
}
