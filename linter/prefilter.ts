// Says from its bytes alone whether a file can take part in a sign-in or a recovery and is worth parsing.

/**
 * Words of codes that are sent, of ways to send them, and of writing a password.
 * Kept wide on purpose: a file left out here is never read, a file let in costs milliseconds.
 */
const words =
  /otp|one.?time|sms|twilio|whatsapp|nexmo|vonage|messagebird|africastalking|kavenegar|plivo|telnyx|PhoneNumber|phone.?number|verif(?:y|ication).{0,12}code|code.{0,12}verif|msg.?code|(?:reset|forgot|forget|recover|change|update|new|set|confirm).{0,8}(?:password|passwd|pwd)|(?:password|passwd|pwd).{0,8}(?:reset|recover|forgot)|verificationChecks|phone_code|passwordless|infobip|clicksend|sinch|baileys|venom-bot|\u00e9\u00aa\u008c\u00e8\u00af\u0081\u00e7\u00a0\u0081|\u00e7\u009f\u00ad\u00e4\u00bf\u00a1/i;

/** Handlers that only pass a code on may use none of those words: a password, and a code or a number beside it. */
const password = /passw|\bpwd\b/i;
const besides = /phone|mobile|Code\b|\bcode\b|\bpin\b/;

/** True if the file may hold a part of an authentication flow. Bytes are read as Latin-1, so no text is decoded. */
export function isCandidate(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString("latin1");
  return words.test(text) || (password.test(text) && besides.test(text));
}
