// The pages of the built site: those that are tried one by one, and those of the reference, of which there are many alike.
import { globSync } from "node:fs";
import { inject } from "vitest";

/** Addresses of all built pages, relative to the site. */
const all = globSync("**/*.html", { cwd: inject("siteFolder") })
  .map((file) => file.replaceAll("\\", "/").replace(/(?:^|(?<=\/))index\.html$/, ""))
  .toSorted();

/** The parts of the reference that have a page for each entry. */
export const referenceParts = ["scenarios", "factors", "cases"] as const;

const isEntry = (path: string): boolean =>
  referenceParts.some((part) => path.startsWith(`reference/${part}/`) && path !== `reference/${part}/`);

/** Every page that is one of a kind. */
export const pages: readonly string[] = all.filter((path) => !isEntry(path));

/** The pages of one part of the reference, which share one template. */
export const entriesOf = (part: (typeof referenceParts)[number]): readonly string[] =>
  all.filter((path) => isEntry(path) && path.startsWith(`reference/${part}/`));
