// Where a code can be seen by somebody that it was not sent to.
import type { CodeShown } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import { parts } from "../values.ts";
import type { CodeRecords } from "./records.ts";
import { codePlace, sameSpot } from "./places.ts";
import { keepsAnything, type SlotClaim, type Writer } from "./slots.ts";

/** Where the codes of a slot are shown. */
export function shownOf(
  records: CodeRecords,
  claim: SlotClaim,
  writers: readonly Writer[],
  entry: Entry,
): readonly CodeShown[] {
  const number = records.episodes.get(entry)?.number ?? -1;
  const given = claim.given === null ? undefined : [...parts(claim.given)].find(({ k }) => k === "input");
  return [
    ...seenOf(records, writers),
    ...(isHidden(writers) || keepsAnything(claim)
      ? []
      : records.shown.ofSlot(claim.store, claim.path, claim.filter)
    ).map((one) => ({
      ...one,
      what: "code" as const,
    })),
    ...(given?.k === "input" ? records.shown.ofInput(given.path, number) : []).map((one) => ({
      ...one,
      what: "given" as const,
    })),
    ...inTokens(records, claim, writers),
  ];
}

/** Where what somebody made is shown. */
export function seenOf(records: CodeRecords, writers: readonly Writer[]): readonly CodeShown[] {
  const ids = new Set<number>();
  for (const { value } of writers)
    if (value !== undefined) for (const part of parts(value)) if (part.k === "fresh") ids.add(part.id);
  return records.shown.ofMade(ids).map((one) => ({ ...one, what: "code" }));
}

/** A code inside a token that is signed, not encrypted, and handed to the caller. */
function inTokens(records: CodeRecords, claim: SlotClaim, writers: readonly Writer[]): readonly CodeShown[] {
  if (!claim.store.startsWith("token:")) return [];
  return writers.flatMap((writer) => {
    if (writer.value === undefined || writer.value.k === "hash") return [];
    const token = (records.kept.get(claim.store) ?? []).find(
      (one) => one.path === "#token" && sameSpot(one.spot, writer.spot),
    );
    const answered = token !== undefined && [...token.atoms].some((atom) => records.answered.has(atom));
    return answered
      ? [
          {
            ...codePlace(writer.spot),
            what: "code" as const,
            source: "",
            where: "answer" as const,
            guarded: false,
          },
        ]
      : [];
  });
}

/** Whether what the store holds is only a hash of the code. */
function isHidden(writers: readonly Writer[]): boolean {
  return writers.length > 0 && writers.every(({ value }) => value?.k === "hash");
}
