// Services that send texts, calls and WhatsApp messages: code that sends one is found, code that only looks like it is not.
import { describe, expect, test } from "vitest";
import { resetAsksFor } from "./bakery.ts";

const text = "`Your code for the bakery is ${code}`";

describe("a code that the bakery makes itself goes out", () => {
  test.each([
    [
      "by Twilio",
      'import twilio from "twilio";\nconst client = twilio(process.env.SID, process.env.TOKEN);',
      `await client.messages.create({ to: phone, from: "+15550100", body: ${text} });`,
      "sms-code by Twilio",
    ],
    [
      "by Twilio's WhatsApp",
      'import { Twilio } from "twilio";\nconst client = new Twilio(process.env.SID, process.env.TOKEN);',
      `await client.messages.create({ to: \`whatsapp:\${phone}\`, from: "whatsapp:+15550100", body: ${text} });`,
      "whatsapp-code by Twilio",
    ],
    [
      "read out in a call by Twilio",
      'const client = require("twilio")(process.env.SID, process.env.TOKEN);',
      `await client.calls.create({ to: phone, from: "+15550100", twiml: ${text} });`,
      "voice-code by Twilio",
    ],
    [
      "by Twilio's first clients",
      'const client = new (require("twilio").RestClient)(process.env.SID, process.env.TOKEN);',
      `await client.sendSms({ to: phone, from: "+15550100", body: ${text} });`,
      "sms-code by Twilio",
    ],
    [
      "by Twilio's second client",
      'const client = require("twilio")(process.env.SID, process.env.TOKEN);',
      `await client.sendMessage({ to: phone, from: "+15550100", body: ${text} });`,
      "sms-code by Twilio",
    ],
    [
      "by the list of messages of Twilio's second client",
      'const client = require("twilio")(process.env.SID, process.env.TOKEN);',
      `await client.sms.messages.post({ to: phone, from: "+15550100", body: ${text} });`,
      "sms-code by Twilio",
    ],
    [
      "by SNS, second version",
      'import AWS from "aws-sdk";\nconst sns = new AWS.SNS();',
      `await sns.publish({ PhoneNumber: phone, Message: ${text} }).promise();`,
      "sms-code by AWS SNS",
    ],
    [
      "by SNS, third version",
      'import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";\nconst sns = new SNSClient({});',
      `await sns.send(new PublishCommand({ PhoneNumber: phone, Message: ${text} }));`,
      "sms-code by AWS SNS",
    ],
    [
      "by Pinpoint",
      'import { PinpointClient, SendMessagesCommand } from "@aws-sdk/client-pinpoint";\nconst client = new PinpointClient({});',
      `await client.send(new SendMessagesCommand({ ApplicationId: "shop", MessageRequest: { Addresses: { [phone]: { ChannelType: "SMS" } }, MessageConfiguration: { SMSMessage: { Body: ${text} } } } }));`,
      "sms-code by Amazon Pinpoint",
    ],
    [
      "by End User Messaging",
      'import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from "@aws-sdk/client-pinpoint-sms-voice-v2";\nconst client = new PinpointSMSVoiceV2Client({});',
      `await client.send(new SendTextMessageCommand({ DestinationPhoneNumber: phone, MessageBody: ${text} }));`,
      "sms-code by AWS End User Messaging",
    ],
    [
      "by Vonage",
      'import { Vonage } from "@vonage/server-sdk";\nconst vonage = new Vonage({ apiKey: "k", apiSecret: "s" });',
      `await vonage.sms.send({ to: phone, from: "Bakery", text: ${text} });`,
      "sms-code by Vonage",
    ],
    [
      "by Vonage's messages",
      'import { Vonage } from "@vonage/server-sdk";\nimport { WhatsAppText } from "@vonage/messages";\nconst vonage = new Vonage({ apiKey: "k", apiSecret: "s" });',
      `await vonage.messages.send(new WhatsAppText({ to: phone, from: "1", text: ${text} }));`,
      "whatsapp-code by Vonage",
    ],
    [
      "by Nexmo",
      'const Nexmo = require("nexmo");\nconst nexmo = new Nexmo({ apiKey: "k", apiSecret: "s" });',
      `nexmo.message.sendSms("Bakery", phone, ${text}, (error, answer) => {});`,
      "sms-code by Vonage",
    ],
    [
      "by MessageBird",
      'const messagebird = require("messagebird").initClient("key");',
      `messagebird.messages.create({ originator: "Bakery", recipients: [phone], body: ${text} }, () => {});`,
      "sms-code by MessageBird",
    ],
    [
      "by Plivo",
      'const plivo = require("plivo");\nconst client = new plivo.Client("id", "token");',
      `await client.messages.create("15550100", phone, ${text});`,
      "sms-code by Plivo",
    ],
    [
      "by Telnyx",
      'import Telnyx from "telnyx";\nconst telnyx = new Telnyx({ apiKey: "k" });',
      `await telnyx.messages.send({ from: "1", to: phone, text: ${text} });`,
      "sms-code by Telnyx",
    ],
    [
      "by Sinch",
      'import { SinchClient } from "@sinch/sdk-core";\nconst sinch = new SinchClient({});',
      `await sinch.sms.batches.send({ sendSMSRequestBody: { to: [phone], from: "1", body: ${text} } });`,
      "sms-code by Sinch",
    ],
    [
      "by Infobip",
      'import { Infobip } from "@infobip-api/sdk";\nconst infobip = new Infobip({ apiKey: "k" });',
      `await infobip.channels.sms.send({ messages: [{ destinations: [{ to: phone }], text: ${text} }] });`,
      "sms-code by Infobip",
    ],
    [
      "by ClickSend",
      'import { SMSApi } from "clicksend";\nconst api = new SMSApi("user", "key");',
      `await api.smsSendPost({ messages: [{ to: phone, body: ${text} }] });`,
      "sms-code by ClickSend",
    ],
    [
      "by Africa's Talking",
      'import AfricasTalking from "africastalking";\nconst shop = AfricasTalking({ apiKey: "k", username: "bakery" });',
      `await shop.SMS.send({ to: [phone], message: ${text} });`,
      "sms-code by Africa's Talking",
    ],
    [
      "by Kavenegar",
      'const api = require("kavenegar").KavenegarApi({ apikey: "k" });',
      "api.VerifyLookup({ receptor: phone, token: code, template: 'bakery' }, () => {});",
      "sms-code by Kavenegar",
    ],
    [
      "by Melipayamak",
      'import MelipayamakApi from "melipayamak";\nconst sms = new MelipayamakApi("bakery", "p").sms();',
      "await sms.sendByBaseNumber(code, phone, 1234);",
      "sms-code by Melipayamak",
    ],
    [
      "by Alibaba Cloud",
      'import Client, { SendSmsRequest } from "@alicloud/dysmsapi20170525";\nconst client = new Client({});',
      "await client.sendSms(new SendSmsRequest({ phoneNumbers: phone, templateParam: JSON.stringify({ code }) }));",
      "sms-code by Alibaba Cloud SMS",
    ],
    [
      "by Alibaba's older client",
      'const Core = require("@alicloud/pop-core");\nconst client = new Core({ endpoint: "https://dysmsapi.aliyuncs.com" });',
      'await client.request("SendSms", { PhoneNumbers: phone, TemplateParam: JSON.stringify({ code }) }, { method: "POST" });',
      "sms-code by Alibaba Cloud SMS",
    ],
    [
      "by Tencent Cloud",
      'import tencentcloud from "tencentcloud-sdk-nodejs";\nconst client = new tencentcloud.sms.v20210111.Client({});',
      "await client.SendSms({ PhoneNumberSet: [phone], TemplateParamSet: [code] });",
      "sms-code by Tencent Cloud SMS",
    ],
    [
      "by uniCloud",
      "",
      "await uniCloud.sendSms({ phone, templateId: '1', data: { code } });",
      "sms-code by uniCloud",
    ],
    [
      "by Azure",
      'import { SmsClient } from "@azure/communication-sms";\nconst client = new SmsClient("endpoint");',
      `await client.send({ from: "1", to: [phone], message: ${text} });`,
      "sms-code by Azure Communication Services",
    ],
    [
      "by Brevo's texts",
      'import { BrevoClient } from "@getbrevo/brevo";\nconst brevo = new BrevoClient({ apiKey: "k" });',
      `await brevo.transactionalSms.sendTransacSms({ recipient: phone, content: ${text} });`,
      "sms-code by Brevo",
    ],
    [
      "by Telesign",
      'const TeleSign = require("telesignsdk");\nconst client = new TeleSign("id", "key");',
      `client.sms.message(() => {}, phone, ${text}, "OTP");`,
      "sms-code by Telesign",
    ],
    [
      "by WhatsApp Web",
      'import { Client } from "whatsapp-web.js";\nconst client = new Client();',
      `await client.sendMessage(\`\${phone}@c.us\`, ${text});`,
      "whatsapp-code by WhatsApp",
    ],
    [
      "by a web request to MSG91",
      "",
      'await fetch("https://control.msg91.com/api/v5/otp", { method: "POST", body: JSON.stringify({ mobile: phone, otp: code }) });',
      "sms-code by MSG91",
    ],
    [
      "by a web request to WhatsApp's cloud",
      'import axios from "axios";',
      `await axios.post("https://graph.facebook.com/v20.0/1555/messages", { messaging_product: "whatsapp", to: phone, text: { body: ${text} } });`,
      "whatsapp-code by WhatsApp",
    ],
    [
      "by a web request of a client that knows the host",
      'import axios from "axios";\nconst api = axios.create({ baseURL: "https://api.telnyx.com/v2/" });',
      `await api.post("/messages", { from: "1", to: phone, text: ${text} });`,
      "sms-code by Telnyx",
    ],
    [
      "by a web request to Melipayamak's console",
      "",
      `await fetch(\`https://console.melipayamak.com/api/send/shared/\${process.env.KEY}\`, { method: "POST", body: JSON.stringify({ bodyId: 7, to: phone, args: [code] }) });`,
      "sms-code by Melipayamak",
    ],
    [
      "by a web request to the panel behind Melipayamak",
      'import axios from "axios";',
      `await axios.post("https://rest.payamak-panel.com/api/SendSMS/BaseServiceNumber", { to: phone, text: ${text} });`,
      "sms-code by Melipayamak",
    ],
    [
      "by Twilio, put together elsewhere",
      'import twilio from "twilio";\nimport { messageFor } from "@/messages";\nconst client = twilio(process.env.SID, process.env.TOKEN);',
      `await client.messages.create(messageFor(phone, ${text}));`,
      "sms-code by Twilio",
    ],
    [
      "by mail to the gateway of whatever carrier it is",
      'import nodemailer from "nodemailer";\nconst mailer = nodemailer.createTransport({});\nconst gateways = { att: "txt.att.net", verizon: "vtext.com" };',
      `await mailer.sendMail({ to: \`\${phone}@\${gateways[req.body.carrier]}\`, text: ${text} });`,
      "sms-code by Nodemailer",
    ],
    [
      "by a web request with options",
      'import request from "request";',
      `request({ method: "POST", url: "https://rest.clicksend.com/v3/sms/send", json: { to: phone, body: ${text} } }, () => {});`,
      "sms-code by ClickSend",
    ],
    [
      "by mail to a carrier's gateway",
      'import nodemailer from "nodemailer";\nconst mailer = nodemailer.createTransport({});',
      `await mailer.sendMail({ to: phone + "@vtext.com", text: ${text} });`,
      "sms-code by Nodemailer",
    ],
  ])("%s", async (_name, imports, sends, expected) => {
    expect(await resetAsksFor({ imports, sends })).toEqual([expected]);
  });
});

describe("what only looks like a text is not taken for one", () => {
  test.each([
    [
      "a message to a language model",
      'import Anthropic from "@anthropic-ai/sdk";\nconst client = new Anthropic();',
      `await client.messages.create({ model: "m", messages: [{ role: "user", content: ${text} }] });`,
    ],
    [
      "a message in a chat of a container's client",
      "",
      `await this.chat.messages.create({ room: "kitchen", body: ${text} });`,
    ],
    [
      "a publish to a topic",
      'import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";\nconst sns = new SNSClient({});',
      `await sns.send(new PublishCommand({ TopicArn: "arn:ovens", Message: ${text} }));`,
    ],
    [
      "a push message by Pinpoint",
      'import { PinpointClient, SendMessagesCommand } from "@aws-sdk/client-pinpoint";\nconst client = new PinpointClient({});',
      `await client.send(new SendMessagesCommand({ MessageRequest: { Addresses: { [phone]: { ChannelType: "GCM" } }, MessageConfiguration: { GCMMessage: { Body: ${text} } } } }));`,
    ],
    [
      "a message of Vonage to Messenger",
      'import { Vonage } from "@vonage/server-sdk";\nconst vonage = new Vonage({ apiKey: "k", apiSecret: "s" });',
      `await vonage.messages.send({ channel: "messenger", to: "1", text: ${text} });`,
    ],
    [
      "a message of a page to its visitor on the host of WhatsApp",
      'import axios from "axios";',
      `await axios.post("https://graph.facebook.com/v20.0/me/messages", { recipient: { id: "1" }, message: { text: ${text} } });`,
    ],
    [
      "a web request to the shop's own stock",
      'import axios from "axios";',
      "await axios.post(`https://stock.example.org/flour`, { note: code });",
    ],
  ])("%s", async (_name, imports, sends) => {
    expect(await resetAsksFor({ imports, sends })).toEqual(["unknown-code"]);
  });

  test("a mail stays a mail, whatever its address is called", async () => {
    expect(
      await resetAsksFor({
        imports: 'import nodemailer from "nodemailer";\nconst mailer = nodemailer.createTransport({});',
        sends: `await mailer.sendMail({ to: "owner@vtext.com.example.org", text: ${text} });`,
      }),
    ).toEqual(["email-code by Nodemailer"]);
  });
});
