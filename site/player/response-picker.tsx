// The choice of what the owner does about it at once; not there where nothing can be done.
import { useMemo } from "preact/hooks";
import { answersTo, scenarioById, type ScenarioRef, type Setup } from "../../simulator/index.ts";
import { words } from "../i18n/player.ts";
import type { ResponseChoice } from "../scenario-choices.ts";
import { spanOf } from "./clock.ts";

interface ResponsePickerProps {
  readonly choices: readonly ResponseChoice[];
  readonly setup: Setup;
  readonly scenario: ScenarioRef;
  /** Told what the owner does from now on; undefined for nothing. */
  readonly onResponse: (response: string | undefined) => void;
}

export function ResponsePicker({ choices, setup, scenario, onResponse }: ResponsePickerProps) {
  const { play } = words;
  const { id, variant, target, response } = scenario;
  // What answers the event does not depend on the answer that is chosen.
  const answers = useMemo(() => answersTo(setup, scenario), [setup, id, variant, target]);
  if (answers.length === 0) return null;
  const chosen = answers.find((answer) => answer.response === response);
  const said = choices.find((choice) => choice.id === chosen?.response);
  return (
    <>
      <label class="field">
        <span>{play.response}</span>
        <select
          name="response"
          value={chosen?.response ?? ""}
          aria-describedby={said === undefined ? undefined : "response-does"}
          onChange={(event) => onResponse(event.currentTarget.value || undefined)}
        >
          <option value="">{play.noResponse}</option>
          {answers.map((answer) => (
            <option key={answer.response} value={answer.response}>
              {choices.find((choice) => choice.id === answer.response)?.title ?? answer.response}
            </option>
          ))}
        </select>
      </label>
      {said !== undefined && chosen !== undefined && (
        <p class="story" id="response-does">
          {said.does} {play.responseTakes(spanOf(chosen.takes, "en"))} {/* Nobody races against a failure. */}
          {scenarioById(id).kind === "attack" && `${play.responseInTime} `}
          {play.responseNeeds}: {said.needs}
        </p>
      )}
    </>
  );
}
