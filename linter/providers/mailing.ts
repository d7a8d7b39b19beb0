// Libraries and services that send mail. A code that goes this way is no texted code, unless the address is a carrier's
// gateway, which hands the mail to the phone as a text.
// Read in the packages @sendgrid/mail 8.1, mailersend 3.4, sparkpost 2.1, email-templates 13,
// @mailchimp/mailchimp_transactional 1.4, @azure/communication-email 1.1; of the others, Nodemailer, Resend and Postmark
// among them, in code that uses them, and so the gateways.
import { parts, propOf, type Value } from "../read/values.ts";
import type { Channel, Provider } from "./provider.ts";

const senders: readonly (readonly [title: string, modules: readonly string[], path: RegExp])[] = [
  ["Nodemailer", ["nodemailer"], /\.sendMail$/],
  ["Nest mailer", ["@nestjs-modules/mailer"], /\.sendMail$/],
  ["SendGrid", ["@sendgrid/mail"], /(^|\.)(send|sendMultiple)$/],
  ["Resend", ["resend"], /\.emails\.send$/],
  ["Postmark", ["postmark"], /\.sendEmail(WithTemplate)?$/],
  ["Mailgun", ["mailgun.js", "mailgun-js"], /\.(create|send)$/],
  ["Mailjet", ["node-mailjet"], /\.request$/],
  [
    "Amazon SES",
    ["@aws-sdk/client-ses", "@aws-sdk/client-sesv2", "aws-sdk"],
    /\.(send|sendEmail|sendTemplatedEmail)$/,
  ],
  ["Brevo", ["@getbrevo/brevo", "sib-api-v3-sdk"], /\.sendTransacEmail$/],
  ["MailerSend", ["mailersend"], /\.email\.send$/],
  ["SparkPost", ["sparkpost"], /\.transmissions\.send$/],
  ["Mailchimp Transactional", ["@mailchimp/mailchimp_transactional"], /\.messages\.send(Template)?$/],
  ["email-templates", ["email-templates"], /\.send$/],
  ["Azure Communication Services", ["@azure/communication-email"], /\.beginSend$/],
];

export const mailing: readonly Provider[] = senders.map(([title, modules, path]) => ({
  title,
  modules,
  sends: (call) => {
    if (!path.test(call.path)) return undefined;
    const [message] = call.args;
    // One package of Amazon's sends many things; only mail commands and mail calls count here.
    if (
      call.path.endsWith(".send") &&
      title === "Amazon SES" &&
      !(message?.k === "package" && message.path.includes("Email"))
    )
      return undefined;
    const to = propOf(
      message?.k === "object" && propOf(message, "message") !== undefined
        ? propOf(message, "message")
        : message,
      "to",
    );
    return { channels: [channelOf(to)], to: to ?? null, content: call.args };
  },
}));

/** Domains at which carriers take mail for the phones of their subscribers. */
const gateways =
  /(^|@)(txt\.att\.net|vtext\.com|tmomail\.net|messaging\.sprintpcs\.com|myboostmobile\.com|sms\.mycricket\.com|mymetropcs\.com|email\.uscc\.net|vmobl\.com|msg\.fi\.google\.com|text\.wireless\.alltel\.com)$/i;

function channelOf(to: Value | undefined): Channel {
  if (to === undefined) return "email";
  for (const part of parts(to))
    if (part.k === "const" && typeof part.v === "string" && gateways.test(part.v.trim())) return "sms";
  return "email";
}
