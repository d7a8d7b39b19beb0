// Finds the handlers of classes with decorators: controllers, message handlers and resolvers of NestJS, Midway and tsoa.
import type { Framework } from "../../flow.ts";
import type { ClassFacts, Expr, FileFacts } from "../facts.ts";
import { propertyOf, staticValue } from "../lookup.ts";
import type { Run } from "../run.ts";
import { State } from "../state.ts";
import { propOf, textsOf } from "../values.ts";
import { type Decorator, decorator, injectedInput, textIn } from "./decorators.ts";
import { type Entry, type FunctionValue, importsFrom, inputsOf, moduleScope, pointOf } from "./entry.ts";
import { guardsBefore } from "./guards.ts";

const verbs =
  /^(Get|Post|Put|Patch|Delete|Del|All|MessagePattern|GrpcMethod|EventPattern|SubscribeMessage|Mutation|Query|Subscription|ResolveField|FieldResolver)$/;

const controllers = /^(\w*Controller|Resolver|WebSocketGateway)$/;

/** tsoa makes routes of Express, Koa or hapi from classes that say their address. */
const tsoa = /^(\w*Controller|Route)$/;

/** The handlers in one file's classes. */
export function nestIn(facts: FileFacts, run: Run): Entry[] {
  return facts.classes.flatMap((own, cls) => {
    const base = decorator(own.decorators, isTsoa(facts) ? tsoa : controllers);
    if (base === undefined) return [];
    const framework = frameworkOf(facts, base);
    const methods = own.methods.flatMap((method): Entry[] => {
      const verb = decorator(method.decorators, verbs);
      const fn = facts.functions[method.fn];
      if (verb === undefined || fn === undefined) return [];
      const self = { k: "instance", file: facts.file, cls, given: null } as const;
      const handler: FunctionValue = { k: "function", file: facts.file, fn: method.fn, scope: null, self };
      return [
        {
          point: {
            framework,
            name: `${verb.name.toUpperCase()} ${address(base, verb)} (${fn.name})`,
            symbol: `${facts.file}#${fn.name}`,
            place: { file: facts.file, line: fn.at[0], column: fn.at[1] },
          },
          before: guardsBefore(facts, run, own, method.decorators),
          handler,
          args: fn.params.map((param) => injectedInput(run, facts.file, param)),
        },
      ];
    });
    return [...methods, ...listedIn(facts, run, own, base)];
  });
}

function isTsoa(facts: FileFacts): boolean {
  return importsFrom(facts, /^tsoa$|^@tsoa\//);
}

function frameworkOf(facts: FileFacts, base: Decorator): Framework {
  if (base.name === "Resolver") return "graphql";
  if (isTsoa(facts)) return "tsoa";
  return importsFrom(facts, /^(@midwayjs\/|midway$)/) ||
    (base.args[0]?.k === "object" && isMidway(base.args[0]))
    ? "midway"
    : "nest";
}

function isMidway(options: Extract<Expr, { k: "object" }>): boolean {
  return options.props.some(([key]) => key === "api" || key === "service" || key === "prefix");
}

function address(base: Decorator, verb: Decorator): string {
  const path = [textIn(base), textIn(verb)]
    .filter((part) => part !== "")
    .join("/")
    .replaceAll("//", "/");
  return path.startsWith("/") ? path : `/${path}`;
}

/** A decorator that makes routes of methods it lists: `{ api: ["add", "update"], service: MembersService }`. */
function listedIn(facts: FileFacts, run: Run, own: ClassFacts, base: Decorator): Entry[] {
  const [written] = base.args;
  if (written?.k !== "object") return [];
  const options = staticValue(run, written, moduleScope(facts));
  const service = propOf(options, "service");
  if (service?.k !== "class") return [];
  const listed = ["api", "serviceApis"].flatMap((name) => {
    const list = propOf(options, name);
    if (list?.k !== "array") return [];
    return list.items.flatMap((item) => textsOf(propOf(item, "method") ?? item));
  });
  const instance = { k: "instance", file: service.file, cls: service.cls, given: null } as const;
  return listed.flatMap((name): Entry[] => {
    const handler = propertyOf(run, instance, name, new State());
    if (handler.k !== "function") return [];
    const at = run.project.factsOf(handler.file)?.functions[handler.fn]?.at ?? own.at;
    const prefix = textIn(base).replace(/\/$/, "");
    return [
      {
        point: pointOf(run, "midway", `POST ${prefix}/${name}`, handler, { file: facts.file, at }),
        before: guardsBefore(facts, run, own, []),
        handler,
        args: inputsOf(run, handler),
      },
    ];
  });
}
