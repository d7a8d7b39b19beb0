// How a code, or a password that is made for somebody, was made.
import type { CodeMade } from "../../flow.ts";
import { isCodeName } from "../names.ts";
import { parts, type Spot, unhashed, type Value } from "../values.ts";
import { choicesOf, originsIn } from "./origins.ts";
import { codePlace } from "./places.ts";
import type { CodeRecords } from "./records.ts";
import { lastName, type SlotClaim, type Writer } from "./slots.ts";

/** How the codes that lie in a slot are made, fixed ones among them. */
export function madeOf(
  records: CodeRecords,
  { store, path }: SlotClaim,
  writers: readonly Writer[],
): readonly CodeMade[] {
  const values = [
    ...writers.map(({ value, spot }) => ({ value, spot, guarded: false })),
    ...(records.kept.get(store) ?? []).filter((one) => one.path === path && one.value.k === "const"),
  ];
  return values.flatMap(({ value, spot, guarded }) =>
    value === undefined ? [] : madeIn(value, spot, guarded, path),
  );
}

function madeIn(value: Value, spot: Spot, guarded: boolean, path: string): readonly CodeMade[] {
  const inner = unhashed(value);
  if (inner.k === "const") {
    if (!isCodeName(lastName(path)) && path !== "") return [];
    if (!/^\d{4,8}$/.test(String(inner.v)) || typeof inner.v !== "string") return [];
    return [
      {
        ...codePlace(inner.spot ?? spot),
        how: "fixed",
        source: "",
        choices: 1,
        guarded: guarded || inner.guarded === true,
      },
    ];
  }
  const origins = originsIn(inner);
  if (origins.length === 0) {
    const clock = [...parts(inner)].some((part) => part.k === "any" && /^(now|getTime)$/.test(part.name));
    const other = [...parts(inner)].some(({ k }) => k === "fresh" || k === "package");
    return clock && !other && isCodeName(lastName(path))
      ? [{ ...codePlace(spot), how: "guessable", source: "Date.now", guarded }]
      : [];
  }
  const choices = choicesOf(inner);
  return origins.map((origin) => ({
    ...codePlace(origin.spot),
    how: origin.how,
    source: origin.source,
    guarded: origin.guarded,
    ...(choices === undefined ? {} : { choices }),
  }));
}

/** How a password was made, unless somebody chose it. */
export function passwordMade(written: Value): readonly CodeMade[] {
  return originsIn(written).map(({ spot, how, source, guarded }) => ({
    ...codePlace(spot),
    how,
    source,
    guarded,
  }));
}
