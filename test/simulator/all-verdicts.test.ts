// Keeps every verdict of every example setup under every scenario as text, so that each change is seen and reviewed.
// What was reasoned by hand is in `expected-verdicts.ts` and `reasoned-cells/`; this is the rest.
import { expect, test } from "vitest";
import { scenarios, verdicts } from "../../simulator/index.ts";
import type { Setup, Verdict } from "../../simulator/index.ts";
import { exampleSetup, exampleSetupIds } from "./example-setups.ts";

test.each(exampleSetupIds)("%s has the verdicts that were reviewed", async (id) => {
  await expect(verdictsAsText(exampleSetup(id))).toMatchFileSnapshot(`./all-verdicts/${id}.txt`);
});

/** One line for each scenario and variant, and in it the accounts to which something happens. */
function verdictsAsText(setup: Setup): string {
  const references = scenarios.flatMap((scenario) =>
    scenario.variants.map((variant) => ({ id: scenario.id, variant: variant.id })),
  );
  const lines = references.map((ref) => {
    const struck = verdicts(setup, ref).flatMap((verdict) => {
      const text = asText(verdict);
      return text === undefined ? [] : [text];
    });
    return `${ref.id}/${ref.variant}: ${struck.length === 0 ? "-" : struck.join("; ")}`;
  });
  return `${setup.title}\n\n${lines.join("\n")}\n`;
}

/** Undefined where nobody else gets in and everything still works. */
function asText({
  account,
  attacker,
  owner,
  recoverableAfter,
  obtained,
  blocked,
}: Verdict): string | undefined {
  if (attacker === "safe" && owner === "signed-in" && blocked.length === 0) return undefined;
  const hours = (recoverableAfter ?? 0) / 3_600_000;
  return [
    account,
    ...(attacker === "safe" ? [] : [attacker]),
    hours === 0 ? owner : `${owner} after ${hours}h`,
    ...(obtained.length === 0 ? [] : [`obtained ${obtained.join("+")}`]),
    ...(blocked.length === 0 ? [] : [`blocked ${blocked.join("+")}`]),
  ].join(" ");
}
