// `npm run build`: the site and the command, as `npm start` and `npm ci` build them.
import { buildCommand } from "./build-command.ts";
import { buildSite } from "./build-site.ts";

buildSite();
await buildCommand();
