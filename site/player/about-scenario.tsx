// How a scenario works, what it needs, what can be noticed and what to do: folded, and loaded when it is unfolded.
import { useState } from "preact/hooks";
import type { ScenarioId } from "../../simulator/index.ts";
import { words } from "../i18n/player.ts";
import { longWords } from "./later.ts";

type LongWords = Awaited<ReturnType<typeof longWords>>;

interface AboutScenarioProps {
  readonly id: ScenarioId;
  /** The address under which each scenario has a page of its own. */
  readonly reference: string | undefined;
}

export function AboutScenario({ id, reference }: AboutScenarioProps) {
  const [loaded, setLoaded] = useState<LongWords | "failed">();
  const load = (): void => {
    if (typeof loaded === "object") return;
    longWords().then(
      setLoaded,
      // Offline, or the site has been built anew since the page was opened.
      () => setLoaded("failed"),
    );
  };
  const { play } = words;
  return (
    <details class="about-scenario" onToggle={load}>
      <summary>{play.aboutScenario}</summary>
      {loaded === "failed" && <p role="status">{play.aboutFailed}</p>}
      {typeof loaded === "object" && <LongText id={id} all={loaded} />}
      {reference !== undefined && (
        <p>
          <a href={`${reference}${id}/`}>{play.moreAboutScenario}</a>
        </p>
      )}
    </details>
  );
}

function LongText({ id, all }: { readonly id: ScenarioId; readonly all: LongWords }) {
  const { play } = words;
  const said = all.longWords[id];
  return (
    <>
      <p>
        {all.terms[id]} {said.mechanism}
      </p>
      <List title={play.aboutNeeds} items={said.needs} />
      <List title={play.aboutSees} items={said.sees} />
      <List title={play.aboutNow} items={said.now} />
    </>
  );
}

function List({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <p class="about-head">{title}</p>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
