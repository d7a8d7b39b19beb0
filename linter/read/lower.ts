// Turns the text of one file into its facts; the syntax tree lives only in here.
import { ts } from "ts-morph";
import { isComponent, scriptOf } from "./components.ts";
import { mayConfigure } from "./configured/words.ts";
import type {
  At,
  ClassFacts,
  ExportFacts,
  Expr,
  FileFacts,
  FunctionFacts,
  MixOp,
  ParamFacts,
  Pattern,
  Stmt,
  TypeName,
} from "./facts.ts";
import { Lines } from "./lines.ts";
import { conditionsFirst } from "./query-order.ts";
import { areOfOneType } from "./same-type.ts";
import { packageName } from "./specifiers.ts";

/** What is nested deeper than this is left out of what is read; code written by people stays far below. */
const deepest = 400;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const absent: Expr = { k: "lit", v: undefined };
const K = ts.SyntaxKind;

/** Reads one file. Throws a RangeError from the parser for text that is nested beyond reason. */
export function lowerFile(file: string, text: string): FileFacts {
  return new Lowering(file, text).read();
}

/** The reading of one file: it has state (the tables of functions and classes) and ends with `read`. */
class Lowering {
  private readonly file: string;
  private readonly source: ts.SourceFile;
  private readonly lines: Lines;
  private readonly functions: (FunctionFacts | undefined)[] = [];
  private readonly classes: (ClassFacts | undefined)[] = [];
  private readonly imports: Record<string, { from: string; name: string }> = Object.create(null);
  private readonly exports: Record<string, ExportFacts> = Object.create(null);
  private readonly starExports: string[] = [];
  private readonly modelMethods: { name: string; e: Expr }[] = [];
  private depth = 0;
  private tooDeep: ts.Node | undefined;
  private around: { fn: number | null; cls: number | null; name: string } = { fn: null, cls: null, name: "" };

  constructor(file: string, text: string) {
    this.file = file;
    const script = isComponent(file) ? scriptOf(file, text) : undefined;
    this.source = ts.createSourceFile(
      file,
      script?.text ?? text,
      { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone },
      false,
      script?.language === "ts" ? ts.ScriptKind.TS : scriptKind(file),
    );
    this.lines = new Lines(this.source.text);
  }

  read(): FileFacts {
    const body = this.statements(this.source.statements);
    const first = this.source.statements[0];
    // The parser keeps its errors on the tree; they are not part of its public type.
    const errors =
      (this.source as unknown as { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] })
        .parseDiagnostics ?? [];
    const error = errors[0];
    return {
      file: this.file,
      imports: this.imports,
      exports: this.exports,
      starExports: this.starExports,
      body,
      functions: this.functions.filter((found) => found !== undefined),
      classes: this.classes.filter((found) => found !== undefined),
      modelMethods: this.modelMethods,
      configures: mayConfigure(this.source.text),
      serverActions: first !== undefined && isDirective(first, "use server"),
      problem: error === undefined ? null : { line: this.lineAt(error.start) },
      leftOut: this.tooDeep === undefined ? null : { line: this.lineAt(this.tooDeep.getStart(this.source)) },
    };
  }

  private at(node: ts.Node): At {
    return this.lines.placeOf(node.getStart(this.source));
  }

  private lineAt(position: number): number {
    return this.lines.placeOf(position)[0];
  }

  private endLine(node: ts.Node): number {
    return this.lineAt(node.getEnd());
  }

  /** Goes one level deeper, unless it is too deep: then what is there is left out, and the place is remembered. */
  private isTooDeep(node: ts.Node): boolean {
    if (this.depth < deepest) return false;
    this.tooDeep ??= node;
    return true;
  }

  // ---- statements

  private statements(nodes: readonly ts.Statement[]): Stmt[] {
    const out: Stmt[] = [];
    // A function may be called above the place where it is written.
    this.depth++;
    for (const node of nodes)
      if (ts.isFunctionDeclaration(node) && !this.isTooDeep(node)) this.functionDeclaration(node, out);
    for (const node of nodes)
      if (!ts.isFunctionDeclaration(node) && !this.isTooDeep(node)) this.statement(node, out);
    this.depth--;
    return out;
  }

  private block(node: ts.Statement | undefined): Stmt[] {
    if (node === undefined) return [];
    return ts.isBlock(node) ? this.statements(node.statements) : this.statements([node]);
  }

  private statement(node: ts.Statement, out: Stmt[]): void {
    switch (node.kind) {
      case K.ExpressionStatement: {
        const { expression } = node as ts.ExpressionStatement;
        const e = this.expr(expression);
        if (this.around.fn === null) this.noteCommonJs(e);
        this.noteModelMethod(e);
        out.push({ k: "do", e });
        return;
      }
      case K.VariableStatement: {
        const { declarationList, modifiers } = node as ts.VariableStatement;
        this.declarations(declarationList, out);
        if (isExported(modifiers))
          for (const declaration of declarationList.declarations)
            for (const name of boundNames(declaration.name)) this.exportLocal(name, name);
        return;
      }
      case K.IfStatement: {
        const { expression, thenStatement, elseStatement } = node as ts.IfStatement;
        out.push({
          k: "if",
          c: this.expr(expression),
          t: this.block(thenStatement),
          f: this.block(elseStatement),
        });
        return;
      }
      case K.ReturnStatement: {
        const { expression } = node as ts.ReturnStatement;
        out.push({
          k: "return",
          e: expression === undefined ? null : this.expr(expression),
          at: this.at(node),
        });
        return;
      }
      case K.ThrowStatement:
        out.push({ k: "throw", e: this.expr((node as ts.ThrowStatement).expression) });
        return;
      case K.TryStatement: {
        const { tryBlock, catchClause, finallyBlock } = node as ts.TryStatement;
        out.push({
          k: "try",
          b: this.block(tryBlock),
          c: catchClause === undefined ? null : this.block(catchClause.block),
          f: this.block(finallyBlock),
        });
        return;
      }
      case K.Block:
        out.push(...this.statements((node as ts.Block).statements));
        return;
      case K.ForStatement: {
        const { initializer, condition, statement } = node as ts.ForStatement;
        if (initializer !== undefined && ts.isVariableDeclarationList(initializer))
          this.declarations(initializer, out);
        out.push({
          k: "loop",
          to: null,
          over: condition === undefined ? null : this.expr(condition),
          ...this.rounds(condition),
          b: this.block(statement),
        });
        return;
      }
      case K.ForOfStatement:
      case K.ForInStatement: {
        const { initializer, expression, statement } = node as ts.ForOfStatement | ts.ForInStatement;
        const declared = ts.isVariableDeclarationList(initializer) ? initializer.declarations[0] : undefined;
        out.push({
          k: "loop",
          to: declared === undefined ? null : this.pattern(declared.name),
          over: this.expr(expression),
          b: this.block(statement),
        });
        return;
      }
      case K.WhileStatement:
      case K.DoStatement: {
        const { expression, statement } = node as ts.WhileStatement | ts.DoStatement;
        out.push({
          k: "loop",
          to: null,
          over: this.expr(expression),
          ...this.rounds(expression),
          b: this.block(statement),
        });
        return;
      }
      case K.SwitchStatement: {
        const { expression, caseBlock } = node as ts.SwitchStatement;
        out.push({
          k: "switch",
          e: this.expr(expression),
          cases: caseBlock.clauses.map((clause) => ({
            test: ts.isCaseClause(clause) ? this.expr(clause.expression) : null,
            b: this.statements(clause.statements),
          })),
        });
        return;
      }
      case K.BreakStatement:
      case K.ContinueStatement:
        out.push({ k: "leave" });
        return;
      case K.LabeledStatement:
        this.statement((node as ts.LabeledStatement).statement, out);
        return;
      case K.ClassDeclaration: {
        const declaration = node as ts.ClassDeclaration;
        const name = declaration.name?.text ?? "default";
        const e: Expr = { k: "class", cls: this.classLike(declaration, name) };
        out.push({ k: "let", to: { k: "name", n: name }, e });
        if (isExported(declaration.modifiers)) this.exportDeclared(declaration.modifiers, name);
        return;
      }
      case K.ImportDeclaration:
        this.importDeclaration(node as ts.ImportDeclaration);
        return;
      case K.ImportEqualsDeclaration: {
        const { name, moduleReference } = node as ts.ImportEqualsDeclaration;
        if (ts.isExternalModuleReference(moduleReference) && ts.isStringLiteral(moduleReference.expression))
          this.imports[name.text] = { from: moduleReference.expression.text, name: "*" };
        return;
      }
      case K.ExportDeclaration:
        this.exportDeclaration(node as ts.ExportDeclaration);
        return;
      case K.ExportAssignment: {
        const { expression } = node as ts.ExportAssignment;
        this.exports["default"] = { k: "value", e: this.expr(expression) };
        return;
      }
      case K.ModuleDeclaration: {
        const { body } = node as ts.ModuleDeclaration;
        if (body !== undefined && ts.isModuleBlock(body)) out.push(...this.statements(body.statements));
        return;
      }
      case K.EnumDeclaration: {
        const { name, members, modifiers } = node as ts.EnumDeclaration;
        const props = members.map((member, index): readonly [string, Expr] => [
          this.keyOf(member.name) ?? "",
          member.initializer === undefined ? { k: "lit", v: index } : this.expr(member.initializer),
        ]);
        out.push({ k: "let", to: { k: "name", n: name.text }, e: { k: "object", props } });
        if (isExported(modifiers)) this.exportLocal(name.text, name.text);
        return;
      }
      default:
        return;
    }
  }

  /** How often a loop goes round whose condition is `index < 6` or `code.length < 6`. */
  private rounds(condition: ts.Expression | undefined): { times?: Expr } {
    if (condition === undefined || !ts.isBinaryExpression(condition)) return {};
    const { left, operatorToken, right } = condition;
    if (operatorToken.kind === K.LessThanToken && !ts.isNumericLiteral(left))
      return { times: this.expr(right) };
    return {};
  }

  private declarations(list: ts.VariableDeclarationList, out: Stmt[]): void {
    for (const declaration of list.declarations) {
      const name = ts.isIdentifier(declaration.name) ? declaration.name.text : "";
      out.push({
        k: "let",
        to: this.pattern(declaration.name),
        e: declaration.initializer === undefined ? null : this.expr(declaration.initializer, name),
      });
    }
  }

  private functionDeclaration(node: ts.FunctionDeclaration, out: Stmt[]): void {
    if (node.body === undefined) return;
    const name = node.name?.text ?? "default";
    const e: Expr = { k: "function", fn: this.functionLike(node, name) };
    out.push({ k: "let", to: { k: "name", n: name }, e });
    if (this.around.fn === null && isExported(node.modifiers)) this.exportDeclared(node.modifiers, name);
  }

  // ---- imports and exports

  private importDeclaration(node: ts.ImportDeclaration): void {
    if (!ts.isStringLiteral(node.moduleSpecifier) || node.importClause === undefined) return;
    const from = packageName(node.moduleSpecifier.text);
    const { name, namedBindings } = node.importClause;
    if (name !== undefined) this.imports[name.text] = { from, name: "default" };
    if (namedBindings === undefined) return;
    if (ts.isNamespaceImport(namedBindings)) this.imports[namedBindings.name.text] = { from, name: "*" };
    else
      for (const element of namedBindings.elements)
        this.imports[element.name.text] = { from, name: (element.propertyName ?? element.name).text };
  }

  private exportDeclaration(node: ts.ExportDeclaration): void {
    const from =
      node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)
        ? node.moduleSpecifier.text
        : undefined;
    if (node.exportClause === undefined) {
      if (from !== undefined) this.starExports.push(from);
      return;
    }
    if (ts.isNamespaceExport(node.exportClause)) {
      if (from !== undefined) this.exports[node.exportClause.name.text] = { k: "from", from, name: "*" };
      return;
    }
    for (const element of node.exportClause.elements) {
      const inside = (element.propertyName ?? element.name).text;
      if (from === undefined) this.exportLocal(element.name.text, inside);
      else this.exports[element.name.text] = { k: "from", from, name: inside };
    }
  }

  private exportDeclared(modifiers: ts.NodeArray<ts.ModifierLike> | undefined, name: string): void {
    this.exportLocal(
      modifiers?.some((modifier) => modifier.kind === K.DefaultKeyword) === true ? "default" : name,
      name,
    );
  }

  private exportLocal(as: string, name: string): void {
    this.exports[as] = { k: "value", e: { k: "id", n: name, at: [1, 1] } };
  }

  /** `module.exports = …`, `module.exports.a = …`, `exports.a = …`; the whole module is kept under `module.exports`. */
  private noteCommonJs(e: Expr): void {
    if (e.k !== "assign" || e.to.k !== "get") return;
    const { o, p } = e.to;
    if (o.k === "id" && o.n === "module" && p === "exports")
      this.exports["module.exports"] = { k: "value", e: e.v };
    else if (o.k === "id" && o.n === "exports") this.exports[p] = { k: "value", e: e.v };
    else if (o.k === "get" && o.o.k === "id" && o.o.n === "module" && o.p === "exports")
      this.exports[p] = { k: "value", e: e.v };
    // `exports.a = exports.b = …` and `module.exports = exports = …`
    if (e.v.k === "assign") this.noteCommonJs(e.v);
  }

  private noteModelMethod(e: Expr): void {
    if (e.k !== "assign" || e.to.k !== "get" || e.to.o.k !== "get") return;
    if (e.to.o.p === "methods" || e.to.o.p === "statics" || e.to.o.p === "prototype")
      this.modelMethods.push({ name: e.to.p, e: e.v });
  }

  // ---- functions and classes

  private inside<T>(around: { fn: number | null; cls: number | null; name: string }, work: () => T): T {
    const before = this.around;
    this.around = around;
    try {
      return work();
    } finally {
      this.around = before;
    }
  }

  private functionLike(node: ts.FunctionLikeDeclaration, name: string): number {
    const index = this.functions.length;
    this.functions.push(undefined);
    const { fn: parent, cls } = this.around;
    const path = [this.around.name, name].filter((part) => part !== "").join(".");
    this.functions[index] = this.inside({ fn: index, cls, name: path }, () => ({
      name: name === "" ? "" : path,
      at: this.at(node.name ?? node),
      end: this.endLine(node),
      params: node.parameters.map((parameter) => this.param(parameter)),
      body:
        node.body === undefined
          ? []
          : ts.isBlock(node.body)
            ? this.statements(node.body.statements)
            : [{ k: "return", e: this.expr(node.body), at: this.at(node.body) }],
      parent,
      cls,
      arrow: ts.isArrowFunction(node),
      generator: "asteriskToken" in node && node.asteriskToken !== undefined,
    }));
    return index;
  }

  private param(node: ts.ParameterDeclaration): ParamFacts {
    return {
      to: this.pattern(node.name),
      otherwise: node.initializer === undefined ? null : this.expr(node.initializer),
      type: typeName(node.type),
      decorators: this.decorators(node),
    };
  }

  private decorators(node: ts.Node): Expr[] {
    if (!ts.canHaveDecorators(node)) return [];
    return (ts.getDecorators(node) ?? []).map((decorator) => this.expr(decorator.expression));
  }

  private classLike(node: ts.ClassLikeDeclaration, name: string): number {
    const index = this.classes.length;
    this.classes.push(undefined);
    const base = node.heritageClauses?.find((clause) => clause.token === K.ExtendsKeyword)?.types[0]
      ?.expression;
    const facts: Writable<ClassFacts> = {
      name,
      at: this.at(node.name ?? node),
      base: base === undefined ? null : this.expr(base),
      decorators: this.decorators(node),
      maker: null,
      methods: [],
      fields: [],
    };
    this.classes[index] = facts;
    const methods: ClassFacts["methods"][number][] = [];
    const fields: ClassFacts["fields"][number][] = [];
    this.inside({ fn: this.around.fn, cls: index, name }, () => {
      for (const member of node.members) {
        if (ts.isConstructorDeclaration(member) && member.body !== undefined) {
          facts.maker = this.functionLike(member, "constructor");
          for (const parameter of member.parameters)
            if (ts.isParameterPropertyDeclaration(parameter, member) && ts.isIdentifier(parameter.name))
              fields.push({
                name: parameter.name.text,
                fixed: false,
                type: typeName(parameter.type),
                e: { k: "id", n: parameter.name.text, at: this.at(parameter) },
                inMaker: true,
                decorators: this.decorators(parameter),
              });
          for (const stmt of this.functions[facts.maker]?.body ?? [])
            if (stmt.k === "do" && stmt.e.k === "assign" && stmt.e.to.k === "get" && stmt.e.to.o.k === "this")
              fields.push({
                name: stmt.e.to.p,
                fixed: false,
                type: null,
                e: stmt.e.v,
                inMaker: true,
                decorators: [],
              });
        } else if (ts.isMethodDeclaration(member) || ts.isGetAccessorDeclaration(member)) {
          const key = this.keyOf(member.name);
          if (key === undefined || member.body === undefined) continue;
          methods.push({
            name: key,
            fn: this.functionLike(member, key),
            fixed: isStatic(member),
            decorators: this.decorators(member),
          });
        } else if (ts.isPropertyDeclaration(member)) {
          const key = this.keyOf(member.name);
          if (key === undefined) continue;
          fields.push({
            name: key,
            fixed: isStatic(member),
            type: typeName(member.type),
            e: member.initializer === undefined ? null : this.expr(member.initializer, key),
            inMaker: false,
            decorators: this.decorators(member),
          });
        }
      }
    });
    facts.methods = methods;
    facts.fields = fields;
    return index;
  }

  // ---- patterns

  private pattern(node: ts.BindingName): Pattern {
    if (ts.isIdentifier(node)) return { k: "name", n: node.text };
    if (ts.isArrayBindingPattern(node))
      return {
        k: "items",
        of: node.elements.map((element) =>
          ts.isBindingElement(element) ? this.pattern(element.name) : null,
        ),
      };
    return {
      k: "fields",
      of: node.elements.map((element) => {
        const key =
          element.dotDotDotToken !== undefined
            ? null
            : (this.keyOf(element.propertyName ?? element.name) ?? null);
        return [
          key,
          this.pattern(element.name),
          element.initializer === undefined ? null : this.expr(element.initializer),
        ] as const;
      }),
    };
  }

  private keyOf(name: ts.Node): string | undefined {
    if (
      ts.isIdentifier(name) ||
      ts.isPrivateIdentifier(name) ||
      ts.isStringLiteralLike(name) ||
      ts.isNumericLiteral(name)
    )
      return name.text;
    if (ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression))
      return name.expression.text;
    return undefined;
  }

  // ---- expressions

  private expr(node: ts.Expression, name = ""): Expr {
    if (this.isTooDeep(node)) return { k: "mix", of: [] };
    this.depth++;
    const e = this.expression(node, name);
    this.depth--;
    return e;
  }

  private expression(node: ts.Expression, name: string): Expr {
    switch (node.kind) {
      case K.StringLiteral:
      case K.NoSubstitutionTemplateLiteral: {
        const { text } = node as ts.StringLiteralLike;
        return /^\d{4,8}$/.test(text) ? { k: "lit", v: text, at: this.at(node) } : { k: "lit", v: text };
      }
      case K.RegularExpressionLiteral:
        return { k: "pattern", text: (node as ts.RegularExpressionLiteral).text };
      case K.NumericLiteral:
        return { k: "lit", v: Number((node as ts.NumericLiteral).text) };
      case K.TrueKeyword:
        return { k: "lit", v: true };
      case K.FalseKeyword:
        return { k: "lit", v: false };
      case K.NullKeyword:
        return { k: "lit", v: null };
      case K.Identifier: {
        const { text } = node as ts.Identifier;
        return text === "undefined" ? absent : { k: "id", n: text, at: this.at(node) };
      }
      case K.ThisKeyword:
        return { k: "this" };
      case K.SuperKeyword:
        return { k: "id", n: "super", at: this.at(node) };
      case K.ParenthesizedExpression:
      case K.AwaitExpression:
      case K.AsExpression:
      case K.SatisfiesExpression:
      case K.NonNullExpression:
      case K.TypeAssertionExpression:
        return this.expr((node as ts.ParenthesizedExpression).expression, name);
      case K.SpreadElement:
        return this.expr((node as ts.SpreadElement).expression);
      case K.VoidExpression:
        return { k: "mix", of: [this.expr((node as ts.VoidExpression).expression)] };
      case K.YieldExpression: {
        const { expression } = node as ts.YieldExpression;
        if (expression === undefined) return absent;
        return { k: "mix", of: [this.expr(expression)], op: "yield", at: this.at(node) };
      }
      case K.TemplateExpression: {
        const { head, templateSpans } = node as ts.TemplateExpression;
        const parts: Expr[] = [{ k: "lit", v: head.text }];
        for (const span of templateSpans)
          parts.push(this.expr(span.expression), { k: "lit", v: span.literal.text });
        return { k: "text", parts };
      }
      case K.TaggedTemplateExpression: {
        const { tag, template } = node as ts.TaggedTemplateExpression;
        return {
          k: "call",
          f: this.expr(tag),
          a: [this.expr(template)],
          made: false,
          at: this.at(node),
          end: this.endLine(node),
        };
      }
      case K.PropertyAccessExpression: {
        const { expression, name: key } = node as ts.PropertyAccessExpression;
        return { k: "get", o: this.expr(expression), p: key.text, at: this.at(key) };
      }
      case K.ElementAccessExpression: {
        const { expression, argumentExpression } = node as ts.ElementAccessExpression;
        const o = this.expr(expression);
        if (ts.isStringLiteralLike(argumentExpression))
          return { k: "get", o, p: argumentExpression.text, at: this.at(argumentExpression) };
        return { k: "index", o, i: this.expr(argumentExpression), at: this.at(node) };
      }
      case K.CallExpression:
      case K.NewExpression: {
        const { expression, arguments: given } = node as ts.CallExpression | ts.NewExpression;
        const f: Expr =
          expression.kind === K.ImportKeyword
            ? { k: "id", n: "require", at: this.at(node) }
            : this.expr(expression);
        const at = f.k === "get" ? f.at : this.at(node);
        return conditionsFirst({
          k: "call",
          f,
          a: (given ?? []).map((argument) => this.expr(argument)),
          made: node.kind === K.NewExpression,
          at,
          end: this.endLine(node),
        });
      }
      case K.ObjectLiteralExpression:
        return this.objectLiteral(node as ts.ObjectLiteralExpression);
      case K.ArrayLiteralExpression:
        return {
          k: "array",
          items: (node as ts.ArrayLiteralExpression).elements.map((element) => this.expr(element)),
        };
      case K.ArrowFunction:
      case K.FunctionExpression: {
        const like = node as ts.ArrowFunction | ts.FunctionExpression;
        return { k: "function", fn: this.functionLike(like, like.name?.text ?? name) };
      }
      case K.ClassExpression: {
        const like = node as ts.ClassExpression;
        return { k: "class", cls: this.classLike(like, like.name?.text ?? name) };
      }
      case K.PrefixUnaryExpression: {
        const { operator, operand } = node as ts.PrefixUnaryExpression;
        const e = this.expr(operand);
        if (operator === K.PlusPlusToken) return counted(e, this.at(node));
        if (operator === K.MinusToken && e.k === "lit" && typeof e.v === "number")
          return { k: "lit", v: -e.v };
        return operator === K.ExclamationToken ? { k: "not", e } : e;
      }
      case K.PostfixUnaryExpression: {
        const { operator, operand } = node as ts.PostfixUnaryExpression;
        const e = this.expr(operand);
        return operator === K.PlusPlusToken ? counted(e, this.at(node)) : e;
      }
      case K.ConditionalExpression: {
        const { condition, whenTrue, whenFalse } = node as ts.ConditionalExpression;
        return { k: "choose", c: this.expr(condition), t: this.expr(whenTrue), f: this.expr(whenFalse) };
      }
      case K.BinaryExpression:
        return this.binary(node as ts.BinaryExpression);
      case K.DeleteExpression: {
        const { expression } = node as ts.DeleteExpression;
        return { k: "mix", of: [this.expr(expression)], op: "delete", at: this.at(node) };
      }
      case K.TypeOfExpression:
        return { k: "mix", of: [] };
      default:
        return { k: "mix", of: [] };
    }
  }

  /** The members of a chain of one operator, from left to right; `a + b + c` is long and not deep. */
  private chain(node: ts.BinaryExpression): Expr[] {
    const members: ts.Expression[] = [node.right];
    let left = node.left;
    for (
      ;
      ts.isBinaryExpression(left) && left.operatorToken.kind === node.operatorToken.kind;
      left = left.left
    )
      members.push(left.right);
    members.push(left);
    return members.toReversed().map((member) => this.expr(member));
  }

  private binary(node: ts.BinaryExpression): Expr {
    switch (node.operatorToken.kind) {
      case K.AmpersandAmpersandToken:
        return balanced("and", this.chain(node));
      case K.BarBarToken:
        return balanced("or", this.chain(node));
      case K.PlusToken:
        return { k: "text", parts: this.chain(node), sum: true };
      case K.CommaToken:
        return { k: "mix", of: this.chain(node) };
      default:
        break;
    }
    const at = this.at(node.left);
    const loose = !areOfOneType(node.left, node.right);
    switch (node.operatorToken.kind) {
      case K.EqualsEqualsToken:
        return { k: "compare", op: "==", l: this.expr(node.left), r: this.expr(node.right), at, loose };
      case K.EqualsEqualsEqualsToken:
        return { k: "compare", op: "==", l: this.expr(node.left), r: this.expr(node.right), at };
      case K.ExclamationEqualsToken:
        return { k: "compare", op: "!=", l: this.expr(node.left), r: this.expr(node.right), at, loose };
      case K.ExclamationEqualsEqualsToken:
        return { k: "compare", op: "!=", l: this.expr(node.left), r: this.expr(node.right), at };
      case K.LessThanToken:
      case K.LessThanEqualsToken:
        return { k: "compare", op: "<", l: this.expr(node.left), r: this.expr(node.right), at };
      case K.GreaterThanToken:
      case K.GreaterThanEqualsToken:
        return { k: "compare", op: ">", l: this.expr(node.left), r: this.expr(node.right), at };
      case K.QuestionQuestionToken:
        return { k: "nullish", l: this.expr(node.left), r: this.expr(node.right) };
      case K.EqualsToken: {
        const to = this.expr(node.left);
        const name = to.k === "id" ? to.n : to.k === "get" ? to.p : "";
        return {
          k: "assign",
          to,
          v: this.expr(node.right, name),
          at: to.k === "get" ? this.at(node.left) : at,
        };
      }
      case K.PlusEqualsToken: {
        const to = this.expr(node.left);
        return { k: "assign", to, v: { k: "text", parts: [to, this.expr(node.right)], sum: true }, at };
      }
      case K.BarBarEqualsToken:
      case K.QuestionQuestionEqualsToken: {
        const to = this.expr(node.left);
        return { k: "assign", to, v: { k: "or", l: to, r: this.expr(node.right) }, at };
      }
      default: {
        const op = arithmetic[node.operatorToken.kind];
        const of = [this.expr(node.left), this.expr(node.right)];
        if (op === "%") return { k: "mix", of, op, at };
        return op === undefined ? { k: "mix", of } : { k: "mix", of, op };
      }
    }
  }

  private objectLiteral(node: ts.ObjectLiteralExpression): Expr {
    const props: (readonly [string | null, Expr, At?])[] = [];
    for (const property of node.properties) {
      if (ts.isSpreadAssignment(property)) props.push([null, this.expr(property.expression)]);
      else if (ts.isShorthandPropertyAssignment(property))
        props.push([property.name.text, { k: "id", n: property.name.text, at: this.at(property) }]);
      else {
        const key = this.keyOf(property.name) ?? "[]";
        const at = this.at(property);
        if (ts.isPropertyAssignment(property)) props.push([key, this.expr(property.initializer, key), at]);
        else if (!ts.isSetAccessorDeclaration(property))
          props.push([key, { k: "function", fn: this.functionLike(property, key) }, at]);
      }
    }
    return { k: "object", props };
  }
}

const arithmetic: Readonly<Partial<Record<ts.SyntaxKind, MixOp>>> = {
  [K.MinusToken]: "-",
  [K.AsteriskToken]: "*",
  [K.SlashToken]: "/",
  [K.PercentToken]: "%",
  [K.AsteriskAsteriskToken]: "**",
  [K.BarToken]: "|",
};

/** `stored.attempts++` writes to what is kept; a counting variable is of no interest. */
function counted(e: Expr, at: At): Expr {
  return e.k === "get" || e.k === "index"
    ? { k: "assign", to: e, v: { k: "mix", of: [e], op: "++" }, at }
    : e;
}

/** Few members keep their shape; many are halved, which says the same and is not deep. */
function balanced(k: "and" | "or", members: readonly Expr[]): Expr {
  const [first = absent, ...others] = members;
  if (members.length <= 32) return others.reduce((l, r): Expr => ({ k, l, r }), first);
  const half = members.length >> 1;
  return { k, l: balanced(k, members.slice(0, half)), r: balanced(k, members.slice(half)) };
}

function scriptKind(file: string): ts.ScriptKind {
  if (/\.[cm]?ts$/.test(file)) return ts.ScriptKind.TS;
  // JavaScript is read as TSX: a superset of JSX that also takes type annotations, which some projects leave in.
  return ts.ScriptKind.TSX;
}

function isDirective(node: ts.Statement, text: string): boolean {
  return (
    ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === text
  );
}

function isExported(modifiers: ts.NodeArray<ts.ModifierLike> | undefined): boolean {
  return modifiers?.some((modifier) => modifier.kind === K.ExportKeyword) === true;
}

function isStatic(member: ts.ClassElement): boolean {
  return (
    ts.canHaveModifiers(member) &&
    ts.getModifiers(member)?.some((modifier) => modifier.kind === K.StaticKeyword) === true
  );
}

function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The name of a type as it is written; of a union the first member that has one. */
function typeName(type: ts.TypeNode | undefined): TypeName | null {
  if (type === undefined) return null;
  if (ts.isUnionTypeNode(type)) {
    for (const member of type.types) {
      const found = typeName(member);
      if (found !== null) return found;
    }
    return null;
  }
  if (!ts.isTypeReferenceNode(type)) return null;
  const name = ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
  const argument = type.typeArguments?.[0];
  const of = argument === undefined ? null : typeName(argument);
  return of === null ? [name] : [name, of[0]];
}
