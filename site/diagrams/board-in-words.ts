// The board as sentences: what the picture shows, for those who do not see it.
import type { Hanging, Hold, Left, PegKind, Standing } from "./hanging.ts";

/** How the sentences are made. */
export interface BoardSentences {
  readonly peg: (title: string, kind: PegKind, hold: Hold) => string;
  readonly account: (
    title: string,
    standing: Standing,
    left: Left,
    signIn: readonly string[],
    recovery: readonly string[],
  ) => string;
}

/** One sentence for each peg that is not simply held, then one for each account. */
export function boardInWords({ pegs, cards, cords }: Hanging, words: BoardSentences): readonly string[] {
  const titles = new Map([
    ...pegs.map(({ id, title }) => [id, title] as const),
    ...cards.map(({ account, title }) => [account, title] as const),
  ]);
  const grounds = (account: string, way: "sign-in" | "recovery"): readonly string[] => [
    ...new Set(
      cords
        .filter((cord) => cord.account === account && cord.way === way)
        .map(({ from }) => titles.get(from) ?? from),
    ),
  ];
  return [
    ...pegs
      .filter(({ hold }) => hold !== "held")
      .map(({ title, kind, how, hold }) => words.peg(title, how ?? kind, hold)),
    ...cards.map(({ account, title, standing, left }) =>
      words.account(title, standing, left, grounds(account, "sign-in"), grounds(account, "recovery")),
    ),
  ];
}
