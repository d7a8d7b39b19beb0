// `onefactor simulate`: plays a scenario against a setup and tells who gets in and who is locked out.
import {
  answersTo,
  caseById,
  type CaseId,
  cases,
  say,
  sayEntry,
  type ScenarioRef,
  scenarios,
  type Setup,
  type Simulation,
  simulate,
  story,
  type TrailEntry,
  variantOf,
  verdicts,
} from "../../../simulator/index.ts";
import { visible } from "../../report/escape.ts";
import { hang } from "../../report/layout.ts";
import { caseArgument, setupAndScenarioOf } from "../case-argument.ts";
import { type Arguments, type Command, usageError } from "../command.ts";
import { type Io, paintFor } from "../io.ts";
import { nearest } from "../../../simulator/model/nearest.ts";
import { overviewText } from "../overview-text.ts";
import { nothingToPlay, playText } from "../play-text.ts";
import { scenarioArgument, withResponse, withTarget } from "../scenario-argument.ts";
import { setupArgument } from "../setup-argument.ts";

const formats = ["text", "json"];

const helpWidth = 80;

/** Raised when a program that reads the JSON would have to change. */
const jsonVersion = 1;

export const simulateCommand: Command = {
  name: "simulate",
  summary: "Plays an attack or a failure against a setup, with real one-time codes.",
  operands: "<setup file>",
  options: {
    case: { value: "ID", help: "replay a published incident, instead of a setup file; see the list below" },
    scenario: {
      value: "ID[/VARIANT]",
      help: "what happens, see the list below; all of them, without the steps, if not given",
    },
    target: {
      value: "ID",
      help: "the number, device, thing or account that the scenario strikes; the first that it can if not given",
    },
    response: { value: "ID", help: "what the owner does about it at once, before the attacker goes on" },
    account: { value: "ID", help: "play for this account alone, and for what leads to it" },
    format: { value: formats.join("|"), oneOf: formats, help: "how to tell it; text if not given" },
  },
  more: [
    "For each account: whether the attacker gets in, whether the owner still does,",
    "and the effective number of factors. The text tells one play through all",
    "accounts; in JSON each account has the trail of its own play.",
    "",
    "Scenarios, each with its variants (the first is meant if none is named):",
    ...scenarios.flatMap(({ id, variants }) =>
      hang(`  ${id}: `, variants.map((variant) => variant.id).join(", "), helpWidth),
    ),
    "",
    "Cases, which bring their setup and their scenario along:",
    ...hang("  ", cases.map(({ id }) => id).join(", "), helpWidth),
    "",
    "Examples:",
    "  onefactor simulate my.setup.yaml",
    "  onefactor simulate my.setup.yaml --scenario sim-swap",
    "  onefactor simulate my.setup.yaml --scenario lost-phone --target old-phone",
    "  onefactor simulate my.setup.yaml --scenario lost-phone --response new-sim",
    "  onefactor simulate my.setup.yaml --scenario sim-swap/insider --format json",
    "  onefactor simulate --case german-banks-2017",
  ],
  run,
};

function run(given: Arguments, io: Io): number {
  const { setup, scenario, replayed } = played(given, io);
  const account = given.options.get("account");
  const only = account === undefined ? {} : { account: accountArgument(setup, account) };

  if (given.options.get("format") === "json") {
    const told = (ref: ScenarioRef) => simulationJson(simulate(setup, ref, only), replayed);
    io.stdout.write(
      `${JSON.stringify(scenario === undefined ? scenarios.map(({ id }) => told({ id })) : told(scenario), null, 2)}\n`,
    );
    return 0;
  }
  const style = { paint: paintFor(io.stdout, io.env), width: io.stdout.columns };
  if (!setup.accounts.some(({ modelled }) => modelled)) {
    io.stdout.write(nothingToPlay(setup, style));
    return 0;
  }
  if (scenario !== undefined) {
    io.stdout.write(playText(story(setup, scenario, only), style, replayed));
    return 0;
  }
  const plays = scenarios.map(({ id }) => ({
    scenario: { id },
    verdicts: verdicts(setup, { id }).filter(
      (verdict) => account === undefined || verdict.account === account,
    ),
  }));
  io.stdout.write(overviewText(setup, plays, style));
  return 0;
}

/** What is to be played: a scenario against a setup, all of them, or a case. */
interface Played {
  readonly setup: Setup;
  readonly scenario?: ScenarioRef;
  readonly replayed?: CaseId;
}

function played({ positionals, options }: Arguments, io: Io): Played {
  const [path, ...others] = positionals;
  const chosenCase = options.get("case");
  if (chosenCase !== undefined) {
    if (path !== undefined)
      throw usageError(simulateCommand, "--case brings its own setup; leave out the setup file.");
    return playedCase(caseArgument(simulateCommand, chosenCase), options);
  }
  if (path === undefined) throw usageError(simulateCommand, "simulate needs a setup file, or --case.");
  if (others.length > 0)
    throw usageError(simulateCommand, `simulate plays one setup, found ${positionals.length}.`);
  const chosen = options.get("scenario");
  const meant = chosen === undefined ? undefined : scenarioArgument(simulateCommand, chosen);
  const target = options.get("target");
  if (target !== undefined && meant === undefined)
    throw usageError(
      simulateCommand,
      "--target needs --scenario, because scenarios strike different things.",
    );
  const response = options.get("response");
  if (response !== undefined && meant === undefined)
    throw usageError(
      simulateCommand,
      "--response needs --scenario, because it answers one scenario and not all of them.",
    );
  const setup = setupArgument(path, io);
  return meant === undefined ? { setup } : { setup, scenario: pointed(setup, meant, { target, response }) };
}

function playedCase(replayed: CaseId, options: Arguments["options"]): Played {
  const given = ["scenario", "target"].find((name) => options.has(name));
  if (given !== undefined)
    throw usageError(
      simulateCommand,
      `--case says what happened; leave out --${given}.`,
      `What it is: onefactor explain ${replayed}`,
    );
  const { setup, scenario } = setupAndScenarioOf(replayed);
  return {
    setup,
    scenario: pointed(setup, scenario, { target: undefined, response: options.get("response") }),
    replayed,
  };
}

function pointed(
  setup: Setup,
  meant: ScenarioRef,
  { target, response }: { readonly target: string | undefined; readonly response: string | undefined },
): ScenarioRef {
  const aimed = target === undefined ? meant : withTarget(simulateCommand, setup, meant, target);
  return response === undefined ? aimed : withResponse(simulateCommand, setup, aimed, response);
}

function accountArgument(setup: Setup, id: string): string {
  const played = setup.accounts.filter(({ modelled }) => modelled).map((account) => account.id);
  if (played.includes(id)) return id;
  const meant = nearest(id, played);
  throw usageError(
    simulateCommand,
    setup.accounts.some((account) => account.id === id)
      ? `The setup does not describe how to get into "${visible(id)}" (modelled: false), so nothing can be played for it.`
      : `The setup has no account "${visible(id)}".`,
    meant === undefined ? `It has: ${played.join(", ")}.` : `Did you mean --account ${meant}?`,
  );
}

function simulationJson({ setup, scenario, accounts }: Simulation, replayed: CaseId | undefined) {
  return {
    version: jsonVersion,
    ...(replayed === undefined ? {} : { case: replayed, published: caseById(replayed).outcome }),
    setup,
    scenario: { ...scenario, variant: variantOf(scenario) },
    // Somebody who has answered in one way is not asked again.
    responses: (scenario.response === undefined ? answersTo(setup, scenario) : []).map(
      ({ response, takes, verdicts: then }) => ({
        id: response,
        takes,
        accounts: then
          .filter(({ account }) => accounts.some((played) => played.account === account))
          .map(({ account, ...verdict }) => ({ id: account, ...verdict })),
      }),
    ),
    accounts: accounts.map(({ account, trail, ...verdict }) => ({
      id: account,
      ...verdict,
      trail: trail.map(entryJson),
    })),
  };
}

function entryJson({ sees, ...entry }: TrailEntry) {
  return {
    ...entry,
    text: sayEntry(entry),
    ...(sees === undefined ? {} : { sees: { ...sees, text: say(sees) } }),
  };
}
