// Says which files can take part in a sign-in or a recovery, and whether any is worth parsing.
import { tells } from "./prefilter/look.ts";

/** Collects the files that may matter while all files go by. */
export interface Candidates {
  /** Takes one file and what looking through it told. */
  readonly add: (file: string, told: number) => void;
  /**
   * The files to read: none in a project that has not what a code on a phone takes, which is a service that does it
   * all, a phone and a code in one breath, or something that texts and something that makes or checks codes; or a library
   * for the codes of apps.
   */
  readonly files: () => readonly string[];
}

/** Where one file in so many is about signing in, the project is, and is read for its codes alone. */
const aboutSigningIn = 20;

/** Decides over a whole project: what is found in one file can make others worth reading. */
export function candidates(): Candidates {
  const found: string[] = [];
  let project = 0;
  let seen = 0;
  const has = (what: number) => (project & what) !== 0;
  return {
    add(file, told) {
      seen++;
      if ((told & tells.candidate) !== 0) found.push(file);
      project |= told;
    },
    files() {
      const isWorth =
        has(tells.service) ||
        has(tells.phoneCode) ||
        (has(tells.texts) && has(tells.code)) ||
        (has(tells.texts | tells.code) && found.length * aboutSigningIn >= seen);
      return isWorth ? found : [];
    },
  };
}
