// Files that put an application together: they hold no word of signing in, but say what stands before what.
import type { ReadRequest } from "./index.ts";
import { dirname, join } from "./paths.ts";

/** Where routers are hung up, controllers are named and guards for everything are set. */
const places =
  /(?:^|\/)(?:app|server|main|routers?|routes)\.[cm]?[jt]s$|(?:^|\/)(?:routers?|routes|api|server|src)\/index\.[cm]?[jt]s$|^index\.[cm]?[jt]s$|(?:^|\/)app\/router\/|\.module\.ts$/;
/** Controllers whose decorator names the service that answers. */
const controllers = /(?:^|\/)controllers?\/.*\.ts$|\.controller\.ts$/;
const namesService = /@\w*Controller\(\s*\{[^}]*\bservice\s*:/;
const says =
  /\.(?:use|route|register)\s*\(|\bcontroller\.|APP_GUARD|useGlobalGuards|Cloud\.define|\.hooks\s*\(|\basClass\(|\.bind\(|useClass/;
/** In modules of NestJS guards and what is injected are of interest. */
const guards = /APP_GUARD|useGlobalGuards|useClass|useExisting/;
/** The routes of Egg 1 name their controllers in texts: `app.post("/reset", "account.reset")`. */
const eggRoutes = /(?:^|\/)app\/router[./]/;
const namesController = new RegExp(
  `${says.source}|,\\s{0,9}["'][\\w-]{1,100}(?:\\.[\\w-]{1,100}){1,9}["']\\s{0,9}\\)`,
);
const containers = /(?:^|\/)(?:container|inversify\.config|ioc|di|dependencies|injection)\.[cm]?[jt]s$/;
/** Large trees have many small applications; reading on is not worth it there. */
const most = 200;

/** Files that hand requests on to others: a controller may hold none of the words that its service is full of. */
const handsOn =
  /(?:^|[./])(?:controller|resolver|routes?|router)\.[cm]?[jt]s$|(?:^|\/)(?:controllers?|resolvers?|routes?|routers?)\/[^/]*\.[cm]?[jt]s$/;

/** The files that put applications together and say something of what is looked for. */
export function assemblyFiles({ files, candidates, readFile }: ReadRequest): string[] {
  const wanted = new Set(candidates.map(withoutEnding));
  const known = new Set(candidates);
  const putting = files
    .filter((file) => places.test(file) || controllers.test(file) || containers.test(file))
    .slice(0, most)
    .filter((file) => toldBy(file).test(readFile(file) ?? ""));
  const handing = files
    .filter((file) => handsOn.test(file) && !known.has(file))
    .slice(0, most)
    .filter((file) => importsOf(file, readFile(file) ?? "").some((place) => wanted.has(place)));
  return [...new Set([...putting, ...handing])];
}

/** The places that a file imports by a path of their own, without their endings. */
function importsOf(file: string, text: string): string[] {
  const imports = text.matchAll(/(?:from\s{1,9}|require\()["'](\.{1,2}\/[^"'\n]{1,200})["']/g);
  return [...imports].map(([, path = ""]) => withoutEnding(join(dirname(file), path)));
}

function withoutEnding(file: string): string {
  return file.replace(/\.[cm]?[jt]sx?$/, "").replace(/\/index$/, "");
}

function toldBy(file: string): RegExp {
  if (controllers.test(file)) return namesService;
  if (eggRoutes.test(file)) return namesController;
  return file.endsWith(".module.ts") ? guards : says;
}
