// All steps as ordered lists under their chapters: the play in words, for reading, for jumping, for screen readers and
// for print.
import { useEffect, useRef, useState } from "preact/hooks";
import { sayEntry, type Story } from "../../simulator/index.ts";
import { words } from "../i18n/player.ts";
import type { Chapter } from "./chapters.ts";
import { clockTime } from "./clock.ts";

interface StepListProps {
  readonly story: Story;
  readonly chapters: readonly Chapter[];
  readonly n: number;
  /** How many steps are shown; a lesson keeps back what is still to be guessed. */
  readonly shown: number;
  readonly onStep: (step: number) => void;
}

export function StepList({ story, chapters, n, shown, onStep }: StepListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Scrolls the list and never the page.
    const current = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!list.current || !current) return;
    const { scrollTop, clientHeight } = list.current;
    const { offsetTop, offsetHeight } = current;
    if (offsetTop < scrollTop || offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop - clientHeight / 2;
  }, [n, story]);
  // One tab stop for all of them: the step of the picture, or where the arrows have gone since.
  const [reached, setReached] = useState(n);
  useEffect(() => setReached(n), [n, story]);
  const stop = Math.max(1, Math.min(reached, shown));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const wanted = stepByKey(event.key, stop, shown);
    if (wanted === undefined) return;
    // Before the player hears it, whose Home and End go to the ends of the play.
    event.preventDefault();
    setReached(wanted);
    list.current?.querySelectorAll<HTMLElement>(".step-item")[wanted - 1]?.focus();
  };
  if (shown === 0) return <p class="quiet">{words.play.stepsLater}</p>;
  return (
    <div class="step-list" ref={list} onKeyDown={onKeyDown}>
      {chapters
        .filter(({ from }) => from <= shown)
        .map((chapter) => (
          <section key={chapter.from}>
            <h3>{chapterTitle(chapter, story)}</h3>
            <ol start={chapter.from}>
              {story.steps.slice(chapter.from - 1, Math.min(chapter.to, shown)).map(({ entry }, index) => (
                <li key={entry.n}>
                  <button
                    type="button"
                    class={`step-item by-${entry.actor}`}
                    tabIndex={chapter.from + index === stop ? 0 : -1}
                    aria-current={chapter.from + index === n ? "step" : undefined}
                    onClick={() => onStep(chapter.from + index)}
                  >
                    <time>{clockTime(entry.at, words.play.day)}</time>
                    <span>{sayEntry(entry)}</span>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        ))}
    </div>
  );
}

/** The step that a key inside the list leads to; undefined where the key means nothing here. */
function stepByKey(key: string, from: number, last: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(from + 1, last);
    case "ArrowUp":
      return Math.max(from - 1, 1);
    case "Home":
      return 1;
    case "End":
      return last;
    default:
      return undefined;
  }
}

function chapterTitle({ kind, account }: Chapter, { setup }: Story): string {
  const title = setup.accounts.find(({ id }) => id === account)?.title ?? account ?? "";
  return words.play.chapter[kind](title);
}
