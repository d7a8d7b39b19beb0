// Names of things in a setup: ids for references, titles for people.
import * as v from "valibot";

/** What an id looks like. */
export const idPattern = /^[a-z0-9-]{1,64}$/;

/** An id: lower-case letters, digits and hyphens, at most 64. It doubles as file name, test name and link. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(idPattern, "expected an id of lower-case letters, digits and hyphens (at most 64)"),
);

/** A short name for people to read. */
export const titleSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
