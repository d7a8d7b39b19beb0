// The reference: a page for everything that can be looked up, readable without JavaScript, and links that play what they say.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  caseById,
  cases,
  caseWords,
  controlWords,
  decodeLink,
  factorWords,
  scenarioById,
  scenarios,
  scenarioWords,
  verdicts,
} from "../../../simulator/index.ts";
import { knownScenario } from "../../../site/player/known-scenario.ts";
import { launchBrowser, newVisitor } from "../../helpers/browser.ts";
import { entriesOf } from "../../helpers/site-pages.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const page = (path: string): string => readFileSync(join(inject("siteFolder"), path, "index.html"), "utf8");

/** The plays that a page links to, each as its setup and the scenario that it names. */
async function playsOf(html: string) {
  const hashes = [...html.matchAll(/href="\/play\/#([^"]+)"/gu)].map(([, hash]) => hash ?? "");
  return Promise.all(
    hashes.map(async (hash) => {
      const reading = await decodeLink(hash);
      if (!reading.ok) throw new Error(`a link of the reference cannot be opened: ${hash}`);
      const { setup, scenario } = reading.link;
      return { setup, scenario: scenario && knownScenario(scenario, setup), named: scenario };
    }),
  );
}

test("every scenario, kind of factor and case has its page", () => {
  const ids = (part: "scenarios" | "factors" | "cases") =>
    entriesOf(part).map((path) => path.split("/")[2] ?? "");
  expect(ids("scenarios")).toEqual(scenarios.map(({ id }) => id).toSorted());
  expect(ids("factors")).toEqual(Object.keys(factorWords).toSorted());
  expect(ids("cases")).toEqual(cases.map(({ id }) => id).toSorted());
});

test.each(scenarios.map(({ id }) => id))("the page of %s plays each of its variants", async (id) => {
  const plays = await playsOf(page(`reference/scenarios/${id}/`));
  const variants = scenarioById(id).variants.map((variant) => variant.id);
  expect(plays.map(({ scenario }) => scenario)).not.toContain(undefined);
  // What a link names is what it plays, responses included.
  for (const { scenario, named } of plays) expect(scenario).toEqual(named);
  const played = new Set(plays.map(({ scenario }) => scenario?.variant));
  expect(played).toEqual(new Set(variants));
});

test.each(cases.map(({ id }) => id))("the page of the case %s replays it as published", async (id) => {
  const [play] = await playsOf(page(`reference/cases/${id}/`));
  if (play?.scenario === undefined) throw new Error("there is no play on the page");
  const ended = verdicts(play.setup, play.scenario);
  for (const [account, outcome] of Object.entries(caseById(id).outcome))
    expect(ended.find((verdict) => verdict.account === account)).toMatchObject(
      "attacker" in outcome && outcome.attacker !== undefined ? { attacker: outcome.attacker } : {},
    );
});

describe("without JavaScript", () => {
  test("a learner finds a scenario from the first page of the reference, with all that is known of it", async () => {
    const { page: tab } = await newVisitor(browser, { javaScriptEnabled: false });
    await tab.goto("reference/");
    await tab.getByRole("link", { name: scenarioWords["push-bombing"].title }).click();
    const text = await tab.locator("main").innerText();
    for (const said of [...scenarioWords["push-bombing"].needs, ...scenarioWords["push-bombing"].now])
      expect(text).toContain(said);
    expect(await tab.locator("main a[href*='/play/#1.']").count()).toBeGreaterThan(0);
  });

  test("the controls and the cases stand there too", async () => {
    const { page: tab } = await newVisitor(browser, { javaScriptEnabled: false });
    await tab.goto("reference/controls/");
    expect(await tab.locator("main h3").count()).toBe(Object.keys(controlWords).length);
    await tab.goto("reference/cases/prompts-2022/");
    expect(await tab.locator("main").innerText()).toContain(caseWords["prompts-2022"].teaches);
  });
});

test("a play of the reference opens in the player under the name of its setup", async () => {
  const { page: tab, complaints } = await newVisitor(browser, { reducedMotion: "reduce" });
  await tab.goto("reference/scenarios/carrier-block/");
  await tab.getByRole("link", { name: "Play it" }).click();
  await tab.locator(".player[data-ready]").waitFor();
  await expect.poll(() => tab.locator("select[name=scenario]").inputValue()).toBe("carrier-block");
  expect(await tab.locator("select[name=setup]").inputValue()).not.toBe("");
  await tab.getByText("How this works").click();
  await tab.getByRole("link", { name: "More about it" }).click();
  await tab.waitForURL("**/reference/scenarios/carrier-block/");
  expect(complaints).toEqual([]);
});
