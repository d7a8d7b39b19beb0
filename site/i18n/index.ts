// The words that pages show. One language so far; pages ask here and not in a language's own file.
import { en, type Words } from "./en.ts";

/** The words of the page's language. */
export const words: Words = en;
export type { Words };
