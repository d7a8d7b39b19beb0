// Which scenarios stand together in lists: attacks by what they strike at, then failures.
import { scenarioById, type ScenarioId } from "../simulator/index.ts";

/** What a group of scenarios strikes at, in the order in which lists have them. */
export const scenarioGroups = ["number", "phone", "code", "recovery", "failure"] as const;

export type ScenarioGroup = (typeof scenarioGroups)[number];

/** The attacks of each group, as DESIGN tells them. What an attack strikes does not say it: many strike a number to get a code. */
const attacks: Readonly<Record<Exclude<ScenarioGroup, "failure">, readonly string[]>> = {
  number: [
    "sim-swap",
    "port-out",
    "text-rerouting",
    "ss7-interception",
    "aggregator-insider",
    "voicemail-interception",
    "call-forwarding",
    "recycled-number",
  ],
  phone: ["stolen-phone", "borrowed-phone", "malware", "stolen-laptop"],
  code: [
    "phishing-relay",
    "code-call",
    "code-guessing",
    "code-replay",
    "push-bombing",
    "seed-database-breach",
    "seed-copy-stolen",
    "authenticator-cloud-taken",
  ],
  recovery: [
    "password-breach",
    "reset-chain",
    "reset-skips-second-factor",
    "factor-removal-by-text",
    "support-desk-talked-round",
    "two-factor-switched-off",
  ],
};

/** The group of a scenario. An attack that stands in none stops the build and says where it belongs. */
export function groupOf(id: ScenarioId): ScenarioGroup {
  if (scenarioById(id).kind === "failure") return "failure";
  const found = scenarioGroups.find((group) => group !== "failure" && attacks[group].includes(id));
  if (found === undefined)
    throw new Error(`the attack "${id}" stands in no group of site/scenario-groups.ts`);
  return found;
}
