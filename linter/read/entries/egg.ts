// Finds the handlers of Egg, which routes name by their place: `controller.user.reset` is in `app/controller/user.js`.
import { nameOf } from "../called.ts";
import type { Expr } from "../facts.ts";
import { propertyOf, staticValue, wholeModule } from "../lookup.ts";
import { eggClass } from "../requests.ts";
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import type { Value } from "../values.ts";
import { type Before, type FunctionValue, moduleScope } from "./entry.ts";
import type { Route } from "./routes.ts";

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
  const controller = eggClass(run, "controller", path.slice(0, -1)) ?? exportsOf(run, path.slice(0, -1));
  const handler = controller === undefined ? undefined : propertyOf(run, controller, method, new State());
  if (handler?.k !== "function") return undefined;
  return { handler: { ...handler, self: handler.self ?? { k: "request" } }, before: [] };
}

/** What `app.resources("/posts", "posts")` of egg-core 3.18 calls of a controller, with the address of each. */
const actions: readonly (readonly [action: string, verb: string, below: string])[] = [
  ["index", "get", ""],
  ["new", "get", "/new"],
  ["create", "post", ""],
  ["show", "get", "/:id"],
  ["edit", "get", "/:id/edit"],
  ["update", "put", "/:id"],
  ["destroy", "delete", "/:id"],
];

/** The routes to the methods of a controller, which comes after what stands before it. */
export function eggResources(path: string, handlers: readonly Expr[], receiver: string): Route[] {
  const before = handlers.slice(0, -1);
  const controller = handlers.at(-1);
  if (controller === undefined) return [];
  return actions.map(([action, verb, below]) => ({
    verb,
    path: `${path.replace(/\/$/, "")}${below}`,
    handlers: [...before, methodOf(controller, action)],
    receiver,
  }));
}

function methodOf(controller: Expr, action: string): Expr {
  return controller.k === "lit"
    ? { k: "lit", v: `${controller.v}.${action}` }
    : { k: "get", o: controller, p: action, at: [1, 1] };
}

/** A controller that is no class: the functions that a file exports, or what it makes of the application. */
function exportsOf(run: Run, path: readonly string[]): Value | undefined {
  const file = run.project.modules.underApp("controller", path);
  const facts = file === undefined ? undefined : run.project.factsOf(file);
  if (facts === undefined) return undefined;
  const module: Value = { k: "module", file: facts.file };
  const whole = facts.exports["module.exports"] ?? facts.exports["default"];
  if (whole?.k !== "value" || wholeModule(run, facts.file)?.k !== "function") return module;
  const app: Expr = { k: "id", n: "app", at: [1, 1] };
  return staticValue(
    run,
    { k: "call", f: whole.e, a: [app], made: false, at: [1, 1], end: 1 },
    moduleScope(facts),
  );
}
