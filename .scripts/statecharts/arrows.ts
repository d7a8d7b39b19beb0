// What a state of a statechart answers to, read from its definition, in words that Mermaid accepts.
import type { AnyStateNode } from "xstate";

/** Something that a state answers to. */
export interface Arrow {
  /** The event's name, `after` and a delay, `always`, `entry` or `exit`. */
  readonly event: string;
  readonly guard: string | undefined;
  /** Names of actions; those that have none are left out. */
  readonly actions: readonly string[];
  /** Where it leads; empty where the state stays as it is. */
  readonly targets: readonly AnyStateNode[];
}

/** Everything that this state itself answers to, in the order of its definition. */
export function arrowsOf(node: AnyStateNode): readonly Arrow[] {
  const events = [...node.transitions].map(([event, transitions]) => ({
    event: eventOf(event, node),
    transitions,
  }));
  return [
    ...onTheWay("entry", node.entry),
    ...events.flatMap(({ event, transitions }) => arrowsFor(event, transitions)),
    ...arrowsFor("always", node.always ?? []),
    ...onTheWay("exit", node.exit),
  ];
}

/** `EVENT [guard] / action, action` */
export function labelOf({ event, guard, actions }: Arrow): string {
  const condition = guard === undefined ? "" : ` [${guard}]`;
  const effect = actions.length === 0 ? "" : ` / ${actions.join(", ")}`;
  return `${event}${condition}${effect}`;
}

type Transition = AnyStateNode["always"] extends readonly (infer One)[] | undefined ? One : never;

function arrowsFor(event: string, transitions: readonly Transition[]): readonly Arrow[] {
  return transitions.map((transition, index) => ({
    event,
    guard: guardOf(transition.guard) ?? (index > 0 ? "otherwise" : undefined),
    actions: namesOf(transition.actions),
    targets: transition.target ?? [],
  }));
}

function onTheWay(event: "entry" | "exit", actions: AnyStateNode["entry"]): readonly Arrow[] {
  const names = namesOf(actions);
  return names.length === 0 ? [] : [{ event, guard: undefined, actions: names, targets: [] }];
}

/** Entering by a delay makes XState raise and cancel an event; that is how it works and nothing to draw. */
function namesOf(actions: readonly unknown[]): readonly string[] {
  return actions
    .map((action) => (typeof action === "string" ? action : typeOf(action)))
    .filter((name): name is string => name !== undefined && !name.startsWith("xstate."));
}

function eventOf(descriptor: string, node: AnyStateNode): string {
  if (descriptor === "*") return "anything else";
  const delay = /^xstate\.after\.(?<delay>.+)$/u.exec(descriptor)?.groups?.["delay"];
  if (delay === undefined) return plain(descriptor);
  return `after ${plain(delay.replace(`.${node.id}`, ""))}`;
}

function guardOf(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === "string") return plain(guard);
  if (typeof guard === "function") return combinedGuard(guard);
  return plain(typeOf(guard) ?? "its own condition");
}

/** XState's `stateIn`, `not`, `and` and `or` are functions that carry what they were made of. */
function combinedGuard(guard: object): string {
  if ("stateValue" in guard) return `in ${pathOf(guard.stateValue)}`;
  if (!("guards" in guard) || !Array.isArray(guard.guards)) return "its own condition";
  const parts = guard.guards.map((part) => guardOf(part) ?? "");
  const name = "name" in guard ? guard.name : "";
  if (name === "not") return `not ${parts.join("")}`;
  return parts.join(name === "or" ? " or " : " and ");
}

function pathOf(value: unknown): string {
  if (typeof value === "string") return plain(value);
  const [first] = Object.entries(value as Record<string, unknown>);
  return first === undefined ? "" : `${plain(first[0])}.${pathOf(first[1])}`;
}

function typeOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("type" in value)) return undefined;
  return typeof value.type === "string" ? value.type : undefined;
}

/** Without the characters that mean something to Mermaid. */
function plain(text: string): string {
  return text.replaceAll(/[^\w .*-]/gu, " ").trim();
}
