// Files that put an application together: they hold no word of signing in, but say what stands before what.
import type { ReadRequest } from "./index.ts";

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
const containers = /(?:^|\/)(?:container|inversify\.config|ioc|di|dependencies|injection)\.[cm]?[jt]s$/;
/** Large trees have many small applications; reading on is not worth it there. */
const most = 200;

/** The files that put applications together and say something of what is looked for. */
export function assemblyFiles({ files, readFile }: ReadRequest): string[] {
  return files
    .filter((file) => places.test(file) || controllers.test(file) || containers.test(file))
    .slice(0, most)
    .filter((file) => toldBy(file).test(readFile(file) ?? ""));
}

function toldBy(file: string): RegExp {
  if (controllers.test(file)) return namesService;
  return file.endsWith(".module.ts") ? guards : says;
}
