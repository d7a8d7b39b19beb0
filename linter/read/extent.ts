// Says where the code ends that begins at a place: a function, a method, or a call with the handler written into it.
import { ts } from "ts-morph";
import type { Place } from "../flow.ts";

/** The last line of the largest such code; undefined where none begins there or the file cannot be followed. */
export function endOfWhatBeginsAt(file: string, text: string, { line, column }: Place): number | undefined {
  try {
    const source = ts.createSourceFile(file, text, {
      languageVersion: ts.ScriptTarget.Latest,
      jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    });
    const { end } = source;
    if (line < 1 || line > source.getLineStarts().length) return undefined;
    const start = Math.min(end, source.getPositionOfLineAndCharacter(line - 1, 0) + column - 1);
    const found = largestFrom(source, start);
    return found === undefined ? undefined : source.getLineAndCharacterOfPosition(found).line + 1;
  } catch (error) {
    // Code that is nested beyond reason overflows the parser's stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function largestFrom(source: ts.SourceFile, start: number): number | undefined {
  let largest: number | undefined;
  // A list instead of recursion: what was parsed may still be too deep to walk.
  const waiting: ts.Node[] = [source];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.pos > start || node.end < start) continue;
    if (isFollowed(node) && beginsAt(node, start, source)) largest = Math.max(largest ?? 0, node.end);
    ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return largest;
}

function isFollowed(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isCallExpression(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyAssignment(node)
  );
}

/** Reading gives a function with a name the place of its name, a call that of what is called: `post` in `app.post()`. */
function beginsAt(node: ts.Node, start: number, source: ts.SourceFile): boolean {
  if (node.getStart(source) === start) return true;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return node.expression.name.getStart(source) === start;
  const name = (node as ts.Node & { readonly name?: ts.Node }).name;
  return name !== undefined && name.getStart(source) === start;
}
