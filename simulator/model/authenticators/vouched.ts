// Authenticators for bad days: saved codes, and people who judge whether somebody is who they say.
import * as v from "valibot";
import { reference, shared } from "./shared.ts";

export const recoveryCodesSchema = v.strictObject({
  ...shared,
  kind: v.literal("recovery-codes"),
  sheet: v.optional(reference("The thing they are printed on.")),
  storedIn: v.optional(reference("The account that keeps a copy of them.")),
  left: v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 10),
    v.description("How many codes are not used yet."),
  ),
});

export const supportDeskSchema = v.strictObject({
  ...shared,
  kind: v.literal("support-desk"),
  asks: v.pipe(
    v.optional(v.picklist(["personal-data", "call-back", "document"]), "personal-data"),
    v.description(
      "What the desk goes by: data about the person, a call back to the number on file, or an identity document.",
    ),
  ),
  number: v.optional(reference("The number that the desk calls back.")),
  document: v.optional(reference("The identity document that the desk wants to see.")),
});

export const recoveryContactSchema = v.strictObject({
  ...shared,
  kind: v.literal("recovery-contact"),
  contact: reference("A name for the person who vouches; the same name is the same person."),
});

export const identityProofingSchema = v.strictObject({
  ...shared,
  kind: v.literal("identity-proofing"),
  document: reference("The identity document that is compared with the person."),
});

export const voiceprintSchema = v.strictObject({ ...shared, kind: v.literal("voiceprint") });
