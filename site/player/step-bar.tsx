// The bar with which one goes through the steps.
import { words } from "../i18n/player.ts";
import type { Chapter } from "./chapters.ts";
import { type Command, stepAfter } from "./keys.ts";

interface StepBarProps {
  readonly n: number;
  readonly of: number;
  /** What happens in the step, for small screens; the text below the picture says it to those who hear the page. */
  readonly said: string;
  readonly chapters: readonly Chapter[];
  readonly onStep: (step: number) => void;
  readonly onHelp: () => void;
}

/** At either end its buttons stay where they are and do nothing, so that the focus is not lost. */
export function StepBar({ n, of, said, chapters, onStep, onHelp }: StepBarProps) {
  const { play } = words;
  const go = (command: Exclude<Command, "help">) => () => onStep(stepAfter(command, n, of));
  const partBefore = chapters.findLast(({ from }) => from < n)?.from ?? 0;
  const partAfter = chapters.find(({ from }) => from > n)?.from ?? of;
  return (
    <div class="step-bar">
      <p class="bar-said" aria-hidden="true">
        {said}
      </p>
      <button
        type="button"
        class="small-button"
        onClick={() => onStep(partBefore)}
        aria-disabled={n === 0}
        aria-label={play.partBefore}
      >
        <Arrow d="M11 4 L5 10 L11 16 M3 4 V16" />
      </button>
      <button
        type="button"
        class="small-button"
        onClick={go("back")}
        aria-disabled={n === 0}
        aria-label={play.back}
      >
        <Arrow d="M12 4 L6 10 L12 16" />
      </button>
      <input
        type="range"
        min={0}
        max={of}
        value={n}
        aria-label={play.progress}
        aria-valuetext={play.step(n, of)}
        onInput={(event) => onStep(Number(event.currentTarget.value))}
      />
      <button
        type="button"
        class="small-button"
        onClick={() => onStep(partAfter)}
        aria-disabled={n === of}
        aria-label={play.partAfter}
      >
        <Arrow d="M9 4 L15 10 L9 16 M17 4 V16" />
      </button>
      <button type="button" class="help-button small-button" onClick={onHelp} aria-label={play.keys}>
        ?
      </button>
      <button type="button" class="button first next" onClick={go("next")} aria-disabled={n === of}>
        {play.next}
        <Arrow d="M8 4 L14 10 L8 16" />
      </button>
    </div>
  );
}

function Arrow({ d }: { readonly d: string }) {
  return (
    <svg class="arrow" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={d} />
    </svg>
  );
}
