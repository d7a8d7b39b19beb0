// Passport: strategies whose callback decides, and their classes in NestJS.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("strategies of Passport", () => {
  test("a sign-in that a texted code alone opens is found", async () => {
    const told = await clubWith({
      "src/passport.js": file(`
import passport from "passport";
import { Strategy as CustomStrategy } from "passport-custom";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
passport.use("text", new CustomStrategy(async (req, done) => {
  if (!(await isRightCode(req.body.phone, req.body.code))) return done(null, false);
  return done(null, await memberWith(req.body.phone));
}));
export const sendCode = (phone) => textCode(phone);`),
    });
    expect(told.byTextAlone).toEqual(["passport strategy CustomStrategy src/passport.js:5 opens-session"]);
  });

  test("the same with a second proof is not", async () => {
    const told = await clubWith({
      "src/passport.js": file(`
import passport from "passport";
import LocalStrategy from "passport-local";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
passport.use(new LocalStrategy({ passReqToCallback: true }, async (req, phone, password, done) => {
  const member = await memberWith(phone);
  if (!(await knowsPassword(member.id, password))) return done(null, false);
  if (!(await isRightCode(phone, req.body.code))) return done(null, false);
  return done(null, member);
}));`),
    });
    expect(told.together).toEqual(["password + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("classes of strategies", () => {
  test("a sign-in that a texted code alone opens is found", async () => {
    const told = await clubWith({
      "src/text.strategy.ts": file(`
import { PassportStrategy } from "@nestjs/passport";
import { Strategy } from "passport-local";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export class TextStrategy extends PassportStrategy(Strategy) {
  async validate(phone: string, code: string) {
    if (!(await isRightCode(phone, code))) throw new UnauthorizedException();
    return memberWith(phone);
  }
}`),
    });
    expect(told.byTextAlone).toEqual([
      "passport strategy TextStrategy (TextStrategy.validate) src/text.strategy.ts:6 opens-session",
    ]);
  });

  test("the same with a second proof is not", async () => {
    const told = await clubWith({
      "src/local.strategy.ts": file(`
import { PassportStrategy } from "@nestjs/passport";
import { Strategy } from "passport-local";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export class LocalStrategy extends PassportStrategy(Strategy) {
  async validate(phone: string, password: string) {
    const member = await memberWith(phone);
    if (!(await knowsPassword(member.id, password))) throw new UnauthorizedException();
    await textCode(phone);
    return member;
  }
}`),
    });
    expect(told.together).toEqual(["password"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
