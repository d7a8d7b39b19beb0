// What it takes to have a code sent, and what the answer tells of accounts.
import type { CodeAsked, Place } from "../../flow.ts";
import { isCodeName } from "../names.ts";
import type { Claim, Value } from "../values.ts";
import { type Episode, limitAround, limitedInside } from "./checks.ts";
import { placeOf } from "./places.ts";
import type { Surroundings } from "./surroundings.ts";

/** What is asked of somebody who wants a code to be sent. */
export function askedAt({ entry, happenings }: Episode, surroundings: Surroundings): CodeAsked {
  const { point } = entry;
  const sends = happenings.filter((one) => one.k === "sent");
  const limited =
    limitAround(entry, surroundings) !== "no" ||
    limitedInside(happenings) ||
    // A pause between two texts, a count of those sent, a picture that has to be read.
    happenings.some(
      (one) =>
        one.k === "bounded" || one.k === "aged" || (one.k === "unfollowed" && /captcha/i.test(one.name)),
    );
  const tells = tellingIn(happenings);
  const open = sends.filter(({ claims }) => claims.every(provesNothing));
  const newcomers = open.length > 0 && open.every(({ toStranger }) => toStranger === true);
  return {
    place: point.place,
    within: point.symbol.replace(/^.*#/, ""),
    entry: point.name,
    open: point.framework !== "other" && open.length > 0,
    limited,
    ...(newcomers ? { newcomers } : {}),
    ...(tells === undefined ? {} : { tells }),
  };
}

/** Somebody who is named by a number or an address has shown nothing yet. */
function provesNothing(claim: Claim): boolean {
  if (claim.k === "slot") return !isCodeName(claim.path.slice(claim.path.lastIndexOf(".") + 1));
  return claim.k === "carried" || claim.k === "mark";
}

function tellingIn(happenings: Episode["happenings"]): Place | undefined {
  for (const one of happenings)
    if (one.k === "answered" && one.spot !== undefined && one.values.some(saysUnknown))
      return placeOf(one.spot);
  return undefined;
}

/** `No account with this number`. */
function saysUnknown(value: Value, depth = 0): boolean {
  if (depth > 3) return false;
  if (value.k === "const")
    return (
      typeof value.v === "string" &&
      /(user|account|member|customer|phone|number|mobile|e-?mail)\b.{0,30}\b(not (found|registered|exist)|(does|do)(n.t| not) exist|unknown|is ?n.t registered)|\bno (such )?(user|account|member)\b/i.test(
        value.v,
      )
    );
  if (value.k === "object") return Object.values(value.props).some((one) => saysUnknown(one, depth + 1));
  return value.k === "text" && value.parts.some((one) => saysUnknown(one, depth + 1));
}
