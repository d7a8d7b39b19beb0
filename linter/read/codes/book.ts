// For each code that is checked, how it was made, kept, checked and shown, as flows tell it.
import type { CodeAsked, CodeChecked, CodeFacts, CodeMade, CodePlace } from "../../flow.ts";
import type { Entry } from "../entries/index.ts";
import type { Happening } from "../events.ts";
import type { Followed } from "../linking/occurrences.ts";
import { type Claim, claimKey, type Spot } from "../values.ts";
import { askedAt } from "./asking.ts";
import { checkedAt, checkedElsewhere } from "./checking.ts";
import { isInMessage, keptOf, seedsIn } from "./keeping.ts";
import { madeOf } from "./making.ts";
import { CodeRecords } from "./records.ts";
import { codePlace, sameSpot } from "./places.ts";
import { seenOf, shownOf } from "./showing.ts";
import { cognitoChallenge, isCodeSlot, type SlotClaim, type Writer } from "./slots.ts";
import type { Surroundings } from "./surroundings.ts";

type Sent = Extract<Happening, { k: "sent" }> & { readonly entry: Entry };

/** Answers what was read of the code that a claim asks for. */
export class CodeBook {
  private readonly records: CodeRecords;
  private readonly known = new Map<string, CodeFacts>();

  constructor(followed: readonly Followed[], surroundings: Surroundings) {
    this.records = new CodeRecords(followed, surroundings);
  }

  /** A code that lies in a store. */
  ofSlot(claim: SlotClaim, all: readonly Writer[], entry: Entry): CodeFacts {
    if (!isCodeSlot(claim)) return nothingRead;
    const writers = this.records.relevant(all, claim);
    if (claim.store === cognitoChallenge) return this.ofChallenge(claim, writers, entry);
    return this.once(claimKey(claim), claim.spot, entry, () => ({
      made: distinct(madeOf(this.records, claim, writers)),
      kept: distinct(keptOf(this.records, claim)),
      checked: distinct([
        ...checkedAt(this.records, claim, writers, entry),
        ...checkedElsewhere(this.records, claim, writers, entry),
      ]),
      shown: distinct(shownOf(this.records, claim, writers, entry)),
      accepted: distinct(this.acceptedFor(claim, entry)),
      asked: distinct(this.askedOf(writers)),
      ...(isInMessage(this.records, writers) ? { inMessage: true as const } : {}),
    }));
  }

  /** A code that Cognito keeps for one sign-in. For how long and for how many answers is not decided where it is checked. */
  private ofChallenge(claim: SlotClaim, writers: readonly Writer[], entry: Entry): CodeFacts {
    return this.once(claimKey(claim), claim.spot, entry, () => ({
      ...nothingRead,
      made: distinct(madeOf(this.records, claim, writers)),
      shown: distinct(shownOf(this.records, claim, writers, entry)),
      accepted: distinct(this.acceptedFor(claim, entry)),
    }));
  }

  /** A token that is signed and sent. */
  ofToken(claim: Extract<Claim, { k: "token" }>, writers: readonly Writer[], entry: Entry): CodeFacts {
    return this.once(claimKey(claim), claim.spot, entry, () => ({
      ...nothingRead,
      shown: seenOf(
        this.records,
        writers.filter((writer) => !this.records.isHandedOver(writer)),
      ),
      asked: this.askedOf(writers),
    }));
  }

  /** A code that a provider makes, keeps and checks. */
  ofManaged(claim: Extract<Claim, { k: "managed" }>, send: Sent, entry: Entry): CodeFacts {
    const made: CodeMade = {
      ...codePlace(send.spot),
      how: "by-provider",
      source: send.provider,
      guarded: false,
    };
    const checked: CodeChecked = {
      ...codePlace(claim.spot),
      loose: "no",
      limited: "by-provider",
      consumed: "by-provider",
      alsoFor: [],
      complete: true,
    };
    return this.once(
      `${claimKey(claim)} ${send.spot.file}:${send.spot.at.join(":")}`,
      claim.spot,
      entry,
      () => ({
        ...nothingRead,
        made: [made],
        checked: [checked],
        asked: this.askedOf([send]),
      }),
    );
  }

  /** A code of an authenticator app: how far its clock may be off, and where its seed lies. */
  ofApp(claim: Extract<Claim, { k: "totp" | "passkey" | "recovery-code" }>, entry: Entry): CodeFacts {
    const steps = this.records.episodes
      .get(entry)
      ?.happenings.find((one) => one.k === "drifting" && sameSpot(one.spot, claim.spot));
    return {
      ...nothingRead,
      kept: claim.k === "totp" ? seedsIn(this.records) : [],
      checked:
        steps?.k === "drifting"
          ? [
              {
                ...codePlace(claim.spot),
                loose: "no",
                limited: "unknown",
                consumed: "unknown",
                alsoFor: [],
                complete: true,
                drift: steps.steps,
              },
            ]
          : [],
    };
  }

  private once(key: string, spot: Spot, entry: Entry, work: () => CodeFacts): CodeFacts {
    const whole = `${key} ${spot.file}:${spot.at.join(":")} ${this.records.episodes.get(entry)?.number ?? ""}`;
    const known = this.known.get(whole);
    if (known !== undefined) return known;
    const facts = work();
    this.known.set(whole, facts);
    return facts;
  }

  private acceptedFor(claim: SlotClaim, entry: Entry): CodeFacts["accepted"] {
    const { given } = claim;
    if (given?.k !== "input") return [];
    return (this.records.episodes.get(entry)?.happenings ?? []).flatMap((one) =>
      one.k === "accepted" && one.given === given.path
        ? [{ ...codePlace(one.spot), guarded: one.guarded }]
        : [],
    );
  }

  private askedOf(writers: readonly Writer[]): readonly CodeAsked[] {
    return [...new Set(writers.map(({ entry }) => entry))].flatMap((entry) => {
      const episode = this.records.episodes.get(entry);
      return episode === undefined ? [] : [askedAt(episode, this.records.surroundings)];
    });
  }
}

const nothingRead: CodeFacts = { made: [], kept: [], checked: [], shown: [], accepted: [], asked: [] };

/** Each place once: many paths lead through it. */
function distinct<T extends CodePlace>(all: readonly T[]): readonly T[] {
  const byPlace = new Map<string, T>();
  for (const one of all) {
    const { file, line, column } = one.place;
    const key = `${file}:${line}:${column}`;
    const known = byPlace.get(key);
    // What some path reaches without a look at where the program runs is not for development only.
    if (known === undefined || ("guarded" in known && "guarded" in one && known.guarded && !one.guarded))
      byPlace.set(key, one);
  }
  return [...byPlace.values()];
}
