// What a name alone says about a file or folder: whether it can be source, and why it would be left out.
import { within } from "../file-tree.ts";
import type { SkipReason } from "../skipped.ts";

const folderReasons: ReadonlyMap<string, SkipReason> = new Map<string, SkipReason>([
  ...names(
    "dependencies",
    "node_modules",
    "bower_components",
    "jspm_packages",
    "vendor",
    "vendors",
    "third_party",
  ),
  ...names(
    "build-output",
    "dist",
    "build",
    "out",
    "bundle",
    "bundles",
    "coverage",
    "storybook-static",
    "cdk.out",
    "#current-cloud-backend",
  ),
  ...names(
    "tests",
    "test",
    "tests",
    "__tests__",
    "__mocks__",
    "__fixtures__",
    "__snapshots__",
    "e2e",
    "cypress",
    "stories",
  ),
  ...names("translations", "locale", "locales", "i18n", "translations"),
]);

const hiddenBuildFolders: ReadonlySet<string> = new Set([
  ".next",
  ".nuxt",
  ".output",
  ".svelte-kit",
  ".turbo",
  ".vercel",
]);

/** Why a folder of this name is left out with everything in it; `undefined` if it is entered. */
export function folderSkipReason(name: string): SkipReason | undefined {
  if (hiddenBuildFolders.has(name)) return "build-output";
  if (name.startsWith(".")) return "hidden";
  return folderReasons.get(name.toLowerCase());
}

/** Files that describe what is deployed, by the names that their tools give them or look for. */
const template =
  /(?:^|\/)(?:template|serverless|cloudformation|cfn|sam)(?:[._-][\w.-]*)?\.ya?ml$|cognito[\w.-]*\.ya?ml$|\.template\.(?:ya?ml|json)$/i;

/** Files in which an identity service is told how people sign in. Nothing is read for being JSON, YAML or TOML alone. */
const identity: readonly RegExp[] = [
  // Supabase
  /(?:^|\/)config\.toml$/,
  // Ory Kratos, by its own name or in a folder of that name
  /kratos[^/]*\.(?:ya?ml|json|toml)$/i,
  /(?:kratos|(?:^|\/)ory)[^/]*\/(?:[^/]+\/)?[^/]+\.ya?ml$/i,
  // what a cluster is given, in which one of Kratos can be
  /(?:^|[/._-])(?:values|config-?map)(?:[._-][^/]*)?\.ya?ml$/i,
  // Amplify's first generation, and not the copy of what it has deployed
  /(?:^|(?:^|\/)backend\/)auth\/(?:[^/]+\/cli-inputs\.json|([^/]+)\/\1-cloudformation-template\.(?:ya?ml|json))$/,
  // Clerk, under the name that its command line was given for it
  /clerk[^/]*(?:\/[^/]*)?\.json$/i,
  // a tenant of Auth0, as its Deploy CLI writes it
  /(?:^|\/)(?:guardian\/factors\/sms|connections\/[^/]+|database-connections\/[^/]+\/database)\.json$/,
  /(?:^|\/)tenant\.ya?ml$/,
];

const codeEndings: ReadonlySet<string> = new Set(
  ".ts .js .mts .mjs .cts .cjs .tsx .jsx .vue .svelte .astro".split(" "),
);

/**
 * What a file is: TypeScript, JavaScript or a component that holds some, a setup written by hand, or settings and
 * descriptions of what is deployed.
 */
export type SourceKind = "code" | "setup" | "settings";

/** What a file in a folder is by its name; `undefined` if it is nothing to read. */
export function sourceKind(name: string, folder: string): SourceKind | undefined {
  // By its ending first: a regular expression looks for its ending at each letter, and there are many names.
  const ending = name.slice(name.lastIndexOf("."));
  if (codeEndings.has(ending)) return "code";
  // Terraform's files have no other names that say what is in them.
  if (ending === ".tf") return "settings";
  if (!/^\.(?:ya?ml|json|toml)$/i.test(ending)) return undefined;
  if (/\.setup\.(?:yaml|yml|json)$/.test(name)) return "setup";
  const path = within(folder, name);
  return template.test(path) || identity.some((one) => one.test(path)) ? "settings" : undefined;
}

const kindsOfTests = "test|spec|e2e|e2e-spec|cy|mock|stories|story";
const tests = new RegExp(`[._](?:${kindsOfTests})\\.[^.]+$`);
/** What stands before the ending of a name, behind the last sign that parts it, where a name says anything. */
const tellingParts: ReadonlySet<string> = new Set(["min", "bundle", ...kindsOfTests.split(/[|-]/)]);

/** Why a file of this name is left out; `undefined` if it is read. */
export function fileSkipReason(name: string): SkipReason | undefined {
  // Most names say nothing, and regular expressions look for their ends at each letter.
  const stem = name.slice(0, name.lastIndexOf("."));
  const last = Math.max(stem.lastIndexOf("."), stem.lastIndexOf("-"), stem.lastIndexOf("_"));
  if (!stem.includes(".d") && (last === -1 || !tellingParts.has(stem.slice(last + 1)))) return undefined;
  if (/\.d\.(?:[^.]+\.)?[cm]?ts$/.test(name)) return "declarations";
  if (/[.-]min\.[^.]+$|\.bundle\.[^.]+$/.test(name)) return "minified";
  return tests.test(name) ? "tests" : undefined;
}

function names(reason: SkipReason, ...folders: readonly string[]): [string, SkipReason][] {
  return folders.map((folder) => [folder, reason]);
}
