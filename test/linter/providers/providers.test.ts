// What each provider takes for a text, a check or a mail, and what it leaves alone.
import { describe, expect, test } from "vitest";
import { checkingOf, provingOf, sendingOf } from "../../../linter/providers/index.ts";
import type { Value } from "../../../linter/read/values.ts";

const text = (v: string): Value => ({ k: "const", v });
const object = (props: Readonly<Record<string, Value>>): Value => ({
  k: "object",
  props,
  rest: [],
  model: null,
});
const phone: Value = { k: "input", path: "body.phone" };

describe("what texts", () => {
  test("a Twilio message is a text, and one to a whatsapp: address goes by WhatsApp", () => {
    const call = { module: "twilio", path: "().messages.create" };
    expect(sendingOf({ ...call, args: [object({ to: phone, body: text("hello") })] })?.channels).toEqual([
      "sms",
    ]);
    const to: Value = { k: "text", parts: [text("whatsapp:"), phone] };
    expect(sendingOf({ ...call, args: [object({ to, body: text("hello") })] })?.channels).toEqual([
      "whatsapp",
    ]);
  });

  test("Twilio Verify sends by the channel that is written, and by text where none is", () => {
    const call = { module: "twilio", path: "().verify.v2.services().verifications.create" };
    const channelsFor = (channel: Value) =>
      sendingOf({ ...call, args: [object({ to: phone, channel })] })?.channels;
    expect(channelsFor(text("email"))).toEqual(["email"]);
    expect(channelsFor(text("call"))).toEqual(["voice"]);
    expect(channelsFor({ k: "either", of: [text("sms"), text("email")] })).toEqual(["sms", "email"]);
    expect(channelsFor({ k: "input", path: "body.channel" })).toEqual(["sms"]);
  });

  test("an SNS message to a phone number is a text, one to a topic is not", () => {
    const command = (props: Readonly<Record<string, Value>>): Value => ({
      k: "package",
      module: "@aws-sdk/client-sns",
      path: "PublishCommand()",
      args: [object(props)],
      id: 1,
    });
    const call = { module: "@aws-sdk/client-sns", path: "SNSClient().send" };
    expect(
      sendingOf({ ...call, args: [command({ PhoneNumber: phone, Message: text("hello") })] })?.channels,
    ).toEqual(["sms"]);
    expect(
      sendingOf({ ...call, args: [command({ TopicArn: text("arn"), Message: text("hello") })] }),
    ).toBeUndefined();
  });

  test("a web request is a text if its host is that of a service that texts", () => {
    const post = (address: string) =>
      sendingOf({ module: "axios", path: "post", args: [text(address), object({ to: phone })] });
    expect(post("https://api.textlocal.in/send/")?.channels).toEqual(["sms"]);
    expect(post("https://gateway-sms.example.org/v1")?.channels).toEqual(["sms"]);
    expect(post("https://example.org/orders")).toBeUndefined();
  });

  test("a call of the same name on something else is left alone", () => {
    expect(
      sendingOf({
        module: "some-chat",
        path: "messages.create",
        args: [object({ to: phone, body: text("hello") })],
      }),
    ).toBeUndefined();
    expect(
      sendingOf({ module: "", path: "messages.create", args: [object({ text: text("hello") })] }),
    ).toBeUndefined();
  });
});

describe("what mails", () => {
  test("Nodemailer and the mail commands of SES mail; other commands of Amazon's do not", () => {
    expect(
      sendingOf({ module: "nodemailer", path: "createTransport().sendMail", args: [object({ to: phone })] })
        ?.channels,
    ).toEqual(["email"]);
    const command = (path: string): Value => ({
      k: "package",
      module: "@aws-sdk/client-ses",
      path,
      args: [],
      id: 1,
    });
    const call = { module: "@aws-sdk/client-ses", path: "SESClient().send" };
    expect(sendingOf({ ...call, args: [command("SendEmailCommand()")] })?.channels).toEqual(["email"]);
    expect(sendingOf({ ...call, args: [command("ListIdentitiesCommand()")] })).toBeUndefined();
  });
});

describe("what checks", () => {
  test("a Twilio Verify check passes by its status, not by having been made", () => {
    const checking = checkingOf({
      module: "",
      path: "client.verify.v2.services().verificationChecks.create",
      args: [object({ to: phone, code: text("1") })],
    });
    expect(checking?.when).toEqual({ status: ["approved"], valid: [true] });
  });

  test("an authenticator app and a passkey are proofs of their own", () => {
    expect(provingOf({ module: "otplib", path: "authenticator.verify", args: [] })?.kind).toBe("totp");
    expect(provingOf({ module: "speakeasy", path: "totp.verify", args: [] })?.kind).toBe("totp");
    expect(
      provingOf({ module: "@simplewebauthn/server", path: "verifyAuthenticationResponse", args: [] })?.kind,
    ).toBe("passkey");
    expect(provingOf({ module: "otplib", path: "authenticator.generateSecret", args: [] })).toBeUndefined();
  });
});
