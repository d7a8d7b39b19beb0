// What is kept of a parsed file: a small program as plain JSON, so that the syntax tree can be dropped at once.

/** Line and column, both from 1. */
export type At = readonly [line: number, column: number];

/** An expression. `await`, casts, parentheses and optional chaining leave no trace: they do not change who is who. */
export type Expr =
  | {
      readonly k: "lit";
      readonly v: string | number | boolean | null | undefined;
      /** For texts of digits, which may be codes. */
      readonly at?: At;
    }
  | {
      readonly k: "text";
      readonly parts: readonly Expr[];
      /** True for `a + b`, which adds if both are numbers. */
      readonly sum?: boolean;
    }
  /** A regular expression as it is written: `/^\/login/i`. */
  | { readonly k: "pattern"; readonly text: string }
  | { readonly k: "id"; readonly n: string; readonly at: At }
  | { readonly k: "this" }
  | { readonly k: "get"; readonly o: Expr; readonly p: string; readonly at: At }
  | { readonly k: "index"; readonly o: Expr; readonly i: Expr; readonly at: At }
  | {
      readonly k: "call";
      readonly f: Expr;
      readonly a: readonly Expr[];
      readonly made: boolean;
      readonly at: At;
      readonly end: number;
    }
  | {
      readonly k: "object";
      /** A key of null is a spread. The place of a key is kept for settings, which are mended where they are written. */
      readonly props: readonly (readonly [key: string | null, value: Expr, at?: At])[];
    }
  | { readonly k: "array"; readonly items: readonly Expr[] }
  | { readonly k: "function"; readonly fn: number }
  | { readonly k: "class"; readonly cls: number }
  | { readonly k: "not"; readonly e: Expr }
  | {
      readonly k: "compare";
      readonly op: CompareOp;
      readonly l: Expr;
      readonly r: Expr;
      readonly at: At;
      /** True for `==` and `!=`, which convert what they compare. */
      readonly loose?: boolean;
    }
  | { readonly k: "and" | "or" | "nullish"; readonly l: Expr; readonly r: Expr }
  | { readonly k: "choose"; readonly c: Expr; readonly t: Expr; readonly f: Expr }
  | { readonly k: "assign"; readonly to: Expr; readonly v: Expr; readonly at: At }
  | {
      readonly k: "mix";
      readonly of: readonly Expr[];
      readonly op?: MixOp;
      readonly at?: At;
    };

/** What an expression does with its parts where that matters to a number, to what is kept, or to what comes out. */
export type MixOp = "-" | "*" | "/" | "%" | "**" | "|" | "++" | "delete" | "yield";

/** Comparisons that a check can be made of; `<=` and its kin are written as `<` and `>`. */
export type CompareOp = "==" | "!=" | "<" | ">";

/** What a declaration or a parameter binds. */
export type Pattern =
  | { readonly k: "name"; readonly n: string }
  | {
      readonly k: "fields";
      readonly of: readonly (readonly [key: string | null, to: Pattern, otherwise: Expr | null])[];
    }
  | { readonly k: "items"; readonly of: readonly (Pattern | null)[] };

export type Stmt =
  | { readonly k: "do"; readonly e: Expr }
  | { readonly k: "let"; readonly to: Pattern; readonly e: Expr | null }
  | { readonly k: "if"; readonly c: Expr; readonly t: readonly Stmt[]; readonly f: readonly Stmt[] }
  | { readonly k: "return"; readonly e: Expr | null; readonly at: At }
  | { readonly k: "throw"; readonly e: Expr }
  | {
      readonly k: "try";
      readonly b: readonly Stmt[];
      readonly c: readonly Stmt[] | null;
      readonly f: readonly Stmt[];
    }
  | {
      readonly k: "loop";
      readonly to: Pattern | null;
      readonly over: Expr | null;
      /** How often it goes round, where its condition says so: `index < 6`. */
      readonly times?: Expr;
      readonly b: readonly Stmt[];
    }
  | {
      readonly k: "switch";
      readonly e: Expr;
      readonly cases: readonly { readonly test: Expr | null; readonly b: readonly Stmt[] }[];
    }
  | { readonly k: "leave" };

/** The name of a type as written, and of its first type argument: `Repository<User>` is `["Repository", "User"]`. */
export type TypeName = readonly [name: string, of?: string];

export interface ParamFacts {
  readonly to: Pattern;
  readonly otherwise: Expr | null;
  readonly type: TypeName | null;
  readonly decorators: readonly Expr[];
}

export interface FunctionFacts {
  /** The symbol path inside the file: `AuthController.reset`, `resetPassword`, empty for a nameless one. */
  readonly name: string;
  readonly at: At;
  /** The line in which it ends. */
  readonly end: number;
  readonly params: readonly ParamFacts[];
  readonly body: readonly Stmt[];
  /** The function or class around it. */
  readonly parent: number | null;
  readonly cls: number | null;
  /** An arrow function, which has no `this` of its own. */
  readonly arrow: boolean;
  /** `function* () {}`: what it yields goes to whoever goes through it. */
  readonly generator: boolean;
}

export interface ClassFacts {
  readonly name: string;
  readonly at: At;
  readonly base: Expr | null;
  readonly decorators: readonly Expr[];
  readonly maker: number | null;
  readonly methods: readonly {
    readonly name: string;
    readonly fn: number;
    readonly fixed: boolean;
    readonly decorators: readonly Expr[];
  }[];
  /** Fields with what they start as, from the declaration or from the constructor, and their types. */
  readonly fields: readonly {
    readonly name: string;
    readonly fixed: boolean;
    readonly type: TypeName | null;
    readonly e: Expr | null;
    readonly inMaker: boolean;
    readonly decorators: readonly Expr[];
  }[];
}

export type ExportFacts =
  | { readonly k: "value"; readonly e: Expr }
  | { readonly k: "from"; readonly from: string; readonly name: string };

/** The facts of one file. Plain JSON: it can be kept in a cache or sent to another process. */
export interface FileFacts {
  readonly file: string;
  readonly imports: Readonly<Record<string, { readonly from: string; readonly name: string }>>;
  readonly exports: Readonly<Record<string, ExportFacts>>;
  readonly starExports: readonly string[];
  readonly body: readonly Stmt[];
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  /** Functions that are hung on a model's instances or on the model: `schema.methods.matches = …`. */
  readonly modelMethods: readonly { readonly name: string; readonly e: Expr }[];
  readonly serverActions: boolean;
  /** Whether it may hold settings of a product, by its words. */
  readonly configures: boolean;
  /** The first syntax error, if there is one; the parser reads on after it. */
  readonly problem: { readonly line: number } | null;
  /** Where something was left out because it is nested too deeply. */
  readonly leftOut: { readonly line: number } | null;
}
