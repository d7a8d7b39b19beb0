// What the command loads before it does anything: the build refuses ts-morph among it.
import type { Metafile } from "esbuild";
import { expect, test } from "vitest";
import { importsAtStart } from "../../.scripts/imports-at-start.ts";

type Import = Metafile["outputs"][string]["imports"][number];

const output = (...imports: Import[]) => ({ bytes: 0, inputs: {}, exports: [], imports });
const metafile: Metafile = {
  inputs: {},
  outputs: {
    "dist/onefactor.js": output(
      { path: "node:os", kind: "import-statement", external: true },
      { path: "dist/words.js", kind: "import-statement" },
      { path: "dist/read.js", kind: "dynamic-import" },
    ),
    "dist/words.js": output(
      { path: "yaml", kind: "import-statement", external: true },
      { path: "dist/onefactor.js", kind: "import-statement" },
    ),
    "dist/read.js": output({ path: "ts-morph", kind: "import-statement", external: true }),
  },
};

test("packages of the entry and of its chunks are loaded at the start, circles or not", () => {
  expect([...importsAtStart(metafile, "dist/onefactor.js")]).toEqual(["node:os", "yaml"]);
});

test("what only a dynamic import leads to is not", () => {
  expect(importsAtStart(metafile, "dist/onefactor.js").has("ts-morph")).toBe(false);
  expect(importsAtStart(metafile, "dist/read.js").has("ts-morph")).toBe(true);
});
