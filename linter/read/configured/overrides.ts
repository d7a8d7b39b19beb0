// Finds settings of a user pool that are changed below its construct: `cfnUserPool.addPropertyOverride(…)` and the like.
import type { Place } from "../../flow.ts";
import type { Expr, FileFacts } from "../facts.ts";
import { staticValue } from "../lookup.ts";
import { dirname } from "../paths.ts";
import type { Run } from "../run.ts";
import { nothing, textsOf, type Value } from "../values.ts";
import { expressionsOf } from "./calls.ts";
import type { PoolRecovery } from "./pool.ts";
import { recoveryOfMechanisms } from "./recovery-mechanisms.ts";

interface Override {
  readonly folder: string;
  readonly what: "recovery" | "factors";
  /** What it is set to; undefined where that could not be read, or where it is taken away. */
  readonly recovery: PoolRecovery | undefined;
}

/** All overrides of a project. */
export type Overrides = readonly Override[];

/** What is overridden for a pool in a file. `none`: nothing is. */
export interface Overridden {
  readonly recovery: PoolRecovery | "none" | undefined;
  readonly factors: boolean;
}

/** The overrides that hold for a file: those written in its folder or above, as a backend does for its resources. */
export function overriddenAt(overrides: Overrides, file: string): Overridden {
  const holding = overrides.filter(({ folder }) => folder === "." || file.startsWith(`${folder}/`));
  const recovery = holding.filter(({ what }) => what === "recovery");
  const [only, ...others] = recovery;
  return {
    // With several of them it is not known which pool each is for.
    recovery: only === undefined ? "none" : others.length === 0 ? only.recovery : undefined,
    factors: holding.some(({ what }) => what === "factors"),
  };
}

export function overridesIn(run: Run, files: readonly FileFacts[]): Overrides {
  return files.flatMap((facts) =>
    expressionsOf(facts).flatMap(({ e, part }): Override[] => {
      const found = overrideOf(e, (inner) => staticValue(run, inner, part.scope));
      if (found === undefined) return [];
      const place: Place = { file: facts.file, line: found.at[0], column: found.at[1] };
      return [
        {
          folder: dirname(facts.file),
          what: found.what,
          recovery: found.what === "recovery" ? recoveryOfMechanisms(found.value, place) : undefined,
        },
      ];
    }),
  );
}

interface Found {
  readonly what: Override["what"];
  readonly value: Value;
  readonly at: readonly [number, number];
}

function overrideOf(e: Expr, valueOf: (e: Expr) => Value): Found | undefined {
  if (e.k === "assign" && e.to.k === "get") {
    const what = aspectOf(e.to.p);
    return what === undefined ? undefined : { what, value: valueOf(e.v), at: e.at };
  }
  if (e.k !== "call" || e.f.k !== "get") return undefined;
  if (!/^(addPropertyOverride|addOverride|addPropertyDeletionOverride|addDeletionOverride)$/.test(e.f.p))
    return undefined;
  const path = e.a[0] === undefined ? undefined : textsOf(valueOf(e.a[0]))[0];
  if (path === undefined) return undefined;
  const [name = "", ...deeper] = path.replace(/^Properties\./, "").split(".");
  const what = aspectOf(name);
  if (what === undefined) return undefined;
  const given = e.a[1] === undefined ? nothing : valueOf(e.a[1]);
  // `AccountRecoverySetting.RecoveryMechanisms` sets the list itself; anything deeper changes a part of it.
  const value: Value =
    deeper.length === 0
      ? given
      : deeper.length === 1
        ? { k: "object", props: { [deeper[0] ?? ""]: given }, rest: [], model: null }
        : nothing;
  return { what, value, at: e.at };
}

function aspectOf(property: string): Override["what"] | undefined {
  if (/^accountRecoverySetting$/i.test(property)) return "recovery";
  return /^(mfaConfiguration|enabledMfas)$/i.test(property) ? "factors" : undefined;
}
