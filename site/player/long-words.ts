// All that can be said of the scenarios. A script of its own, which is loaded when somebody wants to read it.
export { scenarioWords as longWords } from "../../simulator/index.ts";
