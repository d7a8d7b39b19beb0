// Reads connections and factors of Auth0 that Terraform makes. What they mean is the same as in a tenant's own files.
// auth0/terraform-provider-auth0 was read in its documentation as of August 2026; what it is not told of factors, it leaves as
// it is.
import type { ConfiguredAuth } from "../../configured.ts";
import { doorOf, factorsOf, type Guardian } from "./auth0.ts";
import { asSureAs, type ResourcesOf } from "./terraform-resources.ts";
import { textAt, textsAt, type Written, writtenAt } from "./written.ts";

/** What the connections and the factors in a file come to. */
export function authsInAuth0(file: string, resourcesOf: ResourcesOf): readonly ConfiguredAuth[] {
  const [first, ...others] = resourcesOf("auth0_guardian");
  const guardian = first === undefined || others.length > 0 ? undefined : guardianOf(first.written);
  const tenant = {
    guardian: guardian ?? { factors: new Map(), policies: undefined },
    hasResetActions: resourcesOf("auth0_trigger_actions").some(
      ({ written }) => textAt(written, "trigger") === "password-reset-post-challenge",
    ),
    unknowns:
      guardian === undefined ? ["whether a second factor is asked for, which this file does not say"] : [],
  };
  return [
    ...resourcesOf("auth0_connection").flatMap((resource) => {
      const { name, written } = resource;
      // Other services that people come from can have options of the same names.
      if (!/^(?:auth0|sms)$/.test(textAt(written, "strategy") ?? "")) return [];
      return doorOf(file, written, tenant, name).map((auth) => asSureAs(resource, auth));
    }),
    ...(guardian === undefined || first === undefined
      ? []
      : factorsOf(file, guardian).map((auth) => asSureAs(first, auth))),
  ];
}

/** Factors by their names in a tenant, with the names that they have here. */
const names: readonly (readonly [name: string, here: string])[] = [
  ["sms", "phone"],
  ["otp", "otp"],
  ["push-notification", "push"],
  ["duo", "duo"],
  ["email", "email"],
  ["webauthn-roaming", "webauthn_roaming"],
  ["webauthn-platform", "webauthn_platform"],
  ["recovery-code", "recovery_code"],
];

function guardianOf(written: Written): Guardian {
  const factors = names.flatMap(([name, here]) => {
    const told = writtenAt(written, here);
    return told === undefined ? [] : [[name, factorOf(told)] as const];
  });
  const policy = textAt(written, "policy");
  return {
    factors: new Map(factors),
    policies: policy === undefined ? undefined : policy === "never" ? [] : [policy],
  };
}

/** A factor is a switch, or a block, which older providers took for one that is on. */
function factorOf(told: Written): Written {
  const { place } = told;
  const types = textsAt(told, "message_types");
  const isByVoiceAlone = types !== undefined && !types.includes("sms");
  const enabled: Written =
    told.is !== "table"
      ? told
      : isByVoiceAlone
        ? { is: "value", value: false, place }
        : (writtenAt(told, "enabled") ?? { is: "value", value: true, place });
  return { is: "table", entries: new Map([["enabled", enabled]]), place };
}
