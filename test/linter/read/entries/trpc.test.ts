// tRPC: procedures in routers, public ones and those behind a session.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("tRPC procedures", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
import { publicProcedure, router } from "./trpc";
export const account = router({
  code: publicProcedure.input(phoneSchema).mutation(({ input }) => textCode(input.phone)),
  reset: publicProcedure.input(resetSchema).mutation(async ({ input }) => {
    if (!(await isRightCode(input.phone, input.code))) throw new TRPCError({ code: "BAD_REQUEST" });
    await setPassword(input.phone, input.password);
  }),
});`),
    });
    expect(told.byTextAlone).toEqual(["trpc mutation reset src/account.ts:6 writes-password"]);
    expect(told.reported).toEqual(["src/account.ts:6"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/account.ts": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
import { protectedProcedure, router } from "./trpc";
export const account = router({
  password: protectedProcedure.input(schema).mutation(async ({ ctx, input }) => {
    if (!(await knowsPassword(ctx.user.id, input.currentPassword))) throw new TRPCError({ code: "FORBIDDEN" });
    if (!(await isRightCode(input.phone, input.code))) throw new TRPCError({ code: "BAD_REQUEST" });
    await setPasswordOf(ctx.session.user.id, input.password);
  }),
});`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
