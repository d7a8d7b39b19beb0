// Places of what happens to codes, as flows tell them.
import type { CodePlace, Place } from "../../flow.ts";
import type { Spot } from "../values.ts";

export function placeOf(spot: Spot): Place {
  const [line, column] = spot.at;
  return spot.end === undefined || spot.end === line
    ? { file: spot.file, line, column }
    : { file: spot.file, line, column, endLine: spot.end };
}

/** The place with the function around it. */
export function codePlace(spot: Spot): CodePlace {
  const { within = "", begins } = spot;
  return begins === undefined ? { place: placeOf(spot), within } : { place: placeOf(spot), within, begins };
}

/** Whether two happenings are at one place. */
export function sameSpot(a: Spot, b: Spot): boolean {
  return a.file === b.file && a.at[0] === b.at[0] && a.at[1] === b.at[1];
}
