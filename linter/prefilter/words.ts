// The words by which code that texts and checks codes is told from all other code, in the languages people write it in.
// They are looked for in bytes read as Latin-1, so what is no ASCII stands here as its bytes.

/** One regular expression of many words, for text that is read byte by byte. */
function any(...words: readonly string[]): string {
  return words.map((word) => Buffer.from(word, "utf8").toString("latin1")).join("|");
}

/** So short a word is a word only where one of these follows. */
const behindTel = " ,:;)}=?'\"";

/** What a phone is called. */
const phone = any(
  "phone",
  "mobile",
  "msisdn",
  "cell_?num",
  "celular",
  "tel(?:e|é)?fon[oe]?",
  "whats_?app",
  "handynum",
  "rufnummer",
  "num(?:e|é)ro_?(?:de_?)?t(?:e|é)l",
  `\\btel(?=[${behindTel.replace(")", "\\)")}])`,
  "no_?hp\\b",
  "nomor_?(?:hp|telepon)",
  "s(?:o|ố)_?(?:d|đ)i(?:e|ệ)n_?tho(?:a|ạ)i",
  "\\bsdt\\b",
  "shouji",
  "手机",
  "手機",
  "電話番号",
  "携帯",
  "전화번호",
  "휴대폰",
  "телефон",
  "موبایل",
  "تلفن",
);

/** The code of a country or of a post office stands beside a phone number, too. */
const otherCode =
  "(?:country|post(?:al)?|zip|area|region|dial(?:ing)?|call(?:ing)?|currency|province|state|city|error|status|promo|coupon|lang(?:uage)?|tax|bank|branch|swift|iso|invite|invitation|referr?al|product|bar|qr|vat|discount|gift|airport|color|source|key|response|http|exit)";
const oneCode = `(?:(?<!${otherCode}.?)(?<![a-z])(?:code|pin)s?\\b|captcha|${any("código", "codigo", "codice")})`;

/** A phone and a code in one breath: `loginByCode(phone, code)`. */
export const phoneWithCode = new RegExp(
  `(?:${phone})[^\\n]{0,40}?${oneCode}|${oneCode}[^\\n]{0,40}?(?:${phone})`,
  "i",
);

/** In letters of their own, codes that are sent, messages, and passwords that are forgotten. */
const foreignCodes = [
  "код.{0,4}(?:подтв|из|sms|смс)",
  "کد.{0,4}(?:تای|ورود)",
  "رمز.{0,4}(?:التحقق)",
  "验证码",
  "驗證碼",
  "認証(?:コード|番号)",
  "인증(?:번호|코드)",
];
const foreignMessages = ["短信", "簡訊", "смс", "پیامک", "رسالة نصية"];
const foreignPasswords = ["忘记密码|重置密码|修改密码|找回密码", "パスワード.{0,12}(?:再設定|変更)"];

/** A code that is sent to somebody, by a name that hardly means another kind of code. */
export const sentCode = new RegExp(
  any(
    "one[ _.-]?time.{0,4}(?:pass|code|pin)",
    "verif(?:y|ication|ing)?.{0,12}(?:code|pin\\b|token)",
    "(?:code|pin).{0,8}verif",
    "(?:msg|message|text|phone|mobile|auth|login|sign_?in|security|confirm(?:ation)?|validation|validate|activation|access|reset|recovery|random|dynamic|check|valid|v|yzm|digit)_?code\\b",
    "\\bcode_?(?:sent|from_?(?:phone|sms)|hash)",
    "pass_?code",
    "captcha",
    "(?:by|with|send|check)_?code\\b|code_?(?:send|expir)|expire_?code",
    "sendVerif|resendVerif|startVerif|createVerif|checkVerif",
    "verificationChecks?|verify_?v2",
    // Spanish and Portuguese, French, Italian, German, Dutch
    "c(?:o|ó)digo_?(?:de_?)?(?:verifica|confirma|valida|seguran|segurid|acesso|acceso|sms|recupera)",
    "(?:verifica|confirma|valida|envia|enviar)_?c(?:o|ó)digo",
    "code_?(?:de_?)?(?:v(?:e|é)rif|confirm|valid|secret)",
    "codice_?(?:di_?)?(?:verif|conferma|sicur)",
    "(?:best(?:a|ä)tigungs|sicherheits|verifizierungs|freischalt)code",
    "verificatiecode",
    // Turkish, Indonesian, Vietnamese
    "(?:do(?:g|ğ)rulama|onay)_?kod",
    "kode_?(?:verif|otp|konfirm)",
    "m(?:a|ã)_?x(?:a|á)c_?(?:th(?:u|ự)c|minh|nh(?:a|ậ)n)",
    // Polish
    "kod_?(?:weryf|potwierdz|podtver|sms)",
    "yanzhengma",
    ...foreignCodes,
  ),
  "i",
);

/**
 * `otp` as a word or behind a verb, but not as a part of other words (`footprint`, `rootPath`), nor of `totp`, which
 * nobody sends. Upper and lower case tell them apart.
 */
export const otp = new RegExp(
  "(?<![A-Za-z])otps?(?![a-z])|(?<![A-Z])OTP|[a-z_]Otps?(?![a-z])|\\bOtp|(?:[Ss]end|[Vv]erify|[Cc]heck|[Gg]enerate|[Gg]et|[Uu]ser|[Mm]ail|[Pp]hone|[Mm]obile|[Ss]ms|[Vv]alid(?:ate)?|[Cc]reate|[Nn]ew|[Ll]ogin|[Rr]equest|[Cc]onfirm|[Ss]ave|[Pp]assword|[Ss]tored?|[Ii]nput|[Ee]nter(?:ed)?)otp",
);

/** Services and functions that text. */
export const texting = new RegExp(
  any(
    "twilio",
    "nexmo",
    "vonage",
    "message_?bird",
    "africas?_?talking",
    "kavenegar",
    "plivo",
    "telnyx",
    "infobip",
    "sinch",
    "clickatell",
    "clicksend",
    "baileys",
    "venom-bot",
    "textlocal",
    "fast2sms",
    "msg91",
    "2factor\\.in",
    "gupshup",
    "termii",
    "sms_?(?:send|code|service|client|gateway|api|provider|token|login|verif|otp|aero|ru\\b|to\\b|global|mode)",
    "(?:send|enviar?|envoyer?|invia|kirim|gui|sende|via|by|to|through|aliyun|ali|tencent|cloud|bulk|login|verify|check|get|request|dy)_?sms",
    "dysmsapi",
    "netgsm",
    "iletimerkezi",
    "ghasedak",
    "melipayamak",
    "smsir",
    "unifonic",
    "taqnyat",
    "speedsms",
    "zenvia",
    "totalvoice",
    "comtele",
    "d7networks",
    "solapi|coolsms",
    "PublishCommand|\\bsns\\b",
    "send_?(?:text|whats_?app)",
    "whats_?app",
    "duanxin",
    ...foreignMessages,
  ),
  "i",
);

/** Identity services that text a code by themselves, and what they call it. */
export const hosted = new RegExp(
  any(
    "signInWithPhoneNumber",
    "verifyPhoneNumber",
    "linkWithPhoneNumber",
    "updatePhoneNumber",
    "PhoneAuthProvider",
    "PhoneMultiFactor",
    "RecaptchaVerifier",
    "PHONE_SIGN_IN",
    "signInWithOtp",
    "verifyOtp\\(",
    "phone_code",
    "preparePhoneNumberVerification",
    "reset_password_phone",
    "passwordless_?(?:start|sms|phone|with_?sms)|connection['\"]?\\s*:\\s*['\"]sms",
    "getPhoneCode",
    "phone-?number\\(",
    "answerCorrect|privateChallengeParameters",
    "SMS_MFA|CUSTOM_AUTH|smsRole|AccountRecovery\\b|account_recovery|UserPool\\(|defineAuth",
    "authy",
    "stytch",
    "authsignal",
    "requestSmsCode|mobilePhoneNumber|verifySmsCode|loginWithMobile|signUpOrlogInWithMobile",
  ),
  "i",
);

/** Identity services that can be told to text, wherever they are named. */
export const service = /cognito|aws-amplify|@aws-amplify/i;

/** Libraries that make and check the codes of authenticator apps. Their faults are told of projects without texts, too. */
export const appCodes = /otplib|speakeasy|otpauth|node-2fa|totp-generator/;

/** A password that is set, reset or forgotten. */
export const newPassword = new RegExp(
  any(
    "(?:reset|forgot|forget|recover|change|update|new|set|confirm|modify).{0,8}(?:password|passwd|pwd)",
    "(?:password|passwd|pwd).{0,8}(?:reset|recover|forgot|change)",
    "(?:nova|redefin|recupera|esquec|altera|nueva|restablec|olvid|cambia).{0,8}(?:senha|contrase|clave)",
    "mot_?de_?passe_?(?:oubli|reset)|nouveau_?mot_?de_?passe",
    "passwort.{0,8}(?:vergess|zurück|änder)|neues_?passwort",
    "(?:şifre|sifre|parola).{0,8}(?:sıfır|sifir|unut|yeni|değiş|degis)|yeni_?(?:sifre|parola)",
    "(?:qu(?:e|ê)n|doi|đổi|dat_?lai|reset).{0,8}m(?:a|ậ)t_?kh(?:a|ẩ)u",
    "(?:lupa|ubah|ganti|reset).{0,8}(?:sandi|password)",
    ...foreignPasswords,
  ),
  "i",
);

export const password = /passw|\bpwd\b|senha|contrase|passwort|mot_?de_?passe|sifre|mat_?khau|kata_?sandi/i;
export const besidePassword = /phone|mobile|Code\b|\bcode\b|\bpin\b/;

/** Before `code`: what is sent to somebody, not the code of a country or an error. */
const kindsOfCode =
  "auth login signin sign_in check send by with security access confirm confirmation validation validate valid activation reset recovery random dynamic digit yzm msg message text pass v".split(
    " ",
  );

/**
 * Pieces of which each of the words here has one, in lower case: most files have none, and one quick look at them is
 * enough to tell.
 */
export const stems: readonly string[] = [
  ..."otp sms phone mobile telef teléf celular telf numéro numerotel numero_tel numerotél numero_tél numero_de numerode cell_num cellnum whats msisdn shouji duanxin yanzheng rufnum handynum nohp no_hp nomor thoai thoại sdt".split(
    " ",
  ),
  ..."passw pwd senha contrase depasse de_passe sifre şifre parola khau khẩu sandi clave".split(" "),
  ..."verif vérif captcha one-time onetime one_time one.time codesen code_sen code_hash codehash codeexp code_exp expirecode expire_code code_from codefrom codeconf code_conf code_de codede codevalid code_valid codesecret codigo código codice gscode dogrul doğrul onaykod onay_kod kod_ kode podtver kodpot kodwer sicherheitscode freischaltcode code_secret xacth xac_th xacminh xac_minh xacnh xac_nh xác telefon".split(
    " ",
  ),
  ..."twilio nexmo vonage messagebird message_bird talking kavenegar plivo telnyx infobip sinch clickatell clicksend textlocal msg91 2factor gupshup termii netgsm iletim ghasedak melipayamak unifonic taqnyat zenvia totalvoice comtele d7net solapi publishcommand sns send_text sendtext".split(
    " ",
  ),
  ..."answercorrect privatechallenge baileys venom-bot passwordless mfasettings mfapreference reset_password contactmethod enabledmfas mfaconfiguration request_sms cognito amplify defineauth userpool custom_auth accountrecovery account_recovery authy stytch authsignal recaptchaver loginwith disabledpaths multifactorauth speakeasy node-2fa".split(
    " ",
  ),
  "one time",
  ...[...behindTel].map((after) => `tel${after}`),
  ...kindsOfCode.flatMap((kind) => [`${kind}code`, `${kind}_code`]),
  ..."手机 手機 電話番号 携帯 전화번호 휴대폰 телефон موبایل تلفن 验证码 驗證碼 認証コード 認証番号 인증 код کد رمز 短信 簡訊 смс پیامک رسالة 密码 パスワード".split(
    " ",
  ),
];
