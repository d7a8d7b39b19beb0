// The picture of a moment: the board with its cords, and the stage on which the step happens.
import { useLayoutEffect, useRef } from "preact/hooks";
import { holdingTitle } from "../../simulator/index.ts";
import { Board } from "../diagrams/board.tsx";
import { layoutBoard, type Shape } from "../diagrams/board-layout.ts";
import { type Hanging, hangingOf, type Naming } from "../diagrams/hanging.ts";
import { passageOf } from "../diagrams/passage.ts";
import { Stage } from "../diagrams/stage.tsx";
import { words } from "../i18n/player.ts";
import type { Moment, Play } from "./moment.ts";
import { animateBoard, animateParcel, type Places, placesOf } from "./motion.ts";

// Both shapes are drawn and the style sheet shows one: nothing is measured, and paper gets the wide one.
const shapes: readonly Shape[] = ["wide", "narrow"];

export function Picture({ play, moment }: { readonly play: Play; readonly moment: Moment }) {
  const figure = useMotion(play, moment);
  const hanging = hangingAt(play, moment);
  const passage = moment.step && passageOf(moment.step.entry, words.channel);
  return (
    <figure class="picture" ref={figure}>
      {shapes.map((shape) => (
        <div key={shape} class={`in-${shape}`}>
          <Board layout={layoutBoard(hanging, shape)} words={words.board} />
          <Stage passage={passage} shape={shape} words={{ label: words.stage.label, party: words.party }} />
        </div>
      ))}
    </figure>
  );
}

/** What hangs on what at a moment of a play. */
export function hangingAt(play: Play, moment: Moment): Hanging {
  const naming: Naming = {
    titleOf: (holding) => holdingTitle(play.shown, holding),
    memory: words.board.memory,
  };
  return hangingOf(play.shown, play.cords, moment.scene, naming, moment.lockedOut);
}

/** Fills in the way from the last frame to this one, when the play goes on by a step. */
function useMotion(play: Play, moment: Moment) {
  const figure = useRef<HTMLElement>(null);
  const last = useRef<{ readonly play: Play; readonly n: number; readonly places: readonly Places[] }>(null);
  useLayoutEffect(() => {
    const boards = [...(figure.current?.querySelectorAll<SVGSVGElement>("svg.board") ?? [])];
    const before = last.current;
    if (before !== null && before.play === play && before.n !== moment.n) {
      boards.forEach((board, index) => animateBoard(board, before.places[index] ?? new Map()));
      if (moment.n === before.n + 1)
        for (const stage of figure.current?.querySelectorAll<SVGSVGElement>("svg.stage") ?? [])
          animateParcel(stage);
    }
    last.current = { play, n: moment.n, places: boards.map(placesOf) };
  }, [play, moment.n]);
  return figure;
}
