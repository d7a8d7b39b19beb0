// The quick look at ignore rules says the same as asking each pattern in turn.
import fc from "fast-check";
import ignore from "ignore";
import { expect, test } from "vitest";
import { type IgnoreRules, isIgnored, rulesInside } from "../../../linter/collect/git-ignore.ts";
import { memoryTree } from "../memory-tree.ts";

const names = ["oven", "rye.log", "till.js", "node_modules", "src", ".env", "Oven"] as const;
const patterns =
  "oven,!oven,*.log,/till.js,oven/rye.log,**/till.js,**/oven/src,src/,!src/till.js,*.js,!till.js,till*,oven/**,o*,[os]ven,\\#x,#oven,oven/,!/oven,*,!*.log,*n,rye.*,.env,**/rye.log,node_modules/, oven,*.js/,!*".split(
    ",",
  );

const chosenPatterns = fc.array(fc.constantFrom(...patterns), { minLength: 1, maxLength: 6 });

test("on every way down a tree, whatever the patterns, their order and the folder they stand in", () => {
  fc.assert(
    fc.property(
      chosenPatterns,
      fc.option(chosenPatterns, { nil: undefined }),
      fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
      (outer, inner, way) => {
        const [first = ""] = way;
        const tree = memoryTree({
          ".gitignore": outer.join("\n"),
          ...(inner && { [`${first}/.gitignore`]: inner.join("\n") }),
        });
        let rules: IgnoreRules | undefined;
        for (const [depth, name] of way.entries()) {
          const folder = way.slice(0, depth).join("/");
          rules = rulesInside(tree, folder, tree.list(folder) ?? [], rules);
          const path = way.slice(0, depth + 1).join("/");
          const kind = depth === way.length - 1 ? "file" : "folder";
          const { ignored, overruled } = asGitSays(outer, depth > 0 ? inner : undefined, path, kind);
          expect(isIgnored(path, name, kind, rules)).toBe(ignored);
          // What is in an ignored folder is never asked for; in one that inner rules take out again, outer ones asked
          // by themselves would not know.
          if (ignored || overruled) return;
        }
      },
    ),
    { numRuns: 4_000 },
  );
});

/** Every pattern asked in turn: the rules of the first folder have the first word, those of the root the second. */
function asGitSays(
  outer: readonly string[],
  inner: readonly string[] | undefined,
  path: string,
  kind: "file" | "folder",
): { readonly ignored: boolean; readonly overruled: boolean } {
  const asked = kind === "folder" ? `${path}/` : path;
  const outerIgnores = ignore().add(outer).test(asked).ignored;
  if (inner !== undefined) {
    const said = ignore()
      .add(inner)
      .test(asked.slice(asked.indexOf("/") + 1));
    if (said.ignored || said.unignored)
      return { ignored: said.ignored, overruled: said.unignored && outerIgnores };
  }
  return { ignored: outerIgnores, overruled: false };
}
