// Times of a play as people read them.
import { playStart } from "../../simulator/index.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The time of day, `milliseconds` after the play began; from the second day on with the day in front. */
export function clockTime(milliseconds: number, dayWord: (day: number) => string): string {
  const at = (playStart % day) + milliseconds;
  const time = `${pad(Math.floor((at % day) / hour))}:${pad(Math.floor((at % hour) / minute))}`;
  return at < day ? time : `${dayWord(Math.floor(at / day) + 1)}, ${time}`;
}

/** A span in its largest fitting unit, as `Intl` writes it: "7 days", "24 hours", "10 minutes". */
export function spanOf(milliseconds: number, language: string): string {
  const [unit, length] =
    milliseconds >= 2 * day
      ? (["day", day] as const)
      : milliseconds >= hour
        ? (["hour", hour] as const)
        : (["minute", minute] as const);
  const count = Math.round(milliseconds / length);
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

function pad(count: number): string {
  return String(count).padStart(2, "0");
}
