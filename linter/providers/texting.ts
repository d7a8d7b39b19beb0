// Services that text and have nothing to check: one row for each call that sends.
// Read in the packages africastalking 0.8.3, kavenegar 2.0.2, melipayamak 1.0.5, clicksend 5.1.7, tencentcloud-sdk-nodejs-sms 4.1, qcloudsms_js
// 0.1.1, @azure/communication-sms 1.1, @getbrevo/brevo 6.0, sib-api-v3-sdk 8.5, smsapi 2.1.3, solapi 6.0, smsglobal 1.2.5,
// textmagic-rest-client 1.0.11, fast-two-sms 3.0, fast2sms 1.0.3, telesignsdk 3.0.4, whatsapp-web.js 1.34, baileys 6.17,
// venom-bot 5.3 and whatsapp-cloud-api 0.3; `uniCloud.sendSms`, which belongs to a cloud and not to a package, in code that
// uses it.
import { propOf, type Value } from "../read/values.ts";
import { firstOf } from "./arguments.ts";
import type { Channel, Provider } from "./provider.ts";

interface Row {
  readonly title: string;
  readonly modules: readonly string[];
  readonly path: RegExp;
  readonly channel?: Channel;
  /** Where the number stands; the first argument's property, or the argument itself by its place. */
  readonly to: readonly string[] | number;
  readonly byShape?: true;
}

const brevo = ["@getbrevo/brevo", "sib-api-v3-sdk"];
const tencent = ["tencentcloud-sdk-nodejs", "tencentcloud-sdk-nodejs-sms"];

const rows: readonly Row[] = [
  {
    title: "Africa's Talking",
    modules: ["africastalking"],
    path: /\bSMS\.send(Bulk|Premium)?$/,
    to: ["to"],
  },
  {
    title: "Africa's Talking",
    modules: ["africastalking"],
    path: /\bWHATSAPP\.sendMessage$/,
    channel: "whatsapp",
    to: ["phoneNumber"],
  },
  {
    title: "Kavenegar",
    modules: ["kavenegar"],
    path: /\.(Send|SendArray|VerifyLookup)$/,
    to: ["receptor"],
  },
  {
    title: "Kavenegar",
    modules: ["kavenegar"],
    path: /\.CallMakeTTS$/,
    channel: "voice",
    to: ["receptor"],
  },
  {
    title: "Melipayamak",
    modules: ["melipayamak"],
    path: /\.sms\(\)\.(send|sendWithDomain|sendSchedule)$/,
    to: 0,
  },
  { title: "Melipayamak", modules: ["melipayamak"], path: /\.sms\(\)\.sendByBaseNumber$/, to: 1 },
  {
    title: "Melipayamak",
    modules: ["melipayamak"],
    path: /\.sms\(\)\.sendWithSpeech$/,
    channel: "voice",
    to: 0,
  },
  { title: "ClickSend", modules: ["clicksend"], path: /\.smsSendPost$/, to: ["messages"] },
  {
    title: "ClickSend",
    modules: ["clicksend"],
    path: /\.voiceSendPost$/,
    channel: "voice",
    to: ["messages"],
  },
  {
    title: "Tencent Cloud SMS",
    modules: tencent,
    path: /(^|\.)SendSms$/,
    to: ["PhoneNumberSet"],
    byShape: true,
  },
  { title: "Tencent Cloud SMS", modules: ["qcloudsms_js"], path: /\.SmsSingleSender\(\)\.send$/, to: 2 },
  {
    title: "Tencent Cloud SMS",
    modules: ["qcloudsms_js"],
    path: /\.SmsSingleSender\(\)\.sendWithParam$/,
    to: 1,
  },
  {
    title: "Azure Communication Services",
    modules: ["@azure/communication-sms"],
    path: /\.send$/,
    to: ["to"],
  },
  {
    title: "Brevo",
    modules: brevo,
    path: /\.(sendTransacSms|sendAsyncTransactionalSms)$/,
    to: ["recipient"],
  },
  { title: "SMSAPI", modules: ["smsapi"], path: /\bsms\.send(Flash)?Sms$/, to: 0 },
  { title: "SMSAPI", modules: ["smsapi"], path: /\bvms\.sendVms$/, channel: "voice", to: 0 },
  { title: "SOLAPI", modules: ["solapi"], path: /\.(send|sendOne|sendMany)$/, to: ["to"] },
  { title: "SMSGlobal", modules: ["smsglobal"], path: /\bsms\.send$/, to: ["destination"] },
  { title: "TextMagic", modules: ["textmagic-rest-client"], path: /\bMessages\.send$/, to: ["phones"] },
  { title: "Fast2SMS", modules: ["fast-two-sms"], path: /(^|\.)sendMessage$/, to: ["numbers"] },
  { title: "Fast2SMS", modules: ["fast2sms"], path: /(^|\.)send$/, to: ["to"] },
  { title: "Telesign", modules: ["telesignsdk"], path: /\bsms\.message$/, to: 1 },
  { title: "Telesign", modules: ["telesignsdk"], path: /\bvoice\.call$/, channel: "voice", to: 1 },
  { title: "uniCloud", modules: [], path: /^uniCloud\.sendSms$/, to: ["phone", "phoneList"], byShape: true },
  {
    title: "WhatsApp",
    modules: ["whatsapp-web.js", "baileys", "@whiskeysockets/baileys"],
    path: /\.sendMessage$/,
    channel: "whatsapp",
    to: 0,
  },
  {
    title: "WhatsApp",
    modules: ["venom-bot", "whatsapp-cloud-api"],
    path: /\.(sendText|sendTemplate)$/,
    channel: "whatsapp",
    to: 0,
  },
];

export const texting: readonly Provider[] = rows.map(({ title, modules, path, channel, to, byShape }) => ({
  title,
  modules,
  ...(byShape === undefined ? {} : { byShape }),
  sends: (call) => {
    if (!path.test(call.path)) return undefined;
    const number = numberIn(call.args, to);
    // Without a package only the number tells that it is this call.
    if (call.module === "" && number === null) return undefined;
    return { channels: [channel ?? "sms"], to: number, content: call.args };
  },
}));

function numberIn(args: readonly Value[], to: Row["to"]): Value | null {
  if (typeof to === "number") return args[to] ?? null;
  const [first] = args;
  return (
    firstOf(first, ...to) ?? propOf(first?.k === "array" ? first.items[0] : undefined, to[0] ?? "") ?? null
  );
}
