// Files that put an application together: they hold no word of signing in, but say what stands before what.
import type { ReadRequest } from "./index.ts";

/** Where routers are hung up, controllers are named and guards for everything are set. */
const places =
  /(?:^|\/)(?:app|server|main|routers?|routes)\.[cm]?[jt]s$|(?:^|\/)(?:routers?|routes|api|server|src)\/index\.[cm]?[jt]s$|^index\.[cm]?[jt]s$|(?:^|\/)app\/router\/|\.module\.ts$/;
const says =
  /\.(?:use|route|register)\s*\(|\bcontroller\.|APP_GUARD|useGlobalGuards|Cloud\.define|\.hooks\s*\(/;
/** In modules of NestJS only guards are of interest. */
const guards = /APP_GUARD|useGlobalGuards/;
/** Large trees have many small applications; reading on is not worth it there. */
const most = 200;

/** The files that put applications together and say something of what is looked for. */
export function assemblyFiles({ files, readFile }: ReadRequest): string[] {
  return files
    .filter((file) => places.test(file))
    .slice(0, most)
    .filter((file) => (file.endsWith(".module.ts") ? guards : says).test(readFile(file) ?? ""));
}
