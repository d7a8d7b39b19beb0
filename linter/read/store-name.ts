// What a store is called, whichever way the code reaches it.
import type { Run } from "./run.ts";
import type { Scope } from "./values.ts";

/** A name that all spellings of one store share: `userModel`, `UserRepository`, `users` are `user`. */
export function storeName(name: string, run?: Run, site?: { readonly scope: Scope }): string {
  const short = name
    .replace(/^(this|prisma|db|models?)\./, "")
    .replace(/\(\)$/, "")
    .replaceAll(/[_\-$]/g, "")
    .toLowerCase()
    .replace(
      /(model|models|repository|repo|entity|schema|document|dao|collection|table|service|store|info)$/,
      "",
    )
    .replace(/ies$/, "y")
    .replace(/([^s])s$/, "$1");
  if (!genericNames.test(short) || run === undefined || site === undefined)
    return short === "" ? name.toLowerCase() : short;
  // A field that is called just `model` or `repository` belongs to the class around it.
  const self = ownClass(run, site);
  return self === undefined ? short : storeName(self);
}

const genericNames =
  /^(|this|model|repo|repository|collection|db|prisma|entity|manager|em|client|database|adapter|dao|table|query|connection|pool|conn|orm|knex|trx|tx|internaladapter|datasource|entitymanager|mongo|supabase)$/;

/** A name that says nothing about what is stored: `model`, `db`, `repository`. */
export function isGenericName(name: string): boolean {
  return genericNames.test(storeName(name));
}

function ownClass(run: Run, site: { readonly scope: Scope }): string | undefined {
  for (let scope: Scope | null = site.scope; scope !== null; scope = scope.up)
    if (scope.self?.k === "instance" || scope.self?.k === "class")
      return run.project.factsOf(scope.self.file)?.classes[scope.self.cls]?.name;
  return undefined;
}
