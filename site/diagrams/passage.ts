// What travels in one step of a play, and past whom: read off an entry of the trail.
import type { TrailEntry } from "../../simulator/index.ts";
import type { Party } from "./marks.tsx";
import type { Passage } from "./stage.tsx";

/** The parties that an entry passes, and what is written on its parcel: the code it carries, else its channel. */
export function passageOf(
  entry: TrailEntry,
  channelWords: Readonly<Record<TrailEntry["channel"], string>>,
): Passage {
  const { code } = entry.what.params;
  return {
    ...wayOf(entry),
    channel: entry.channel,
    parcel: code === undefined ? channelWords[entry.channel] : String(code),
  };
}

function wayOf({ actor, channel, to, what }: TrailEntry): Pick<Passage, "through" | "isStopped"> {
  const from: Party = actor === "chance" ? "owner" : actor;
  const end = to === undefined ? from : partyAt(to);
  // Texts start at the service, whoever reports them; one that ends at its line is held there by the carrier.
  if (channel === "text" && actor === "carrier")
    return end === "carrier"
      ? { through: ["service", "carrier"], isStopped: true }
      : { through: ["service", "carrier", end], isStopped: false };
  // The service reports the code that it accepts, but it was the other who brought it.
  if (what.id === "accepted-code") return { through: [end, from], isStopped: false };
  return { through: from === end || channel === "none" ? [from] : [from, end], isStopped: false };
}

/** The party at an actor's id: a line belongs to the carrier, an account to its service, a handset to its owner. */
function partyAt(id: string): Party {
  if (id === "attacker" || id === "owner") return id;
  const kind = id.split(":", 1)[0];
  return kind === "line" ? "carrier" : kind === "handset" ? "owner" : "service";
}
