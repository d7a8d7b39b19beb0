// The parts of the player that are loaded when they are needed first: most visits need none of them at once.
// Each is a script of its own, because nothing but a type is imported from it elsewhere.

/** Writing and reading links, and with it everything that judges a setup from outside. */
export const linkState = () => import("./link-state.ts");

/** Who published what the play rests on. */
export const bibliography = () => import("./bibliography.ts");

/** All that can be said of the scenarios. */
export const longWords = () => import("./long-words.ts");
