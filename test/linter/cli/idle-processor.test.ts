// When a second thread is worth a processor.
import { expect, test } from "vitest";
import { hasIdleProcessor } from "../../../linter/cli/idle-processor.ts";

test("a machine of one processor has none to spare, however idle it is", () => {
  expect(hasIdleProcessor(1, 0)).toBe(false);
});

test("two processors can spare one, until other programs want them", () => {
  expect(hasIdleProcessor(2, 0.1)).toBe(true);
  expect(hasIdleProcessor(2, 5)).toBe(false);
  expect(hasIdleProcessor(16, 5)).toBe(true);
});
