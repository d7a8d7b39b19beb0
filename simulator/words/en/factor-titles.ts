// English names of the kinds of authenticator, apart from what else is said of them: plays need no more than these.
import type { FactorId } from "../../model/authenticators.ts";

/** What each kind is called within a sentence. */
export const factorTitles: Readonly<Record<FactorId, string>> = {
  password: "password",
  "security-questions": "security questions",
  "sms-code": "SMS code",
  "voice-code": "voice code",
  "messenger-code": "messenger code",
  "email-code": "e-mail code",
  "email-link": "e-mail link",
  "in-app-message": "message in the service's own app",
  totp: "authenticator app",
  hotp: "counter-based code",
  "device-code": "code app bound to its device",
  "otp-token": "code token",
  push: "push prompt",
  "security-key": "security key",
  passkey: "passkey",
  "trusted-browser": "trusted browser",
  "session-approval": "approval on a device that is signed in",
  "recovery-codes": "recovery codes",
  "support-desk": "support desk",
  "recovery-contact": "recovery contact",
  "identity-proofing": "identity proofing",
  voiceprint: "voiceprint",
};
