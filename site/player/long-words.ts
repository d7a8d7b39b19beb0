// All that can be said of the scenarios, and what explains their names.
import { scenarioWords } from "../../simulator/index.ts";
import { enTerms } from "../i18n/en-terms.ts";

/** The words of every scenario. */
export const longWords = scenarioWords;

/** What explains the name of a scenario, where it needs that. */
export const terms = enTerms;
