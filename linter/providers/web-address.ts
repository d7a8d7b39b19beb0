// Texts that are sent by a plain web request, known by the host of the address.
// Hosts read in code that uses them; a host not listed is told by the word SMS in it.
import { propOf, shapeOf, type Value } from "../read/values.ts";
import type { Channel, PackageCall, Sending } from "./provider.ts";

const hosts: readonly {
  readonly host: RegExp;
  readonly title: string;
  readonly channels?: readonly Channel[];
}[] = [
  { host: /api\.twilio\.com\/.*Messages/i, title: "Twilio" },
  { host: /api\.textlocal\.in/i, title: "Textlocal" },
  { host: /fast2sms\.com/i, title: "Fast2SMS" },
  { host: /yoolasms\.com/i, title: "Yoola SMS" },
  { host: /bulksmsbd\.net/i, title: "BulkSMSBD" },
  { host: /graph\.facebook\.com\/.*messages/i, title: "WhatsApp", channels: ["whatsapp"] },
  { host: /^https?:\/\/[^/]*sms[^/]*/i, title: "an SMS service" },
];

/** What a web request sends, or undefined if its address is not that of a service that texts. */
export function sentByWeb({ args }: PackageCall): Sending | undefined {
  for (const arg of args) {
    const address = shapeOf(propOf(arg, "url") ?? propOf(arg, "uri") ?? propOf(arg, "hostname") ?? arg);
    if (!/[./]/.test(address)) continue;
    const found = hosts.find(({ host }) => host.test(address));
    if (found !== undefined)
      return {
        provider: found.title,
        channels: found.channels ?? ["sms"],
        to: addressee(args),
        content: args,
      };
  }
  return undefined;
}

function addressee(args: readonly Value[]): Value | null {
  for (const arg of args)
    for (const name of ["to", "phone", "number", "numbers", "mobile", "recipient", "PhoneNumber"]) {
      const found = propOf(arg, name);
      if (found !== undefined) return found;
    }
  return null;
}
