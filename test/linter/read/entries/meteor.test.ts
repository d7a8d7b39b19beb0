// Meteor: methods, and login handlers that sign in whose id they return.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("Meteor methods", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "server/account.js": file(`
import { Meteor } from "meteor/meteor";
import { Accounts } from "meteor/accounts-base";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Meteor.methods({
  async "account.code"(phone) {
    await textCode(phone);
  },
  async "account.reset"({ phone, code, password }) {
    if (!(await isRightCode(phone, code))) throw new Meteor.Error("wrong code");
    const member = await Meteor.users.findOneAsync({ phone });
    await Accounts.setPasswordAsync(member._id, password);
  },
});`),
    });
    expect(told.byTextAlone).toEqual([
      "meteor method account.reset (account.reset) server/account.js:9 writes-password",
    ]);
    expect(told.reported).toEqual(["server/account.js:9"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "server/account.js": file(`
import { Meteor } from "meteor/meteor";
import { Accounts } from "meteor/accounts-base";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Meteor.methods({
  async "account.password"({ phone, code, password, currentPassword }) {
    if (!(await knowsPassword(this.userId, currentPassword))) throw new Meteor.Error("wrong");
    if (!(await isRightCode(phone, code))) throw new Meteor.Error("wrong code");
    await Accounts.setPasswordAsync(this.userId, password);
  },
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("Meteor login handlers", () => {
  test("a sign-in that a texted code alone opens is found", async () => {
    const told = await clubWith({
      "server/account.js": file(`
import { Accounts } from "meteor/accounts-base";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Accounts.registerLoginHandler("text", async (options) => {
  if (!options.code) return undefined;
  if (!(await isRightCode(options.phone, options.code))) return { error: new Error("wrong code") };
  const member = await memberWith(options.phone);
  return { userId: member.id };
});`),
    });
    expect(told.byTextAlone).toEqual(["meteor method login handler server/account.js:4 opens-session"]);
  });

  test("the same with a second proof is not", async () => {
    const told = await clubWith({
      "server/account.js": file(`
import { Accounts } from "meteor/accounts-base";
import { isRightCode, textCode } from "../src/texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "../src/members.js";
Accounts.registerLoginHandler("text", async (options) => {
  const member = await memberWith(options.phone);
  if (!(await knowsPassword(member.id, options.password))) return undefined;
  if (!(await isRightCode(options.phone, options.code))) return undefined;
  return { userId: member.id };
});`),
    });
    expect(told.together).toEqual(["password + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
