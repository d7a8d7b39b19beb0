// Libraries and services that send mail. A code that goes this way is no texted code.
import { propOf } from "../read/values.ts";
import type { Provider } from "./provider.ts";

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
];

export const mailing: readonly Provider[] = senders.map(([title, modules, path]) => ({
  title,
  modules,
  sends: (call) => {
    if (!path.test(call.path)) return undefined;
    // One package of Amazon's sends many things; only mail commands and mail calls count here.
    if (
      call.path.endsWith(".send") &&
      title === "Amazon SES" &&
      !(call.args[0]?.k === "package" && /Email/.test(call.args[0].path))
    )
      return undefined;
    return { channels: ["email"], to: propOf(call.args[0], "to") ?? null, content: call.args };
  },
}));
