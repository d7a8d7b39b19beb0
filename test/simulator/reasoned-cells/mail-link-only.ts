// Reasoned by hand for the person with links by mail and trusted browsers, from how the setup is written and from what the sources say each scenario does.
import { safe, taken, under } from "./cell.ts";
import type { ReasonedCell } from "./cell.ts";

export const mailLinkOnly: readonly ReasonedCell[] = [
  ...under("lost-phone/not-found", {
    mail: safe("signed-in", "The passkey is on the laptop, too."),
    magazine: safe("signed-in", "The link comes to a mailbox that opens."),
    tickets: safe("signed-in", "The laptop's browser is trusted and needs no text."),
  }),
  ...under("stolen-laptop/locked", {
    mail: safe("signed-in", "The passkey is on the phone, too."),
    tickets: safe("signed-in", "With a text instead of the browser."),
  }),
  ...under("stolen-laptop/unlocked", {
    tickets: safe("signed-in", "The browser is trusted, but the password is asked for. Rosa uses the text."),
    choir: safe("signed-in", "The thief does not know the password. Rosa uses the link."),
  }),
  ...under("browser-forgets/storage-wiped", {
    tickets: safe("signed-in", "It asks for a text again."),
    choir: safe("signed-in", "It mails a link again."),
  }),
  ...under("support-desk-talked-round/contact-persuaded", {
    mail: taken(
      "locked-out",
      "The niece vouches for the wrong person, and two days later that person is in. Nobody is told in between.",
    ),
    magazine: taken("locked-out", "Whoever is in the mailbox has the link."),
    choir: safe(
      "signed-in",
      "The link is the stranger's, the password is not. Rosa has password and browser.",
    ),
    tickets: safe("signed-in", "No mail is involved."),
  }),
  ...under("contact-unreachable/away", {
    mail: safe("signed-in", "Her passkeys work without the niece."),
  }),
  ...under("password-breach/all-services", {
    choir: safe("signed-in", "Browser or link is missing."),
    tickets: safe("signed-in", "Browser or text is missing."),
  }),
  ...under("phishing-relay/false-site", {
    magazine: safe(
      "signed-in",
      "A link opens where it is clicked, on Rosa's own device; nothing is there to be typed.",
    ),
    choir: safe("signed-in", "She types the password, but a link and a browser's memory cannot be typed."),
    tickets: taken("locked-out", "Password and text are typed."),
  }),
  ...under("mailbox-closed/closed", {
    magazine: safe("locked-out", "Its only way in was the mailbox."),
    choir: safe("signed-in", "Password and trusted browser."),
  }),
  ...under("sim-swap/with-passwords", {
    tickets: taken("locked-out", "Password and text."),
    choir: safe("signed-in", "No text opens the choir's page."),
  }),
  ...under("code-call/with-passwords", {
    tickets: taken("locked-out", "She reads the text out."),
    choir: safe("signed-in", "There is no code to read out."),
  }),
  ...under("code-call/without-passwords", {
    magazine: safe("signed-in", "There is no code to read out."),
  }),
  ...under("malware/reads-everything", {
    tickets: taken("locked-out", "Password and text, both on the phone."),
  }),
  ...under("new-phone/not-migrated", {
    mail: safe("signed-in", "The laptop has its own passkey."),
  }),
  ...under("carrier-block/short-codes", {
    tickets: safe("signed-in", "The browser is trusted."),
  }),
];
