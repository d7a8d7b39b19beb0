// The quick look at ignore rules says the same as asking each pattern in turn.
import fc from "fast-check";
import ignore from "ignore";
import { expect, test } from "vitest";
import { isIgnored, rulesInside } from "../../../linter/collect/git-ignore.ts";
import { memoryTree } from "../memory-tree.ts";

const names = ["oven", "rye.log", "till.js", "node_modules", "src", ".env", "Oven"] as const;
const patterns =
  "oven,!oven,*.log,/till.js,oven/rye.log,**/till.js,**/oven/src,src/,!src/till.js,*.js,!till.js,till*,oven/**,o*,[os]ven,\\#x,#oven,oven/,!/oven,*,!*.log,*n,rye.*,.env,**/rye.log,node_modules/, oven,*.js/,!*".split(
    ",",
  );

test("on every way down a tree, whatever the patterns and their order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 6 }),
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
      (chosen, way) => {
        const text = chosen.join("\n");
        const rules = rulesInside(
          memoryTree({ ".gitignore": text }),
          "",
          [{ name: ".gitignore", kind: "file" }],
          undefined,
        );
        const asGitSays = ignore().add(chosen);
        for (const [depth] of way.entries()) {
          const path = `${way.slice(0, depth + 1).join("/")}${depth === way.length - 1 ? "" : "/"}`;
          const expected = asGitSays.test(path).ignored;
          expect(isIgnored(path, rules)).toBe(expected);
          // What is in an ignored folder is never asked for.
          if (expected) return;
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
