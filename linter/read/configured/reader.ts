// What a reader of one product's settings is: it looks at one parsed file and tells what the product is told there.
import type { ConfiguredAuth } from "../../configured.ts";
import type { FileFacts } from "../facts.ts";
import type { Run } from "../run.ts";
import type { Overrides } from "./overrides.ts";

/** What is known of the whole project while one file of it is read. */
export interface ConfiguredProject {
  readonly overrides: Overrides;
  /** The files that may hold settings: what belongs together is often told in several of them. */
  readonly files: readonly FileFacts[];
}

/** Reads the settings of one product in one file. A library that only passes settings on yields nothing. */
export type Reader = (run: Run, facts: FileFacts, project: ConfiguredProject) => readonly ConfiguredAuth[];
