// Both answers for every account: does the attacker get in, does the owner still get in.
import type { Account, Setup, Verdict } from "../../simulator/index.ts";
import { type Left, leftOf } from "../diagrams/hanging.ts";
import { Mark, type VerdictMark } from "../diagrams/marks.tsx";
import { words } from "../i18n/player.ts";
import { spanOf } from "./clock.ts";
import type { Moment } from "./moment.ts";

interface VerdictListProps {
  readonly setup: Setup;
  readonly verdicts: readonly Verdict[];
  /** The verdicts before the visitor's last change; what differs is marked. */
  readonly previous: readonly Verdict[];
  readonly moment: Moment;
}

export function VerdictList({ setup, verdicts, previous, moment }: VerdictListProps) {
  return (
    <ul class="verdict-list">
      {verdicts.map((verdict) => {
        const account = setup.accounts.find(({ id }) => id === verdict.account);
        if (account === undefined) return null;
        const before = previous.find(({ account: id }) => id === verdict.account);
        return (
          <AccountVerdict
            key={account.id}
            account={account}
            verdict={verdict}
            before={before}
            left={leftOf(moment.scene, account.id)}
          />
        );
      })}
    </ul>
  );
}

interface AccountVerdictProps {
  readonly account: Account;
  readonly verdict: Verdict;
  readonly before: Verdict | undefined;
  readonly left: Left;
}

function AccountVerdict({ account, verdict, before, left }: AccountVerdictProps) {
  const { play } = words;
  const count = verdict.effectiveFactors;
  return (
    <li class="account-verdict" data-account={account.id}>
      <h3>{account.title ?? account.id}</h3>
      <dl>
        <VerdictRow who="attacker" verdict={verdict.attacker} before={before?.attacker} />
        <VerdictRow who="owner" verdict={verdict.owner} before={before?.owner} after={waitOf(verdict)} />
      </dl>
      <p class={count !== null && count <= 1 ? "factor-count low" : "factor-count"}>
        {count !== null && <strong>{count}</strong>}
        <span>
          {play.effective(count)}
          <small>
            {[play.asked(factorsAsked(account)), moved(count, left) ? play.leftNow(left) : ""]
              .filter(Boolean)
              .join(", ")}
          </small>
        </span>
      </p>
      <Notes account={account} verdict={verdict} />
    </li>
  );
}

interface VerdictRowProps {
  readonly who: "attacker" | "owner";
  readonly verdict: VerdictMark;
  readonly before: VerdictMark | undefined;
  /** How long it takes until the verdict comes true. */
  readonly after?: string | undefined;
}

function VerdictRow({ who, verdict, before, after }: VerdictRowProps) {
  return (
    <div class={before !== undefined && before !== verdict ? "changed" : undefined}>
      <dt>{words.play.who[who]}</dt>
      <dd>
        <span class={`verdict ${verdict}`}>
          <Mark verdict={verdict} />
          {words.verdict[verdict]}
        </span>
        {after !== undefined && <small class="was">{after}</small>}
        {before !== undefined && before !== verdict && (
          <small class="was">{words.play.was(words.verdict[before])}</small>
        )}
      </dd>
    </div>
  );
}

function Notes({ account, verdict }: { readonly account: Account; readonly verdict: Verdict }) {
  const { play } = words;
  const notes = [
    verdict.ownerBefore === verdict.owner ? undefined : play.before(words.verdict[verdict.ownerBefore]),
    actionNote(play.obtained, account, verdict.obtained),
    actionNote(play.blockedActions, account, verdict.blocked),
  ].filter((note) => note !== undefined);
  if (notes.length === 0) return null;
  return (
    <ul class="verdict-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function waitOf({ recoverableAfter }: Verdict): string | undefined {
  return recoverableAfter === null || recoverableAfter === 0
    ? undefined
    : words.play.after(spanOf(recoverableAfter, "en"));
}

function actionNote(lead: string, account: Account, actions: readonly string[]): string | undefined {
  if (actions.length === 0) return undefined;
  const titles = actions.map(
    (id) => account.protectedActions.find((action) => action.id === id)?.title ?? id,
  );
  return `${lead}: ${titles.join(", ").toLowerCase()}`;
}

function moved(count: number | null, left: Left): boolean {
  return left !== null && left !== count;
}

/** How many authenticators the easiest sign-in asks for: what the account seems to have. */
function factorsAsked(account: Account): number {
  return Math.min(...account.signIn.map((route) => route.with.length));
}

/** Both answers of every account in one sentence each, for those who hear the page. */
export function verdictsInWords(setup: Setup, verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ account, attacker, owner }) => {
      const title = setup.accounts.find(({ id }) => id === account)?.title ?? account;
      return words.play.verdictSaid(title, attacker, words.verdict[owner]);
    })
    .join(" ");
}
