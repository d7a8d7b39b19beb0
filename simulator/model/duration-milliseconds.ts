// What a length of time is in milliseconds. Apart from the schema, which plays do not need.

const unitMilliseconds = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a duration that the schema has accepted. */
export function durationMilliseconds(duration: string): number {
  const unit = duration.at(-1) as keyof typeof unitMilliseconds;
  return Number.parseInt(duration, 10) * unitMilliseconds[unit];
}
