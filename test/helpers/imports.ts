// Reads what a source file imports and which names it uses, whatever kind of file it is.
import { dirname, posix } from "node:path";
import ts from "typescript";

/** An import: a path from the top of the project, or the name of a package. */
export interface FoundImport {
  readonly imported: string;
  /** Whether nothing of it is left when the program runs. */
  readonly typesOnly: boolean;
}

/**
 * What `file` imports: by import and export declarations, `import(…)`, `require(…)`, `import type` and
 * `new URL(…, import.meta.url)`.
 */
export function importsOf(file: string, text: string): readonly FoundImport[] {
  const found: FoundImport[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier))
      found.push({ imported: fromTop(file, specifier.text), typesOnly });
  };
  walk(file, text, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypesOnly(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require")
    )
      add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && node.expression.getText() === "URL" && node.arguments?.length === 2)
      add(node.arguments[0], false);
  });
  return found;
}

/** What `file` calls or reads by name: functions (`fetch`), properties (`Math.random`), and `new Date()` without a time. */
export function namesUsedIn(file: string, text: string): ReadonlySet<string> {
  const used = new Set<string>();
  walk(file, text, (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression))
      used.add(`${node.expression.text}.${node.name.text}`);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) used.add(node.expression.text);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && !node.arguments?.length)
      used.add(`new ${node.expression.text}()`);
  });
  return used;
}

function isTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function fromTop(file: string, specifier: string): string {
  const bare = specifier.replace(/[?#].*$/, "");
  return bare.startsWith(".") ? posix.join(dirname(file), bare) : bare;
}

function walk(file: string, text: string, visit: (node: ts.Node) => void): void {
  const source = ts.createSourceFile(`${file}.tsx`, codeOf(file, text), ts.ScriptTarget.Latest, true);
  const descend = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, descend);
  };
  descend(source);
}

/** The code of a file: all of it, an Astro component's fence and scripts, or the import lines of a lesson. */
function codeOf(file: string, text: string): string {
  if (file.endsWith(".astro")) {
    const fence = /^---\n([^]*?)\n---/.exec(text)?.[1] ?? "";
    const scripts = [...text.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script ?? "");
    return [fence, ...scripts].join("\n");
  }
  if (file.endsWith(".mdx"))
    // What stands in a fence is shown, not run.
    return text
      .replaceAll(/^```[^]*?^```/gm, "")
      .split("\n")
      .filter((line) => /^(?:import|export)\s/.test(line))
      .join("\n");
  return text;
}
