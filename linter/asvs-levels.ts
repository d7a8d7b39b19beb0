// The level of each requirement of OWASP ASVS 5.0.0, so that a profile can ask for what holds up to one of them.

/** The levels of the standard, each including those below it. */
export type AsvsLevel = 1 | 2 | 3;

// Numbers and levels as published in May 2025, read in the standard's own file (OWASP/ASVS at commit fe04986,
// 5.0/docs_en). Each entry is a section with the numbers of its requirements at that level.
const sections: Readonly<Record<AsvsLevel, string>> = {
  1: `1.2.1,2,3,4,5 1.3.1,2 1.5.1 2.1.1 2.2.1,2 2.3.1 3.2.1,2 3.3.1 3.4.1,2 3.5.1,2,3 4.1.1 4.4.1 5.2.1,2 5.3.1,2 6.1.1
    6.2.1,2,3,4,5,6,7,8 6.3.1,2 6.4.1,2 7.2.1,2,3,4 7.4.1,2 8.1.1 8.2.1,2 8.3.1 9.1.1,2,3 9.2.1 10.4.1,2,3,4,5 11.3.1,2
    11.4.1 12.1.1 12.2.1,2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1`,
  2: `1.1.1,2 1.2.6,7,8,9 1.3.3,4,5,6,7,8,9,10,11 1.4.1,2,3 1.5.2 2.1.2,3 2.2.3 2.3.2,3,4 2.4.1 3.3.2,3,4 3.4.3,4,5,6
    3.5.4,5 3.7.1,2 4.1.2,3 4.2.1 4.3.1,2 4.4.2,3,4 5.1.1 5.2.3 5.4.1,2,3 6.1.2,3 6.2.9,10,11,12 6.3.3,4 6.4.3,4
    6.5.1,2,3,4,5 6.6.1,2,3 6.8.1,2,3,4 7.1.1,2,3 7.3.1,2 7.4.3,4,5 7.5.1,2 7.6.1,2 8.1.2 8.2.3 8.4.1 9.2.2,3,4 10.1.1,2
    10.2.1,2 10.3.1,2,3,4 10.4.6,7,8,9,10,11 10.5.1,2,3,4,5 10.6.1,2 10.7.1,2,3 11.1.1,2 11.2.1,2,3 11.3.3 11.4.2,3,4
    11.5.1 11.6.1 12.1.2,3 12.3.1,2,3,4 13.1.1 13.2.1,2,3,4,5 13.3.1,2 13.4.2,3,4,5 14.1.1,2 14.2.2,3,4 14.3.2,3 15.1.2,3
    15.2.2,3 15.3.2,3,4,5,6,7 16.1.1 16.2.1,2,3,4,5 16.3.1,2,3,4 16.4.1,2,3 16.5.1,2,3 17.1.1 17.2.1,2,3,4 17.3.1,2`,
  3: `1.2.10 1.3.12 1.5.3 2.3.5 2.4.2 3.1.1 3.2.3 3.3.5 3.4.7,8 3.5.6,7,8 3.6.1 3.7.3,4,5 4.1.4,5 4.2.2,3,4,5 5.2.4,5,6
    5.3.3 6.3.5,6,7,8 6.4.5,6 6.5.6,7,8 6.6.4 6.7.1,2 7.5.3 8.1.3,4 8.2.4 8.3.2,3 8.4.2 10.2.3 10.3.5 10.4.12,13,14,15,16
    11.1.3,4 11.2.4,5 11.3.4,5 11.5.2 11.6.2 11.7.1,2 12.1.4,5 12.3.5 13.1.2,3,4 13.2.6 13.3.3,4 13.4.6,7 14.2.5,6,7,8
    15.1.4,5 15.2.4,5 15.4.1,2,3,4 16.5.4 17.1.2 17.2.5,6,7,8`,
};

const levels: ReadonlyMap<string, AsvsLevel> = new Map(
  ([1, 2, 3] as const).flatMap((level) =>
    sections[level].split(/\s+/).flatMap((section) => {
      const at = section.lastIndexOf(".");
      return section
        .slice(at + 1)
        .split(",")
        .map((number) => [`${section.slice(0, at)}.${number}`, level] as const);
    }),
  ),
);

/** The level of a requirement, such as `6.6.1`; undefined where the standard has none of that number. */
export function asvsLevel(requirement: string): AsvsLevel | undefined {
  return levels.get(requirement);
}
