// The steps of a play as text, in acts: one person at one account, minute by minute.
import {
  type Move,
  type Person,
  playStart,
  say,
  sayEntry,
  type Setup,
  type Story,
  type StoryStep,
} from "../../simulator/index.ts";
import { visible } from "../report/escape.ts";
import { hang, padTo } from "../report/layout.ts";
import { accountTitle, type PlayTextOptions } from "./verdict-text.ts";

/** The steps, one block for each act. */
export function stepBlocks(story: Story, options: PlayTextOptions): string[][] {
  // A play that goes on for days says so beside the time, and all times then take as much room.
  const clockWidth = Math.max(0, ...story.steps.map(({ entry }) => clock(entry.at).length));
  return actsOf(story).map((act) => actLines(act, clockWidth, options));
}

/** A stretch of a play in which one person deals with one account. */
interface Act {
  readonly title: string;
  readonly steps: readonly StoryStep[];
}

function actsOf(story: Story): Act[] {
  const acts: { title: string; steps: StoryStep[] }[] = [];
  let lastMove: number | undefined;
  for (const step of story.steps) {
    const move = story.moves[step.move];
    const begins =
      move === undefined || step.move === lastMove
        ? undefined
        : actTitle(story.setup, move, lastMove === undefined ? undefined : story.moves[lastMove]);
    const title = begins === happening && acts.some((act) => act.title !== happening) ? "Meanwhile" : begins;
    lastMove = step.move;
    const last = acts.at(-1);
    // Moves within a ceremony, such as reading a mailbox for its code, belong to the act that has begun.
    if (last === undefined || (title !== undefined && title !== last.title))
      acts.push({ title: title ?? happening, steps: [step] });
    else last.steps.push(step);
  }
  return acts;
}

const happening = "What happens";

function personTitle(person: Person): string {
  return person === "owner" ? "The owner" : "The attacker";
}

/** The title of the act that a move begins; undefined for moves that go on with the one at hand. */
function actTitle(setup: Setup, move: Move, before: Move | undefined): string | undefined {
  switch (move.do) {
    case "begin":
      return `${personTitle(move.actor)} at ${accountTitle(setup, move.account)}`;
    case "replace-authenticators":
      return `The attacker stays in ${accountTitle(setup, move.account)}`;
    case "use-device":
      return `${personTitle(move.actor)} at ${accountTitle(setup, move.account)}`;
    case "look-inside":
      // Within a ceremony it fetches what that asks for; otherwise it is where somebody begins.
      return move.actor === before?.actor
        ? undefined
        : `${personTitle(move.actor)} at ${accountTitle(setup, move.account)}`;
    case "object":
    case "revoke-device":
    case "change-password":
      return `The owner puts things right at ${accountTitle(setup, move.account)}`;
    case "ask-for-code":
    case "present":
    case "wait":
      return undefined;
    default:
      return happening;
  }
}

function actLines({ title, steps }: Act, clockWidth: number, { paint, width }: PlayTextOptions): string[] {
  const indent = " ".repeat(clockWidth + 2 + 2 + actorWidth + 2);
  return [
    paint.strong(title),
    ...steps.flatMap(({ entry }) => {
      const sees =
        entry.sees === undefined
          ? []
          : hang(`${indent}the owner sees: `, `"${visible(say(entry.sees))}"`, width);
      return [
        ...hang(
          `  ${padTo(clock(entry.at), clockWidth)}  ${padTo(entry.actor, actorWidth)}  `,
          visible(sayEntry(entry)),
          width,
        ),
        ...sees.map(paint.faint),
      ];
    }),
  ];
}

const actorWidth = "attacker".length;

/** The time of day in the play, whose clock stands at UTC, with the days that have gone by. */
function clock(at: number): string {
  const time = new Date(playStart + at).toISOString();
  const midnight = Math.floor(playStart / day) * day;
  const days = Math.floor((playStart + at - midnight) / day);
  return `${time.slice(11, 19)}${days === 0 ? "" : `+${days}d`}`;
}

const day = 86_400_000;
