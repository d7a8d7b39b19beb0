// A resource of Terraform as it is written, whichever product it is of.
import type { ConfiguredAuth } from "../../configured.ts";
import { type Written, writtenAt } from "./written.ts";

/** A resource as it is written. */
export interface Resource {
  /** Its own name: `main` of `aws_cognito_user_pool.main`. */
  readonly name: string;
  readonly written: Extract<Written, { is: "table" }>;
}

/** The resources of a type that one file has made. */
export type ResourcesOf = (type: string) => readonly Resource[];

/** What a resource tells, less surely where something else decides whether it is made. */
export function asSureAs({ written }: Resource, auth: ConfiguredAuth): ConfiguredAuth {
  const count = writtenAt(written, "count") ?? writtenAt(written, "for_each");
  if (count === undefined || count.is === "value") return auth;
  return {
    ...auth,
    complete: false,
    confidence: auth.confidence === "high" ? "medium" : auth.confidence,
    unknowns: [...auth.unknowns, "whether it is made at all"],
  };
}
