// What a control is where nobody writes it.
import { describe, expect, test } from "vitest";
import { controlDefault } from "../../../simulator/model/control-default.ts";
import { controls } from "../../../simulator/model/controls.ts";
import type { ControlId } from "../../../simulator/model/controls.ts";

describe("a control that is left out", () => {
  test.each([
    ["sim-change", "personal-data"],
    ["port-out-proof", "letter"],
    ["abroad", "calls-only"],
    ["attempts", "5"],
    ["one-time-use", "true"],
    ["code-lifetime", "10m"],
    ["reacts-within", "12h"],
    ["previews", "true"],
    ["number-matching", "approve"],
    ["notifies", "none"],
  ] as const)("%s is %s", (id, value) => {
    expect(controlDefault(id)).toBe(value);
  });

  test.each(["hold-after-change", "push-limit", "recovery-wait"] as const)("%s is not there", (id) => {
    expect(controlDefault(id)).toBeUndefined();
  });

  test("is one of those that the schema knows", () => {
    const known = (Object.keys(controls) as ControlId[]).filter((id) => controlDefault(id) !== undefined);
    expect(known.length).toBeGreaterThan(25);
  });
});
