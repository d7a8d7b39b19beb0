// GraphQL: maps of resolvers, and fields described with their resolver.
import { describe, expect, test } from "vitest";
import { clubWith, file } from "./club.ts";

describe("maps of resolvers", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/resolvers.js": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const resolvers = {
  Mutation: {
    sendCode: (_, { phone }) => textCode(phone),
    resetPassword: async (_parent, args) => {
      if (!(await isRightCode(args.input.phone, args.input.code))) throw new GraphQLError("wrong code");
      await setPassword(args.input.phone, args.input.password);
      return true;
    },
  },
};`),
    });
    expect(told.byTextAlone).toEqual([
      "graphql Mutation resetPassword (resetPassword) src/resolvers.js:6 writes-password",
    ]);
    expect(told.reported).toEqual(["src/resolvers.js:6"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/resolvers.js": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
export const resolvers = {
  Mutation: {
    changePassword: isAuthenticated(async (_parent, { input }, { user }) => {
      if (!(await knowsPassword(user.id, input.currentPassword))) throw new GraphQLError("wrong");
      if (!(await isRightCode(input.phone, input.code))) throw new GraphQLError("wrong code");
      await setPasswordOf(user.id, input.password);
      return true;
    }),
  },
};`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});

describe("described fields", () => {
  test("a reset that a texted code alone opens is found where it is written", async () => {
    const told = await clubWith({
      "src/schema.js": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
builder.mutationField("resetPassword", (t) =>
  t.field({
    type: "Boolean",
    args: { phone: t.arg.string(), code: t.arg.string(), password: t.arg.string() },
    resolve: async (_root, { phone, code, password }) => {
      if (!(await isRightCode(phone, code))) throw new Error("wrong code");
      await setPassword(phone, password);
      return true;
    },
  }),
);
builder.mutationField("sendCode", (t) =>
  t.field({ type: "Boolean", resolve: (_root, { phone }) => textCode(phone) }),
);`),
    });
    expect(told.byTextAlone).toEqual([
      "graphql field resetPassword (resolve) src/schema.js:7 writes-password",
    ]);
    expect(told.reported).toEqual(["src/schema.js:7"]);
  });

  test("the same behind a session and the current password is not", async () => {
    const told = await clubWith({
      "src/schema.js": file(`
import { isRightCode, textCode } from "./texts.js";
import { knowsPassword, setPassword, setPasswordOf, memberWith } from "./members.js";
builder.mutationField("changePassword", (t) =>
  t.field({
    type: "Boolean",
    resolve: async (_root, { phone, code, password, currentPassword }, context) => {
      if (!(await knowsPassword(context.user.id, currentPassword))) throw new Error("wrong");
      if (!(await isRightCode(phone, code))) throw new Error("wrong code");
      await setPasswordOf(context.user.id, password);
      return true;
    },
  }),
);`),
    });
    expect(told.together).toEqual(["password + session + sms-code"]);
    expect([told.byTextAlone, told.reported]).toEqual([[], []]);
  });
});
