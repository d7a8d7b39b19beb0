// One moment of a play, ready to be drawn: the step, the scene, and what the pictures need to know beside it.
import {
  type Cord,
  cords,
  holdingParts,
  openScenario,
  type Saying,
  type Scene,
  say,
  sayEntry,
  type ScenarioRef,
  type Setup,
  type Story,
  story,
  type StoryStep,
  type TrailEntry,
} from "../../simulator/index.ts";

/** A moment: before the first step (`n` 0), or after step `n`. */
export interface Moment {
  readonly n: number;
  readonly of: number;
  readonly step: StoryStep | undefined;
  readonly scene: Scene;
  /** Accounts whose owner has tried everything in vain by now. */
  readonly lockedOut: ReadonlySet<string>;
  /** The codes that reached the attacker by now, and what the owner handed over. */
  readonly attackersTexts: readonly AttackersText[];
  /** The calls with codes that somebody answered by now. */
  readonly calls: readonly AnsweredCall[];
}

export interface AttackersText {
  readonly at: number;
  readonly text: string;
}

export interface AnsweredCall {
  readonly at: number;
  readonly device: string;
  /** The account that called. */
  readonly from: string;
  readonly text: Saying;
}

/** What is drawn of a play and does not change with the step. */
export interface Play {
  readonly story: Story;
  /** Whether the scenario finds anything to strike; without that the steps are an ordinary day. */
  readonly strikes: boolean;
  /** The setup as far as the play is about it. */
  readonly shown: Setup;
  readonly cords: readonly Cord[];
}

/** A play for all accounts, or for one and those that it hangs on. */
export function playOf(setup: Setup, scenario: ScenarioRef, account: string | undefined): Play {
  const all = cords(setup);
  const strikes = openScenario(setup, scenario).moves.length > 0;
  if (account === undefined) return { story: story(setup, scenario), strikes, shown: setup, cords: all };
  const related = new Set([account]);
  // A set that grows while it is walked: each account brings the accounts that its cords hang on.
  for (const id of related)
    for (const cord of all) {
      const ground = holdingParts(cord.holding);
      if (cord.account === id && ground.kind === "account") related.add(ground.id);
    }
  return {
    story: story(setup, scenario, { account }),
    strikes,
    shown: { ...setup, accounts: setup.accounts.filter(({ id, modelled }) => related.has(id) || !modelled) },
    cords: all.filter((cord) => related.has(cord.account)),
  };
}

/** The moment after step `n`; beyond the last step it is the last. */
export function momentOf({ story }: Play, n: number): Moment {
  const of = story.steps.length;
  const at = Math.max(0, Math.min(Math.trunc(n), of));
  const step = story.steps[at - 1];
  return {
    n: at,
    of,
    step,
    scene: step?.scene ?? story.before,
    lockedOut: lockedOutBy(story, at),
    attackersTexts: story.steps.slice(0, at).flatMap(({ entry }) => attackersText(entry)),
    calls: story.steps.slice(0, at).flatMap(({ entry }) => {
      const [, device] = /^handset:(.+)$/u.exec(entry.to ?? "") ?? [];
      const { account, code } = entry.what.params;
      if (entry.channel !== "call" || device === undefined || code === undefined) return [];
      const text = { id: "code-call", params: { account: account ?? "", code } };
      return [{ at: entry.at, device, from: entry.account ?? "", text }];
    }),
  };
}

/** Where a code comes to the attacker on a device of the owner's, or through one. */
const onTheOwnersDevice: ReadonlySet<string> = new Set([
  "text-on-stolen-screen",
  "text-read-along",
  "call-answered-by-thief",
]);

function attackersText(entry: TrailEntry): readonly AttackersText[] {
  const { channel, actor, to, what, at } = entry;
  const { account, code } = what.params;
  if (actor === "owner" && to === "attacker" && what.id.startsWith("hands-over"))
    return [{ at, text: sayEntry(entry) }];
  const reaches = to === "attacker" || onTheOwnersDevice.has(what.id);
  if (!reaches || code === undefined) return [];
  if (channel === "call")
    return [{ at, text: say({ id: "code-call", params: { account: account ?? "", code } }) }];
  return channel === "text" || onTheOwnersDevice.has(what.id)
    ? [{ at, text: say({ id: "code-text", params: { account: account ?? "", code } }) }]
    : [];
}

/** Locked out is what the verdict says; it shows once the last step that concerns the account is over. */
function lockedOutBy(story: Story, n: number): ReadonlySet<string> {
  const lockedOut = story.verdicts
    .filter(({ owner }) => owner === "locked-out")
    .map(({ account }) => account);
  return new Set(
    lockedOut.filter(
      (account) => n > 0 && !story.steps.slice(n).some(({ entry }) => entry.account === account),
    ),
  );
}
