// The state of the player: a setup, a scenario, a step; everything shown is computed from these three.
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ScenarioRef, Setup, Verdict } from "../../simulator/index.ts";
import type { Example } from "./controls.tsx";
import type { Opened } from "./link-state.ts";
import { knownScenario } from "./known-scenario.ts";
import { linkState } from "./later.ts";
import { type Moment, momentOf, type Play, playOf } from "./moment.ts";

interface State {
  readonly setup: Setup;
  /** What switching back on restores, and what "undo all changes" returns to. */
  readonly original: Setup;
  /** The id of the example that was started from. */
  readonly example: string | undefined;
  readonly scenario: ScenarioRef;
  readonly step: number;
  /** The verdicts before the last change of the setup; none after another scenario or setup was picked. */
  readonly previous: readonly Verdict[];
  /** Whether the visitor has done anything yet: only then is the address changed. */
  readonly isTouched: boolean;
}

export interface Player extends State {
  readonly play: Play;
  readonly moment: Moment;
  /** Why the link in the address could not be opened. */
  readonly linkProblems: readonly string[];
  readonly goTo: (step: number) => void;
  readonly pickExample: (id: string) => void;
  readonly pickScenario: (scenario: ScenarioRef) => void;
  readonly pickResponse: (response: string | undefined) => void;
  readonly changeSetup: (setup: Setup) => void;
  readonly restore: () => void;
}

interface Start {
  readonly examples: readonly Example[];
  readonly scenario: ScenarioRef;
  readonly account: string | undefined;
  /** Whether the address says what is played, and follows it. */
  readonly keepsAddress: boolean;
}

export function usePlay({ examples, scenario, account, keepsAddress }: Start): Player {
  const [first] = examples;
  if (first === undefined) throw new Error("the player needs at least one example setup");
  const [state, setState] = useState<State>({
    setup: first.setup,
    original: first.setup,
    example: first.id,
    scenario,
    step: 0,
    previous: [],
    isTouched: false,
  });
  const [linkProblems, setLinkProblems] = useState<readonly string[]>([]);
  const play = useMemo(
    () => playOf(state.setup, state.scenario, account),
    [state.setup, state.scenario, account],
  );
  const moment = useMemo(() => momentOf(play, state.step), [play, state.step]);

  const change = useCallback((changes: Partial<State>) => {
    setLinkProblems([]);
    setState((before) => ({ ...before, isTouched: true, ...changes }));
  }, []);

  useAddress(keepsAddress, state, scenario, (opened) => {
    if (opened.kind === "broken") setLinkProblems(opened.reasons);
    if (opened.kind !== "play") return;
    setLinkProblems([]);
    const { play: linked } = opened;
    // A link to an example is that example, by its name.
    const text = JSON.stringify(linked.setup);
    const example = examples.find(({ setup }) => JSON.stringify(setup) === text)?.id;
    setState({ ...linked, original: linked.setup, example, previous: [], isTouched: false });
  });

  return {
    ...state,
    play,
    moment,
    linkProblems,
    goTo: (step) => change({ step }),
    pickExample: (id) => {
      const picked = examples.find((example) => example.id === id);
      if (picked)
        change({
          setup: picked.setup,
          original: picked.setup,
          example: id,
          step: 0,
          previous: [],
          scenario: { id: state.scenario.id },
        });
    },
    pickScenario: (picked) => change({ scenario: picked, step: 0, previous: [] }),
    // The same event with another answer to it: what comes of that is told beside what came without.
    pickResponse: (response) => {
      const { response: _, ...unanswered } = state.scenario;
      change({
        scenario: response === undefined ? unanswered : { ...unanswered, response },
        previous: play.story.verdicts,
        step: 0,
      });
    },
    // Another setup makes another play, in which the old step would mean nothing: it begins again.
    changeSetup: (setup) => change({ setup, previous: play.story.verdicts, step: 0 }),
    restore: () => change({ setup: state.original, previous: play.story.verdicts, step: 0 }),
  };
}

type OnOpened = (opened: Opened) => void;

/** Opens what the address holds, and writes back what the visitor does, without adding to the history. */
function useAddress(
  isOn: boolean,
  { setup, scenario, step, isTouched }: State,
  fallback: ScenarioRef,
  onOpened: OnOpened,
): void {
  const writes = useRef(0);
  useEffect(() => {
    if (!isOn) return undefined;
    const open = (): void => {
      // Whatever is still being written belongs to the play before.
      writes.current += 1;
      if (location.hash.length < 2) return;
      void linkState().then(async ({ openHash }) =>
        onOpened(await openHash(location.hash, fallback, knownScenario)),
      );
    };
    open();
    addEventListener("hashchange", open);
    return () => removeEventListener("hashchange", open);
  }, [isOn]);
  useEffect(() => {
    if (!isOn || !isTouched) return;
    writes.current += 1;
    const write = writes.current;
    void linkState().then(async ({ addressOf }) => {
      const address = await addressOf({ setup, scenario, step }, location.pathname);
      if (write === writes.current) history.replaceState(null, "", address ?? location.pathname);
    });
  }, [isOn, setup, scenario, step, isTouched]);
}
