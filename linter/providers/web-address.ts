// Texts that are sent, and codes that are checked, by a plain web request: known by the address.
// Hosts, paths and answers read in code that uses them; an address not listed is told by the word SMS in it.
import { parts, propOf, shapeOf, type Value } from "../read/values.ts";
import { channelsIn, firstOf, hasWord } from "./arguments.ts";
import type { Channel, Checking, PackageCall, Sending, Yes } from "./provider.ts";

interface Address {
  readonly address: RegExp;
  readonly title: string;
  readonly channels?: readonly Channel[];
  /** Whether the service makes the code itself: always, or unless the request carries one. */
  readonly makesCode?: "always" | "unless-given";
}

const senders: readonly Address[] = [
  { address: /verify\.twilio\.com\/.*\/Verifications/i, title: "Twilio Verify", makesCode: "always" },
  { address: /api\.twilio\.com\/.*Messages/i, title: "Twilio" },
  { address: /api\.twilio\.com\/.*Calls/i, title: "Twilio", channels: ["voice"] },
  { address: /(api|rest)\.nexmo\.com\/verify\/(json|psd2)/i, title: "Vonage Verify", makesCode: "always" },
  { address: /(rest\.nexmo\.com\/sms|api\.nexmo\.com\/v1\/messages)/i, title: "Vonage" },
  { address: /rest\.messagebird\.com\/messages/i, title: "MessageBird" },
  { address: /api\.telnyx\.com\/v2\/messages/i, title: "Telnyx" },
  { address: /api\.infobip\.com\/(sms|whatsapp)\//i, title: "Infobip" },
  { address: /rest\.clicksend\.com\/v3\/sms/i, title: "ClickSend" },
  { address: /africastalking\.com\/version1\/messaging/i, title: "Africa's Talking" },
  { address: /sms\/otp\/(send|generate)/i, title: "Termii", makesCode: "always" },
  { address: /termii\.com\/api\/sms/i, title: "Termii" },
  { address: /msg91\.com\/api\/v5\/otp(?!\/verify)/i, title: "MSG91", makesCode: "unless-given" },
  { address: /msg91\.com\//i, title: "MSG91" },
  { address: /2factor\.in\/API\/V1\/[^/]*\/SMS\/[^/]*\/AUTOGEN/i, title: "2Factor", makesCode: "always" },
  { address: /2factor\.in\//i, title: "2Factor" },
  { address: /textlocal\.(in|com)/i, title: "Textlocal" },
  { address: /fast2sms\.com/i, title: "Fast2SMS" },
  { address: /yoolasms\.com/i, title: "Yoola SMS" },
  { address: /bulksmsbd\.net/i, title: "BulkSMSBD" },
  { address: /notify\.eskiz\.uz\/api\/message/i, title: "Eskiz" },
  { address: /api\.semaphore\.co\/api\/v4/i, title: "Semaphore" },
  { address: /sens\.apigw\.ntruss\.com/i, title: "Naver Cloud" },
  { address: /apis\.aligo\.in\/send/i, title: "Aligo" },
  { address: /api\.netgsm\.com\.tr/i, title: "Netgsm" },
  { address: /api\.kavenegar\.com/i, title: "Kavenegar" },
  { address: /apisms\.beem\.africa\/v1\/send/i, title: "Beem" },
  { address: /textbelt\.com\/text/i, title: "Textbelt" },
  { address: /api\.d7networks\.com\/messages/i, title: "D7" },
  { address: /api\.unifonic\.com/i, title: "Unifonic" },
  {
    address: /api\.melipayamak\.com|melipayamak(\.com)?\/api\/send\/|payamak-panel\.com\/api\/SendSMS/i,
    title: "Melipayamak",
  },
  { address: /api\.msegat\.com/i, title: "Msegat" },
  { address: /smsc\.ru\/sys\/send/i, title: "SMSC" },
  { address: /api\.ultramsg\.com/i, title: "UltraMsg", channels: ["whatsapp"] },
  // The same host carries Messenger, whose addressee is a page's own visitor.
  {
    address: /graph\.facebook\.com\/(?!.*\bme\/).*messages/i,
    title: "WhatsApp",
    channels: ["whatsapp"],
  },
  { address: /^https?:\/\/[^/]*sms[^/]*/i, title: "an SMS service" },
  { address: /\/(send[-_]?)?sms(\/send)?\/?($|\?|\*)/i, title: "an SMS service" },
];

interface Check {
  readonly address: RegExp;
  readonly title: string;
  readonly when: Yes;
}

const checks: readonly Check[] = [
  {
    address: /verify\.twilio\.com\/.*\/VerificationCheck/i,
    title: "Twilio Verify",
    when: { status: ["approved"], valid: [true] },
  },
  {
    address: /api\.nexmo\.com\/verify\/check/i,
    title: "Vonage Verify",
    when: { status: ["0", 0] },
  },
  { address: /sms\/otp\/verify/i, title: "Termii", when: { verified: [true, "True", "true"] } },
  { address: /msg91\.com\/api\/v5\/otp\/verify/i, title: "MSG91", when: { type: ["success"] } },
  {
    address: /2factor\.in\/API\/V1\/[^/]*\/SMS\/VERIFY/i,
    title: "2Factor",
    when: { Status: ["Success"] },
  },
];

const other = /(?<=[^/])\/(balance|reports?|status|templates?|verify|check|auth\/login)([/?.]|$)/i;

/** What a web request sends, or undefined if its address is not that of a service that texts. */
export function sentByWeb(call: PackageCall): Sending | undefined {
  const { args } = call;
  // A check, a report or a balance at such an address is no text.
  if (find(checks, call) !== undefined || addressesIn(call).some((one) => other.test(one))) return undefined;
  const found = find(senders, call);
  if (found === undefined) return undefined;
  const managed = found.makesCode === "always" || (found.makesCode === "unless-given" && !carriesCode(args));
  return {
    provider: found.title,
    channels: found.channels ?? channelsOf(args),
    to: addressee(args),
    content: managed ? null : args,
  };
}

/** What a web request checks. The answer's fields are looked for in the answer and in its body, `data`. */
export function checkedByWeb(call: PackageCall): Checking | undefined {
  const found = find(checks, call);
  if (found === undefined) return undefined;
  const when: Record<string, Yes[string]> = {};
  for (const [field, values] of Object.entries(found.when)) {
    when[field] = values;
    when[`data.${field}`] = values;
    when[`body.${field}`] = values;
  }
  return { provider: found.title, to: addressee(call.args), when };
}

/** Whether a web request asks a carrier, by the paths of CAMARA or of Twilio Lookup, if the number changed hands. */
export function asksCarrierByWeb(call: PackageCall): boolean {
  return addressesIn(call).some(
    (address) =>
      /\/sim-swap\/v\w+\/(check|retrieve-date)/i.test(address) ||
      (/lookups\.twilio\.com\/v2/i.test(address) &&
        (/sim_swap/i.test(address) || call.args.some((arg) => hasWord(arg, /sim_swap/)))),
  );
}

function find<T extends { readonly address: RegExp }>(all: readonly T[], call: PackageCall): T | undefined {
  for (const address of addressesIn(call)) {
    const found = all.find((one) => one.address.test(address));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What can be the address: a text, or a property of the options, behind the base that the client was made with. */
function addressesIn({ args, madeWith }: PackageCall): readonly string[] {
  const base = firstOf(madeWith?.[0], "baseURL", "prefixUrl", "baseUrl");
  const addresses = args.map((arg) => shapeOf(firstOf(arg, "url", "uri", "hostname", "host") ?? arg));
  const whole =
    base === undefined
      ? addresses
      : addresses.map((address) =>
          /^https?:/.test(address)
            ? address
            : `${shapeOf(base).replace(/\/$/, "")}/${address.replace(/^\//, "")}`,
        );
  return whole.filter((address) => /[./]/.test(address));
}

function channelsOf(args: readonly Value[]): readonly Channel[] {
  for (const arg of args) {
    const written = channelsIn(firstOf(arg, "channel", "Channel"), []);
    if (written.length > 0) return written;
  }
  return ["sms"];
}

/** Whether a request to a service that can make codes brings one of its own. */
function carriesCode(args: readonly Value[]): boolean {
  for (const arg of args) {
    for (const part of parts(arg)) {
      if (part.k === "const" && typeof part.v === "string" && /[?&]otp=$/i.test(part.v)) return true;
      if (part.k === "object" && propOf(part, "otp") !== undefined) return true;
    }
  }
  return false;
}

const numberNames =
  "to To phone phone_number number numbers mobile mobiles recipient recipients receptor msisdn PhoneNumber".split(
    " ",
  );

function addressee(args: readonly Value[]): Value | null {
  for (const arg of args) {
    const found = firstOf(arg, ...numberNames);
    if (found !== undefined) return found;
  }
  return null;
}
