// Finds the configurations of Ory Kratos in a file, which often are not the file: a ConfigMap holds them as a text, the
// values of a chart as a table, and what installs the chart holds these values as either.
import { type Written, writtenAt } from "./written.ts";
import { readYamlIn } from "./yaml-file.ts";

/** A configuration, and the tables and lists that it stands in, the nearest first. */
export interface Held {
  readonly config: Written;
  readonly around: readonly Written[];
}

interface Step {
  readonly tree: Written | undefined;
  readonly outer: Step | undefined;
  /** In how many texts inside of texts. */
  readonly texts: number;
}

/** An application holds the values of a chart, which hold a file. */
const deepestText = 3;

/** All configurations in a file, in its order. */
export function configurationsIn(root: Written | undefined): readonly Held[] {
  const found: Held[] = [];
  const waiting: Step[] = [{ tree: root, outer: undefined, texts: 0 }];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { tree, texts } = step;
    const outer = step;
    if (tree !== undefined && isConfiguration(tree)) found.push({ config: tree, around: aroundOf(step) });
    else if (tree?.is === "table" || tree?.is === "list") {
      const parts = tree.is === "list" ? tree.items : [...tree.entries.values()];
      for (const part of parts.toReversed()) waiting.push({ tree: part, outer, texts });
    } else if (tree?.is === "value" && String(tree.value).includes("selfservice") && texts < deepestText)
      waiting.push({ tree: readYamlIn(tree), outer: step.outer, texts: texts + 1 });
  }
  return found;
}

function isConfiguration(tree: Written): boolean {
  return (
    writtenAt(tree, "selfservice", "methods") !== undefined ||
    writtenAt(tree, "selfservice", "flows") !== undefined
  );
}

function aroundOf({ outer }: Step): readonly Written[] {
  const around: Written[] = [];
  for (let step = outer; step !== undefined; step = step.outer)
    if (step.tree !== undefined) around.push(step.tree);
  return around;
}
