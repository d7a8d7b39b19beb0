// Every id has its file, its entry in the list, its words and its sources; and some things cannot even be written down.
import { readdirSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { factors } from "../../simulator/factors/index.ts";
import { factorWords, scenarioWords, scenarios, sources } from "../../simulator/index.ts";
import type { Holding, Move, Scenario, ScenarioId, SetupInput, TrailEntry } from "../../simulator/index.ts";
import { authenticatorSchema } from "../../simulator/model/authenticators.ts";
import { exampleTrails, oddTrails } from "./many-plays.ts";

const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../simulator/${folder}/`, import.meta.url))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replace(".ts", ""));

describe("kinds of authenticator", () => {
  const ids = Object.keys(factors);
  /** What else lies in the folder. */
  const noFactors = ["factor", "index"];

  test("each has a file of its own name, and each file is listed", () => {
    expect(
      filesIn("factors")
        .filter((file) => !noFactors.includes(file))
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  test("each is listed under its own id", () => {
    for (const [id, factor] of Object.entries(factors)) expect(factor.id).toBe(id);
  });

  test("each can be written in a setup, and nothing else can", () => {
    expect(authenticatorSchema.options.map(({ entries }) => entries.kind.literal).toSorted()).toEqual(
      ids.toSorted(),
    );
  });

  test("each has words, and there are no words for others", () => {
    expect(Object.keys(factorWords).toSorted()).toEqual(ids.toSorted());
  });
});

describe("scenarios", () => {
  const ids = scenarios.map(({ id }) => id);
  /** What several scenarios share. */
  const noScenarios = [
    "across-accounts",
    "carried",
    "conditions",
    "failure",
    "fallback-targets",
    "index",
    "knowledge",
    "means",
    "reception",
    "targets",
  ];

  test("each has a file of its own name, and each file is listed", () => {
    expect(
      filesIn("scenarios")
        .filter((file) => !noScenarios.includes(file))
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  test("the four that the project is named for come first", () => {
    expect(ids.slice(0, 4)).toEqual(["sim-swap", "ss7-interception", "lost-phone", "carrier-block"]);
  });

  test("each has words, and there are no words for others", () => {
    expect(Object.keys(scenarioWords).toSorted()).toEqual(ids.toSorted());
  });

  test("each variant has words, and there are no words for others", () => {
    for (const { id, variants } of scenarios)
      expect(Object.keys(scenarioWords[id].variants)).toEqual(variants.map((variant) => variant.id));
  });

  test("no two of them, and no two variants, have one name", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { variants } of scenarios)
      expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
  });
});

describe("sources", () => {
  const named: readonly (readonly [string, readonly string[]])[] = [
    ...Object.values(factors).map(({ id, sources: own }) => [`factor ${id}`, own] as const),
    ...scenarios.flatMap(({ id, sources: own, variants }) => [
      [`scenario ${id}`, own] as const,
      ...variants.map((variant) => [`variant ${id}/${variant.id}`, variant.sources] as const),
    ]),
  ];

  test.each(named)("%s names at least one, and each is in the bibliography", (_, own) => {
    expect(own.length).toBeGreaterThan(0);
    for (const source of own) expect(Object.keys(sources)).toContain(source);
  });

  test("what a trail names is in the bibliography", () => {
    const told = [...exampleTrails, ...oddTrails].flatMap(({ trail }) => trail);
    const inTrails = new Set(told.flatMap((entry) => entry.sources ?? []));
    expect(inTrails.size).toBeGreaterThan(0);
    for (const source of inTrails) expect(Object.keys(sources)).toContain(source);
  });

  test.each(Object.entries(sources))("%s has a title, an address and a date", (_, { title, url, date }) => {
    expect(title.length).toBeGreaterThan(5);
    expect(new URL(url).protocol).toBe("https:");
    expect(date).toMatch(/^\d{4}(?:-\d{2}){0,2}$/);
  });
});

describe("what cannot be written down", () => {
  test("a carrier that signs in", () => {
    // @ts-expect-error Only people go to services; a carrier moves, blocks and routes.
    const move: Move = { actor: "carrier", do: "begin", account: "mail", ceremony: "sign-in", route: 0 };
    expectTypeOf(move).toEqualTypeOf<Move>();
  });

  test("an owner who swaps a SIM", () => {
    // @ts-expect-error The scenario is that somebody else does it.
    const move: Move = { actor: "owner", do: "swap-sim", number: "mobile", approach: "phone-call" };
    expectTypeOf(move).toEqualTypeOf<Move>();
  });

  test("a SIM swap without saying how", () => {
    // @ts-expect-error Whether it works depends on who asks.
    const move: Move = { actor: "attacker", do: "swap-sim", number: "mobile" };
    expectTypeOf(move).toEqualTypeOf<Move>();
  });

  test("a code that is typed in: what is offered follows from what a person has", () => {
    const present = { actor: "attacker", do: "present", account: "mail", authenticator: "text" } as const;
    // @ts-expect-error A move names an authenticator and never a code, so that no play can guess.
    const move: Move = { ...present, code: "123456" } satisfies Move;
    expectTypeOf(move).toEqualTypeOf<Move>();
  });

  test("a holding of a kind that there is not", () => {
    // @ts-expect-error A SIM is not held apart from its number.
    const holding: Holding = "sim:mobile";
    expectTypeOf(holding).toEqualTypeOf<Holding>();
  });

  test("an SMS code that rests on no number", () => {
    const setup: SetupInput = {
      version: 1,
      title: "Somebody",
      // @ts-expect-error A code that is texted is texted somewhere.
      accounts: [{ id: "mail", authenticators: [{ id: "text", kind: "sms-code" }] }],
    };
    expectTypeOf(setup).toEqualTypeOf<SetupInput>();
  });

  test("a secret in a setup", () => {
    const setup: SetupInput = {
      version: 1,
      title: "Somebody",
      // @ts-expect-error Setups get shared; there is no field for a password itself.
      accounts: [{ id: "mail", authenticators: [{ id: "password", kind: "password", value: "hunter2" }] }],
    };
    expectTypeOf(setup).toEqualTypeOf<SetupInput>();
  });

  test("a trail with sentences in it", () => {
    // @ts-expect-error A trail holds ids and parameters; sentences come from a language folder.
    const what: TrailEntry["what"] = "The attacker is in.";
    expectTypeOf(what).toEqualTypeOf<TrailEntry["what"]>();
  });

  test("a scenario that nobody has listed", () => {
    // @ts-expect-error Ids are those of the files.
    const id: ScenarioId = "meteorite";
    expectTypeOf(id).toEqualTypeOf<ScenarioId>();
  });

  test("a change to a trail that has been told", () => {
    const rewrite = (entry: TrailEntry) => {
      // @ts-expect-error Everything in a trail is readonly.
      entry.n = 7;
    };
    expectTypeOf(rewrite).toBeFunction();
  });

  test("a scenario without sources", () => {
    expectTypeOf<Scenario["sources"]>().toExtend<readonly string[]>();
  });
});
