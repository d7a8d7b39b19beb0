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
  return actsOf(story).map((act) => actLines(act, options));
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
    const begins = move === undefined || step.move === lastMove ? undefined : actTitle(story.setup, move);
    const title = begins === happening && acts.some((act) => act.title !== happening) ? "Meanwhile" : begins;
    lastMove = step.move;
    const last = acts.at(-1);
    // Moves within a ceremony, such as reading a mailbox for its code, belong to the act that has begun.
    if (last === undefined || (title !== undefined && title !== last.title))
      acts.push({ title: title ?? "", steps: [step] });
    else last.steps.push(step);
  }
  return acts;
}

const happening = "What happens";

function personTitle(person: Person): string {
  return person === "owner" ? "The owner" : "The attacker";
}

/** The title of the act that a move begins; undefined for moves that go on with the one at hand. */
function actTitle(setup: Setup, move: Move): string | undefined {
  switch (move.do) {
    case "begin":
      return `${personTitle(move.actor)} at ${accountTitle(setup, move.account)}`;
    case "replace-authenticators":
      return `The attacker stays in ${accountTitle(setup, move.account)}`;
    case "use-device":
      return `${personTitle(move.actor)} at ${accountTitle(setup, move.account)}`;
    case "object":
    case "revoke-device":
    case "change-password":
      return `The owner puts things right at ${accountTitle(setup, move.account)}`;
    case "ask-for-code":
    case "present":
    case "look-inside":
    case "wait":
      return undefined;
    default:
      return happening;
  }
}

function actLines({ title, steps }: Act, { paint, width }: PlayTextOptions): string[] {
  return [
    ...(title === "" ? [] : [paint.strong(title)]),
    ...steps.flatMap(({ entry }) => {
      const sees = entry.sees === undefined ? [] : hang(seesPrefix, `"${visible(say(entry.sees))}"`, width);
      return [
        ...hang(`  ${clock(entry.at)}  ${padTo(entry.actor, 8)}  `, visible(sayEntry(entry)), width),
        ...sees.map(paint.faint),
      ];
    }),
  ];
}

const seesPrefix = "                      the owner sees: ";

/** The time of day in the play, whose clock stands at UTC, with the days that have gone by. */
function clock(at: number): string {
  const time = new Date(playStart + at).toISOString();
  const midnight = Math.floor(playStart / day) * day;
  const days = Math.floor((playStart + at - midnight) / day);
  return `${time.slice(11, 19)}${days === 0 ? "" : `+${days}d`}`;
}

const day = 86_400_000;
