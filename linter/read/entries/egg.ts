// Finds the handlers of Egg, which routes name by their place: `controller.user.reset` is in `app/controller/user.js`.
import { nameOf } from "../called.ts";
import type { Expr } from "../facts.ts";
import { propertyOf } from "../lookup.ts";
import { eggClass } from "../requests.ts";
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import type { Before, FunctionValue } from "./entry.ts";

/** The method of a controller that a route names. */
export function eggHandler(
  run: Run,
  named: Expr,
): { readonly handler: FunctionValue; readonly before: Before[] } | undefined {
  const names = (named.k === "lit" ? String(named.v) : nameOf(named)).split(".");
  const at = names.indexOf("controller");
  // Routes may also say it in a text: `"user.reset"`.
  const path = named.k === "lit" ? names : at === -1 ? [] : names.slice(at + 1);
  const method = path.at(-1);
  if (path.length < 2 || method === undefined) return undefined;
  const controller = eggClass(run, "controller", path.slice(0, -1));
  const handler = controller === undefined ? undefined : propertyOf(run, controller, method, new State());
  return handler?.k === "function" ? { handler, before: [] } : undefined;
}
