// All that can be said of the scenarios.
export { scenarioWords as longWords } from "../../simulator/index.ts";
