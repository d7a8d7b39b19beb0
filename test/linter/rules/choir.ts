// A choir's setup written by hand, for the tests of rules: one account whose ways in the test says.

/** What the test says of the choir's account. */
export interface ChoirAccount {
  /** The lines of its sign-ins, each in braces: `{ with: [password, app] }`. */
  readonly signIn?: readonly string[];
  readonly recovery?: readonly string[];
  readonly controls?: string;
  readonly more?: string;
}

/** A setup with a number, a phone and the account `choir`, which has every authenticator that these tests ask for. */
export function choirSetup({
  signIn = ["{ with: [password] }"],
  recovery = [],
  controls,
  more = "",
}: ChoirAccount) {
  const routes = (all: readonly string[]) => all.map((route) => `      - ${route}\n`).join("");
  return `version: 1
title: The choir
numbers:
  - { id: mobile }
devices:
  - { id: phone, kind: smartphone, sims: [mobile] }
  - { id: laptop, kind: computer }
things:
  - { id: sheet, kind: paper }
accounts:
  - id: mail
    title: Choir mailbox
    kind: mailbox
    modelled: false
  - id: choir
    title: Choir website
    authenticators:
      - { id: password, kind: password }
      - { id: text, kind: sms-code, number: mobile }
      - { id: call, kind: voice-code, number: mobile }
      - { id: link, kind: email-link, mailbox: mail }
      - { id: app, kind: totp, devices: [phone] }
      - { id: open, kind: session-approval, devices: [laptop] }
      - { id: printed, kind: recovery-codes, sheet: sheet }
    signIn:
${routes(signIn)}${recovery.length === 0 ? "" : `    recovery:\n${routes(recovery)}`}${controls === undefined ? "" : `    controls: ${controls}\n`}${more}`;
}
