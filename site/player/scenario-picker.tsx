// The choice of a scenario, of how it happens, and of what it strikes.
import { scenarioById, type ScenarioRef, type Setup } from "../../simulator/index.ts";
import { words } from "../i18n/player.ts";
import type { ScenarioChoice } from "../scenario-choices.ts";
import { scenarioGroups } from "../scenario-groups.ts";
import { AboutScenario } from "./about-scenario.tsx";
import { targetsOf } from "./targets.ts";

/** How many letters a list shows when it is closed; what is longer stands below it in full. */
const fitting = 26;

interface ScenarioPickerProps {
  readonly choices: readonly ScenarioChoice[];
  readonly setup: Setup;
  readonly scenario: ScenarioRef;
  readonly onScenario: (scenario: ScenarioRef) => void;
  readonly reference: string | undefined;
}

export function ScenarioPicker({ choices, setup, scenario, onScenario, reference }: ScenarioPickerProps) {
  const { play } = words;
  const { variants } = scenarioById(scenario.id);
  const chosen = choices.find(({ id }) => id === scenario.id);
  const variant = chosen?.variants[scenario.variant ?? variants[0]?.id ?? ""] ?? "";
  const targets = targetsOf(setup, scenario);
  return (
    <>
      <label class="field">
        <span>{play.scenario}</span>
        <select
          name="scenario"
          value={scenario.id}
          aria-describedby="scenario-summary"
          onChange={(event) => {
            const wanted = event.currentTarget.value;
            const choice = choices.find(({ id }) => id === wanted);
            if (choice !== undefined) onScenario({ id: choice.id });
          }}
        >
          {scenarioGroups.map((group) => (
            <optgroup key={group} label={play.scenarioGroups[group]}>
              {choices
                .filter((choice) => choice.group === group)
                .map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p class="story" id="scenario-summary">
        {chosen?.summary}
      </p>
      <AboutScenario id={scenario.id} reference={reference} />
      {variants.length > 1 && (
        <label class="field">
          <span>{play.variant}</span>
          <select
            name="variant"
            value={scenario.variant ?? variants[0]?.id ?? ""}
            onChange={(event) => onScenario({ ...unanswered(scenario), variant: event.currentTarget.value })}
          >
            {variants.map(({ id }) => (
              <option key={id} value={id}>
                {chosen?.variants[id] ?? id}
              </option>
            ))}
          </select>
        </label>
      )}
      {variants.length > 1 && variant.length > fitting && <p class="story">{variant}</p>}
      {targets.choices.length > 1 && (
        <label class="field">
          <span>{play.target}</span>
          <select
            name="target"
            value={scenario.target ?? targets.first ?? ""}
            onChange={(event) => onScenario(withTarget(scenario, event.currentTarget.value))}
          >
            {targets.first === undefined && <option value="">{play.anyTarget}</option>}
            {targets.choices.map(({ id, title }) => (
              <option key={id} value={id}>
                {title ?? id}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function withTarget(scenario: ScenarioRef, target: string): ScenarioRef {
  const { target: before, ...untargeted } = unanswered(scenario);
  if (target === before) return scenario;
  return target === "" ? untargeted : { ...untargeted, target };
}

/** What is struck otherwise is answered anew. */
function unanswered(scenario: ScenarioRef): ScenarioRef {
  const { response: _, ...rest } = scenario;
  return rest;
}
