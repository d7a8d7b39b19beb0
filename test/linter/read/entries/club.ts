// A rowing club's server for tests of entry points: the same texts and members, reached through one framework or another.
import { lint } from "../../../../linter/lint.ts";
import { memoryTree } from "../../memory-tree.ts";

/** What every such server has: texted codes, members with passwords, sessions. Files may be overwritten. */
const shared = {
  "src/texts.js": `
    import twilio from "twilio";
    const service = twilio("sid", "token").verify.v2.services("club");
    export async function textCode(phone) {
      await service.verifications.create({ to: phone, channel: "sms" });
    }
    export async function isRightCode(phone, code) {
      const check = await service.verificationChecks.create({ to: phone, code });
      return check.status === "approved";
    }`,
  "src/members.js": `
    import { PrismaClient } from "@prisma/client";
    import { compare, hash } from "bcrypt";
    const prisma = new PrismaClient();
    export async function setPassword(phone, password) {
      await prisma.member.update({ where: { phone }, data: { password: await hash(password, 10) } });
    }
    export async function setPasswordOf(id, password) {
      await prisma.member.update({ where: { id }, data: { password: await hash(password, 10) } });
    }
    export async function knowsPassword(id, password) {
      const member = await prisma.member.findUnique({ where: { id } });
      return compare(password, member.password);
    }
    export async function memberWith(phone) {
      return prisma.member.findUnique({ where: { phone } });
    }`,
};

/** What the linter says of the club with these files. */
export interface Told {
  /** Each way in that a texted code alone opens: `<framework> <name> <file>:<line> <what it ends in>`. */
  readonly byTextAlone: readonly string[];
  /** What the other ways in ask for, each once: `session + password + sms-code`. */
  readonly together: readonly string[];
  /** Places that the rule on resets reports, whatever the confidence. */
  readonly reported: readonly string[];
}

/** Lints the club with these files. */
export async function clubWith(files: Readonly<Record<string, string>>): Promise<Told> {
  const result = await lint({
    tree: memoryTree({ ...shared, ...files }),
    starts: [{ path: "", kind: "folder" }],
    levels: { severity: "info", confidence: "low" },
    links: false,
  });
  const alone = result.flows.filter(({ proofs }) => proofs.length === 1 && proofs[0]?.kind === "sms-code");
  const others = result.flows.filter((flow) => !alone.includes(flow));
  return {
    together: [
      ...new Set(
        others.map(({ proofs }) =>
          proofs
            .map(({ kind }) => kind)
            .toSorted()
            .join(" + "),
        ),
      ),
    ].toSorted(),
    byTextAlone: alone.map(
      ({ entry, effect }) =>
        `${entry.framework} ${entry.name} ${entry.place.file}:${entry.place.line} ${effect.what}`,
    ),
    reported: result.findings
      .filter(({ rule }) => rule === "sms-only-reset")
      .map(({ file, line }) => `${file}:${line}`),
  };
}

/** A file without the line in which a test's text begins, so that its first line is line 1. */
export function file(text: string): string {
  return text.replace(/^\n/, "");
}
