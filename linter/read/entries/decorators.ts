// Reads decorators: which one stands there, what it says, and what a decorated parameter holds.
import { nameOf } from "../called.ts";
import type { Expr, FunctionFacts, TypeName } from "../facts.ts";
import { staticValue, typedValue } from "../lookup.ts";
import { soundsLikeSessionGuard } from "../names.ts";
import type { Run } from "../run.ts";
import type { Value } from "../values.ts";
import { moduleScope } from "./entry.ts";

/** A decorator, by the last part of its name. */
export interface Decorator {
  readonly name: string;
  readonly args: readonly Expr[];
}

/** The first decorator whose name is wanted, with its arguments. */
export function decorator(decorators: readonly Expr[], wanted: RegExp): Decorator | undefined {
  for (const e of decorators) {
    const name = e.k === "call" ? nameOf(e.f) : nameOf(e);
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (wanted.test(last)) return { name: last, args: e.k === "call" ? e.a : [] };
  }
  return undefined;
}

/** The address or the command in a decorator. */
export function textIn({ args }: Decorator): string {
  const [first] = args;
  if (first?.k === "lit" && typeof first.v === "string") return first.v;
  if (first?.k === "object") {
    const path = first.props.find(([key]) => key === "path" || key === "prefix" || key === "cmd")?.[1];
    return path?.k === "lit" && typeof path.v === "string" ? path.v : "";
  }
  return "";
}

/** What a decorated parameter holds. */
export function injectedInput(run: Run, file: string, param: FunctionFacts["params"][number]): Value {
  const name = param.to.k === "name" ? param.to.n : "";
  for (const e of param.decorators) {
    const [called, args] = e.k === "call" ? [nameOf(e.f), e.a] : [nameOf(e), []];
    const key = args[0]?.k === "lit" && typeof args[0].v === "string" ? `.${args[0].v}` : "";
    if (/^(Body|BodyParams?|Payload|MessageBody|Args|Arg|Input|ALL|Fields)$/.test(called))
      return {
        k: "input",
        path: `body${key}`,
        ...(key === "" ? describedBy(run, file, param.type) : {}),
      };
    if (
      /^(Param|Params|Query|QueryParams?|Headers|HeaderParam|CookieParam|UploadedFile|UploadedFiles|Ip)$/.test(
        called,
      )
    )
      return { k: "input", path: `${called.toLowerCase()}${key}` };
    if (/^(Req|Request|Context|Ctx|GqlContext|Root)$/.test(called)) return { k: "request" };
    if (/^(Res|Response)$/.test(called)) return { k: "response" };
    if (soundsLikeSessionGuard(called) || /user|account|session/i.test(called))
      return { k: "session", path: name };
  }
  return typedValue(run, file, param.type, name) ?? { k: "input", path: name };
}

/** The fields of a body that a class describes; a pipe leaves no others in it, as a rule. */
function describedBy(run: Run, file: string, type: TypeName | null): { readonly picked?: readonly string[] } {
  if (type === null || /^(any|unknown|object|Object|Record)$/.test(type[0])) return {};
  return { picked: fieldsOf(run, file, { k: "id", n: type[0], at: [1, 1] }, 0) };
}

/** The fields of a class and of those that it is made from: `extends PartialType(CreateMember)`. */
function fieldsOf(run: Run, file: string, written: Expr, depth: number): readonly string[] {
  const isAll = written.k === "call" && /^(Partial|Intersection)Type$/.test(nameOf(written.f));
  if (isAll) return written.a.flatMap((one) => fieldsOf(run, file, one, depth));
  const facts = run.project.factsOf(file);
  if (facts === undefined || written.k !== "id" || depth > 4) return [];
  const value = staticValue(run, written, moduleScope(facts));
  const cls = value.k === "class" ? run.project.factsOf(value.file)?.classes[value.cls] : undefined;
  if (value.k !== "class" || cls === undefined) return [];
  const inherited = cls.base === null ? [] : fieldsOf(run, value.file, cls.base, depth + 1);
  return [...cls.fields.filter(({ fixed }) => !fixed).map(({ name }) => name), ...inherited];
}
