// Finds classes and methods of models by their names alone, over all files that were parsed so far.
import type { Expr, FileFacts } from "./facts.ts";

export interface NamedClass {
  readonly file: string;
  readonly cls: number;
}

export interface ModelMethod {
  readonly file: string;
  readonly e: Expr;
}

/** Grows with the files; what was added first comes first. */
export class NameIndex {
  /** By the name in lower case; only classes that have methods. */
  readonly classes = new Map<string, NamedClass[]>();
  readonly modelMethods = new Map<string, ModelMethod[]>();

  add({ file, classes, modelMethods }: FileFacts): void {
    for (const [cls, { name, methods }] of classes.entries())
      if (methods.length > 0) append(this.classes, name.toLowerCase(), { file, cls });
    for (const { name, e } of modelMethods) append(this.modelMethods, name, { file, e });
  }
}

function append<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [one]);
  else list.push(one);
}
