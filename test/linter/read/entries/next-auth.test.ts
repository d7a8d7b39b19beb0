// NextAuth: returning a user from `authorize` opens a session.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("sign-ins of NextAuth", () => {
  test("a sign-in that a texted code alone opens is found", async () => {
    const told = await clubWith({
      "src/auth.ts": file(`
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const { handlers, auth } = NextAuth({
  providers: [
    Credentials({
      id: "text",
      credentials: { phone: {}, code: {} },
      async authorize(credentials) {
        if (!(await isRightCode(credentials.phone, credentials.code))) return null;
        return memberWith(credentials.phone);
      },
    }),
  ],
});
export async function sendCode(phone) {
  await textCode(phone);
}`),
    });
    expect(told.byTextAlone).toEqual(["next-auth sign-in text (authorize) src/auth.ts:10 opens-session"]);
  });

  test("the same with a second proof is not", async () => {
    const told = await clubWith({
      "src/auth.ts": file(`
import NextAuth from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export default NextAuth({
  providers: [
    CredentialsProvider({
      name: "Password and text",
      authorize: async (credentials) => {
        const member = await memberWith(credentials.phone);
        if (!(await knowsPassword(member.id, credentials.password))) return null;
        if (!(await isRightCode(credentials.phone, credentials.code))) return null;
        return member;
      },
    }),
  ],
});`),
    });
    expect(told.together).toEqual(["password + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
