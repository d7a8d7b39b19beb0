// The door of the simulator: what the linter and the site may use.
export type * from "./model/authenticators.ts";
export type * from "./model/holdings.ts";
export type * from "./model/lures.ts";
export type * from "./model/move.ts";
export type * from "./model/response.ts";
export type * from "./model/scenario.ts";
export type * from "./model/setup.ts";
export type * from "./model/trail.ts";
export type * from "./model/verdict.ts";
export { containersOf } from "./model/authenticators.ts";
export { holdingParts } from "./model/holdings.ts";
export { titleOf } from "./model/find.ts";
export { controls, type Control, type ControlId } from "./model/controls.ts";
export { setupSchema } from "./model/setup.ts";
export { durationMilliseconds } from "./model/duration-milliseconds.ts";
export { sources, type Source, type SourceId } from "./model/sources.ts";
export { caseById, cases, type CaseId } from "./cases/index.ts";
export type { Case, PublishedOutcome } from "./cases/case.ts";
export { factors } from "./factors/index.ts";
export { effectiveFactors } from "./analysis/effective-factors.ts";
export { attackSets, routeSets, type HoldingSets } from "./analysis/minimal-sets.ts";
export { cords, type Cord } from "./cords.ts";
export { answersTo, type Answer } from "./opening.ts";
export { playStart } from "./machines/codes.ts";
export type { ScreenMessage } from "./machines/handset-context.ts";
export type { AccountScene, HandsetScene, LineScene, Scene } from "./scene.ts";
export { responseById, responses, type ResponseId } from "./responses/index.ts";
export {
  openScenario,
  parseScenarioRef,
  scenarioById,
  scenarios,
  variantOf,
  type ScenarioId,
  type ScenarioRef,
} from "./scenarios/index.ts";
export { simulate, type AccountResult, type Simulation } from "./simulate.ts";
export { story, type Story, type StoryStep } from "./story.ts";
export { verdicts } from "./verdicts.ts";
export { caseWords, type CaseWords } from "./words/en/cases.ts";
export { controlWords, type ControlWords } from "./words/en/controls.ts";
export { factorTitles } from "./words/en/factor-titles.ts";
export { factorWords, type FactorWords } from "./words/en/factors.ts";
export { responseWords, type ResponseWords } from "./words/en/responses.ts";
export { scenarioWords, type ScenarioWords } from "./words/en/scenarios.ts";
export { holdingTitle, say, sayEntry } from "./words/say.ts";
export type { Problem, ProblemId } from "./model/problems.ts";
export type { SetupReading } from "./model/setup-reading.ts";
export { readSetup } from "./model/setup-text.ts";
export { writeSetup } from "./model/setup-writing.ts";
export { setupJsonSchema } from "./model/json-schema.ts";
export { decodeLink, encodeLink, type Link, type LinkedScenario, type LinkReading } from "./model/link.ts";
export { sayProblem, sayProblemAt } from "./words/en/problems.ts";
