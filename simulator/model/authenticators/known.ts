// Authenticators that are known: passwords and the answers to questions.
import * as v from "valibot";
import { flag, reference, shared } from "./shared.ts";

export const passwordSchema = v.strictObject({
  ...shared,
  kind: v.literal("password"),
  secret: v.optional(
    reference("Passwords that name the same secret are one password, used again elsewhere."),
  ),
  keptIn: v.optional(
    reference("The account (a password manager) that keeps it; without this it is kept in memory."),
  ),
});

export const securityQuestionsSchema = v.strictObject({
  ...shared,
  kind: v.literal("security-questions"),
  madeUp: flag(
    "Whether the answers are made up and kept like a password; without this, whoever knows the person's data knows them.",
  ),
});
