// The door of the simulator: what the linter and the site may use.
export type * from "./model/authenticators.ts";
export type * from "./model/holdings.ts";
export type * from "./model/move.ts";
export type * from "./model/scenario.ts";
export type * from "./model/setup.ts";
export type * from "./model/trail.ts";
export type * from "./model/verdict.ts";
export { sources, type Source, type SourceId } from "./model/sources.ts";
export { setupSchema } from "./model/setup.ts";
