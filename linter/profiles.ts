// Profiles: by which measure code is judged. A profile decides which rules speak, and what a standard forbids.
import { asvsLevel, type AsvsLevel } from "./asvs-levels.ts";
import type { Finding, RuleMeta, Severity } from "./finding.ts";

export const profileIds = ["default", "strict", "asvs-l2", "asvs-l3", "nist-aal2"] as const;
export type ProfileId = (typeof profileIds)[number];

/** What a standard does not accept beside another proof either, so that no rule for single factors finds it. */
export type Ban =
  /** A code sent to a phone number, whatever is asked for with it. */
  | "phone-codes"
  /** A recovery for which every code is sent out, however many: they are one method. */
  | "issued-codes-only";

/** A measure to judge by. */
export interface Profile {
  readonly id: ProfileId;
  /** What it asks for, for people. */
  readonly asks: string;
  /** Whether findings of a rule are told. */
  readonly speaks: (rule: Pick<RuleMeta, "strict" | "clauses">) => boolean;
  /** Rules of which the standard forbids what they otherwise only warn of. */
  readonly raised: ReadonlyMap<string, Severity>;
  readonly ban?: Ban;
}

/** What ASVS forbids at level 2 and above, each by the requirement that says so. */
const asvs2: Readonly<Record<string, Severity>> = {
  "sms-only-login": "error", // 6.3.3: more than one factor
  "sms-only-mfa": "error", // 6.6.1: a stronger method is offered
  "phone-change-without-reauth": "error", // 7.5.1
  "otp-reusable": "error", // 6.5.1
  "otp-low-entropy": "error", // 6.5.4
  "otp-no-expiry": "error", // 6.5.5
  "totp-window-wide": "error", // 6.5.5
  "otp-purpose-confusion": "error", // 6.6.2
  "otp-no-attempt-limit": "error", // 6.6.3
};

const asvs3: Readonly<Record<string, Severity>> = {
  ...asvs2,
  // 6.6.1: no codes by phone at all, so that neither offering nor preferring them is a matter of degree.
  "same-code-two-channels": "error",
  "sms-default-factor": "error",
  "sms-although-app": "error",
  "enrolment-needs-sms": "error",
  "no-notification-after-reset": "warning", // 6.3.7; a notice that is sent elsewhere is not seen
  "recovery-enumeration": "error", // 6.3.8
};

const nist2: Readonly<Record<string, Severity>> = {
  "sms-only-login": "error", // 2.2: two factors
  "sms-only-mfa": "error", // 3.2.9: at least one method that is not restricted
  "phone-change-without-reauth": "error", // 4.1.2.1
  "otp-reusable": "error", // 3.1.3.2
  "otp-low-entropy": "error", // 3.1.3.2
  "otp-no-expiry": "error", // 3.1.3.2
  "otp-no-attempt-limit": "error", // 3.2.2
  "no-notification-after-reset": "warning", // 4.6; a notice that is sent elsewhere is not seen
};

const profiles: Readonly<Record<ProfileId, Profile>> = {
  default: {
    id: "default",
    asks: "what most projects want to hear: all rules but those that ask for extra care",
    speaks: ({ strict }) => strict !== true,
    raised: new Map(),
  },
  strict: { id: "strict", asks: "all rules", speaks: () => true, raised: new Map() },
  "asvs-l2": {
    id: "asvs-l2",
    asks: "OWASP ASVS 5.0 up to level 2; what it forbids is an error",
    speaks: ({ clauses }) => clauses.some(({ id }) => isAsvsUpTo(2, id)),
    raised: new Map(Object.entries(asvs2)),
  },
  "asvs-l3": {
    id: "asvs-l3",
    asks: "OWASP ASVS 5.0 up to level 3, which allows no codes by phone at all, not even as a second factor",
    speaks: ({ clauses }) => clauses.some(({ id }) => isAsvsUpTo(3, id)),
    raised: new Map(Object.entries(asvs3)),
    ban: "phone-codes",
  },
  "nist-aal2": {
    id: "nist-aal2",
    asks: "NIST SP 800-63B-4 up to AAL2; a reset for a text and a mail is reported, too: both are codes that are sent",
    speaks: ({ clauses }) => clauses.some(({ id }) => isNistUpToAal2(id)),
    raised: new Map(Object.entries(nist2)),
    ban: "issued-codes-only",
  },
};

/** The profile of that id. */
export function profileById(id: ProfileId): Profile {
  return profiles[id];
}

/**
 * A finding as the profile weighs it. What the rule itself holds to be milder than usual here stays so: a texted reset
 * behind which the second factor still stands, a fixed code that only tests reach.
 */
export function weighed<Told extends Pick<Finding, "rule" | "severity">>(
  told: Told,
  profile: Profile,
  rule: Pick<RuleMeta, "severity"> | undefined,
): Told {
  const severity = profile.raised.get(told.rule);
  return severity === undefined || rule?.severity !== told.severity ? told : { ...told, severity };
}

function isAsvsUpTo(level: AsvsLevel, clause: string): boolean {
  const requirement = /^ASVS 5\.0 (\S+)$/.exec(clause)?.[1];
  const found = requirement === undefined ? undefined : asvsLevel(requirement);
  return found !== undefined && found <= level;
}

/** All clauses but those that only AAL3 asks for. */
function isNistUpToAal2(clause: string): boolean {
  const section = /^NIST SP 800-63B-4 (\S+)$/.exec(clause)?.[1];
  return section !== undefined && !/^(?:2\.3|4\.2\.2\.3)(?:\.|$)/.test(section);
}
