// Who does it, and what one more victim costs them, in one sentence.
import { type AttackerClass, scenarioById, type ScenarioRef, variantOf } from "../../simulator/index.ts";

const attackerClasses: Readonly<Record<AttackerClass, string>> = {
  "bulk-remote": "anybody, from anywhere",
  "targeted-remote": "somebody from anywhere who has picked this person",
  "thief-nearby": "somebody nearby",
  insider: "somebody who works where the person is a customer",
  "operator-level": "somebody with access to the phone network",
};

/** The attacker and the effort of a scenario; undefined for a failure, which nobody does. */
export function attackerText(ref: ScenarioRef): string | undefined {
  const scenario = scenarioById(ref.id);
  const variant = scenario.variants.find(({ id }) => id === variantOf(ref));
  const attacker = variant?.attacker ?? scenario.attacker;
  const effort = variant?.effort ?? scenario.effort;
  if (attacker === undefined || effort === undefined) return undefined;
  const scale = effort === "bulk" ? "one effort serves against many" : "every victim is work anew";
  return `${attackerClasses[attacker]}; ${scale}`;
}
