// The sources of everything that a play says about the world.
export { sources } from "../../simulator/index.ts";
