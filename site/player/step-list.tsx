// All steps as ordered lists under their chapters: the play in words, for reading, for jumping, for screen readers and
// for print.
import { useEffect, useRef } from "preact/hooks";
import { sayEntry, type Story } from "../../simulator/index.ts";
import { words } from "../i18n/index.ts";
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
  if (shown === 0) return <p class="quiet">{words.play.stepsLater}</p>;
  return (
    <div class="step-list" ref={list}>
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

function chapterTitle({ kind, account }: Chapter, { setup }: Story): string {
  const title = setup.accounts.find(({ id }) => id === account)?.title ?? account ?? "";
  return words.play.chapter[kind](title);
}
