// One statechart as a Mermaid state diagram, and in words what holds in a whole group of its states.
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { type Arrow, arrowsOf, labelOf } from "./arrows.ts";

/** The words of Mermaid's that no state may be called. */
const reserved = new Set([
  "as",
  "choice",
  "class",
  "default",
  "direction",
  "end",
  "fork",
  "join",
  "note",
  "state",
]);

/**
 * Markdown with the diagram of a machine. What makes a state change is an arrow; what a single state answers to without
 * changing stands in its box; what a group of states answers to stands in a list below, because Mermaid draws arrows
 * from a group to itself badly.
 */
export function drawing(machine: AnyStateMachine): string {
  const { root } = machine;
  const isSingle = childrenOf(root).length === 0;
  const body = isSingle
    ? [`state "one state" as always`, ...boxed(root, "always"), "[*] --> always"]
    : root.type === "parallel"
      ? [`state "${root.key}" as whole {`, ...indented(insideOf(root)), "}"]
      : insideOf(root);
  const lists = isSingle ? [] : groupsOf(root).flatMap((group) => spoken(group, root));
  const fence = "```";
  const chart = `${fence}mermaid\nstateDiagram-v2\n${indented(body).join("\n")}\n${fence}`;
  return [chart, ...lists].join("\n\n");
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function insideOf(node: AnyStateNode): readonly string[] {
  const children = childrenOf(node);
  if (node.type === "parallel")
    return children.flatMap((child, index) => [...(index === 0 ? [] : ["--"]), ...drawn(child)]);
  const [start] = node.initial.target ?? [];
  return [
    ...(start === undefined ? [] : [`[*] --> ${nameOf(start)}`]),
    ...children.flatMap(drawn),
    ...children.flatMap(leaving),
  ];
}

function drawn(node: AnyStateNode): readonly string[] {
  const name = nameOf(node);
  const declared = `state "${node.key}" as ${name}`;
  if (childrenOf(node).length === 0)
    return [declared, ...boxed(node, name), ...(node.type === "final" ? [`${name} --> [*]`] : [])];
  return [`${declared} {`, ...indented(insideOf(node)), "}"];
}

/** What a state does on the way in and out, and what it answers to without changing. */
function boxed(node: AnyStateNode, name: string): readonly string[] {
  return arrowsOf(node)
    .filter(({ targets }) => targets.length === 0)
    .map((arrow) => `${name} : ${labelOf(arrow)}`);
}

/** Arrows out of one state. Events that lead to the same place under the same condition share an arrow. */
function leaving(node: AnyStateNode): readonly string[] {
  const shared = new Map<string, Arrow>();
  for (const arrow of arrowsOf(node))
    for (const target of arrow.targets) {
      const key = `${target.id} ${arrow.guard ?? ""}`;
      const same = shared.get(key);
      const event = same === undefined ? arrow.event : `${same.event}, ${arrow.event}`;
      shared.set(key, { ...arrow, targets: [target], event, actions: [] });
    }
  return [...shared.values()].flatMap((arrow) =>
    arrow.targets.map((target) => `${nameOf(node)} --> ${nameOf(target)} : ${labelOf(arrow)}`),
  );
}

/** The machine itself and every state that has states in it. */
function groupsOf(node: AnyStateNode): readonly AnyStateNode[] {
  const children = childrenOf(node);
  return children.length === 0 ? [] : [node, ...children.flatMap(groupsOf)];
}

/** One paragraph about what a group answers to wherever in it one is. */
function spoken(group: AnyStateNode, root: AnyStateNode): readonly string[] {
  const where = group === root ? "In every state" : `In every state of \`${group.key}\``;
  const lines = arrowsOf(group)
    .filter(({ targets }) => group === root || targets.length === 0)
    .map((arrow) => {
      const targets = arrow.targets.map(({ key }) => ` → ${key}`).join("");
      return `- \`${labelOf(arrow)}${targets}\``;
    });
  return lines.length === 0 ? [] : [`${where} that does not answer in its own way:\n\n${lines.join("\n")}`];
}

function childrenOf(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states) as AnyStateNode[];
}

/** A name that is unique in the diagram: the keys on the way to the state. */
function nameOf(node: AnyStateNode): string {
  const name = node.path.join("_").replaceAll(/\W/gu, "_");
  return reserved.has(name) ? `${name}_` : name;
}
