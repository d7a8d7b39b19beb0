// The player: one setup, one scenario, step by step. The only part of the site that is a Preact island.
import "./player.css";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { scenarioById, scenarioWords, type ScenarioRef } from "../../simulator/index.ts";
import { boardInWords } from "../diagrams/board-in-words.ts";
import { words } from "../i18n/index.ts";
import { chaptersOf } from "./chapters.ts";
import { type Example, ScenarioPicker, SetupPicker, Switches } from "./controls.tsx";
import { CopyLink, OpenInPlayer } from "./copy-link.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { commandOf, stepAfter } from "./keys.ts";
import { Phones } from "./phones.tsx";
import { hangingAt, Picture } from "./picture.tsx";
import { StepBar } from "./step-bar.tsx";
import { StepList } from "./step-list.tsx";
import { StepText } from "./step-text.tsx";
import { usePlay } from "./use-play.ts";
import { VerdictList, verdictsInWords } from "./verdict-list.tsx";

export interface PlayerProps {
  readonly examples: readonly Example[];
  readonly scenario: ScenarioRef;
  /** Plays for this account alone, with what leads to it; for all accounts if absent. */
  readonly account?: string;
  /** `full` on its own page; `lesson` inside a text, where steps and verdicts wait to be guessed; `present` on a wall. */
  readonly mode: "full" | "lesson" | "present";
  /** Ids of the switches that a lesson offers; none if absent. Ignored in the full player, which offers all. */
  readonly switches?: readonly string[];
  /** The address of the full player. */
  readonly playPage: string;
}

export function Player({ examples, scenario, account, mode, switches = [], playPage }: PlayerProps) {
  const isFull = mode === "full";
  const player = usePlay({ examples, scenario, account, keepsAddress: isFull });
  const { setup, original, play, moment } = player;
  const { story } = play;
  const chapters = useMemo(() => chaptersOf(story), [story]);
  const root = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [seenTo, setSeenTo] = useState(0);
  const [isRevealed, setRevealed] = useState(false);
  const [isReady, setReady] = useState(false);
  const furthest = Math.max(seenTo, moment.n);
  const showsEnd = isFull || isRevealed || (moment.of > 0 && furthest >= moment.of);

  // Keys may come faster than frames: each starts from the last, not from what is drawn.
  const at = useRef(0);
  at.current = moment.n;
  const goTo = (step: number): void => {
    at.current = step;
    setSeenTo((before) => Math.max(before, step));
    player.goTo(step);
  };
  useEffect(() => setReady(true), []);
  const bringIntoView = useStepInView(root);
  useEffect(() => {
    // The full player and the presenter's own the page; in a lesson keys work while the focus is inside.
    const target: Pick<EventTarget, "addEventListener" | "removeEventListener"> | null =
      mode === "lesson" ? root.current : document;
    const onKey = (event: Event): void => {
      const command = event instanceof KeyboardEvent ? commandOf(event) : undefined;
      // On a slide that is not shown, keys are meant for another play.
      if (command === undefined || root.current?.closest("[hidden]")) return;
      event.preventDefault();
      if (command === "help") help.current?.showModal();
      else goTo(stepAfter(command, at.current, moment.of));
    };
    target?.addEventListener("keydown", onKey);
    return () => target?.removeEventListener("keydown", onKey);
  });

  const { play: say } = words;
  // A lesson can hold several players; their parts would be landmarks of the same names.
  const landmark = (name: string): string | undefined => (isFull ? name : undefined);
  return (
    <div class={`player ${mode}`} ref={root} data-ready={isReady ? "" : undefined}>
      <section class="scene card" aria-label={landmark(say.scene)}>
        <header class="scene-head">
          <p>
            <b>{scenarioWords[player.scenario.id].title}</b>
            <span>
              {setup.title}
              {setup !== original && `, ${say.changed}`}
            </span>
          </p>
          {isFull && (
            <a class="to-controls" href="#player-controls">
              {say.change}
            </a>
          )}
          {isFull ? (
            <CopyLink setup={setup} scenario={player.scenario} step={moment.n} />
          ) : (
            <OpenInPlayer setup={setup} scenario={player.scenario} step={moment.n} page={playPage} />
          )}
        </header>
        {player.linkProblems.length > 0 && (
          <div class="link-problem" role="alert">
            <p>
              <b>{say.badLink}</b> {player.linkProblems.join(" ")}
            </p>
            <p>{say.badLinkNext}</p>
          </div>
        )}
        <Picture play={play} moment={moment} />
        <StepText moment={moment} isLive={isReady} />
      </section>

      <StepBar
        n={moment.n}
        of={moment.of}
        chapters={chapters}
        onStep={(step) => {
          goTo(step);
          bringIntoView();
        }}
        onHelp={() => help.current?.showModal()}
      />

      <section class="consequences" aria-label={landmark(say.end)}>
        <div class="card panel phones-panel">
          <h2>{say.phone.title}</h2>
          <Phones
            setup={setup}
            moment={moment}
            isAttack={scenarioById(player.scenario.id).kind === "attack"}
          />
        </div>
        <div class="card panel end-panel">
          <h2>{say.end}</h2>
          {showsEnd ? (
            <VerdictList setup={setup} verdicts={story.verdicts} previous={player.previous} moment={moment} />
          ) : (
            <div class="hidden-end">
              <p>{say.guess}</p>
              <button type="button" class="button" onClick={() => setRevealed(true)}>
                {say.reveal}
              </button>
            </div>
          )}
        </div>
      </section>

      {mode !== "present" && (
        <section class="steps card panel" aria-label={landmark(say.steps)}>
          <h2>{say.steps}</h2>
          <details class="in-words">
            <summary>{say.picture}</summary>
            <ul>
              {boardInWords(hangingAt(play, moment), words.boardInWords).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
          <StepList
            story={story}
            chapters={chapters}
            n={moment.n}
            shown={isFull ? moment.of : furthest}
            onStep={goTo}
          />
        </section>
      )}

      {isFull ? (
        <section class="controls" id="player-controls" tabIndex={-1} aria-label={say.controls}>
          <div class="card panel">
            <SetupPicker examples={examples} example={player.example} onExample={player.pickExample} />
            <p class="story">{setup.story}</p>
            <ScenarioPicker setup={setup} scenario={player.scenario} onScenario={player.pickScenario} />
          </div>
          <div class="card panel">
            <h2>{say.controls}</h2>
            <p class="quiet small">{say.controlsLead}</p>
            <Switches setup={setup} original={original} onChange={player.changeSetup} />
            {setup !== original && (
              <button type="button" class="button restore" onClick={player.restore}>
                {say.restore}
              </button>
            )}
          </div>
        </section>
      ) : (
        switches.length > 0 && (
          <section class="controls card panel" aria-label={landmark(say.controls)}>
            <h2>{say.controls}</h2>
            <Switches setup={setup} original={original} only={switches} onChange={player.changeSetup} />
          </section>
        )
      )}

      <p class="visually-hidden" role="status">
        {player.isTouched && showsEnd && player.previous.length > 0
          ? verdictsInWords(setup, story.verdicts)
          : ""}
      </p>
      <HelpDialog dialog={help} />
    </div>
  );
}

/**
 * On a small screen the text of a step can lie under the bar: brings it just above. Somebody who has scrolled further,
 * to the phones or the verdicts, is left there.
 */
function useStepInView(root: RefObject<HTMLElement>): () => void {
  return () =>
    requestAnimationFrame(() => {
      const text = root.current?.querySelector(".step-text")?.getBoundingClientRect();
      const bar = root.current?.querySelector(".step-bar")?.getBoundingClientRect();
      if (!text || !bar || bar.bottom < innerHeight - 1) return;
      const covered = text.bottom - bar.top;
      if (covered > 0 && covered < innerHeight) scrollBy({ top: covered + 8 });
    });
}
