// One small setup for the tests of the command: a club's mailbox that a text resets, and its website that mail resets.
export const clubSetup = `version: 1
title: The rowing club
numbers:
  - id: mobile
    title: Ana's number
devices:
  - { id: phone, title: Ana's phone, kind: smartphone, sims: [mobile] }
accounts:
  - id: mail
    title: Club mailbox
    kind: mailbox
    authenticators:
      - { id: password, kind: password }
      - { id: app, kind: totp, devices: [phone] }
      - { id: text, kind: sms-code, number: mobile }
    signIn:
      - with: [password, app]
    recovery:
      - { with: [text], gives: new-password }
    controls: { resetKeepsSecondFactor: false }
  - id: site
    title: Club website
    authenticators:
      - { id: password, kind: password }
      - { id: mail-code, kind: email-code, mailbox: mail }
    signIn:
      - with: [password]
    recovery:
      - { with: [mail-code], gives: new-password }
`;
