// The words by which code calls things. A name alone never makes more than a low confidence.

/** A field that keeps a password or its hash. */
export function isPasswordName(name: string): boolean {
  return /^(user|new|hashed|encrypted|current|account)?_?(pass_?words?|passwd|pass_?phrase|pwd|pass_?hash|pw_?hash)(_?(hash|hashed|digest|encrypted|crypted))?$/i.test(
    name,
  );
}

/** A field that keeps a PIN, or its hash. `pinCode` by itself is where letters go in some countries. */
export function isPinField(name: string): boolean {
  return /^(user|login|sign_?in|new|hashed|encrypted|account|access|m|t)?_?(pin|passcode|pin_?code(?=_?(hash|digest)))(_?(hash|hashed|digest|encrypted))?$/i.test(
    name,
  );
}

/** A field or a parameter that carries a code, or a token that stands for one. */
export function isCodeName(name: string): boolean {
  if (
    /(country|zip|postal?|area|error|status|promo|coupon|referr?al|invite|dial|lang(uage)?|currency|product|bar|qr|http|source|exit|key)_?code|codec|decode|encode|csrf|captcha|access_?token|refresh_?token|fcm|device|push/i.test(
      name,
    )
  )
    return false;
  return /otp|one_?time|(^|_|[a-z])(code|Code|pin|Pin|PIN|token|Token)s?(_?(hash|hashed|digest))?$|^(code|pin|token|passcode)s?|verif|sms/i.test(
    name,
  );
}

export function isPhoneName(name: string): boolean {
  return /phone|mobile|msisdn|cell|^tel$|telephone|whats_?app|recipient_?number|^number$/i.test(name);
}

export function isMailName(name: string): boolean {
  return /e?-?mail/i.test(name);
}

/** A field that keeps a phone number, not something about it: `phone`, `mobile_number`, not `isPhoneVerified`. */
export function isPhoneField(name: string): boolean {
  return /^(user|new|primary|recovery|login|verified|auth)?_?(phone|mobile|cell|msisdn|tel|telephone|cell_?phone|mobile_?phone|phone_?e164)_?(number|no|num|nr)?$/i.test(
    name,
  );
}

/** A store of what waits for its end, such as codes and requests, and none of people. */
export function holdsWhatWaits(store: string): boolean {
  return /ticket|token|code|otp|verif|challenge|pending|temp|request|flow/i.test(store);
}

/** A field that keeps a mail address: `email`, `newEmail`, not `emailVerified`. */
export function isMailField(name: string): boolean {
  return /^(user|new|primary|recovery|login|verified|auth)?_?(e_?-?mail|mail)_?(address|id)?$/i.test(name);
}

/** A field that says whether a second factor is on, or keeps what it is checked with. */
export function isFactorField(name: string): boolean {
  return /^(is|has|use|uses)?_?(mfa|two_?fa|2fa|two_?step\w*?|two_?factor\w*?|tfa|totp|authenticator|google_?auth\w*?)_?(auth|authentication)?_?(is)?_?(enabled|enable|active|activated|on|status|secret|seed|key|verified|method|type|methods)?$/i.test(
    name,
  );
}

/** What keeps second factors: a table of enrolled authenticators. */
export function isFactorStore(name: string): boolean {
  return /^(user)?(mfa|twofactor|twofa|2fa|totp|authenticator|passkey|webauthn|securitykey)\w*$/i.test(name);
}

/** Something that is called after texting. */
export function soundsLikeTexting(name: string): boolean {
  return /sms|text_?message|textMsg|sendText|whats_?app|twilio|voice_?call|phone_?(otp|code|verification)|(otp|code)_?(to|via|by|on)_?(phone|mobile)|send\w*(phone|mobile)\b/i.test(
    name,
  );
}

export function soundsLikeMailing(name: string): boolean {
  return (
    /e-?mail|mailer|(^|[._])mail|Mail|sendgrid|resend\.|postmark|mailgun|smtp|nodemailer/.test(name) ||
    /^e?mail/i.test(name)
  );
}

/** A function that decides whether a code, a token or a password is right. */
export function soundsLikeChecking(name: string): boolean {
  return /verif|check|valid|confirm|compare|match|authenticat|consume|redeem/i.test(name);
}

export function soundsLikeSending(name: string): boolean {
  return /send|deliver|dispatch|notif|publish|emit|queue|^add|trigger|push|request|create/i.test(name);
}

/** A middleware, a guard or a decorator that lets in only who is signed in. */
export function soundsLikeSessionGuard(name: string): boolean {
  // What only opens the visitor's session lets everybody in.
  if (
    /^((express|cookie|koa|secure|iron|fastify)_?)?session(\(\))?$|^passport\.(initialize|session)(\(\))?$/i.test(
      name,
    )
  )
    return false;
  return (
    (/[aA]uth(?!ors?(?![a-z]))|AUTH(?!ORS?(?![A-Z]))/.test(name) ||
      /jwt|session|log(ged)?_?in|protect|require_?user|current_?user|passport|is_?admin|require_?admin|permission|role|bearer/i.test(
        name,
      )) &&
    !/unauth|no_?auth|public|guest|rate|limit|throttl/i.test(name)
  );
}

/** A middleware or a guard that asks for something other than a session: the token of a reset, a key, a signature. */
export function soundsLikeProofGuard(name: string): boolean {
  return (
    /token|ticket|otp|signature|hmac|api_?key|secret|internal|(verif|check|confirm)\w*(code|reset|link)/i.test(
      name,
    ) && !/csrf|xsrf|captcha|rate|limit|throttl|param|schema|body|dto|validation$|validator$/i.test(name)
  );
}
