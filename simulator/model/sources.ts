// The bibliography. Every claim about the world names an id of this table; an entry stands here only if
// somebody of the project has read the source itself, or the text about it that `via` names.

/** A source: what it is, where it is, when it is from. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** Year, year-month or year-month-day of publication; if `undated`, the month in which it was read. */
  readonly date: string;
  /** Set where the source does not say when it was published, and nothing else that was read says so. */
  readonly undated?: true;
  /** Set where a text about the source was read instead of the source itself. */
  readonly via?: string;
}

export const sources = {
  "nist-800-63b-4": {
    title: "NIST SP 800-63B-4, Digital Identity Guidelines: Authentication and Authenticator Management",
    url: "https://pages.nist.gov/800-63-4/sp800-63b.html",
    date: "2025-08-26",
  },
  "asvs-5": {
    title: "OWASP Application Security Verification Standard 5.0.0, V6 Authentication",
    url: "https://github.com/OWASP/ASVS/blob/master/5.0/en/0x15-V6-Authentication.md",
    date: "2025-05",
  },
  "owasp-forgot-password": {
    title: "OWASP Cheat Sheet Series: Forgot Password Cheat Sheet",
    url: "https://cheatsheetseries.owasp.org/cheatsheets/Forgot_Password_Cheat_Sheet.html",
    date: "2026-08",
  },
  "princeton-2020": {
    title:
      "Lee, Kaiser, Mayer, Narayanan: An Empirical Study of Wireless Carrier Authentication for SIM Swaps, SOUPS 2020",
    url: "https://www.usenix.org/conference/soups2020/presentation/lee",
    date: "2020",
    via: "its abstract and reports of its draft",
  },
  "o2-ss7-2017": {
    title: "Finextra: Hackers exploit SS7 telco flaw to raid German bank accounts",
    url: "https://www.finextra.com/newsarticle/30523/hackers-exploit-ss7-telco-flaw-to-raid-german-bank-accounts",
    date: "2017-05",
  },
  "reddit-2018": {
    title: "Duo Decipher: Reddit Breach Illustrates Dangers of 2FA Over SMS",
    url: "https://duo.com/decipher/reddit-breach-illustrates-dangers-of-2fa-over-sms",
    date: "2018-08",
  },
  "secgov-2024": {
    title: "SEC: SECGov X Account, with the statement of January 22, 2024",
    url: "https://www.sec.gov/secgov-x-account",
    date: "2024-01-22",
    via: "reports of the statement by ustower, blockworks and pymnts",
  },
  "google-2019": {
    title: "Doerfler and others: Evaluating Login Challenges as a Defense Against Account Takeover, WWW 2019",
    url: "https://doi.org/10.1145/3308558.3313481",
    date: "2019",
    via: "its abstract and reports of its results",
  },
  "uaag-2019": {
    title: "Hammann, Radomirović, Sasse, Basin: User Account Access Graphs, CCS 2019",
    url: "https://doi.org/10.1145/3319535.3354193",
    date: "2019",
    via: "its abstract and lecture slides on it",
  },
  fight: {
    title: "MITRE FiGHT v3.0.1 on signalling attacks (FGT5012.008, FGT5019.005)",
    url: "https://fight.mitre.org/techniques/FGT5019.005",
    date: "2026-11",
    undated: true,
  },
  tidbits: {
    title: "TidBITS: Not Receiving SMS Text Message 2FA Codes? Call Your Carrier, and its readers' comments",
    url: "https://tidbits.com/2022/07/13/not-receiving-sms-text-message-2fa-codes-call-your-carrier/",
    date: "2022-07-13",
  },
  nanog: {
    // The subject is spelled as its author wrote it.
    title: "NANOG mailing list: Malicious SS7 activity and why SMS should never by used for 2FA",
    url: "https://mailman.nanog.org/pipermail/nanog/2021-April/213171.html",
    date: "2021-04-18",
  },
  "wired-twitter-2022": {
    title: "WIRED: Twitter's SMS Two-Factor Authentication Is Melting Down",
    url: "https://www.wired.com/story/twitter-two-factor-sms-problems/",
    date: "2022-11-14",
  },
  "sakari-2021": {
    title: "VICE: A Hacker Got All My Texts for $16",
    url: "https://www.vice.com/en/article/y3g8wb/hacker-got-my-texts-16-dollars-sakari-netnumber",
    date: "2021-03",
  },
  "buettner-2024": {
    title:
      "Büttner, Gruschka: Evaluating the Influence of Multi-Factor Authentication and Recovery Settings, ICISSP 2024",
    url: "https://arxiv.org/abs/2403.15080",
    date: "2024",
    via: "its abstract",
  },
  "gerlitz-2023": {
    title: "Gerlitz, Häring, Mädler, Smith, Tiefenau: Adventures in Recovery Land, SOUPS 2023",
    url: "https://www.usenix.org/conference/soups2023/presentation/gerlitz",
    date: "2023",
    via: "its abstract",
  },
  "tiefenau-2025": {
    title:
      "Tiefenau, Grohs, Häring, Smith, Tiefenau: Investigating Users' Expectations Towards 2FA Recovery in Germany, CHI 2025",
    url: "https://doi.org/10.1145/3706598.3714245",
    date: "2025",
    via: "its abstract",
  },
  "hoddzdj-2018": {
    title: "2FA: A Cautionary Tale",
    url: "https://hoddzdj.com/2fa-a-cautionary-tale",
    date: "2018-09",
  },
  "gallagher-2023": {
    title: "Adam Gallagher: 2FA musings, and why not to use Google Authenticator",
    url: "https://adamgallagher.me/blog/2fa-musings",
    date: "2023-04-14",
  },
  "brr-sms-mfa": {
    title: "brr.fyi: SMS Multifactor Authentication in Antarctica",
    url: "https://brr.fyi/posts/sms-mfa",
    // Others wrote of it on 12 January 2023, so it is no younger.
    date: "2026-11",
    undated: true,
  },
  "cyberalmanac-2025": {
    title: "Cyberalmanac: SMS 2FA is not just insecure, it's also hostile to mountain people",
    url: "https://cyberalmanac.com/go/258789",
    date: "2026-11",
    undated: true,
  },
  "azure-mfa-2018": {
    title: "Redmond Magazine: Microsoft Restores Azure Multifactor Authentication Service Yet Again",
    url: "https://redmondmag.com/articles/2018/11/27/microsoft-restores-azure-mfa.aspx",
    date: "2018-11-27",
  },
  "techcrunch-mfa-2018": {
    title:
      "TechCrunch: Office 365, Azure users are locked out after a global multi-factor authentication outage",
    url: "https://techcrunch.com/2018/11/19/office-365-azure-users-are-locked-out-after-a-global-multi-factor-authentication-outage/",
    date: "2018-11-19",
  },
  "cluley-mfa-2018": {
    title: "Graham Cluley: Multi-factor failure locks out Microsoft Office 365 and Azure users",
    url: "https://grahamcluley.com/multi-factor-failure-locks-out-microsoft-office-365-and-azure-users/",
    date: "2018-11",
  },
  "rogers-2022": {
    title: "The Globe and Mail: a list of services affected by the Rogers outage",
    url: "https://www.theglobeandmail.com/business/article-rogers-interac-outage-services/",
    date: "2022-07-08",
  },
  "calypso-12639": {
    title: "wp-calypso issue 12639: Security: when 2FA is disabled I can still reset via SMS",
    url: "https://github.com/Automattic/wp-calypso/issues/12639",
    date: "2017-03-29",
  },
  "safari-storage-2020": {
    title: "SecurityWeek: Apple Enables Full Third-Party Cookie Blocking in Safari",
    url: "https://www.securityweek.com/apple-enables-full-third-party-cookie-blocking-safari/",
    date: "2020-03",
  },
  authy: {
    title: "Authy blog: SMS for 2FA: What Are Your Security Options?",
    url: "https://authy.com/blog/security-of-sms-for-2fa-what-are-your-options/",
    date: "2026-11",
    undated: true,
  },
  "fcc-23-95": {
    title: "FCC 23-95: Protecting Consumers from SIM-Swap and Port-Out Fraud, 88 FR 85794",
    url: "https://regulations.justia.com/regulations/fedreg/2023/12/08/2023-26338.html",
    date: "2023-12-08",
  },
  "bribes-2024": {
    title: "Digital Information World: on employees of carriers who were offered money for SIM swaps",
    url: "https://digitalinformationworld.com/2024/04/t-mobile-and-verizon-employees-targeted.html",
    date: "2024-04",
  },
  "recycled-2021": {
    title:
      "Lee, Narayanan: Phone number recycling creates serious security and privacy risks to millions of people",
    url: "https://freedom-to-tinker.com/tag/authentication/",
    date: "2021-05",
  },
  "recycled-krebs-2021": {
    title: "Krebs on Security: Recycle Your Phone, Sure, But Maybe Not Your Number",
    url: "https://krebsonsecurity.com/2021/05/recycle-your-phone-sure-but-maybe-not-your-number/",
    date: "2021-05-19",
  },
  "lighthouse-2025": {
    title: "Lighthouse Reports: Two-Factor Insecurity",
    url: "https://www.lighthousereports.com/investigation/two-factor-insecurity/",
    date: "2025-06-16",
  },
  "voicemail-2018": {
    title: "Kaspersky: Hacking online accounts via voice mail, on Martin Vigo's talk at DEF CON 26",
    url: "https://me-en.kaspersky.com/blog/hacking-online-accounts-via-voice-mail/11643",
    date: "2018-08",
  },
  "forwarding-2022": {
    title: "ngCERT: New Whatsapp OTP Scam Using Call Forwarding Trick",
    url: "https://cert.gov.ng/advisories/new-whatsapp-otp-scam-using-call-forwarding-trick",
    date: "2022-06-10",
  },
  "passcode-thieves-2023": {
    title: "MacRumors: Apple Responds to Report About Thieves Permanently Locking Out iPhone Users",
    url: "https://www.macrumors.com/2023/04/19/apple-responds-to-iphone-theft-recovery-key-report/",
    date: "2023-04-19",
  },
  "tactics-2023": {
    title: "Arnaboldi, Aspinall, Kolb, Radomirović: Tactics for Account Access Graphs, ESORICS 2023",
    url: "https://doi.org/10.1007/978-3-031-51479-1_23",
    date: "2023",
    via: "its abstract and a report on it",
  },
  "attack-t1451": {
    title: "MITRE ATT&CK Mobile T1451: SIM Card Swap",
    url: "https://attack.mitre.org/techniques/T1451/",
    date: "2025-02-12",
  },
  "attack-t1461": {
    title: "MITRE ATT&CK Mobile T1461: Lockscreen Bypass",
    url: "https://attack.mitre.org/techniques/T1461/",
    date: "2025",
  },
  "attack-t1517": {
    title: "MITRE ATT&CK Mobile T1517: Access Notifications",
    url: "https://attack.mitre.org/techniques/T1517/",
    date: "2025",
  },
  "attack-t1621": {
    title: "MITRE ATT&CK T1621: Multi-Factor Authentication Request Generation",
    url: "https://attack.mitre.org/techniques/T1621/",
    date: "2025-10-24",
    via: "a page that quotes its version 1.2",
  },
  "attack-t1636-004": {
    title: "MITRE ATT&CK Mobile T1636.004: SMS Messages",
    url: "https://attack.mitre.org/techniques/T1636/004/",
    date: "2025",
  },
  "sms-otp-attacks-2013": {
    title:
      "Mulliner, Borgaonkar, Stewin, Seifert: SMS-Based One-Time Passwords: Attacks and Defense, DIMVA 2013",
    url: "https://doi.org/10.1007/978-3-642-39235-1_9",
    date: "2013",
    via: "its abstract, its introduction and its list of references",
  },
  "owasp-mfa": {
    title: "OWASP Cheat Sheet Series: Multifactor Authentication Cheat Sheet",
    url: "https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html",
    date: "2026-08",
  },
  "retool-2023": {
    title: "Latest Hacking News: Google Authenticator Flaw Inadvertently Facilitated $15 Million Theft",
    url: "https://latesthackingnews.com/2023/09/19/google-authenticator-flaw-inadvertently-facilitated-15-million-theft/amp",
    date: "2023-09-19",
  },
  "retool-customers-2023": {
    title: "DefiTeller: Retool's SMS Phishing Attack Exposes Crypto Clients",
    url: "https://defiteller.com/retools-sms-phishing-attack-exposes-crypto-clients-15m-theft-highlights-cloud-sync-vulnerability",
    date: "2023-09-18",
  },
  "twilio-2022": {
    title: "Twilio: Incident Report: Employee and Customer Account Compromise",
    url: "https://www.twilio.com/en-us/blog/august-2022-social-engineering-attack",
    date: "2022-08-07",
  },
  "uber-2022": {
    title: "VICE: The Uber Hack Shows Push Notification 2FA Has a Downside: It's Too Annoying",
    url: "https://www.vice.com/en_us/article/5d35yd/the-uber-hack-shows-push-notification-2fa-has-a-downside-its-too-annoying",
    date: "2022-09-16",
  },
  "wstg-athn-11": {
    title: "OWASP Web Security Testing Guide, WSTG-ATHN-11: Testing Multi-Factor Authentication",
    url: "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/04-Authentication_Testing/11-Testing_Multi-Factor_Authentication",
    date: "2026",
  },
  "rsa-2011": {
    title: "The Washington Post: SecurID tokens compromised, company admits",
    url: "https://www.washingtonpost.com/national/securid-tokens-compromised-company-admits/2011/06/06/AGk2miKH_story.html",
    date: "2011-06-06",
  },
  "gilsenan-2023": {
    title:
      "Gilsenan, Shakir, Alomar, Egelman: Security and Privacy Failures in Popular 2FA Apps, USENIX Security 2023",
    url: "https://www.usenix.org/conference/usenixsecurity23/presentation/gilsenan",
    date: "2023",
  },
  "meyer-2023": {
    title: "Meyer and others: How effective is multifactor authentication at deterring cyberattacks?",
    url: "https://arxiv.org/abs/2305.00945",
    date: "2023",
    via: "its abstract",
  },
  "amft-2023": {
    title: 'Amft and others: "We\'ve Disabled MFA for You", CCS 2023',
    url: "https://arxiv.org/abs/2306.09708",
    date: "2023",
    via: "its abstract",
  },
  "twitter-paywall-2023": {
    title: "The Daily Beast: Twitter Will Now Charge for Key Security Feature",
    url: "https://www.thedailybeast.com/twitter-will-now-charge-for-key-security-feature-sms-two-factor-authentication",
    date: "2023-02-18",
  },
  "metro-bank-2019": {
    title: "IT Pro: Metro Bank targeted with 2FA-bypassing SS7 attacks",
    url: "https://www.itpro.co.uk/security/32898/metro-bank-targeted-with-2fa-bypassing-ss7-attacks",
    date: "2019-02",
  },
  "metro-bank-statement-2019": {
    title: "Ironshare: Metro Bank Falls Victim to SS7 Two-Factor Attack",
    url: "https://www.ironshare.co.uk/news/metro-bank-falls-victim-to-ss7-two-factor-attack/",
    date: "2026-11",
    undated: true,
  },
  "coinbase-2021": {
    title:
      "YourStory, after Reuters: on the letter of Coinbase to customers about the flaw in its SMS account recovery",
    url: "https://yourstory.com/2021/10/hackers-stole-cryptocurrency-6-000-customers-coinbase/amp",
    date: "2021-10-02",
  },
  "signal-2022": {
    title: "PaymentSecurity.io: 1,900 Signal Customers' Data Exposed in Twilio Hack",
    url: "https://www.paymentsecurity.io/1900-signal-customers-data-exposed-in-twilio-hack-a-19814",
    date: "2022-08",
  },
  "cloudflare-2022": {
    title: "Cloudflare: The mechanics of a sophisticated phishing scam and how we stopped it",
    url: "https://blog.cloudflare.com/2022-07-sms-phishing-attacks/",
    date: "2022-08-09",
  },
  "rsa-letter-2011": {
    title: "Open Letter to RSA SecurID Customers, June 2011",
    url: "https://blogs.msmvps.com/harrywaldron/2011/06/12/rsa-offers-securid-token-replacements-for-large-customers/",
    date: "2011-06",
    via: "a page of Harry Waldron's that quotes it",
  },
  "cash-essentials-2022": {
    title: "Cash Essentials: Canada: Internet Outage Brings Down Debit Payments",
    url: "https://cashessentials.org/canada-internet-outage-brings-down-debit-payments/",
    date: "2022-07-13",
  },
  "apple-erase-device": {
    title: "Apple Developer Documentation, Device Management: Erase Device",
    url: "https://developer.apple.com/documentation/devicemanagement/erase-device-command",
    date: "2026-11",
    undated: true,
  },
  "id-mobile-lost": {
    title: "iD Mobile: My phone is lost or has been stolen. What should I do?",
    url: "https://community.idmobile.co.uk/help-with-your-phone-206/my-phone-is-lost-or-has-been-stolen-what-should-i-do-45088",
    date: "2026-11",
    undated: true,
  },
  "rfc-4226": { title: "RFC 4226: HOTP", url: "https://www.rfc-editor.org/rfc/rfc4226", date: "2005-12" },
  "rfc-6238": { title: "RFC 6238: TOTP", url: "https://www.rfc-editor.org/rfc/rfc6238", date: "2011-05" },
} as const satisfies Readonly<Record<string, Source>>;

/** The id of a source in the bibliography. */
export type SourceId = keyof typeof sources;
