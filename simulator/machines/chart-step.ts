// One step of one chart, as XState takes it, without an actor that would have to be made for every step.
import { createActor } from "xstate";
import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine, EventObject } from "xstate";

/** An action that a step asks for: to emit, to raise later, to cancel. Nothing of it has been carried out. */
export interface AskedFor {
  readonly type: string;
  readonly params: unknown;
}

/** The state of a chart after a step, and what the step asks for. */
export type ChartStep = readonly [snapshot: AnyMachineSnapshot, asked: readonly AskedFor[]];

/** A chart at its beginning. */
export function firstStep(machine: AnyStateMachine, input: unknown): ChartStep {
  const asked: AskedFor[] = [];
  const snapshot: AnyMachineSnapshot = machine.getInitialSnapshot(scopeOf(machine, asked), input);
  // XState keeps what goes wrong here to itself until the chart would be started, and none of ours is.
  if (snapshot.status === "error") throw snapshot.error;
  return [snapshot, asked];
}

/** A chart after one event. */
export function nextStep(snapshot: AnyMachineSnapshot, event: EventObject): ChartStep {
  const asked: AskedFor[] = [];
  const { machine } = snapshot;
  return [machine.transition(snapshot, event, scopeOf(machine, asked)), asked];
}

/**
 * XState's own `initialTransition` and `transition` do the same, but make an actor at each call, which costs as much as
 * the step itself. No action of ours looks at the actor, so that one for each machine is enough.
 */
function scopeOf(machine: AnyStateMachine, asked: AskedFor[]): AnyActorScope {
  const known = actors.get(machine);
  const self = known ?? createActor(machine);
  if (known === undefined) actors.set(machine, self);
  return {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger: ignore,
    defer: ignore,
    emit: ignore,
    stopChild: ignore,
    actionExecutor: (action) => {
      asked.push(action);
    },
  };
}

const actors = new WeakMap<AnyStateMachine, AnyActorScope["self"]>();

function ignore(): void {
  // Whatever a step wants to happen is asked for and left to the world.
}
