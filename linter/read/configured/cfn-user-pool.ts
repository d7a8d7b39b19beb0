// Reads user pools written as CloudFormation takes them: `new CfnUserPool(…)`, and templates that stand in code.
// aws-cdk-lib 2.276.0 was read in its types, which quote the template's reference.
import { staticValue } from "../lookup.ts";
import { textsOf } from "../values.ts";
import { callsInto, type CallSite, expressionsOf, placeOf } from "./calls.ts";
import { isCdk } from "./cdk-cognito.ts";
import { servesMachines } from "./machine-pool.ts";
import { type Options, optionsOf } from "./options.ts";
import { overriddenAt, type Overrides } from "./overrides.ts";
import { authOfPool, type Pool } from "./pool.ts";
import type { Reader } from "./reader.ts";
import { templatePool } from "./template-pool.ts";

export const cfnUserPool: Reader = (run, facts, { overrides }) => {
  if (servesMachines(facts)) return [];
  const pools: Pool[] = [];
  for (const { call, site } of callsInto(run, facts, isCdk, /^CfnUserPool$/)) {
    const id = call.a[1] === undefined ? undefined : textsOf(staticValue(run, call.a[1], site.scope))[0];
    if (call.made) pools.push(poolOf(site, optionsOf(site, call.a[2]), id, overrides));
  }
  for (const { e, part } of expressionsOf(facts)) {
    if (e.k !== "object") continue;
    const type = e.props.find(([key]) => key === "Type");
    if (type?.[1].k !== "lit" || type[1].v !== "AWS::Cognito::UserPool" || type[2] === undefined) continue;
    const site = { run, facts, scope: part.scope, at: type[2], around: part.around };
    pools.push(
      poolOf(site, optionsOf(site, e.props.find(([key]) => key === "Properties")?.[1]), undefined, overrides),
    );
  }
  return pools.map(authOfPool).filter((auth) => auth !== undefined);
};

function poolOf(site: CallSite, options: Options, id: string | undefined, overrides: Overrides): Pool {
  const pool = templatePool(options, {
    place: placeOf(site),
    subject: id === undefined ? "a user pool" : `the user pool "${id}"`,
    symbol: `${site.facts.file}#${[site.around, id ?? ""].filter((part) => part !== "").join(".")}`,
  });
  const overridden = overriddenAt(overrides, site.facts.file);
  return {
    ...pool,
    recovery: overridden.recovery === "none" ? pool.recovery : overridden.recovery,
    factors: overridden.factors ? undefined : pool.factors,
  };
}
