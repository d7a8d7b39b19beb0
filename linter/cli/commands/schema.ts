// `onefactor schema`: prints the JSON Schema of a setup, for editors.
import schema from "../../../simulator/model/setup.schema.json" with { type: "json" };
import { type Command, usageError } from "../command.ts";

export const schemaCommand: Command = {
  name: "schema",
  summary: "Prints the JSON Schema of a setup file, for editors that complete and check it.",
  operands: "",
  options: {},
  more: [
    "Example:",
    "  onefactor schema > setup.schema.json",
    "  and as first line of a setup file:",
    "  # yaml-language-server: $schema=./setup.schema.json",
  ],
  run({ positionals }, io) {
    if (positionals.length > 0) throw usageError(schemaCommand, "schema takes no argument.");
    io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
    return 0;
  },
};
