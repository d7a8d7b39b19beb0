// The JSON Schema of a setup, for editors that complete and check setups as they are written.
import schema from "./setup.schema.json" with { type: "json" };

/** Generated from the schema in `setup.ts`, which alone decides what a setup is; a test keeps the two alike. */
export const setupJsonSchema: Readonly<Record<string, unknown>> = schema;
