// The controls: which setup, and what of it is switched on.
import type { ComponentChildren } from "preact";
import { factorTitles, type Carrier, type Setup } from "../../simulator/index.ts";
import { capitalised } from "../capitalised.ts";
import { words } from "../i18n/player.ts";
import { accountSwitches, carrierSwitches, type RecoverySwitch, type Switch } from "./switches.ts";

export interface Example {
  /** The name of its file, without the ending. */
  readonly id: string;
  readonly setup: Setup;
}

interface PickersProps {
  readonly examples: readonly Example[];
  /** The id of the example that was started from; undefined for a setup from a link. */
  readonly example: string | undefined;
  readonly onExample: (id: string) => void;
}

export function SetupPicker({ examples, example, onExample }: PickersProps) {
  return (
    <label class="field">
      <span>{words.play.setup}</span>
      <select name="setup" value={example ?? ""} onChange={(event) => onExample(event.currentTarget.value)}>
        {example === undefined && <option value="">{words.play.ownSetup}</option>}
        {examples.map(({ id, setup }) => (
          <option key={id} value={id}>
            {setup.title}
          </option>
        ))}
      </select>
    </label>
  );
}

interface SwitchesProps {
  readonly setup: Setup;
  readonly original: Setup;
  /** Ids of the switches to show; all, if absent. */
  readonly only?: readonly string[];
  readonly onChange: (setup: Setup) => void;
}

export function Switches({ setup, original, only, onChange }: SwitchesProps) {
  const { play } = words;
  const isShown = ({ id }: Switch): boolean => only === undefined || only.includes(id);
  const groups = accountSwitches(setup, original).map(({ account, factors, recovery }) => ({
    account,
    factors: factors.filter(isShown),
    recovery: recovery.filter(isShown),
  }));
  const shownGroups = groups.filter(({ factors, recovery }) => factors.length + recovery.length > 0);
  return (
    <div class="switches">
      {shownGroups.map(({ account, factors, recovery }, index) => (
        <Group
          key={account.id}
          title={account.title ?? account.id}
          isOpen={only !== undefined || index === 0}
          isFixed={only !== undefined}
        >
          {factors.length > 0 && <p class="switch-head">{play.signIn}</p>}
          {factors.map((each) => (
            <SwitchRow
              key={each.id}
              each={each}
              label={capitalised(factorTitles[each.factor])}
              onChange={onChange}
            />
          ))}
          {recovery.length > 0 && <p class="switch-head">{play.recovery}</p>}
          {recovery.map((each) => (
            <SwitchRow key={each.id} each={each} label={recoveryLabel(each)} onChange={onChange} />
          ))}
        </Group>
      ))}
      {carrierSwitches(setup)
        .filter(({ lock, filtering }) => isShown(lock) || isShown(filtering))
        .map(({ number, lock, filtering, simChange, withSimChange }) => (
          <Group
            key={number}
            title={play.carrier(numberTitle(setup, number))}
            isOpen
            isFixed={only !== undefined}
          >
            {isShown(lock) && (
              <SwitchRow each={lock} label={play.lock} note={play.lockNote} onChange={onChange} />
            )}
            {isShown(filtering) && (
              <SwitchRow
                each={filtering}
                label={play.filtering}
                note={play.filteringNote}
                onChange={onChange}
              />
            )}
            {only === undefined && (
              <label class="field">
                <span>{play.simChange}</span>
                <select
                  value={simChange}
                  onChange={(event) =>
                    onChange(withSimChange(event.currentTarget.value as Carrier["simChange"]))
                  }
                >
                  {Object.entries(play.simChanges).map(([value, text]) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </Group>
        ))}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Whether it always stands open, without a way to close it. */
  readonly isFixed: boolean;
  readonly children: ComponentChildren;
}

function Group({ title, isOpen, isFixed, children }: GroupProps) {
  if (isFixed)
    return (
      <div class="switch-group" role="group" aria-label={title}>
        <p class="switch-title">{title}</p>
        {children}
      </div>
    );
  return (
    <details class="switch-group" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface SwitchRowProps {
  readonly each: Switch;
  readonly label: string;
  readonly note?: string;
  readonly onChange: (setup: Setup) => void;
}

function SwitchRow({ each, label, note, onChange }: SwitchRowProps) {
  const hint = each.next === undefined ? words.play.needed : note;
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        name={each.id}
        checked={each.isOn}
        disabled={each.next === undefined}
        onChange={() => each.next && onChange(each.next)}
      />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}

function recoveryLabel({ factors, gives }: RecoverySwitch): string {
  return words.play.gives[gives](factors.map((factor) => factorTitles[factor]).join(" + "));
}

function numberTitle(setup: Setup, id: string): string {
  return setup.numbers.find((number) => number.id === id)?.title ?? id;
}
