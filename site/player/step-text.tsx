// The running explanation: what happens in the step, what the owner notices, and where it is known from.
import { useEffect, useState } from "preact/hooks";
import { say, sayEntry, type Source, type SourceId } from "../../simulator/index.ts";
import { PartyMark } from "../diagrams/marks.tsx";
import { words } from "../i18n/player.ts";
import { clockTime } from "./clock.ts";
import { bibliography } from "./later.ts";
import type { Moment } from "./moment.ts";

/** The sentence of a moment. */
export function saidAt({ of, step }: Moment): string {
  if (step !== undefined) return sayEntry(step.entry);
  return of === 0 ? words.play.nothing : words.play.beginning;
}

export function StepText({ moment, isLive }: { readonly moment: Moment; readonly isLive: boolean }) {
  const { n, of, step } = moment;
  const { play } = words;
  return (
    <div class="step-text" aria-live={isLive ? "polite" : undefined} aria-atomic="true">
      <p class="step-count">
        <span>{play.step(n, of)}</span>
        {step !== undefined && <time>{clockTime(step.entry.at, play.day)}</time>}
      </p>
      {step === undefined ? (
        <>
          <p class="step-what">{saidAt(moment)}</p>
          {of > 0 && <p class="step-note">{play.factorsNote}</p>}
        </>
      ) : (
        <>
          <p class="step-what">
            <ActorBadge actor={step.entry.actor} />
            <span>{saidAt(moment)}</span>
          </p>
          {step.entry.sees !== undefined && (
            <p class="step-sees">
              <span class="step-label">{play.sees}</span> {say(step.entry.sees)}
            </p>
          )}
          {step.entry.sources !== undefined && step.entry.sources.length > 0 && (
            <StepSources ids={step.entry.sources} />
          )}
        </>
      )}
    </div>
  );
}

type Sources = Readonly<Record<SourceId, Source>>;

// Loaded once for all players of a page, with the first step that names a source.
let known: Sources | undefined;

function StepSources({ ids }: { readonly ids: readonly SourceId[] }) {
  const [sources, setSources] = useState(known);
  useEffect(() => {
    if (sources !== undefined) return;
    bibliography().then(
      (loaded) => {
        known = loaded.sources;
        setSources(known);
      },
      // Offline: the step is complete without the names of its sources.
      () => undefined,
    );
  }, [sources]);
  if (sources === undefined) return null;
  return (
    <p class="step-sources">
      <span class="step-label">{words.play.sources}</span>{" "}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <a href={sources[id].url} rel="noreferrer">
            {sources[id].title}
          </a>
        </span>
      ))}
    </p>
  );
}

function ActorBadge({ actor }: { readonly actor: NonNullable<Moment["step"]>["entry"]["actor"] }) {
  if (actor === "chance") return null;
  return (
    <svg class="actor" viewBox="-26 -26 52 52" role="img" aria-label={`${words.party[actor]}: `}>
      <PartyMark party={actor} size={40} />
    </svg>
  );
}
