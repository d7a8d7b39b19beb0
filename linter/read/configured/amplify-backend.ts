// Tells what Amplify Gen 2 deploys: its command loads `amplify/backend` of the folder that it runs in, and nothing else.
// @aws-amplify/platform-core 1.12.1 and @aws-amplify/backend-deployer 2.3.1 were read in their code.
import { dirname } from "../paths.ts";
import type { Project } from "../project.ts";

const backendName = /(?:^|\/)amplify\/backend\.(?:ts|[cm]?js)$/;
/** What a file imports or hands on, by whichever way; that it may be in a comment does no harm. */
const loaded = /\b(?:from|import|require)\s{0,9}\(?\s{0,9}["'`]([^"'`\n]{1,200})["'`]/g;
/** A backend that leads to more files draws in whole applications, and is followed no further. */
const most = 2_000;

// Files that backends lead to; undefined where there are too many to tell.
const found = new WeakMap<Project, ReadonlySet<string> | undefined>();

/**
 * Whether a resource in a file can be deployed. Only a backend that is there can say that it is not: a folder may be
 * scanned alone, or be called otherwise until it is deployed.
 */
export function canBeDeployed(project: Project, file: string): boolean {
  const backends = project.files.filter((one) => backendName.test(one));
  const isAround = backends.some((backend) => isWithin(file, dirname(dirname(backend))));
  if (!isAround || backends.some((backend) => isWithin(file, dirname(backend)))) return true;
  if (!found.has(project)) found.set(project, filesFrom(project, backends));
  return found.get(project)?.has(file) ?? true;
}

function isWithin(file: string, folder: string): boolean {
  return folder === "." || file.startsWith(`${folder}/`);
}

function filesFrom(project: Project, backends: readonly string[]): ReadonlySet<string> | undefined {
  const reached = new Set(backends);
  // A set grows while it is walked: what is added is visited too.
  for (const file of reached) {
    if (reached.size > most) return undefined;
    for (const [, specifier = ""] of (project.textOf(file) ?? "").matchAll(loaded)) {
      const next = project.modules.resolve(file, specifier);
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}
