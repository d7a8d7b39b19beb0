// The opening of a scenario, with what the owner does about it where a response is named.
import { cheapestDerivation, stepsTo, waitingTime } from "./analysis/derivation.ts";
import type { Rule } from "./analysis/graph.ts";
import { planAccess, takenAlong } from "./analysis/plan.ts";
import { positions } from "./analysis/positions.ts";
import { verdictsOf } from "./analysis/verdicts.ts";
import { accountById } from "./model/find.ts";
import { conditionsOf, holdingParts } from "./model/holdings.ts";
import type { Move } from "./model/move.ts";
import type { Response } from "./model/response.ts";
import type { Opening } from "./model/scenario.ts";
import type { Setup } from "./model/setup.ts";
import type { Verdict } from "./model/verdict.ts";
import type { ResponseId } from "./responses/index.ts";
import { responseById, responses } from "./responses/index.ts";
import { openScenario } from "./scenarios/index.ts";
import type { ScenarioRef } from "./scenarios/index.ts";

/**
 * A scenario applied to a setup. With `ref.response` the owner does that at once, before the attacker goes on; where it
 * is no answer to what happened, nothing is added.
 */
export function openingOf(setup: Setup, ref: ScenarioRef): Opening {
  const opening = withoutAnswer(setup, ref);
  if (ref.response === undefined) return opening;
  return respond(setup, opening, responseById(ref.response))?.opening ?? opening;
}

/** Something that the owner can do about a scenario in a setup, and what comes of it. */
export interface Answer {
  /** The id of the response. */
  readonly response: ResponseId;
  /** Milliseconds that it takes the owner. */
  readonly takes: number;
  /** Both answers for every account if the owner does it at once. */
  readonly verdicts: readonly Verdict[];
}

/** Everything that the owner can do about a scenario here. */
export function answersTo(setup: Setup, ref: ScenarioRef): readonly Answer[] {
  const opening = withoutAnswer(setup, ref);
  return responses.flatMap((response) => {
    const answered = respond(setup, opening, response);
    if (answered === undefined) return [];
    return [{ response: response.id, takes: answered.takes, verdicts: verdictsOf(setup, answered.opening) }];
  });
}

/** The scenario as it opens. Whoever signs in while somebody looks on has fetched for it what lies in other accounts. */
function withoutAnswer(setup: Setup, ref: ScenarioRef): Opening {
  const opening = openScenario(setup, ref);
  if (opening.overlooked === undefined) return opening;
  const { owner } = positions(setup, { ...opening, attacked: false });
  const normally = (rule: Rule): boolean => rule.step.kind !== "recover" && owner.countsBefore(rule);
  const reach = cheapestDerivation(owner.graph, owner.held, normally);
  const steps = opening.overlooked.flatMap((id) =>
    (accountById(setup, id).signIn[0]?.with ?? []).flatMap(
      (authenticator) => stepsTo(owner.graph, reach, `proof:${id}/${authenticator}`) ?? [],
    ),
  );
  return { ...opening, keeps: [...(opening.keeps ?? []), ...takenAlong(owner.graph, steps)] };
}

/** An opening with what the owner does about it, and the milliseconds that this takes. */
interface Answered {
  readonly opening: Opening;
  readonly takes: number;
}

function respond(setup: Setup, opening: Opening, response: Response): Answered | undefined {
  const answer = response.open(setup, opening);
  if (answer === undefined) return undefined;
  const { owner } = positions(setup, { ...opening, attacked: false, losses: lostMeanwhile(setup, opening) });
  // Somebody who has to wait for a recovery does not act at once.
  const atOnce = (rule: Rule): boolean => waitingTime(owner.graph, rule) === 0 && owner.countsBefore(rule);
  const reach = cheapestDerivation(owner.graph, owner.held, atOnce);
  const done = new Set<Rule>();
  const steps = answer.steps.flatMap((step) => {
    if (step.inside === undefined) return [{ step, entry: [] as readonly Move[] }];
    const entry = planAccess(owner.graph, reach, "owner", [`full:${step.inside}`], { done });
    return entry === undefined ? [] : [{ step, entry }];
  });
  if (steps.length === 0) return undefined;

  const restored = new Set<string>(steps.flatMap(({ step }) => step.restores));
  const revoked = new Set<string>(steps.flatMap(({ step }) => step.revokes));
  const began: Move = { actor: "chance", do: "wait", after: answer.takes };
  return {
    takes: answer.takes,
    opening: {
      ...opening,
      moves: [...opening.moves, began, ...steps.flatMap(({ step, entry }) => [...entry, ...step.moves])],
      keeps: [...(opening.keeps ?? []), ...takenAlong(owner.graph, done)],
      gains: opening.gains.filter((holding) => !revoked.has(holding)),
      losses: [
        ...opening.losses.filter((holding) => !restored.has(holding)),
        ...steps.flatMap(({ step }) => step.stops),
      ],
    },
  };
}

/** What the owner does not have while it goes on: beside the losses, texts and calls that go to somebody else. */
function lostMeanwhile(setup: Setup, { gains, losses }: Opening): Opening["losses"] {
  const away = new Set<string>(gains);
  const missed = conditionsOf(setup).filter((condition) => {
    const { kind, id } = holdingParts(condition);
    if (kind === "ringing") return away.has(`calls:${id}`);
    return kind === "delivery" && away.has(`interception:${id.split("/")[0] ?? ""}`);
  });
  return [...losses, ...missed];
}
