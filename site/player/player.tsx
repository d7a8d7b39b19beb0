// The player: one setup, one scenario, step by step. The only part of the site that is a Preact island.
import "./player.css";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { scenarioById, type ScenarioRef } from "../../simulator/index.ts";
import { boardInWords } from "../diagrams/board-in-words.ts";
import { words } from "../i18n/player.ts";
import type { ResponseChoice, ScenarioChoice } from "../scenario-choices.ts";
import { chaptersOf } from "./chapters.ts";
import { type Example, SetupPicker, Switches } from "./controls.tsx";
import { CopyLink, OpenInPlayer } from "./copy-link.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { commandOf, stepAfter } from "./keys.ts";
import { Phones } from "./phones.tsx";
import { hangingAt, Picture } from "./picture.tsx";
import { ResponsePicker } from "./response-picker.tsx";
import { ScenarioPicker } from "./scenario-picker.tsx";
import { StepBar } from "./step-bar.tsx";
import { StepList } from "./step-list.tsx";
import { saidAt, StepText } from "./step-text.tsx";
import { usePlay } from "./use-play.ts";
import { VerdictList, verdictsInWords } from "./verdict-list.tsx";

export interface PlayerProps {
  readonly examples: readonly Example[];
  readonly scenario: ScenarioRef;
  /** The words of the scenarios that can be chosen; of this one alone where none can. */
  readonly choices: readonly ScenarioChoice[];
  /** The words of what the owner can do about it, where that can be chosen. */
  readonly responses?: readonly ResponseChoice[];
  /** The address under which each scenario has a page of its own; without it nothing leads there. */
  readonly reference?: string;
  /** Plays for this account alone, with what leads to it; for all accounts if absent. */
  readonly account?: string;
  /** `full` on its own page; `lesson` inside a text, where steps and verdicts wait to be guessed; `present` on a wall. */
  readonly mode: "full" | "lesson" | "present";
  /** Ids of the switches that a lesson offers; none if absent. Ignored in the full player, which offers all. */
  readonly switches?: readonly string[];
  /** The address of the full player. */
  readonly playPage: string;
}

export function Player(props: PlayerProps) {
  const {
    examples,
    scenario,
    choices,
    responses = [],
    reference,
    account,
    mode,
    switches = [],
    playPage,
  } = props;
  const isFull = mode === "full";
  const player = usePlay({ examples, scenario, account, keepsAddress: isFull });
  const { setup, original, play, moment } = player;
  const { story } = play;
  const chapters = useMemo(() => chaptersOf(story), [story]);
  const root = useRef<HTMLDivElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const [seenTo, setSeenTo] = useState(0);
  const [revealedOf, setRevealedOf] = useState<string>();
  const endHeading = useRef<HTMLHeadingElement>(null);
  const [isReady, setReady] = useState(false);
  const furthest = Math.max(seenTo, moment.n);
  // Once asked for or reached, the end stays open while factors are switched; another play is guessed anew.
  const playName = `${player.example ?? ""} ${player.scenario.id}`;
  const isAtEnd = moment.n >= moment.of;
  const showsEnd = isAtEnd || revealedOf === playName;
  useEffect(() => {
    if (isAtEnd) setRevealedOf(playName);
  }, [isAtEnd, playName]);
  const reveal = (): void => {
    setRevealedOf(playName);
    // The button goes away, and the focus with it.
    endHeading.current?.focus();
  };

  // Keys may come faster than frames: each starts from the last, not from what is drawn.
  const at = useRef(0);
  at.current = moment.n;
  const goTo = (step: number): void => {
    at.current = step;
    setSeenTo((before) => Math.max(before, step));
    player.goTo(step);
  };
  useEffect(() => setReady(true), []);
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
  const choice = choices.find(({ id }) => id === player.scenario.id);
  // A lesson can hold several players; their parts would be landmarks of the same names.
  const landmark = (name: string): string | undefined => (isFull ? name : undefined);
  return (
    <div class={`player ${mode}`} ref={root} data-ready={isReady ? "" : undefined}>
      <section class="scene card" aria-label={landmark(say.scene)}>
        <header class="scene-head">
          <p>
            <b>{choice?.title}</b>
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
        {!play.strikes && choice !== undefined && (
          <p class="strikes-nothing" role="status">
            {say.strikesNothing(choice.strikes)}
          </p>
        )}
        <Picture play={play} moment={moment} />
        <StepText moment={moment} isLive={isReady} />
      </section>

      <StepBar
        n={moment.n}
        of={moment.of}
        chapters={chapters}
        said={saidAt(moment)}
        onStep={goTo}
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
          <h2 ref={endHeading} tabIndex={-1}>
            {say.end}
          </h2>
          {showsEnd ? (
            <>
              <VerdictList
                setup={setup}
                verdicts={story.verdicts}
                previous={player.previous}
                moment={moment}
              />
              <p class="quiet small end-note">{say.effectiveNote}</p>
            </>
          ) : (
            <div class="hidden-end">
              <p>{say.guess}</p>
              <button type="button" class="button" onClick={reveal}>
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
            <ScenarioPicker
              choices={choices}
              setup={setup}
              scenario={player.scenario}
              onScenario={player.pickScenario}
              reference={reference}
            />
            <ResponsePicker
              choices={responses}
              setup={setup}
              scenario={player.scenario}
              onResponse={player.pickResponse}
            />
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
        {player.isTouched && player.previous.length > 0
          ? showsEnd
            ? verdictsInWords(setup, story.verdicts)
            : say.changedUnseen
          : ""}
      </p>
      <HelpDialog dialog={help} />
    </div>
  );
}
