// Time in a workshop plan.

interface Part {
  readonly minutes: number;
  readonly canSkip: boolean;
}

/** How long all parts take together, or those that may not be left out. */
export function minutesOf(parts: readonly Part[], onlyNeeded = false): number {
  return parts
    .filter(({ canSkip }) => !(onlyNeeded && canSkip))
    .reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The minute at which each part begins. */
export function startsOf(parts: readonly Part[]): readonly number[] {
  let at = 0;
  return parts.map(({ minutes }) => {
    const start = at;
    at += minutes;
    return start;
  });
}
