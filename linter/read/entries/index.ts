// Finds where requests come in, framework by framework.
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import { astroIn } from "./astro.ts";
import { cloudflareIn } from "./cloudflare.ts";
import { cloudObjectsIn } from "./cloud-objects.ts";
import { feathersIn } from "./feathers.ts";
import { firebaseIn } from "./firebase.ts";
import { graphQlIn } from "./graphql.ts";
import { h3In } from "./h3.ts";
import { lambdaIn } from "./lambda.ts";
import { meteorIn } from "./meteor.ts";
import { nestIn } from "./nest.ts";
import { nextIn } from "./next.ts";
import { nextAuthIn } from "./next-auth.ts";
import { parseIn } from "./parse.ts";
import { passportIn } from "./passport.ts";
import { remixIn } from "./remix.ts";
import { routesIn } from "./routes.ts";
import { servedIn } from "./served.ts";
import { svelteKitIn } from "./sveltekit.ts";
import { trpcIn } from "./trpc.ts";
import type { EntriesIn, Entry } from "./entry.ts";
import { readMounts } from "./mounts.ts";

export type { Entry } from "./entry.ts";
export { unreachedEntries } from "./unreached.ts";

/** Every framework that is known; a file is shown to each of them. */
const frameworks: readonly EntriesIn[] = [
  astroIn,
  cloudflareIn,
  cloudObjectsIn,
  feathersIn,
  firebaseIn,
  graphQlIn,
  h3In,
  lambdaIn,
  meteorIn,
  nestIn,
  nextIn,
  nextAuthIn,
  parseIn,
  passportIn,
  remixIn,
  routesIn,
  servedIn,
  svelteKitIn,
  trpcIn,
];

/** All entry points of the parsed files, in the order of files and lines. */
export function entriesOf(files: readonly FileFacts[], run: Run): Entry[] {
  readMounts(files, run);
  return files
    .toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    .flatMap((facts) => frameworks.flatMap((entriesIn) => entriesIn(facts, run)));
}
