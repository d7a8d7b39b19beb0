// What something is called by in the code.
import type { Expr } from "./facts.ts";

/** The dotted name by which something is called in the code: `this.smsService.send`. */
export function nameOf(e: Expr): string {
  switch (e.k) {
    case "id":
      return e.n;
    case "this":
      return "this";
    case "get":
      return `${nameOf(e.o)}.${e.p}`;
    case "index":
      return nameOf(e.o);
    case "call":
      return `${nameOf(e.f)}()`;
    default:
      return "";
  }
}
