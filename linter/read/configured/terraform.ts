// Reads what Terraform is told to make: user pools of Amazon Cognito, and connections and factors of Auth0.
import type { ConfiguredAuth } from "../../configured.ts";
import { authsInAuth0 } from "./auth0-terraform.ts";
import { authsInCognito } from "./cognito-terraform.ts";
import { readHcl } from "./hcl.ts";
import type { ResourcesOf } from "./terraform-resources.ts";
import { type Written, writtenAt } from "./written.ts";

/** What a file of Terraform tells; undefined where it cannot be parsed. */
export function configuredInTerraform(file: string, text: string): readonly ConfiguredAuth[] | undefined {
  const root = readHcl(file, text);
  if (root === undefined) return undefined;
  const resourcesOf: ResourcesOf = (type) => {
    const found = writtenAt(root, "resource", type);
    if (found?.is !== "table") return [];
    return [...found.entries].flatMap(([name, written]) =>
      written.is === "table" && !isOff(written) ? { name, written } : [],
    );
  };
  return [...authsInCognito(file, resourcesOf), ...authsInAuth0(file, resourcesOf)];
}

function isOff(written: Written): boolean {
  const count = writtenAt(written, "count");
  return count?.is === "value" && count.value === 0;
}
