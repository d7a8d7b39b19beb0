// Services that make and keep the code: what sends it, what checks it, and which answer means yes.
import { describe, expect, test } from "vitest";
import { resetAsksFor } from "./bakery.ts";

const twilio = 'import twilio from "twilio";\nconst client = twilio(process.env.SID, process.env.TOKEN);';
const vonage =
  'import { Vonage } from "@vonage/server-sdk";\nconst vonage = new Vonage({ apiKey: "k", apiSecret: "s" });';
const messagebird = 'const messagebird = require("messagebird").initClient("key");';
const plivo = 'const plivo = require("plivo");\nconst client = new plivo.Client("id", "token");';
const telnyx = 'import Telnyx from "telnyx";\nconst telnyx = new Telnyx({ apiKey: "k" });';
const sinch = 'import { SinchClient } from "@sinch/sdk-core";\nconst sinch = new SinchClient({});';
const pinpoint =
  'import { PinpointClient, SendOTPMessageCommand, VerifyOTPMessageCommand } from "@aws-sdk/client-pinpoint";\nconst client = new PinpointClient({});';

describe("a code that a service keeps", () => {
  test.each([
    [
      "Twilio Verify",
      twilio,
      'await client.verify.v2.services("VA1").verifications.create({ to: phone, channel: "sms" });',
      '(await client.verify.v2.services("VA1").verificationChecks.create({ to: phone, code: typed })).status === "approved"',
      "sms-code by Twilio Verify",
    ],
    [
      "Twilio Verify, taken apart",
      'import twilio from "twilio";\nconst { verify: { v2: { services } } } = twilio(process.env.SID, process.env.TOKEN);',
      'await services("VA1").verifications.create({ to: phone, channel: "call" });',
      '(await services("VA1").verificationChecks.create({ to: phone, code: typed })).valid',
      "voice-code by Twilio Verify",
    ],
    [
      "Twilio Verify by its older way in",
      'const { verify } = require("twilio")(process.env.SID, process.env.TOKEN);\nconst service = verify.services("VA1");',
      'await service.verifications.create({ to: phone, channel: "whatsapp" });',
      '(await service.verificationChecks.create({ to: phone, code: typed })).status === "approved"',
      "whatsapp-code by Twilio Verify",
    ],
    [
      "Twilio Verify by a web request",
      "",
      'await fetch(`https://verify.twilio.com/v2/Services/${process.env.VA}/Verifications`, { method: "POST", body: new URLSearchParams({ To: phone, Channel: "sms" }) });',
      '(await (await fetch(`https://verify.twilio.com/v2/Services/${process.env.VA}/VerificationCheck`, { method: "POST", body: new URLSearchParams({ To: phone, Code: typed }) })).json()).status === "approved"',
      "sms-code by Twilio Verify",
    ],
    [
      "Amazon Pinpoint",
      pinpoint,
      "await client.send(new SendOTPMessageCommand({ SendOTPMessageRequestParameters: { Channel: 'SMS', DestinationIdentity: phone } }));",
      "(await client.send(new VerifyOTPMessageCommand({ VerifyOTPMessageRequestParameters: { DestinationIdentity: phone, Otp: typed } }))).VerificationResponse.Valid",
      "sms-code by Amazon Pinpoint",
    ],
    [
      "Vonage Verify",
      vonage,
      'await vonage.verify2.newRequest({ brand: "Bakery", workflow: [{ channel: "silent_auth", to: phone }, { channel: "sms", to: phone }, { channel: "voice", to: phone }] });',
      '(await vonage.verify2.checkCode(id, typed)) === "completed"',
      "sms-code by Vonage Verify",
    ],
    [
      "the first Vonage Verify",
      vonage,
      'await vonage.verify.start({ number: phone, brand: "Bakery" });',
      '(await vonage.verify.check(id, typed)).status === "0"',
      "sms-code by Vonage Verify (first version)",
    ],
    [
      "MessageBird Verify, read out",
      messagebird,
      'messagebird.verify.create(phone, { type: "tts" }, () => {});',
      "await new Promise((resolve) => messagebird.verify.verify(id, typed, (error, answer) => resolve(answer)))",
      "voice-code by MessageBird Verify",
    ],
    [
      "Plivo Verify",
      plivo,
      'await client.verify_session.create({ recipient: phone, channel: "sms" });',
      "await client.verify_session.validate({ id, otp: typed })",
      "sms-code by Plivo Verify",
    ],
    [
      "Telnyx Verify",
      telnyx,
      "await telnyx.verifications.triggerWhatsappVerification({ phone_number: phone });",
      '(await telnyx.verifications.byPhoneNumber.actions.verify(phone, { code: typed })).data.response_code === "accepted"',
      "whatsapp-code by Telnyx Verify",
    ],
    [
      "Sinch Verification",
      sinch,
      'await sinch.verification.verifications.startSms({ startVerificationWithSmsRequestBody: { identity: { type: "number", endpoint: phone } } });',
      '(await sinch.verification.verifications.reportSmsByIdentity({ endpoint: phone, reportSmsVerificationByIdentityRequestBody: { sms: { code: typed } } })).status === "SUCCESSFUL"',
      "sms-code by Sinch Verification",
    ],
    [
      "Infobip",
      'import { Infobip } from "@infobip-api/sdk";\nconst infobip = new Infobip({ apiKey: "k" });',
      'await infobip.service.twoFA.sendPINCodeSMS({ applicationId: "1", messageId: "2", to: phone });',
      "(await infobip.service.twoFA.verifyPhoneNumber(id, { pin: typed })).data.verified",
      "sms-code by Infobip 2FA",
    ],
    [
      "MSG91 by a web request",
      'import axios from "axios";',
      'await axios.get("https://control.msg91.com/api/v5/otp", { params: { mobile: phone, template_id: "1" } });',
      '(await axios.get("https://control.msg91.com/api/v5/otp/verify", { params: { mobile: phone, otp: typed } })).data.type === "success"',
      "sms-code by MSG91",
    ],
    [
      "Termii by a web request",
      'import axios from "axios";',
      'await axios.post("https://api.ng.termii.com/api/sms/otp/send", { to: phone, pin_length: 6 });',
      '(await axios.post("https://api.ng.termii.com/api/sms/otp/verify", { pin_id: id, pin: typed })).data.verified === "True"',
      "sms-code by Termii",
    ],
    [
      "2Factor by a web request",
      'import axios from "axios";',
      "await axios.get(`https://2factor.in/API/V1/${process.env.KEY}/SMS/${phone}/AUTOGEN`);",
      '(await axios.get(`https://2factor.in/API/V1/${process.env.KEY}/SMS/VERIFY/${id}/${typed}`)).data.Status === "Success"',
      "sms-code by 2Factor",
    ],
    [
      "Authy",
      'const authy = require("authy")("key");',
      "authy.request_sms(id, () => {});",
      "await new Promise((resolve) => authy.verify(id, typed, (error, answer) => resolve(answer)))",
      "sms-code by Authy",
    ],
  ])("%s", async (_name, imports, sends, checks, expected) => {
    expect(await resetAsksFor({ imports, sends, checks })).toEqual([expected]);
  });
});

describe("only the answer that means yes counts", () => {
  test("a pending Twilio verification proves nothing", async () => {
    expect(
      await resetAsksFor({
        imports: twilio,
        sends: "",
        checks:
          '(await client.verify.v2.services("VA1").verificationChecks.create({ to: phone, code: typed })).status === "pending"',
      }),
    ).toEqual(["nothing"]);
  });

  test("a Telnyx answer that was only received proves nothing", async () => {
    expect(
      await resetAsksFor({
        imports: telnyx,
        sends: "",
        checks:
          "(await telnyx.verifications.byPhoneNumber.actions.verify(phone, { code: typed })).data.phone_number",
      }),
    ).toEqual(["nothing"]);
  });

  test("a code of Twilio Verify that goes by mail is a mailed code", async () => {
    expect(
      await resetAsksFor({
        imports: twilio,
        sends:
          'await client.verify.v2.services("VA1").verifications.create({ to: req.body.email, channel: "email" });',
        checks:
          '(await client.verify.v2.services("VA1").verificationChecks.create({ to: req.body.email, code: typed })).status === "approved"',
      }),
    ).toEqual(["email-code by Twilio Verify"]);
  });

  test("a code of MessageBird that goes by mail is a mailed code", async () => {
    expect(
      await resetAsksFor({
        imports: messagebird,
        sends: 'messagebird.verify.createWithEmail("shop@example.org", req.body.email, {}, () => {});',
        checks: "await new Promise((resolve) => messagebird.verify.verify(id, typed, (e, a) => resolve(a)))",
      }),
    ).toEqual(["email-code by MessageBird Verify"]);
  });
});
