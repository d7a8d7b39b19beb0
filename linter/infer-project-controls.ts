// What was read of the codes of an account, as the controls of a setup: of several codes the weakest counts.
import type { Remark } from "./extracted.ts";
import type { CodeChecked, CodeFacts, CodeKept, CodeMade, Flow, ProofKind } from "./flow.ts";
import type { AccountInput } from "./infer-project-parts.ts";

type ControlsInput = NonNullable<AccountInput["controls"]>;

/** Controls that were read, each with what speaks for it, and what is not known of the others. */
export interface ReadControls {
  readonly controls: ControlsInput;
  readonly remarks: readonly { readonly key: keyof ControlsInput; readonly remark: Remark }[];
  readonly unknown: readonly (keyof ControlsInput)[];
}

const sent: ReadonlySet<ProofKind> = new Set([
  "sms-code",
  "voice-code",
  "whatsapp-code",
  "email-code",
] as const);

/** The controls of an account whose flows these are. */
export function controlsOf(flows: readonly Flow[]): ReadControls {
  const proofs = flows.flatMap((flow) => flow.proofs).filter(({ kind }) => sent.has(kind));
  if (proofs.length === 0) return { controls: {}, remarks: [], unknown: [] };
  const facts = proofs.flatMap(({ code }) => code ?? []);
  const found = [lengthOf(facts), lifetimeOf(facts), attemptsOf(facts), onceOf(facts)];
  const read = found.flatMap((one) => ("key" in one ? [one] : []));
  return {
    controls: Object.fromEntries(read.map(({ key, value }) => [key, value])),
    remarks: read.map(({ key, remark }) => ({ key, remark })),
    unknown: found.flatMap((one) => ("key" in one ? [] : [one.unknown])),
  };
}

type Found<Key extends keyof ControlsInput = keyof ControlsInput> =
  | { readonly key: Key; readonly value: NonNullable<ControlsInput[Key]>; readonly remark: Remark }
  | { readonly unknown: Key };

function lengthOf(facts: readonly CodeFacts[]): Found {
  const made = facts
    .flatMap((one) => one.made)
    .filter((one): one is CodeMade & { choices: number } => one.choices !== undefined && !one.guarded);
  const least = smallest(made, ({ choices }) => choices);
  if (least === undefined) return { unknown: "codeLength" };
  // Numbers from 100,000 to 999,999 have six digits, although fewer than a million of them can come out.
  const digits = Math.min(8, Math.floor(Math.log10(least.choices) + 0.05));
  if (digits < 4) return { unknown: "codeLength" };
  return {
    key: "codeLength",
    value: digits,
    remark: { at: least.place, text: `${least.choices} codes can come out` },
  };
}

function lifetimeOf(facts: readonly CodeFacts[]): Found {
  const kept = facts.flatMap((one) => one.kept);
  const endless = kept.find(({ ends }) => ends === "no");
  if (endless !== undefined)
    return {
      key: "codeLifetime",
      value: "9999d",
      remark: { at: endless.place, text: "kept without an end; a setup can say 9999 days at most" },
    };
  const longest = smallest(
    kept.filter((one): one is CodeKept & { lifetime: number } => (one.lifetime ?? 0) > 0),
    ({ lifetime }) => -lifetime,
  );
  if (longest === undefined) return { unknown: "codeLifetime" };
  return {
    key: "codeLifetime",
    value: durationText(longest.lifetime),
    remark: { at: longest.place, text: `kept for ${durationText(longest.lifetime)}` },
  };
}

function attemptsOf(facts: readonly CodeFacts[]): Found {
  const open = checkedIn(facts, ({ limited }) => limited === "no");
  if (open === undefined) return { unknown: "attempts" };
  return {
    key: "attempts",
    value: "unlimited",
    remark: { at: open.place, text: "checked without counting wrong codes" },
  };
}

function onceOf(facts: readonly CodeFacts[]): Found {
  const left = checkedIn(facts, ({ consumed, alsoFor }) => consumed === "no" || alsoFor.length > 0);
  if (left === undefined) return { unknown: "oneTimeUse" };
  return {
    key: "oneTimeUse",
    value: false,
    remark: { at: left.place, text: "checked, and still good afterwards or for something else" },
  };
}

function checkedIn(
  facts: readonly CodeFacts[],
  isSo: (checked: CodeChecked) => boolean,
): CodeChecked | undefined {
  return facts.flatMap((one) => one.checked).find(isSo);
}

function smallest<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>(
    (best, one) => (best === undefined || measure(one) < measure(best) ? one : best),
    undefined,
  );
}

/** A length of time as setups write it, rounded up to a unit of which there are at most 9999. */
export function durationText(milliseconds: number): string {
  for (const [unit, length] of [
    ["d", 86_400_000],
    ["h", 3_600_000],
    ["m", 60_000],
    ["s", 1_000],
  ] as const)
    if (milliseconds % length === 0 && milliseconds / length <= 9_999)
      return `${milliseconds / length}${unit}`;
  const seconds = Math.ceil(milliseconds / 1_000);
  return seconds <= 9_999 ? `${seconds}s` : `${Math.min(9_999, Math.ceil(seconds / 60))}m`;
}
