// Which of its compilers Node uses while a project is read.

/** The first V8 whose middle compiler, Maglev, is always at hand: without it, no code would be fast. */
const withMaglev = 13;

/**
 * Leaves out the slowest and best of V8's compilers. Reading goes through much code that is never hot for long: in a product
 * of 6,000 files it takes a third of all processor time to make code that has hardly run before the command ends. The
 * search before it is a few hot loops, so this is for when that is done.
 */
export function compileQuickly(
  version = process.versions.v8,
  set = process.getBuiltinModule("node:v8").setFlagsFromString,
): void {
  if (Number.parseInt(version, 10) >= withMaglev) set("--no-turbofan");
}
