// What all kinds of authenticator have in common when they are written in a setup.
import * as v from "valibot";
import { idSchema, titleSchema } from "../ids.ts";

/** The keys that every authenticator has. */
export const shared = { id: idSchema, title: v.optional(titleSchema) };

/** A reference to something else in the setup, with what it means. */
export const reference = (description: string) => v.pipe(idSchema, v.description(description));

/** A list of references that may be left out. */
export const references = (description: string) =>
  v.pipe(v.optional(v.array(idSchema), []), v.description(description));

/** A yes or no that may be left out, and then is no. */
export const flag = (description: string) =>
  v.pipe(v.optional(v.boolean(), false), v.description(description));
