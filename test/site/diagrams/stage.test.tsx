// The stage: who acts, what passes whom, and what is stopped on the way.
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { story, type ScenarioRef } from "../../../simulator/index.ts";
import { passageOf } from "../../../site/diagrams/passage.ts";
import { Stage } from "../../../site/diagrams/stage.tsx";
import { words } from "../../../site/i18n/index.ts";
import { exampleSetup } from "../examples.ts";

function passages(setup: string, scenario: ScenarioRef) {
  return story(exampleSetup(setup), scenario).steps.map(({ entry }) => ({
    entry,
    passage: passageOf(entry, words.channel),
  }));
}

describe("what passes whom", () => {
  test("a text in a SIM swap goes from the service over the carrier to the attacker, with its code on it", () => {
    const text = passages("one-phone-for-everything", { id: "sim-swap" }).find(
      ({ entry }) => entry.channel === "text" && entry.to === "attacker",
    );
    expect(text?.passage.through).toEqual(["service", "carrier", "attacker"]);
    expect(text?.passage.parcel).toMatch(/^\d{6}$/u);
    expect(text?.passage.isStopped).toBe(false);
  });

  test("a code that a service accepts goes to the service, from whoever brought it", () => {
    const accepted = passages("one-phone-for-everything", { id: "sim-swap" }).find(
      ({ entry }) => entry.what.id === "accepted-code",
    );
    expect(accepted?.passage.through).toEqual(["attacker", "service"]);
    expect(accepted?.passage.parcel).toMatch(/^\d{6}$/u);
  });

  test("a text that the carrier's filter drops is stopped at the carrier", () => {
    const dropped = passages("five-banks-and-a-charity", { id: "carrier-block" }).find(
      ({ entry }) => entry.what.id === "text-blocked",
    );
    expect(dropped?.passage.through).toEqual(["service", "carrier"]);
    expect(dropped?.passage.isStopped).toBe(true);
  });

  test("what happens to somebody without travelling stays with them", () => {
    const [lost] = passages("one-phone-for-everything", { id: "lost-phone" });
    expect(lost?.passage.through).toEqual(["owner"]);
  });

  test("every step of every example has a way that the stage can draw", () => {
    for (const id of ["sim-swap", "ss7-interception", "lost-phone", "carrier-block"] as const)
      for (const { passage } of passages("one-phone-for-everything", { id }))
        for (const shape of ["wide", "narrow"] as const) {
          const svg = renderToString(
            <Stage
              passage={passage}
              shape={shape}
              words={{ label: words.stage.label, party: words.party }}
            />,
          );
          expect(svg).not.toContain("NaN");
          expect(svg.match(/class="leg /gu)?.length ?? 0).toBe(passage.through.length - 1);
        }
  });
});
