// Where pegs, cards and cords go: pure geometry, in two shapes, wide and narrow.
import { type Curve, type Point, bowedCurve, hangingCurve, lyingCurve } from "./bezier.ts";
import type { Card, Hanging, HangingCord, Peg } from "./hanging.ts";
import { wrapText } from "./wrap-text.ts";

/** `wide` hangs everything from a rail along the top; `narrow`, for phones, turns the rail on its side. */
export type Shape = "wide" | "narrow";

export interface PlacedPeg extends Peg {
  /** Where its hole in the rail is. */
  readonly hole: Point;
  /** Where the peg is now; away from the hole when somebody took it. */
  readonly at: Point;
}

export interface PlacedCard extends Card {
  readonly centre: Point;
}

export interface PlacedCord extends HangingCord {
  readonly curve: Curve;
}

export interface BoardLayout {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
  readonly card: { readonly width: number; readonly height: number };
  /** Room for a peg's label, and its size of type. */
  readonly label: { readonly width: number; readonly size: number };
  readonly rail: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly pegs: readonly PlacedPeg[];
  readonly cards: readonly PlacedCard[];
  readonly cords: readonly PlacedCord[];
}

/** Places what hangs. The same pegs and cards always get the same places, whatever has happened to them. */
export function layoutBoard(hanging: Hanging, shape: Shape): BoardLayout {
  return shape === "wide" ? layoutWide(hanging) : layoutNarrow(hanging);
}

const wide = { width: 720, drop: 86, rowStep: 120, cardHeight: 102, margin: 14, labelSize: 17 } as const;

function layoutWide(hanging: Hanging): BoardLayout {
  const rows = rowsOf(hanging.cards);
  const longest = Math.max(1, ...rows.map(({ columns }) => columns));
  const cardWidth = Math.min(196, (wide.width - 2 * wide.margin) / longest - 14);
  const places = new Map(
    rows.flatMap(({ cards, columns }, row) =>
      cards.map(({ account, column }) => {
        const step = (wide.width - 2 * wide.margin) / columns;
        return [account, { x: wide.margin + step * (column + 0.5), row }] as const;
      }),
    ),
  );
  const placeOf = ({ account }: { readonly account: string }) =>
    places.get(account) ?? { x: wide.width / 2, row: 0 };
  const ordered = orderPegs(hanging, (account) => placeOf({ account }).x);
  const pegStep = (wide.width - 2 * wide.margin) / Math.max(1, ordered.length);
  const label = { width: pegStep - 10, size: wide.labelSize };
  const labelLines = Math.max(
    1,
    ...ordered.map(({ title }) => wrapText(title, label.width, label.size).length),
  );
  // One line more than the titles need: what becomes of a peg is written below its title.
  const rail = 24 + (labelLines + 1) * label.size * labelLeading;
  const firstRow = rail + wide.drop;
  const pegs = ordered.map((peg, index): PlacedPeg => {
    const hole = { x: wide.margin + pegStep * (index + 0.5), y: rail };
    // Taken pegs are carried towards the middle, so that they never leave the picture.
    const away = hole.x > wide.width / 2 ? -34 : 34;
    return { ...peg, hole, at: peg.hold === "taken" ? { x: hole.x + away, y: hole.y + 46 } : hole };
  });
  const cards = hanging.cards.map((card): PlacedCard => {
    const { x, row } = placeOf(card);
    const y = firstRow + wide.cardHeight / 2 + row * wide.rowStep + (hasFallen(card) ? 12 : 0);
    return { ...card, centre: { x, y } };
  });
  return {
    shape: "wide",
    width: wide.width,
    height: firstRow + Math.max(0, rows.length - 1) * wide.rowStep + wide.cardHeight + 18,
    card: { width: cardWidth, height: wide.cardHeight },
    label,
    rail: { x: 4, y: rail - 11, width: wide.width - 8, height: 22 },
    pegs,
    cards,
    cords: placeCords(
      hanging.cords,
      pegs.map((peg) => ({ ...peg, along: peg.hole.x })),
      cards.map((card) => ({ ...card, along: card.centre.x })),
      cardWidth,
      ({ from, fromCard, card, spread }) =>
        hangingCurve(
          { x: from.x, y: from.y + (fromCard ? wide.cardHeight / 2 : 0) },
          { x: card.x + spread, y: card.y - wide.cardHeight / 2 },
        ),
    ),
  };
}

interface Row {
  readonly cards: readonly { readonly account: string; readonly column: number }[];
  readonly columns: number;
}

/** Up to this many accounts have a column each, so that no cord passes behind a card. */
const mostColumns = 4;
/** More cards than this in a row would be too narrow for their words. */
const widestRow = 5;

/** One row for each level; with many accounts, rows of their own columns, and levels of several rows. */
function rowsOf(cards: readonly Card[]): readonly Row[] {
  const levels = Math.max(0, ...cards.map(({ level }) => level)) + 1;
  const placed = cards.map(({ account, level }, column) => ({ account, level, column }));
  return Array.from({ length: levels }, (_, level) => placed.filter((card) => card.level === level)).flatMap(
    (row): Row[] => {
      if (cards.length <= mostColumns) return [{ cards: row, columns: cards.length }];
      const parts = Math.ceil(row.length / widestRow);
      const length = Math.ceil(row.length / Math.max(1, parts));
      return Array.from({ length: parts }, (_, part) => row.slice(part * length, (part + 1) * length)).map(
        (part) => ({
          cards: part.map(({ account }, column) => ({ account, column })),
          columns: part.length,
        }),
      );
    },
  );
}

const narrow = {
  width: 344,
  rail: 96,
  cardLeft: 170,
  cardWidth: 142,
  cardHeight: 86,
  step: 96,
  top: 8,
} as const;

function layoutNarrow(hanging: Hanging): BoardLayout {
  const ordered = orderPegs(hanging, (account) =>
    hanging.cards.findIndex((card) => card.account === account),
  );
  const rows = Math.max(hanging.cards.length * narrow.step, ordered.length * 66);
  const pegStep = rows / Math.max(1, ordered.length);
  const cardStep = rows / Math.max(1, hanging.cards.length);
  const pegs = ordered.map((peg, index): PlacedPeg => {
    const hole = { x: narrow.rail, y: narrow.top + pegStep * (index + 0.5) };
    return { ...peg, hole, at: peg.hold === "taken" ? { x: hole.x + 32, y: hole.y + 6 } : hole };
  });
  const cards = hanging.cards.map((card, index): PlacedCard => ({
    ...card,
    centre: {
      x: narrow.cardLeft + narrow.cardWidth / 2,
      y: narrow.top + cardStep * (index + 0.5) + (hasFallen(card) ? 5 : 0),
    },
  }));
  const half = narrow.cardWidth / 2;
  return {
    shape: "narrow",
    width: narrow.width,
    height: rows + 2 * narrow.top,
    card: { width: narrow.cardWidth, height: narrow.cardHeight },
    label: { width: narrow.rail - 22, size: 13.5 },
    rail: { x: narrow.rail - 9, y: 4, width: 18, height: rows + 2 * narrow.top - 8 },
    pegs,
    cards,
    cords: placeCords(
      hanging.cords,
      pegs.map((peg) => ({ ...peg, along: peg.hole.y })),
      cards.map((card) => ({ ...card, along: card.centre.y })),
      narrow.cardHeight,
      ({ from, fromCard, card, spread }) =>
        fromCard
          ? bowedCurve({ x: from.x + half, y: from.y }, { x: card.x + half, y: card.y + spread }, 38)
          : lyingCurve(from, { x: card.x - half, y: card.y + spread }),
    ),
  };
}

/** Line height of labels, in parts of their size. */
export const labelLeading = 1.18;

function hasFallen({ standing }: Card): boolean {
  return standing === "attacker-inside" || standing === "taken-over";
}

/** Pegs in the order of the cards that hang on them, so that few cords cross. */
function orderPegs({ pegs, cords }: Hanging, alongOf: (account: string) => number): readonly Peg[] {
  const mean = (peg: Peg): number => {
    const columns = cords.filter(({ from }) => from === peg.id).map(({ account }) => alongOf(account));
    return columns.reduce((sum, column) => sum + column, 0) / Math.max(1, columns.length);
  };
  return pegs
    .map((peg, index) => ({ peg, index, mean: mean(peg) }))
    .toSorted((a, b) => a.mean - b.mean || a.index - b.index)
    .map(({ peg }) => peg);
}

interface CordEnds {
  /** The peg, or the middle of the card it comes from. */
  readonly from: Point;
  readonly fromCard: boolean;
  /** The middle of the card that hangs on it, and how far along the card's edge the cord arrives. */
  readonly card: Point;
  readonly spread: number;
}

/** Something that cords come from, and where along the rail it lies. */
type Ground<T> = T & { readonly along: number };

/** Spreads the ends of an account's cords along the edge of its card, in the order in which they come in. */
function placeCords(
  cords: readonly HangingCord[],
  pegs: readonly Ground<PlacedPeg>[],
  cards: readonly Ground<PlacedCard>[],
  edge: number,
  curveOf: (ends: CordEnds) => Curve,
): readonly PlacedCord[] {
  const grounds = new Map([
    ...pegs.map(({ id, at, along }) => [id, { at, along }] as const),
    ...cards.map(({ account, centre, along }) => [account, { at: centre, along }] as const),
  ]);
  const alongOf = (from: string): number => grounds.get(from)?.along ?? 0;
  return cards.flatMap((card) => {
    const own = cords
      .filter(({ account }) => account === card.account)
      .toSorted((a, b) => alongOf(a.from) - alongOf(b.from) || b.way.localeCompare(a.way));
    const gap = Math.min(30, (edge - 36) / Math.max(1, own.length - 1));
    return own.flatMap((cord, index) => {
      const from = grounds.get(cord.from)?.at;
      if (from === undefined) return [];
      const spread = (index - (own.length - 1) / 2) * gap;
      return [{ ...cord, curve: curveOf({ from, fromCard: cord.fromCard, card: card.centre, spread }) }];
    });
  });
}
