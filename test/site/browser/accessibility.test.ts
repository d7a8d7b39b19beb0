// Every page in both themes: no violation that axe knows of; and no page wider than a narrow phone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, newVisitor, wakeIslands } from "../../helpers/browser.ts";
import { entriesOf, pages, referenceParts } from "../../helpers/site-pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page and wakes everything on it. */
async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
  await wakeIslands(page);
}

async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, since the page's own policy refuses scripts from elsewhere, as it should.
  await page.evaluate(axe);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return axe.run({ resultTypes: ["violations"] });
  });
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`,
  );
}

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each(pages)("/%s has no violation", async (path) => {
    const { context, page } = await newVisitor(browser, { colorScheme, reducedMotion: "reduce" });
    await openWhole(page, path);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test.each(referenceParts)("no page of reference/%s/ has a violation", async (part) => {
    const { context, page } = await newVisitor(browser, { colorScheme, reducedMotion: "reduce" });
    const found: string[] = [];
    for (const path of entriesOf(part)) {
      await page.goto(path);
      found.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  test("the player has none in the middle of an attack and at its end, nor with its help open", async () => {
    const { context, page } = await newVisitor(browser, { colorScheme, reducedMotion: "reduce" });
    await openWhole(page, "play/");
    for (let n = 0; n < 6; n += 1) await page.keyboard.press("ArrowRight");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("End");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("?");
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test("the home page has none when the number is away", async () => {
    const { context, page } = await newVisitor(browser, { colorScheme, reducedMotion: "reduce" });
    await openWhole(page, "");
    await page.getByLabel("Take the number away").check({ force: true });
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});

test.each(pages)("/%s fits a screen 320 px wide", async (path) => {
  const { context, page } = await newVisitor(browser, {
    viewport: { width: 320, height: 640 },
    reducedMotion: "reduce",
  });
  await openWhole(page, path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
});

test.each(referenceParts)("every page of reference/%s/ fits a screen 320 px wide", async (part) => {
  const { context, page } = await newVisitor(browser, { viewport: { width: 320, height: 640 } });
  const tooWide: string[] = [];
  for (const path of entriesOf(part)) {
    await page.goto(path);
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 320) tooWide.push(path);
  }
  expect(tooWide).toEqual([]);
  await context.close();
});

test("on a phone the step bar stays at the thumb from the scene to the controls", async () => {
  const { context, page } = await newVisitor(browser, {
    viewport: { width: 375, height: 700 },
    reducedMotion: "reduce",
  });
  await openWhole(page, "play/");
  const edges: number[] = [];
  for (const part of [".scene", ".consequences", ".controls"]) {
    await page.locator(`.player > ${part}`).evaluate((element) => element.scrollIntoView({ block: "start" }));
    const bar = await page.locator(".step-bar").boundingBox();
    edges.push(Math.round((bar?.y ?? 0) + (bar?.height ?? 0)));
  }
  expect(edges).toEqual([700, 700, 700]);
  await context.close();
});
