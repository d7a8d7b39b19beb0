import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AnyStateNode } from "xstate";
import { createMachine, not, stateIn } from "xstate";
import { charts, readmeWithDrawings } from "../../../.scripts/draw-statecharts.ts";
import { drawing } from "../../../.scripts/statecharts/drawing.ts";

const readme = readFileSync(new URL("../../../simulator/machines/README.md", import.meta.url), "utf8");

test("the drawings are those of today's statecharts (npx node .scripts/draw-statecharts.ts)", async () => {
  expect(readme).toBe(await readmeWithDrawings(readme));
});

const all = await charts();

describe.each(all)("$name", ({ machine, sentence, file }) => {
  test("says in its first line what the actor is", () => {
    expect(`${file} ${sentence}`).toMatch(/^\S+\.ts [A-Z][^\n]{20,}\.$/u);
  });

  test("is drawn in lines that Mermaid reads", () => {
    expect(faultsOf(diagramOf(drawing(machine)))).toEqual([]);
  });

  test("has every state in its drawing", () => {
    const drawn = diagramOf(drawing(machine));
    for (const key of keysOf(machine.root)) expect(drawn.join("\n")).toContain(`state "${key}" as `);
  });
});

test("a door is drawn with its arrows, boxes, groups and conditions", () => {
  const door = createMachine({
    id: "door",
    type: "parallel",
    on: { LEAVE: { guard: stateIn({ leaf: "open" }), actions: "goOut" } },
    states: {
      leaf: {
        initial: "shut",
        on: { KNOCK: { actions: { type: "answer" } } },
        states: {
          shut: { on: { PUSH: [{ guard: "isUnlocked", target: "open" }, { actions: "rattle" }] } },
          open: { after: { aWhile: "shut" }, on: { PULL: "shut", SLAM: "shut" } },
          end: { type: "final" },
        },
      },
      bolt: {
        initial: "drawn",
        states: {
          drawn: { on: { BOLT: { guard: not("isJammed"), target: "shot" } } },
          shot: { entry: "click" },
        },
      },
    },
  });
  expect(drawing(door)).toMatchInlineSnapshot(`
    "\`\`\`mermaid
    stateDiagram-v2
      state "door" as whole {
        state "leaf" as leaf {
          [*] --> leaf_shut
          state "shut" as leaf_shut
          leaf_shut : PUSH [otherwise] / rattle
          state "open" as leaf_open
          state "end" as leaf_end
          leaf_end --> [*]
          leaf_shut --> leaf_open : PUSH [isUnlocked]
          leaf_open --> leaf_shut : PULL, SLAM, after aWhile
        }
        --
        state "bolt" as bolt {
          [*] --> bolt_drawn
          state "drawn" as bolt_drawn
          state "shot" as bolt_shot
          bolt_shot : entry / click
          bolt_drawn --> bolt_shot : BOLT [not isJammed]
        }
      }
    \`\`\`

    In every state that does not answer in its own way:

    - \`LEAVE [in leaf.open] / goOut\`

    In every state of \`leaf\` that does not answer in its own way:

    - \`KNOCK / answer\`"
  `);
  expect(faultsOf(diagramOf(drawing(door)))).toEqual([]);
});

test.each([
  ["a state that is not declared", ["[*] --> a", `state "a" as a`, "a --> b : GO"]],
  ["two states of one name", ["[*] --> a", `state "a" as a`, `state "b" as a`]],
  ["a group that is not closed", [`state "a" as a {`, "[*] --> b", `state "b" as b`]],
  ["a group without a beginning", [`state "a" as a {`, `state "b" as b`, "}"]],
  ["a label with a character that means something", ["[*] --> a", `state "a" as a`, "a : GO; b"]],
  ["a line of another kind", ["[*] --> a", `state "a" as a`, "note left of a"]],
])("%s would be found", (_, lines) => {
  expect(faultsOf(lines)).not.toEqual([]);
});

function diagramOf(markdown: string): readonly string[] {
  const [, diagram] = /```mermaid\nstateDiagram-v2\n(.*?)\n```/su.exec(markdown) ?? [];
  if (diagram === undefined) throw new Error(`no diagram in:\n${markdown}`);
  return diagram.split("\n");
}

function keysOf(node: AnyStateNode): readonly string[] {
  return Object.values(node.states as Record<string, AnyStateNode>).flatMap((child) => [
    child.key,
    ...keysOf(child),
  ]);
}

const grammar = {
  group: /^state "[\w -]+" as (?<name>\w+) \{$/u,
  state: /^state "[\w -]+" as (?<name>\w+)$/u,
  box: /^(?<used>\w+) : [\w ,.*[\]/-]+$/u,
  start: /^\[\*\] --> (?<used>\w+)$/u,
  final: /^(?<used>\w+) --> \[\*\]$/u,
  arrow: /^(?<used>\w+) --> (?<target>\w+) : [\w ,.*[\]-]+$/u,
  divider: /^--$/u,
  close: /^\}$/u,
} as const;

/** What is wrong with the lines of a diagram, by a grammar much smaller than Mermaid's own. */
function faultsOf(lines: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const declared = new Set<string>();
  const used: string[] = [];
  const open: { starts: number; groups: number; dividers: number }[] = [
    { starts: 0, groups: 0, dividers: 0 },
  ];
  for (const line of lines.map((each) => each.trim())) {
    const [kind, match] =
      Object.entries(grammar)
        .map(([name, pattern]) => [name as keyof typeof grammar, pattern.exec(line)] as const)
        .find(([, found]) => found !== null) ?? [];
    const inside = open.at(-1);
    const { name, ...names } = match?.groups ?? {};
    if (kind === undefined) faults.push(`not understood: ${line}`);
    if (name !== undefined && declared.has(name)) faults.push(`declared twice: ${name}`);
    if (name !== undefined) declared.add(name);
    used.push(...Object.values(names).filter((each) => each !== undefined));
    if (inside === undefined) continue;
    if (kind === "start") inside.starts += 1;
    if (kind === "divider") inside.dividers += 1;
    if (kind === "group") {
      inside.groups += 1;
      open.push({ starts: 0, groups: 0, dividers: 0 });
    }
    if (kind === "close") {
      open.pop();
      if (open.length === 0) return [...faults, "closed more often than opened"];
      // A group begins somewhere, or is made of groups side by side.
      const isParallel = inside.groups > 0 && inside.dividers === inside.groups - 1;
      if (inside.starts !== 1 && !isParallel) faults.push("a group does not say where it begins");
    }
  }
  if (open.length !== 1) faults.push("a group is not closed");
  const [outermost] = open;
  if (outermost?.starts !== 1 && outermost?.groups !== 1)
    faults.push("the diagram does not say where it begins");
  return [...faults, ...used.filter((each) => !declared.has(each)).map((each) => `not declared: ${each}`)];
}
