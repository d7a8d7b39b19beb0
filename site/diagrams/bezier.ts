// Cubic curves as plain numbers: a cord is one curve, and a frayed or loose cord is a part of it.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve: start, two control points, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** A cord that leaves its peg straight down and reaches its card from straight above, like a rope under its own weight. */
export function hangingCurve(from: Point, to: Point): Curve {
  const drop = to.y - from.y;
  return [from, { x: from.x, y: from.y + drop * 0.55 }, { x: to.x, y: to.y - drop * 0.45 }, to];
}

/** The same lying on its side, for narrow pictures: it leaves to the right and arrives from the left. */
export function lyingCurve(from: Point, to: Point): Curve {
  const run = to.x - from.x;
  return [from, { x: from.x + run * 0.55, y: from.y }, { x: to.x - run * 0.45, y: to.y }, to];
}

/** A bow to the right that joins two points of one column. */
export function bowedCurve(from: Point, to: Point, bulge: number): Curve {
  return [from, { x: from.x + bulge, y: from.y }, { x: to.x + bulge, y: to.y }, to];
}

/** The point at `t`, 0 being the start and 1 the end. */
export function pointAt(curve: Curve, t: number): Point {
  return slice(curve, 0, t)[3];
}

/** The part of a curve between two of its points (de Casteljau's construction). */
export function slice(curve: Curve, from: number, to: number): Curve {
  const [, , , end] = curve;
  if (from >= 1) return [end, end, end, end];
  const [, after] = split(curve, from);
  return split(after, (to - from) / (1 - from))[0];
}

/** The curve as the `d` of an SVG path, to a tenth of a unit. */
export function pathData([start, first, second, end]: Curve): string {
  return `M${pair(start)} C${pair(first)} ${pair(second)} ${pair(end)}`;
}

function split([a, b, c, d]: Curve, t: number): readonly [Curve, Curve] {
  const ab = between(a, b, t);
  const bc = between(b, c, t);
  const cd = between(c, d, t);
  const abc = between(ab, bc, t);
  const bcd = between(bc, cd, t);
  const middle = between(abc, bcd, t);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** Coordinates to a tenth: enough for the eye, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
